"""Grade a class: every submission of an assignment through nbgrader, then feedback."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader, NbGraderAPI
from sqlalchemy.exc import SAWarning

from autograder import sandbox
from autograder.assignment import PRODUCTS, course_root
from autograder.errors import GraderFault


@dataclass(frozen=True)
class Mark:
    """One student's marks on an assignment.

    Attributes
    ----------
    student : str
        Who.
    points, outcomes : dict
        By exercise.
    total, max_total : float
        What is in the gradebook, with manual scores and penalties.
    waiting : bool
        Whether a person has something to mark.
    problem : str
        Why the submission could not be read or graded, or nothing.
    flags : tuple of str
        What intake put right.
    """

    student: str
    points: dict[str, float] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    total: float = 0.0
    max_total: float = 0.0
    waiting: bool = False
    problem: str = ""
    flags: tuple[str, ...] = ()


class Course:
    """A course folder and nbgrader's interface to it.

    Parameters
    ----------
    root : Path, optional
        The folder with ``nbgrader_config.py``; found from the working folder by default.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or course_root()
        os.chdir(self.root)
        # nbgrader starts `alembic` by name and asks for USER
        os.environ["PATH"] = os.pathsep.join(
            [str(Path(sys.executable).parent), os.environ.get("PATH", "")]
        )
        os.environ.setdefault("USER", "instructor")
        app = NbGrader()
        app.load_config_file()
        self.api = NbGraderAPI(config=app.config)
        self.directory = self.api.coursedir
        for name in ("Autograde", "GenerateFeedback", "NbGraderAPI"):
            logging.getLogger(name).setLevel(logging.ERROR)

    def path(self, step: str, student: str, assignment: str) -> Path:
        """Return a student's folder at a step of nbgrader's cycle."""
        return Path(self.directory.format_path(step, student, assignment))

    def students(self, assignment: str, pattern: str = "*") -> list[str]:
        """Return the names of all who handed something in."""
        anyone = self.path(self.directory.submitted_directory, pattern, assignment)
        parents = anyone.parent.parent.glob(f"{pattern}/{assignment}")
        return sorted(folder.parent.name for folder in parents)

    def grade(self, assignment: str, pattern: str = "*") -> Iterator[Mark]:
        """Grade every submission, one after the other; a bad one never stops the rest.

        Raises
        ------
        GraderFault
            If the assignment was never released, or nobody handed anything in.
        """
        released = self.path(self.directory.release_directory, ".", assignment)
        if not released.exists():
            msg = (
                f"{assignment} is not released; run `nbgrader generate_assignment {assignment}`"
            )
            raise GraderFault(msg)
        students = self.students(assignment, pattern)
        if not students:
            msg = f"nobody called {pattern!r} handed in {assignment}"
            raise GraderFault(msg)
        for student in students:
            yield self._grade(assignment, student)

    def _grade(self, assignment: str, student: str) -> Mark:
        if not self.path(self.directory.submitted_directory, student, assignment).is_dir():
            return Mark(student, problem="not graded: a file was handed in, not a folder")
        self._supply_notebook(assignment, student)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, on every submission
            if log := self._failed(self.api.autograde, assignment, student):
                return Mark(student, problem=f"not graded: see {log}")
            log = self._failed(self.api.generate_feedback, assignment, student)
            return self.mark(assignment, student, f"no feedback page: see {log}" if log else "")

    def _failed(
        self, step: Callable[..., dict[str, Any]], assignment: str, student: str
    ) -> Path | None:
        """Do one of nbgrader's steps; if it fails, write its log down and say where."""
        done = step(assignment, student, force=True)
        if done["success"]:
            return None
        log = Path(PRODUCTS, "logs", assignment, f"{student}.log")
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(f"{done.get('log')}\n{done.get('error')}\n", "utf-8")
        return log

    def _supply_notebook(self, assignment: str, student: str) -> None:
        """Give nbgrader the file that it looks for; without it, it passes over the student.

        A notebook under another name is taken if it is the only one.  Otherwise an empty
        file is put there, and the intake records a zero and says why.
        """
        folder = self.path(self.directory.submitted_directory, student, assignment)
        wanted = folder / f"{assignment}.ipynb"
        if wanted.is_symlink() or wanted.exists():
            return
        others = [p for p in folder.glob("*.ipynb") if p.is_file() and not p.is_symlink()]
        if len(others) == 1:
            shutil.copy(others[0], wanted)
        else:
            wanted.touch()

    def mark(self, assignment: str, student: str, problem: str = "") -> Mark:
        """Return what the gradebook and the graded notebook say of a student."""
        folder = self.path(self.directory.autograded_directory, student, assignment)
        notebook = nbformat.read(folder / f"{assignment}.ipynb", as_version=4)
        told = notebook.metadata.get("autograder", {})
        verdicts = [c.metadata.autograder for c in notebook.cells if "autograder" in c.metadata]
        with Gradebook(self.directory.db_url) as gradebook:
            submission = gradebook.find_submission(assignment, student)
            return Mark(
                student,
                points={verdict.exercise: verdict.points for verdict in verdicts},
                outcomes={verdict.exercise: verdict.outcome for verdict in verdicts},
                total=submission.score,
                max_total=submission.max_score,
                waiting=bool(submission.needs_manual_grade),
                problem=problem or told.get("problem", ""),
                flags=tuple(told.get("flags", ())),
            )


def as_table(marks: list[Mark]) -> str:
    """Return the class's marks as lines of text, one student a line."""
    exercises = list(dict.fromkeys(name for mark in marks for name in mark.points))
    head = ["student", *exercises, "total", ""]
    rows = [[mark.student, *_cells(mark, exercises)] for mark in marks]
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        for row in [head, ["-" * width for width in widths], *rows]
    ]
    return "\n".join(line.rstrip() for line in lines)


def _cells(mark: Mark, exercises: list[str]) -> list[str]:
    points = [f"{mark.points[e]:g}" if e in mark.points else "-" for e in exercises]
    total = f"{mark.total:g}/{mark.max_total:g}"
    notes = ["a person must mark the rest"] if mark.waiting else []
    notes += [mark.problem] if mark.problem else []
    notes += [f"{len(mark.flags)} flag{'s' * (len(mark.flags) > 1)}"] if mark.flags else []
    return [*points, total, "; ".join(notes)]


def as_data(marks: list[Mark]) -> list[dict[str, Any]]:
    """Return the marks as plain data for a JSON file."""
    return [
        vars(mark) | {"flags": list(mark.flags), "level": sandbox.level()} for mark in marks
    ]
