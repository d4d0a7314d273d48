"""What lies in the folder of submissions is found, whoever put it where."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.handed_in import misplaced, notebook_in_place, students
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


def test_a_second_notebook_is_flagged(tmp_path: Path) -> None:
    put(tmp_path / "a1.ipynb")
    put(tmp_path / "a1 (1).ipynb")

    with notebook_in_place(tmp_path, "a1") as notes:
        assert notes == ["also handed in, not read: a1 (1).ipynb"]


def test_the_only_notebook_is_taken_whatever_its_name(tmp_path: Path) -> None:
    put(tmp_path / "mine.ipynb", "my work")

    with notebook_in_place(tmp_path, "a1") as notes:
        assert (tmp_path / "a1.ipynb").read_text() == "my work"
    assert notes == ["the notebook was handed in as mine.ipynb"]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.ipynb"]


def test_two_notebooks_of_other_names_are_for_a_person(tmp_path: Path) -> None:
    put(tmp_path / "b.ipynb")
    put(tmp_path / "c.ipynb")

    with notebook_in_place(tmp_path, "a1") as notes:
        assert (tmp_path / "a1.ipynb").read_bytes() == NOTHING
    assert notes[1] == "not read, the name is not a1.ipynb: c.ipynb"


def test_a_folder_without_a_notebook_stays_as_it_was(tmp_path: Path) -> None:
    put(tmp_path / "notes.txt", "forgot it")

    with notebook_in_place(tmp_path, "a1"):
        assert (tmp_path / "a1.ipynb").read_bytes() == NOTHING
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
