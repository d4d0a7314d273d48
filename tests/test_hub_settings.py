"""What `hub.toml` may say, and what is refused before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.hub.__main__ import main
from tools.hub.install import requirements
from tools.hub.settings import COURSE_ID, SOURCE, HubError, read

EXAMPLE = SOURCE / "examples" / "hub" / "hub.toml"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """Write the example with one line that is different."""
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "hub.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_example_has_two_instructors_and_several_students() -> None:
    settings = read(EXAMPLE)

    assert len(settings.instructors) == 2
    assert len(settings.students) >= 3
    assert set(settings.groups) == {"neurons-instructors", "neurons-students"}


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    settings = read(
        changed(tmp_path, 'group = "neurons"', 'group = "n"\ncertificate = "c.pem"')
    )

    (tmp_path / "again.toml").write_text(settings.as_toml(), encoding="utf-8")

    assert read(tmp_path / "again.toml") == settings


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"amira"', '"Amira Haddad"', "not a user's name: Amira Haddad"),
        ('"bjorn"', '"a+b"', r"not a user's name: a\+b"),
        ('"bjorn"', '"ida"', "named twice: ida"),
        ('["ida", "otto"]', "[]", "instructors is empty"),
        ('group = "neurons"', 'groups = "neurons"', "unknown groups; known: address, "),
        ('group = "neurons"', "", "group is missing"),
        ('"/srv/neurons"', '"neurons"', "folder must be a full path"),
        ('folder = "/srv/neurons"', "", "folder must be a full path"),
        ("instructors = [", "instructors = ", "can't be read"),
    ],
)
def test_mistake_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(HubError, match=said):
        read(changed(tmp_path, old, new))


def test_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setup", "no/hub.toml"]) == 1
    assert "no/hub.toml can't be read" in capsys.readouterr().err


def test_only_root_sets_up(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    assert main(["setup", str(EXAMPLE)]) == 1
    assert "only root can make users" in capsys.readouterr().err


def test_hub_is_installed_with_the_course_and_the_grader() -> None:
    names = {requirement.split(">")[0] for requirement in requirements()}

    assert {"numpy", "nbgrader", "nh3", "jupyterhub"} <= names
    assert "pytest" not in names


def test_course_has_one_name(root: Path) -> None:
    configured = (root / "nbgrader_config.py").read_text(encoding="utf-8")
    student = (root / "examples/hub/student/nbgrader_config.py").read_text(encoding="utf-8")

    for text in (configured, student):
        assert f'c.CourseDirectory.course_id = "{COURSE_ID}"' in text
