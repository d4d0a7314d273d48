"""All nine assignments from release to export: the solutions, and the release as it is.

Two students hand in every assignment.  One has the author's solutions, the other has not
written a word.
"""

from __future__ import annotations

import contextlib
import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from autograder.assignment import Assignment, load_assignment
from autograder.grading import Course
from autograder.marks import Mark
from tests.builders import ROOT, command, grade_id
from tools.leaks import find_leaks, readable_text
from tools.release import copy_lectures

pytestmark = [
    pytest.mark.slow,
    pytest.mark.sandbox,
    pytest.mark.needs("bwrap"),
    pytest.mark.timeout(900),  # some ask for all nine
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]
NAMES = sorted(path.parent.parent.name for path in ROOT.glob("assignments/*/private/checks"))
SOLVED, UNTOUCHED = "solved", "untouched"
BY_HAND = 1.5  # points that a person gives for the text of the last assignment


@dataclass
class Term:
    """A course whose assignments are released, handed in and graded once each."""

    root: Path
    marks: dict[str, dict[str, Mark]] = field(default_factory=dict)

    def graded(self, name: str) -> dict[str, Mark]:
        """Return the marks of both students on an assignment; the first call takes long."""
        if name not in self.marks:
            with contextlib.chdir(self.root):
                course = Course(self.root)
                assert course.api.generate_assignment(name)["success"]
                released = self.released(name).read_text("utf-8")
                self.hand_in(name, SOLVED, solutions(name, released))
                self.hand_in(name, UNTOUCHED, released)
                self.marks[name] = {mark.student: mark for mark in course.grade(name)}
        return self.marks[name]

    def released(self, name: str) -> Path:
        return self.root / "grading" / "release" / name / f"{name}.ipynb"

    def hand_in(self, name: str, student: str, notebook: str) -> None:
        folder = self.root / "grading" / "submitted" / student / name
        folder.mkdir(parents=True)
        (folder / f"{name}.ipynb").write_text(notebook, "utf-8")

    @contextlib.contextmanager
    def gradebook(self) -> Iterator[Any]:
        with Gradebook(f"sqlite:///{self.root}/grading/gradebook.db") as gradebook:
            yield gradebook


def solutions(name: str, released: str) -> str:
    """Return the released notebook with the author's answers in the student's cells."""
    written = json.loads((ROOT / "assignments" / name / f"{name}.ipynb").read_text("utf-8"))
    answers = {grade_id(cell): cell["source"] for cell in written["cells"]}
    notebook = json.loads(released)
    for cell in notebook["cells"]:
        if grade_id(cell).startswith(("answer_", "manual_")):
            cell["source"] = answers[grade_id(cell)]
    return json.dumps(notebook)


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory) -> Term:
    """Return the course in which each test grades what it asks for."""
    root = tmp_path_factory.mktemp("term") / "course"
    shutil.copytree(ROOT / "assignments", root / "assignments")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    return Term(root)


def declared(name: str) -> Assignment:
    return load_assignment(name, ROOT)


def test_there_are_nine() -> None:
    assert [name[:2] for name in NAMES] == [f"a{i}" for i in range(1, 10)]


@pytest.mark.parametrize("name", NAMES)
def test_solutions_get_all_automatic_points(term: Term, name: str) -> None:
    mark = term.graded(name)[SOLVED]

    assert mark.points == {one.slug: one.points for one in declared(name).exercises}
    assert mark.max_total == declared(name).manifest["total_points"]
    assert mark.problem == ""
    assert mark.flags == ()


@pytest.mark.parametrize("name", NAMES)
def test_only_texts_are_left_for_a_person(term: Term, name: str) -> None:
    mark = term.graded(name)[SOLVED]
    by_hand = sum(one["points"] for one in declared(name).manifest.get("manual", []))

    assert mark.waiting == bool(by_hand)
    assert mark.max_total - mark.total == by_hand


@pytest.mark.parametrize("name", NAMES)
def test_the_release_as_it_is_gets_nothing(term: Term, name: str) -> None:
    mark = term.graded(name)[UNTOUCHED]

    assert set(mark.outcomes.values()) == {"not attempted"}
    assert mark.total == 0
    assert not mark.waiting


def test_release_shows_no_solution_no_check_and_no_misconception(
    term: Term, tmp_path: Path
) -> None:
    for name in NAMES:
        term.graded(name)
    copy_lectures(ROOT, tmp_path)
    shutil.copytree(term.root / "grading" / "release", tmp_path / "assignments")

    assert find_leaks(ROOT, tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_release_and_feedback_show_no_rubric(term: Term, name: str) -> None:
    term.graded(name)
    page = f"grading/feedback/{SOLVED}/{name}/{name}.html"
    shown = readable_text(term.released(name)) + (term.root / page).read_text("utf-8")

    assert [line for line in rubric(name) if line in shown] == []


def rubric(name: str) -> list[str]:
    """Return every text of the rubric, and what is kept ready for common mistakes."""
    return [
        text
        for question in declared(name).manifest.get("manual", [])
        for line in (*question["rubric"], *question.get("common", []))
        for text in line.values()
        if isinstance(text, str)
    ]


def test_export_gives_the_marks_of_the_class(term: Term, tmp_path: Path) -> None:
    for name in NAMES:
        term.graded(name)
    with term.gradebook() as gradebook:
        answer = gradebook.find_grade("manual_argument", "a9_audit", "a9_audit", SOLVED)
        answer.manual_score = BY_HAND
        gradebook.db.commit()
        totals = {
            (name, one.student.id): (one.score, one.max_score)
            for name in NAMES
            for one in gradebook.assignment_submissions(name)
        }

    done = command(term.root, "nbgrader", "export", f"--to={tmp_path / 'marks.csv'}")

    assert done.returncode == 0, done.stderr
    with (tmp_path / "marks.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["assignment"], row["student_id"]): row for row in csv.DictReader(file)}
    exported = {
        key: (float(row["score"]), float(row["max_score"])) for key, row in rows.items()
    }
    assert exported == totals
    automatic = term.graded("a9_audit")[SOLVED].total
    assert exported["a9_audit", SOLVED] == (automatic + BY_HAND, 20)
