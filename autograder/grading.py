"""Grade a class: every submission of an assignment through nbgrader, then feedback."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader, NbGraderAPI
from sqlalchemy import text
from sqlalchemy.exc import SAWarning

from autograder import handed_in
from autograder.assignment import PRODUCTS, course_root, load_assignment
from autograder.errors import GraderFault
from autograder.marks import Mark
from autograder.sandbox import Limits
from autograder.session import Session

CAUSE = re.compile(r"^\s*([\w.]*(?:Error|Exception|Fault|Entry)): (.+)$", re.MULTILINE)


@contextlib.contextmanager
def interruptible() -> Iterator[threading.Event]:
    """Turn Ctrl-C into a wish to stop after the student at hand; a second one insists.

    nbgrader swallows the interrupt that Python would raise, and with it the student's score.
    """
    wish = threading.Event()

    def note(*_: object) -> None:
        if wish.is_set():
            raise KeyboardInterrupt
        wish.set()

    before = signal.signal(signal.SIGINT, note)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, before)


def prepare_process(root: Path) -> None:
    """Give nbgrader the working folder, the programs and the user name that it expects."""
    os.chdir(root)
    here = str(Path(sys.executable).parent)  # it starts `alembic` by name
    os.environ["PATH"] = os.pathsep.join([here, os.environ.get("PATH", "")])
    os.environ.setdefault("USER", "instructor")


class Course:
    """A course folder and nbgrader's interface to it.

    Parameters
    ----------
    root : Path, optional
        The folder with ``nbgrader_config.py``; found from the working folder by default.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or course_root()
        prepare_process(self.root)
        app = NbGrader()
        app.load_config_file()
        self.api = NbGraderAPI(config=app.config)
        self.directory = self.api.coursedir

    def path(self, step: str, student: str, assignment: str) -> Path:
        """Return a student's folder at a step of nbgrader's cycle."""
        return Path(self.directory.format_path(step, student, assignment))

    @property
    def submitted(self) -> Path:
        """Return the folder of all submissions."""
        return self.path(self.directory.submitted_directory, ".", ".")

    def misplaced(self) -> list[Path]:
        """Return what was handed in where nobody looks for it."""
        return handed_in.misplaced(self.submitted, self.assignments)

    @property
    def assignments(self) -> set[str]:
        """Return the names of the course's assignments."""
        folders = self.path(self.directory.source_directory, ".", ".").iterdir()
        return {folder.name for folder in folders if (folder / "private").is_dir()}

    def grade(self, assignment: str, pattern: str = "*") -> Iterator[Mark]:
        """Grade every submission, one after the other; a bad one never stops the rest.

        Raises
        ------
        GraderFault
            If the assignment was never released, or nobody handed anything in.
        """
        self._check_ready(assignment)
        students = handed_in.students(self.submitted, assignment, pattern)
        if not students:
            msg = f"nobody called {pattern!r} handed in {assignment}"
            raise GraderFault(msg)
        for student in students:
            yield self._grade(assignment, student)

    def _check_ready(self, assignment: str) -> None:
        """Find out at once what would otherwise fail for one student after the other."""
        if assignment not in self.assignments:
            known = ", ".join(sorted(self.assignments)) or "none yet"
            msg = f"there is no assignment {assignment!r}; the course has {known}"
            raise GraderFault(msg)
        load_assignment(assignment, self.root)
        if not self.path(self.directory.release_directory, ".", assignment).exists():
            msg = f"not released yet; run `nbgrader generate_assignment {assignment}` first"
            raise GraderFault(msg)
        try:
            with Gradebook(self.directory.db_url) as gradebook:
                gradebook.find_assignment(assignment)
                gradebook.db.execute(text("UPDATE assignment SET id = id WHERE 1 = 0"))
        except Exception as error:
            msg = f"the gradebook {self.directory.db_url} can't be used: {error}"
            raise GraderFault(msg) from error
        with Session(Limits()) as session:
            session.run("'the worker starts'")

    def _grade(self, assignment: str, student: str) -> Mark:
        folder = self.path(self.directory.submitted_directory, student, assignment)
        if not folder.is_dir():
            return Mark(student, problem="not graded: a file was handed in, not a folder")
        if signs := handed_in.unsuitable(student):
            return Mark(student, problem=f"not graded: a name must not contain {signs}")
        with (
            handed_in.notebook_in_place(folder, assignment) as notes,
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, on every submission
            if cause := self._failed(self.api.autograde, assignment, student):
                self._hand_over(assignment, student)
                problem = f"not graded: {cause}"
                return Mark(student, waiting=True, problem=problem, flags=tuple(notes))
            cause = self._failed(self.api.generate_feedback, assignment, student)
            problem = f"no feedback page: {cause}" if cause else ""
            return self.mark(assignment, student, problem, notes)

    def _hand_over(self, assignment: str, student: str) -> None:
        """Leave no mark or page of earlier work standing for work that was not graded."""
        with Gradebook(self.directory.db_url) as gradebook:
            submission = gradebook.update_or_create_submission(assignment, student)
            for grade in (grade for book in submission.notebooks for grade in book.grades):
                grade.auto_score = None
                grade.needs_manual_grade = True
            gradebook.db.commit()
        page = self.path(self.directory.feedback_directory, student, assignment)
        shutil.rmtree(page, ignore_errors=True)

    def _failed(
        self, step: Callable[..., dict[str, Any]], assignment: str, student: str
    ) -> str:
        """Do one of nbgrader's steps; if it fails, write its log down and return the cause."""
        done = step(assignment, student, force=True)
        if done["success"]:
            return ""
        told = f"{done.get('log')}\n{done.get('error')}\n"
        log = Path(PRODUCTS, "logs", assignment, f"{student}.log")
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(told, "utf-8")
        causes = [": ".join(found) for found in CAUSE.findall(told)]
        own = [cause for cause in causes if "NbGraderException" not in cause]
        return f"{own[-1][:200]} (see {log})" if own else f"see {log}"

    def mark(
        self, assignment: str, student: str, problem: str = "", notes: Sequence[str] = ()
    ) -> Mark:
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
                flags=(*notes, *told.get("flags", ())),
            )
