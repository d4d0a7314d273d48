"""What an author declares is read, and what is wrong with it is said."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from autograder import assignment as declared
from autograder.assignment import course_root, course_secret, generators, load_assignment
from autograder.bank import load_bank
from autograder.errors import GraderFault
from autograder.stock import points_for
from tests.builders import FULL, NAME, SOLUTIONS, SQUARE, make_course

SLUGS = list(FULL)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course that was not released."""
    return make_course(tmp_path / "course")


def private(course: Path) -> Path:
    return course / "assignments" / NAME / "private"


def add(course: Path, kind: str, name: str, text: str) -> None:
    (private(course) / kind / name).write_text(text)


def test_exercises_bank_and_manifest_are_read(course: Path) -> None:
    tiny = load_assignment(NAME, course)

    assert [one.slug for one in tiny.exercises] == list(FULL)
    assert [answer.label for answer in tiny.bank] == ["square"]
    assert (tiny.limits.call_seconds, tiny.limits.memory_mb) == (0.5, 2048)
    assert set(tiny.by_cell) == {"check_double", "check_mean", "check_twice"}


def test_other_work_is_tried_with_other_inputs() -> None:
    one, other = (generators(b"secret", "a1", "ada", "neuron", work) for work in "ab")

    assert one("a check").normal() != other("a check").normal()


def test_changed_checks_are_read_again(course: Path) -> None:
    before = load_assignment(NAME, course).exercise("twice").points
    path = private(course) / "checks" / "__init__.py"
    path.write_text(
        path.read_text().replace("function twice", "it twice").replace("=1)", "=7)")
    )

    assert (before, load_assignment(NAME, course).exercise("twice").points) == (1.0, 7.0)


def test_two_checks_of_one_name_are_refused(course: Path) -> None:
    twice = load_assignment(NAME, course).exercise("twice")

    with pytest.raises(ValueError, match="twice has two checks called 'applies the function"):
        twice.check("applies the function twice", points=1)


def test_an_unknown_exercise_is_named(course: Path) -> None:
    with pytest.raises(
        GraderFault, match="tiny has no exercise 'cube'; it has double, mean, tw"
    ):
        load_assignment(NAME, course).exercise("cube")


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("checks/__init__.py", "EXERCISES = [", "be run: SyntaxError"),
        ("checks/__init__.py", "1 / 0", "be run: ZeroDivisionError"),
        ("checks/__init__.py", "", "KeyError"),
        ("manifest.toml", "title = ", "TOMLDecodeError"),
        ("wrong/square.py", "", "read: wrong/square.py must be named <exercise>__<label>.py"),
        ("wrong/double__.py", "", "wrong/double__.py must be named <exercise>__<label>.py"),
        ("right/dubble__add.py", "", "and the exercises are double, mean, twice"),
        ("wrong/double__x.py", '"""M.\n\npoint: 1\n"""', "'point: 1' is none of fails, points"),
        ("wrong/double__x.py", '"""M.\n\nno colon\n"""', "'no colon' is none of"),
        ("wrong/double__x.py", '"""M.\n\npoints: many\n"""', "could not convert"),
        ("wrong/double__x.py", "def f(:", "SyntaxError"),
    ],
)
def test_what_can_not_be_read_is_the_graders_fault(
    course: Path, path: str, text: str, message: str
) -> None:
    (private(course) / path).write_text(text)

    with pytest.raises(GraderFault, match="assignment 'tiny' can't be read") as caught:
        load_assignment(NAME, course)
    assert message in str(caught.value)


def test_a_missing_assignment_is_the_graders_fault(course: Path) -> None:
    with pytest.raises(GraderFault, match=r"assignment 'a9' can't be read: .*No such file"):
        load_assignment("a9", course)


def test_an_assignment_without_checks_is_nbgraders(course: Path) -> None:
    shutil.rmtree(private(course) / "checks")

    with pytest.raises(GraderFault, match=r"declares no checks: .*nbgrader autograde tiny"):
        load_assignment(NAME, course)


def test_a_labelled_answer_is_read_whole(course: Path) -> None:
    (answer,) = load_bank(private(course), SLUGS)

    assert answer.message == "Squares the number."
    assert answer.fails == ("double",)
    assert answer.hints == ("What is double(3)?", "Which operator doubles?")
    assert answer.section == "Modeling one neuron"
    assert answer.load().get("double")(3) == 9


def test_right_answers_come_first_and_need_no_fields(course: Path) -> None:
    add(course, "right", "double__add.py", '"""Adds."""\ndef double(x):\n    return x + x\n')
    add(course, "wrong", "double__a.py", SQUARE)

    assert [(a.label, a.right) for a in load_bank(private(course), SLUGS)] == [
        ("add", True),
        ("a", False),
        ("square", False),
    ]


def test_an_answer_that_breaks_is_the_graders_fault(course: Path) -> None:
    add(course, "right", "double__broken.py", "1 / 0\n")

    with pytest.raises(GraderFault, match=r"double__broken.py of right can't be run: ZeroDiv"):
        load_bank(private(course), SLUGS)[0].load()


def test_an_answer_may_hold_a_dataclass(course: Path) -> None:
    text = (
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass Box:\n    x: int\n"
    )
    add(course, "right", "double__box.py", text)

    assert load_bank(private(course), SLUGS)[0].load().get("Box")(3).x == 3


def test_the_course_is_found_from_below(course: Path) -> None:
    assert course_root(private(course)) == course


def test_outside_a_course_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(GraderFault, match="run this inside the course's folder"):
        course_root(tmp_path)


def test_the_secret_is_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    secret = course_secret(tmp_path / "grading")

    assert len(secret) == 64
    assert course_secret(tmp_path / "grading") == secret
    assert (tmp_path / "grading" / declared.SECRET_FILE).stat().st_mode & 0o777 == 0o600


def test_two_courses_have_two_secrets(tmp_path: Path) -> None:
    assert course_secret(tmp_path / "one") != course_secret(tmp_path / "two")


# --- the checks as stock nbgrader runs them --------------------------------------------


@pytest.fixture
def student_folder(course: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which nbgrader runs a student's notebook, as working folder."""
    folder = course / "grading" / "autograded" / "ada" / NAME
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("student_folder")
def test_stock_nbgrader_gets_the_points_and_a_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names: dict[str, Any] = {}
    exec("import numpy as np\n" + SOLUTIONS["double"], names)

    assert points_for(NAME, "double", names) == 4.0
    assert capsys.readouterr().out.startswith("Doubling: correct, 4 of 4 points\n")


@pytest.mark.usefixtures("student_folder")
def test_stock_nbgrader_gets_nothing_for_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert points_for(NAME, "double", {}) == 0.0
    assert "Doubling: not attempted, 0 of 4 points" in capsys.readouterr().out


def test_the_assignment_of_the_tests_is_a_sound_notebook(course: Path) -> None:
    book = json.loads((course / "assignments" / NAME / f"{NAME}.ipynb").read_text())

    assert len(book["cells"]) == 9
    assert os.environ["USER"]
