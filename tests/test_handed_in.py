"""What lies in the folder of submissions is found, whoever put it where."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.handed_in import misplaced, set_aside, students, take, unsuitable
from autograder.intake import NOTHING


def put(path: Path, text: str = "{}") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_students_are_found_in_order(tmp_path: Path) -> None:
    for name in ("grace", "ada", "alan"):
        put(tmp_path / name / "a1" / "a1.ipynb")

    assert students(tmp_path, "a1") == ["ada", "alan", "grace"]
    assert students(tmp_path, "a1", "a*") == ["ada", "alan"]


@pytest.mark.parametrize("place", ["a1.ipynb", "ada/a1.ipynb", "ada/a1_typo/a1.ipynb"])
def test_work_in_the_wrong_place_is_named(tmp_path: Path, place: str) -> None:
    path = put(tmp_path / place)

    assert misplaced(tmp_path, {"a1"}) in ([path], [path.parent])


def test_work_in_the_right_place_is_not(tmp_path: Path) -> None:
    put(tmp_path / "ada" / "a1" / "a1.ipynb")
    put(tmp_path / ".DS_Store")

    assert misplaced(tmp_path, {"a1"}) == []
    assert misplaced(tmp_path / "none", {"a1"}) == []


@pytest.fixture
def submission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a student's empty folder, seen from the course's."""
    monkeypatch.chdir(tmp_path)
    folder = Path("grading/submitted/ada/a1")
    folder.mkdir(parents=True)
    return folder


def test_a_second_notebook_is_flagged(submission: Path) -> None:
    put(submission / "a1.ipynb", "my work")
    put(submission / "a1 (1).ipynb")

    work = take(submission, "a1")

    assert (work.data, work.notes) == (
        b"my work",
        ("also handed in, not read: a1 (1).ipynb",),
    )


def test_the_only_notebook_is_taken_whatever_its_name(submission: Path) -> None:
    put(submission / "mine.ipynb", "my work")

    work = take(submission, "a1")

    assert (work.data, work.problem) == (b"my work", "")
    assert work.notes == ("the notebook was handed in as mine.ipynb",)
    assert [path.name for path in submission.iterdir()] == ["mine.ipynb"]


def test_two_notebooks_of_other_names_are_for_a_person(submission: Path) -> None:
    put(submission / "b.ipynb")
    put(submission / "c.ipynb")

    work = take(submission, "a1")

    assert work.data == NOTHING
    assert work.notes[1] == "not read, the name is not a1.ipynb: c.ipynb"


def test_a_folder_without_a_notebook_stays_as_it_was(submission: Path) -> None:
    put(submission / "notes.txt", "forgot it")

    assert take(submission, "a1").data == NOTHING
    assert [path.name for path in submission.iterdir()] == ["notes.txt"]


def test_a_notebook_that_is_a_folder_is_a_problem(submission: Path) -> None:
    (submission / "a1.ipynb").mkdir()

    assert take(submission, "a1").problem == "it is not a regular file"


def test_a_link_is_set_aside_and_told_again_the_next_time(submission: Path) -> None:
    (submission / "a1.ipynb").symlink_to(put(Path("secret.txt"), "a secret"))

    first, second = take(submission, "a1"), take(submission, "a1")

    assert first == second
    assert first.data == NOTHING
    assert first.notes == ("set aside, not read: a1.ipynb",)
    assert Path("grading/set_aside/ada/a1/a1.ipynb").is_symlink()


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[2Jb", "a\udcffb"])
def test_name_that_no_table_can_show_is_unsuitable(name: str) -> None:
    assert "?" in unsuitable(name)


@pytest.mark.parametrize("text", ["2026-11-21 09:00:00 UTC" + " " * 99, "9" * 5000, "soon"])
def test_time_that_is_none_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    put(Path("ada", "a1", "timestamp.txt"), text)

    assert set_aside(Path("ada", "a1")) == ["timestamp.txt"]
