"""The way through nbgrader: a class hands in, and the gradebook is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder import plug
from tests.builders import FULL, NAME, NOTHING, ROOT, SOLUTIONS, Classroom
from tests.rooms import database

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]


@pytest.mark.parametrize(
    ("student", "points"),
    [
        ("reference", FULL),
        ("untouched", NOTHING),
        ("square", FULL | {"double": 0.0}),
        ("loud", FULL),
        ("number", FULL | {"double": 0.0}),
        ("unparsed", FULL | {"double": 0.0}),
        ("surrogate", FULL),
        ("edited", FULL),
        ("scripts", FULL),
        ("empty", NOTHING),
        ("broken", NOTHING),
        ("link", NOTHING),
        ("linked_data", FULL),
        ("pipe", NOTHING),
        ("folder", NOTHING),
        ("nothing", NOTHING),
        ("renamed", FULL),
    ],
)
def test_each_student_gets_what_the_work_deserves(
    room: Classroom, student: str, points: dict[str, float]
) -> None:
    mark = room.marks[student]

    assert mark.points == points
    assert (mark.total, mark.max_total) == (sum(points.values()), 10.0)


@pytest.mark.parametrize(
    ("student", "outcomes"),
    [
        ("untouched", {"double": "not attempted", "mean": "not attempted"}),
        ("square", {"double": "incorrect", "mean": "correct"}),
        ("number", {"double": "error"}),
        ("unparsed", {"double": "error"}),
    ],
)
def test_each_student_gets_the_fitting_word(
    room: Classroom, student: str, outcomes: dict[str, str]
) -> None:
    assert room.marks[student].outcomes | outcomes == room.marks[student].outcomes


@pytest.mark.parametrize(
    ("student", "problem"),
    [
        ("reference", ""),
        ("empty", "the file is empty"),
        ("broken", "its JSON is broken"),
        ("link", "no notebook was handed in"),
        ("pipe", "no notebook was handed in"),
        ("folder", "it is not a regular file"),
        ("nothing", "no notebook was handed in"),
        ("file", "not graded: a file was handed in, not a folder"),
    ],
)
def test_a_problem_is_said(room: Classroom, student: str, problem: str) -> None:
    assert problem in room.marks[student].problem
    assert bool(problem) == bool(room.marks[student].problem)


def test_flags_tell_what_was_put_right(room: Classroom) -> None:
    flags = "; ".join(room.marks["edited"].flags)

    assert "tags taken off cell 'check_double'" in flags
    assert "the text of check_mean had been edited" in flags
    assert "check_twice was missing and came back as released" in flags
    assert "a second copy of answer_double was made ordinary" in flags
    assert "cells were put back in their order" in flags
    assert room.marks["reference"].flags == ()


def test_only_written_answers_wait_for_a_person(room: Classroom) -> None:
    assert [name for name, mark in room.marks.items() if mark.waiting] == ["scripts"]


def test_points_and_cells_in_the_gradebook_are_the_assignments(room: Classroom) -> None:
    with database(room) as gradebook:
        submission = gradebook.find_submission_notebook(NAME, NAME, "edited")
        found = {grade.name: (grade.auto_score, grade.max_score) for grade in submission.grades}

    expected = {f"check_{slug}": (points, points) for slug, points in FULL.items()}
    assert found == expected | {"manual_why": (0.0, 2.0)}


# --- links --------------------------------------------------------------------------------


@pytest.mark.parametrize("student", ["link", "linked_data"])
def test_what_a_link_leads_to_comes_back_to_nobody(room: Classroom, student: str) -> None:
    folders = [room.root / "grading" / step / student for step in ("autograded", "feedback")]

    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    assert not any("a secret of the course" in path.read_text() for path in files)


@pytest.mark.parametrize(
    "path", ["link/tiny/tiny.ipynb", "linked_data/tiny/data.csv", "pipe/tiny/tiny.ipynb"]
)
def test_links_and_pipes_are_kept_aside(room: Classroom, path: str) -> None:
    aside = room.root / "grading" / "set_aside" / path

    assert aside.is_symlink() or aside.is_fifo()


def test_a_folder_that_is_a_link_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = Path("grading/submitted/eve/tiny")
    folder.parent.mkdir(parents=True)
    folder.symlink_to(outside)

    plug.set_links_aside(NAME, "eve", [str(folder / "tiny.ipynb")])

    assert not folder.exists()
    assert Path("grading/set_aside/eve/tiny/tiny").is_symlink()


# --- what a person has marked -------------------------------------------------------------


def test_a_manual_mark_stays_when_the_work_is_graded_again(room: Classroom) -> None:
    with database(room) as gradebook:
        grade = gradebook.find_grade("manual_why", NAME, NAME, "scripts")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        gradebook.db.commit()

    mark = room.grade("scripts")["scripts"]

    assert mark.total == 9.5


def test_a_persons_better_mark_for_a_checked_exercise_stays(room: Classroom) -> None:
    with database(room) as gradebook:
        gradebook.find_grade("check_double", NAME, NAME, "number").manual_score = 3.0
        gradebook.db.commit()

    assert room.grade("number")["number"].total == 7.0


# --- an assignment that changes after its release -----------------------------------------


def test_cells_that_the_author_moved_later_stay_there(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    room = Classroom(tmp_path_factory.mktemp("later") / "course")
    room.hand_in("early", room.answered(**SOLUTIONS))
    room.grade()
    path = room.root / "assignments" / NAME / f"{NAME}.ipynb"
    book = json.loads(path.read_text())
    book["cells"].insert(1, book["cells"].pop())
    path.write_text(json.dumps(book))
    with room.inside() as course:
        assert course.api.generate_assignment(NAME, force=True)["success"]

    room.hand_in("late", room.answered(**SOLUTIONS))
    marks = room.grade()

    assert (marks["late"].points, marks["late"].flags) == (FULL, ())
    assert marks["early"].flags == ("cells were put back in their order",)


def test_the_repository_is_no_place_for_products() -> None:
    assert "grading/" in (ROOT / ".gitignore").read_text().split()
