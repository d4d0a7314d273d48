"""Collecting takes a submission from its owner alone, and of it only ordinary files."""

from __future__ import annotations

import os
import pwd
import shutil
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory

from autograder.collect import Collect, complete, copy_file, copy_own, fault

ME = pwd.getpwuid(os.getuid()).pw_name
NAMED = "{}+a1_neuron+2026-01-05 10:00:00 UTC+abc"


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Return what I handed in: a notebook, and a folder with a file."""
    folder = tmp_path / "exchange" / NAMED.format(ME)
    (folder / "data").mkdir(parents=True)
    (folder / "a1_neuron.ipynb").write_text("mine")
    (folder / "data" / "points.csv").write_text("1,2")
    return folder


def copied(folder: Path, tmp_path: Path, largest: int = 1000) -> tuple[list[str], list[str]]:
    left = copy_own(folder, tmp_path / "copy", ["*.pyc", "__pycache__"], largest)
    files = (path for path in (tmp_path / "copy").rglob("*") if not path.is_dir())
    return sorted(str(path.relative_to(tmp_path / "copy")) for path in files), left


def test_own_folder_is_taken_whole(handed_in: Path, tmp_path: Path) -> None:
    assert fault(handed_in) == ""
    assert copied(handed_in, tmp_path) == (["a1_neuron.ipynb", "data/points.csv"], [])


def test_folder_in_the_name_of_another_is_refused(handed_in: Path) -> None:
    forged = handed_in.rename(handed_in.with_name(NAMED.format("somebody")))

    assert fault(forged) == f"it belongs to {ME}, not to somebody"


def test_name_may_not_hide_another_name(handed_in: Path) -> None:
    forged = handed_in.rename(handed_in.with_name(NAMED.format(f"{ME}+x")))

    assert fault(forged) == f"it belongs to {ME}, not to {ME}+x"


def test_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / NAMED.format(ME)
    file.write_text("")

    assert fault(file) == "it is no folder"


def test_link_to_a_folder_is_refused(handed_in: Path, tmp_path: Path) -> None:
    link = tmp_path / NAMED.format(ME)
    link.symlink_to(handed_in)

    assert fault(link) == "it is no folder"


def test_links_are_left(handed_in: Path, tmp_path: Path) -> None:
    secret = tmp_path / "solution.ipynb"
    secret.write_text("the solution")
    (handed_in / "a1_neuron.ipynb").unlink()
    (handed_in / "a1_neuron.ipynb").symlink_to(secret)
    (handed_in / "more").symlink_to(tmp_path)

    assert copied(handed_in, tmp_path) == (["data/points.csv"], ["a1_neuron.ipynb"])


def test_pipe_does_not_stop_the_copying(handed_in: Path, tmp_path: Path) -> None:
    os.mkfifo(handed_in / "pipe")

    assert copied(handed_in, tmp_path)[1] == ["pipe"]


def test_large_file_is_left(handed_in: Path, tmp_path: Path) -> None:
    (handed_in / "huge.bin").write_bytes(bytes(11))

    assert copied(handed_in, tmp_path, largest=10)[1] == ["huge.bin"]


def test_what_does_not_matter_is_not_mentioned(handed_in: Path, tmp_path: Path) -> None:
    (handed_in / "__pycache__").mkdir()
    (handed_in / "__pycache__" / "x.txt").write_text("")
    (handed_in / "y.pyc").write_text("")

    assert copied(handed_in, tmp_path) == (["a1_neuron.ipynb", "data/points.csv"], [])


def test_file_of_somebody_else_is_left(handed_in: Path, tmp_path: Path) -> None:
    notebook = handed_in / "a1_neuron.ipynb"

    taken = copy_file(notebook, tmp_path / "copy", owner=os.getuid() + 1, largest=1000)

    assert not taken
    assert not (tmp_path / "copy").exists()


def test_what_a_student_left_out_is_added(handed_in: Path) -> None:
    (handed_in / "timestamp.txt").write_text("never")

    complete(handed_in, handed_in.name)

    assert (handed_in / "timestamp.txt").read_text() == "2026-01-05 10:00:00 UTC"
    assert len((handed_in / "submission_secret.txt").read_text()) == 128


def test_secret_of_a_student_is_kept(handed_in: Path) -> None:
    (handed_in / "submission_secret.txt").write_text("abc")

    complete(handed_in, handed_in.name)

    assert (handed_in / "submission_secret.txt").read_text() == "abc"


def test_one_bad_folder_does_not_stop_the_others(
    handed_in: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    inbound = tmp_path / "root" / "neurons" / "inbound"
    shutil.copytree(handed_in, inbound / handed_in.name)
    for name in (f"{ME}+a1_neuron+yesterday", NAMED.format("somebody")):
        shutil.copytree(handed_in, inbound / name)
    course = CourseDirectory(course_id="neurons", assignment_id="a1_neuron")
    course.db_url = f"sqlite:///{tmp_path}/gradebook.db"
    collect = Collect(coursedir=course, root=str(tmp_path / "root"))

    with caplog.at_level("WARNING"):
        collect.init_src()

    assert [record["filename"] for record in collect.src_records] == [handed_in.name]
    assert "its name can't be read" in caplog.text
    assert "not to somebody" in caplog.text
