"""Notebooks without declared checks: what is put right, and a class of them graded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.config import configure
from autograder.undeclared import OWN_PROCESS, Foreign, restore

FLAGS = {"grade": False, "solution": False, "task": False, "locked": False}
NOSY = """
import json, os, socket
def reached(address):
    try:
        return not socket.create_connection(address, timeout=1).close()
    except OSError:
        return False
seen = {path: os.path.exists(path) for path in PATHS}
seen |= {"network": reached(("1.1.1.1", 53)), "here": sorted(os.listdir())}
seen["environment"] = sorted(os.environ)
os.makedirs("data", exist_ok=True)
json.dump(seen, open("data/seen.json", "w"))
open("ps1.ipynb", "w").write("{}")
"""
MARKUP = "from IPython.display import HTML\nHTML('<script>alert(1)</script>')"


def cell(grade_id: str, source: str, kind: str = "code", **flags: Any) -> Any:
    mark = FLAGS | {"schema_version": 3, "grade_id": grade_id, "cell_type": kind} | flags
    make = getattr(nbformat.v4, f"new_{kind}_cell")
    return make(source, id=grade_id, metadata={"nbgrader": mark})


def notebook(*cells: Any) -> Any:
    make: Any = nbformat.v4.new_notebook
    about = {"name": "python3", "display_name": "Python", "language": "python"}
    return make(cells=list(cells), metadata={"kernelspec": about})


def answer(slug: str, source: str) -> Any:
    return cell(f"answer_{slug}", source, solution=True)


def check(slug: str, source: str) -> Any:
    return cell(f"check_{slug}", source, grade=True, locked=True, points=2)


def submission(first: str = "a = 1", second: str = "b = 2") -> Any:
    one = [answer("a", first), check("a", "assert a == 1")]
    return notebook(*one, answer("b", second), check("b", "assert b == 2"))


# --- what is put right --------------------------------------------------------------------

SOURCE = {one.id: one for one in submission().cells}


def test_a_notebook_as_released_is_left_alone() -> None:
    given, wanted = submission(), submission()

    assert restore(given, SOURCE) == []
    assert given.cells == wanted.cells
    assert given.metadata.autograder.flags == [OWN_PROCESS]


def test_marks_are_the_gradebooks() -> None:
    given = submission()
    given.cells[1].metadata.nbgrader |= {"points": 100, "grade": False}

    restore(given, SOURCE)

    assert given.cells[1].metadata == SOURCE["check_a"].metadata


def test_tags_and_our_own_words_are_taken_off() -> None:
    given = submission()
    given.cells[1].metadata |= {"tags": ["skip-execution"], "autograder": {"outcome": "x"}}

    assert restore(given, SOURCE) == ["tags and autograder taken off cell 'check_a'"]
    assert given.cells[1].metadata == SOURCE["check_a"].metadata


def test_of_two_copies_the_last_is_taken() -> None:
    given = submission()
    given.cells.insert(0, check("a", "assert a == 1"))

    assert restore(given, SOURCE) == ["a second copy of check_a was made ordinary"]
    assert "nbgrader" not in given.cells[0].metadata


def test_a_cell_of_another_assignment_is_made_ordinary() -> None:
    given = submission()
    given.cells.append(check("c", "pass"))

    assert restore(given, SOURCE) == ["a cell with the unknown id 'check_c' was made ordinary"]
    assert "nbgrader" not in given.cells[-1].metadata


def test_a_missing_test_comes_back_at_the_end() -> None:
    given = submission()
    del given.cells[1]

    assert restore(given, SOURCE) == [
        "check_a was missing and came back as released, at the end"
    ]
    assert given.cells[-1] == SOURCE["check_a"]


def test_an_old_notebook_gets_no_cell_ids() -> None:
    given = submission()
    del given.cells[1]
    given.nbformat_minor = 4

    restore(given, SOURCE)

    assert "id" not in given.cells[-1]


def test_a_notebook_of_another_assignment_is_refused() -> None:
    with pytest.raises(Foreign, match=r"no cell .* belongs to the assignment; .*'check_c'"):
        restore(notebook(check("c", "pass")), SOURCE)


def test_markdown_of_the_students_runs_nothing() -> None:
    given = submission()
    given.cells.append(nbformat.v4.new_markdown_cell("<script>alert(1)</script>"))

    restore(given, SOURCE)

    assert "<script" not in given.cells[-1].source


# --- a class of them ----------------------------------------------------------------------


class Room:
    """A course in nbgrader's own layout, graded with our configuration."""

    def __init__(self, root: Path) -> None:
        self.root = root
        config = Config()
        configure(config)
        config.CourseDirectory.root = str(root)
        config.CourseDirectory.db_url = f"sqlite:///{root}/gradebook.db"
        course: Any = CourseDirectory
        api: Any = NbGraderAPI
        self.api = api(course(config=config), config=config)
        self.write("source/ps1", submission())
        assert self.api.generate_assignment("ps1")["success"]

    def write(self, folder: str, book: Any) -> None:
        (self.root / folder).mkdir(parents=True)
        write: Any = nbformat.write
        write(book, self.root / folder / "ps1.ipynb")

    def graded(self, student: str) -> Any:
        read: Any = nbformat.read
        return read(self.root / "autograded" / student / "ps1" / "ps1.ipynb", 4)

    def points(self, student: str) -> list[float]:
        with Gradebook(f"sqlite:///{self.root}/gradebook.db") as gradebook:
            grades = gradebook.find_submission_notebook("ps1", "ps1", student).grades
            return [grade.auto_score for grade in sorted(grades, key=lambda one: one.name)]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    root = tmp_path_factory.mktemp("undeclared")
    room = Room(root)
    paths = [root, root / "source", root / "gradebook.db", Path(__file__)]
    works = {
        "honest": submission(),
        "wrong": submission("a = 3"),
        "dies": submission(second="import os; os._exit(1)"),
        "nosy": submission(f"PATHS = {list(map(str, paths))}{NOSY}"),
        "skips": submission("a = 3"),
        "shows": submission(second=MARKUP),
    }
    works["skips"].cells[1].metadata["tags"] = ["skip-execution"]
    for student, book in works.items():
        room.write(f"submitted/{student}/ps1", book)
        assert room.api.autograde("ps1", student)["success"]
        assert room.api.generate_feedback("ps1", student)["success"]
    return room


sandboxed = [
    pytest.mark.sandbox,
    pytest.mark.slow,
    pytest.mark.needs("bwrap"),
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]


@pytest.mark.parametrize(
    ("student", "points"),
    [
        pytest.param(student, points, marks=sandboxed)
        for student, points in {
            "honest": [2, 2],
            "wrong": [0, 2],
            "dies": [2, 0],
            "nosy": [0, 2],
            "skips": [0, 2],
            "shows": [2, 0],
        }.items()
    ],
)
def test_each_gets_the_points_of_its_own_tests(
    room: Room, student: str, points: list[float]
) -> None:
    assert room.points(student) == points


class TestContained:
    pytestmark = sandboxed

    def test_the_notebook_says_how_it_was_judged(self, room: Room) -> None:
        told = room.graded("honest").metadata.autograder

        assert (told.level, told.flags) == ("strong", [OWN_PROCESS])

    def test_the_kernel_sees_its_own_files_alone(self, room: Room) -> None:
        path = room.root / "autograded/nosy/ps1/data/seen.json"
        seen = json.loads(path.read_text())

        assert seen.pop("here") == []
        assert not set(seen.pop("environment")) & {"USER", "OLDPWD", "SHELL", "VIRTUAL_ENV"}
        assert set(seen.values()) == {False}

    def test_no_notebook_comes_back_from_it(self, room: Room) -> None:
        assert len(room.graded("nosy").cells) == 4

    def test_outputs_run_nothing(self, room: Room) -> None:
        book = (room.root / "autograded/shows/ps1/ps1.ipynb").read_text()

        assert "text/html" not in book

    def test_feedback_says_how_each_test_went(self, room: Room) -> None:
        page = (room.root / "feedback/wrong/ps1/ps1.html").read_text()

        assert "Check a" in page
        assert "AssertionError" in page
        assert "2 of 4 points" in page
