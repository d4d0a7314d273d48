"""What a graded class looks like from outside, to be compared with another one."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from sqlalchemy import text

from autograder.assignment import course_secret
from autograder.engine.wish import Wish
from autograder.grading import Course
from autograder.marks import Mark
from tests.builders import NAME, SOLUTIONS, Classroom

SQUARE = "def double(x):\n    return x ** 2"
GRADES = """
SELECT s.student_id, b.name, g.auto_score, g.manual_score, g.extra_credit,
       g.needs_manual_grade, n.late_submission_penalty, s.timestamp
FROM grade g JOIN base_cell b ON b.id = g.cell_id
JOIN submitted_notebook n ON n.id = g.notebook_id
JOIN submitted_assignment s ON s.id = n.assignment_id ORDER BY 1, 2
"""
COMMENTS = """
SELECT s.student_id, b.name, c.auto_comment, c.manual_comment
FROM comment c JOIN base_cell b ON b.id = c.cell_id
JOIN submitted_notebook n ON n.id = c.notebook_id
JOIN submitted_assignment s ON s.id = n.assignment_id ORDER BY 1, 2
"""
JOURNAL = "SELECT student, work, notebook, page, told FROM autograder_journal ORDER BY 1"


def rows(url: str, *queries: str) -> list[Any]:
    """Return what a gradebook answers."""
    with Gradebook(url) as gradebook:
        return [[tuple(row) for row in gradebook.db.execute(text(q))] for q in queries]


def gradebook_of(root: Path) -> str:
    return f"sqlite:///{root}/grading/gradebook.db"


def products(root: Path) -> dict[str, str]:
    """Return the digests of all graded notebooks and feedback pages."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for step in ("autograded", "feedback")
        for path in sorted((root / "grading" / step).rglob("*"))
        if path.is_file()
    }


def whole(root: Path) -> list[Any]:
    """Return everything that two runs over the same class must agree on."""
    return [products(root), *rows(gradebook_of(root), GRADES, COMMENTS, JOURNAL)]


def class_of(root: Path, count: int) -> Classroom:
    """Return a classroom in which so many students have handed in, some of it wrong."""
    room = Classroom(root)
    course_secret(root / "grading")  # copies of the class draw the same inputs
    for number in range(count):
        answers = SOLUTIONS | ({"double": SQUARE} if number % 3 == 1 else {})
        room.hand_in(f"s{number:03}", room.answered(f"number = {number}", **answers))
        stamp = room.submitted(f"s{number:03}").with_name("timestamp.txt")
        stamp.write_text("2026-11-21 09:30:00 UTC")
    return room


def graded(root: Path, **wish: Any) -> list[Mark]:
    """Grade a class, in this process unless the wish says otherwise; marks by name."""
    with Course(root).class_run(NAME, Wish(**({"workers": 0} | wish))) as run:
        return sorted(run.marks(), key=lambda mark: mark.student)


class QuickRun:
    """Stands in for the judge where only the record is tried: points follow from the text."""

    def __init__(self, assignment: Any, student: str, secret: bytes) -> None:
        self.assignment, self.seed = assignment, student.encode() + secret

    def grade(self, notebook: NotebookNode) -> None:
        notebook.metadata["autograder"]["level"] = "strong"
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if exercise := self.assignment.by_cell.get(name):
                share = hashlib.sha256(self.seed + name.encode()).digest()[0] % 3 / 2
                _give(cell, exercise, share * exercise.points)


def _give(cell: NotebookNode, exercise: Any, points: float) -> None:
    make: Any = nbformat.v4.new_output
    cell.outputs = [make("execute_result", data={"text/plain": repr(points)})]
    cell.metadata["autograder"] = {
        "exercise": exercise.slug,
        "title": exercise.title,
        "outcome": "correct" if points == exercise.points else "incorrect",
        "points": points,
        "max_points": exercise.points,
        "checks": [],
        "diagnosis": None,
    }


def killed(action: Callable[[], Any], moment: int = 0) -> bool:
    """Do something in a child process that dies at so many audited events; say if it died.

    Python reports each opened, renamed and removed file, each query and much more as an
    event; at the given one the child kills itself as ``kill -9`` would.
    """
    child = os.fork()
    if child == 0:
        _child(action, moment)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def events(action: Callable[[], Any]) -> int:
    """Return how many audited events an action has, done in a child process."""
    theirs, ours = os.pipe()
    child = os.fork()
    if child == 0:
        count = [0]
        sys.addaudithook(lambda *_: count.__setitem__(0, count[0] + 1))
        action()
        os.write(ours, str(count[0]).encode())
        os._exit(0)
    os.waitpid(child, 0)
    told = os.read(theirs, 20)
    os.close(ours)
    os.close(theirs)
    return int(told)


def _child(action: Callable[[], Any], moment: int) -> None:
    left = [moment]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        if moment:
            sys.addaudithook(count)
        action()
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
