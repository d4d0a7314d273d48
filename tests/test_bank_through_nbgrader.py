"""Each answer of each bank goes the whole way: sandbox, judge, gradebook and feedback page.

One submission carries one answer for every exercise, so that a bank of fifty answers needs
about a dozen submissions.  The whole bank of one assignment goes this way, and the first right
and the first wrong answers of the others: what their checks say of the rest is proved without
nbgrader, in `tests.test_assignments`.
"""

from __future__ import annotations

import contextlib
import html
import json
import shutil
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from autograder.assignment import load_assignment
from autograder.bank import Answer
from autograder.grading import Course
from autograder.marks import Mark
from tests.builders import ROOT, command, grade_id
from tools.leaks import readable_text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.sandbox,
    pytest.mark.needs("bwrap"),
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]
NAMES = sorted(path.parent.parent.name for path in ROOT.glob("assignments/*/private/checks"))
WHOLE = "a1_neuron"


@dataclass
class Class:
    """A graded class, each student of which holds one answer for every exercise."""

    name: str
    root: Path
    held: dict[str, list[Answer]] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)

    def product(self, step: str, student: str, ending: str) -> str:
        folder = self.root / "grading" / step / student / self.name
        return (folder / f"{self.name}{ending}").read_text("utf-8")


def answers(name: str, *, right: bool) -> list[Answer]:
    return [one for one in load_assignment(name, ROOT).bank if one.right == right]


def together(name: str, *, right: bool) -> dict[str, list[Answer]]:
    """Deal the answers of a bank to as few students as possible."""
    slugs = [exercise.slug for exercise in load_assignment(name, ROOT).exercises]
    bank = answers(name, right=right)
    columns = [[one for one in bank if one.slug == slug] for slug in slugs]
    kind = "right" if right else "wrong"
    rows = enumerate(islice(zip_longest(*columns), None if name == WHOLE else 1))
    return {f"{kind}_{i}": [one for one in row if one] for i, row in rows}


def hand_in(root: Path, name: str, student: str, held: list[Answer]) -> None:
    released = root / "grading" / "release" / name / f"{name}.ipynb"
    notebook: dict[str, Any] = json.loads(released.read_text("utf-8"))
    sources = {f"answer_{one.slug}": one.path.read_text("utf-8") for one in held}
    for cell in notebook["cells"]:
        # The docstring of a bank's file tells the mistake; a student's cell has none.
        text = sources.get(grade_id(cell), "").split('"""', 2)[-1]
        cell["source"] = "import numpy as np\n" + text if text else cell["source"]
    folder = root / "grading" / "submitted" / student / name
    folder.mkdir(parents=True)
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook), "utf-8")


@pytest.fixture(scope="module", params=NAMES)
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Return a class that hands in every answer of an assignment's bank."""
    name: str = request.param
    root = tmp_path_factory.mktemp("bank") / "course"
    shutil.copytree(ROOT / "assignments" / name, root / "assignments" / name)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    group = Class(name, root)
    group.held = together(name, right=True) | together(name, right=False)
    with contextlib.chdir(root):
        course = Course(root)
        assert course.api.generate_assignment(name)["success"]
        for student, held in group.held.items():
            hand_in(root, name, student, held)
        group.marks = {mark.student: mark for mark in course.grade(name)}
    return group


def holding(group: Class, *, right: bool) -> list[tuple[str, Answer]]:
    pairs = ((student, one) for student, held in group.held.items() for one in held)
    return [(student, one) for student, one in pairs if one.right == right]


def test_every_answer_of_a_whole_bank_is_handed_in() -> None:
    held = [*together(WHOLE, right=True).values(), *together(WHOLE, right=False).values()]

    bank = load_assignment(WHOLE, ROOT).bank
    assert sorted(one.path for row in held for one in row) == sorted(one.path for one in bank)


def test_right_answers_get_full_marks(graded: Class) -> None:
    declared = load_assignment(graded.name, ROOT)
    lost = {
        one.path.name: graded.marks[student].points[one.slug]
        for student, one in holding(graded, right=True)
        if graded.marks[student].points[one.slug] != declared.exercise(one.slug).points
    }

    assert lost == {}


def test_wrong_answers_get_what_they_deserve(graded: Class) -> None:
    held = holding(graded, right=False)
    found = {one.path.name: graded.marks[student].points[one.slug] for student, one in held}

    assert found == {one.path.name: one.points for _, one in held}


def test_wrong_answers_get_their_own_hints_on_the_page(graded: Class) -> None:
    missing = [
        one.path.name
        for student, one in holding(graded, right=False)
        for said in (one.message, *one.hints)
        if html.escape(said, quote=False) not in page(graded, student)
    ]

    assert missing == []


@cache
def _page(path: Path) -> str:
    text = path.read_text("utf-8")
    return text.replace("&#39;", "'").replace("&#34;", '"')


def page(group: Class, student: str) -> str:
    folder = group.root / "grading" / "feedback" / student / group.name
    return _page(folder / f"{group.name}.html")


def test_what_the_checks_compute_is_in_no_product(graded: Class) -> None:
    released = graded.root / "grading" / "release" / graded.name / f"{graded.name}.ipynb"
    shown = readable_text(released)  # an experiment that the student sees may stand in both
    secret = {line for line in checks_code(graded.name) if line not in shown}
    leaks = {
        line
        for student in graded.held
        for step, ending in (("autograded", ".ipynb"), ("feedback", ".html"))
        for line in secret
        if line in graded.product(step, student, ending)
    }

    assert leaks == set()


@cache
def checks_code(name: str) -> set[str]:
    """Return the lines of the checks that draw inputs, and the call of the hidden region."""
    folder = ROOT / "assignments" / name / "private" / "checks"
    lines = {
        line.strip() for path in folder.glob("*.py") for line in path.read_text().splitlines()
    }
    drawn = {line for line in lines if "rng." in line or line.startswith("yield ")}
    return {line for line in drawn if len(line) > 20} | {"points_for", "BEGIN HIDDEN"}


def test_stock_nbgrader_gives_right_answers_the_same_points(graded: Class) -> None:
    done = command(
        graded.root,
        *("nbgrader", "autograde", graded.name, "--student", "right_*", "--force"),
        NN_STOCK="1",
    )

    assert done.returncode == 0, done.stderr
    with Gradebook(f"sqlite:///{graded.root}/grading/gradebook.db") as gradebook:
        scores = {s.student.id: s.score for s in gradebook.assignment_submissions(graded.name)}
    ours = {student: mark.total for student, mark in graded.marks.items() if "right" in student}
    assert {student: scores[student] for student in ours} == ours
