"""The only writer of the gradebook: one session, one transaction for each submission.

It does with nbgrader's own tables what ``nbgrader autograde`` does with many more openings
and commits; a test compares the two.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import func, select, text

from autograder.engine.lock import Busy
from autograder.engine.scores import CellScore
from autograder.errors import GraderFault
from autograder.record import of_work

GRADE = (
    Grade.cell_id.label("cell"),
    Grade.score.label("score"),
    Grade.manual_score.label("manual"),
    Grade.needs_manual_grade.label("waiting"),
    SubmittedNotebook.late_submission_penalty.label("penalty"),
)
COMMENT = (Comment.cell_id.label("cell"), Comment.comment.label("comment"))
PATIENCE = 30_000  # milliseconds that a write waits while formgrader writes


@dataclass
class Standing:
    """What the gradebook says of a submission, people's marks and penalties included.

    Attributes
    ----------
    score, penalty : float
        Points before the penalty for being late, and that penalty.
    cells : dict
        By grade_id, in the words of nbgrader's feedback: score, points, comment, waiting.
    waiting : bool
        Whether a person has something to mark.
    """

    score: float = 0.0
    penalty: float = 0.0
    cells: dict[str, dict[str, Any]] = field(default_factory=dict)
    waiting: bool = False

    def about(self, student: str, assignment: str, max_score: float) -> dict[str, Any]:
        """Return what a feedback page says at its top."""
        return {
            "student": student,
            "assignment": assignment,
            "notebook": assignment,
            "score": self.score - self.penalty,
            "max_score": max_score,
            "late_penalty": self.penalty,
        }

    def digest(self, *more: str) -> str:
        """Return a digest that changes whenever the feedback page has to."""
        told = json.dumps([self.score, self.penalty, self.cells, *more], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


class Rows(NamedTuple):
    """What nbgrader's tables hold of one submission."""

    submission: Any
    book: Any
    grades: Sequence[Any]
    comments: Sequence[Any]


class Record:
    """The gradebook of one assignment.

    Parameters
    ----------
    gradebook : Gradebook
        Open for as long as this is used.
    name : str
        The assignment.
    config : traitlets.config.Config
        nbgrader's settings; they name the plugin for late submissions.
    """

    def __init__(self, gradebook: Gradebook, name: str, config: Any) -> None:
        self.db = gradebook.db
        self.name = name
        if self.db.get_bind().dialect.name == "sqlite":
            self.db.execute(text(f"PRAGMA busy_timeout = {PATIENCE}"))
        assignment = gradebook.find_assignment(name)
        self.id, self.max_score = assignment.id, float(assignment.max_score or 0)
        if [notebook.name for notebook in assignment.notebooks] != [name]:
            names = ", ".join(notebook.name for notebook in assignment.notebooks)
            came = f"{name} has the notebooks {names or '(none)'} in the gradebook"
            hint = f"run `nbgrader generate_assignment {name} --force`"
            msg = f"{came}, expected {name} alone; {hint}"
            raise GraderFault(msg)
        notebook = assignment.notebooks[0]
        self.notebook = notebook.id
        marked = (*notebook.grade_cells, *notebook.task_cells)
        self.points = {cell.id: float(cell.max_score) for cell in marked}
        self.spoken = [cell.id for cell in (*notebook.solution_cells, *notebook.task_cells)]
        cells = select(BaseCell.id, BaseCell.name).where(BaseCell.notebook_id == self.notebook)
        self.names = {row.id: row.name for row in self.db.execute(cells)}
        self.cells = list(self.names)
        self.late = AssignLatePenalties(config=config)
        self.late.init_plugin()

    def alone(self) -> None:
        """Make sure that no other machine writes this assignment's grades.

        Raises
        ------
        Busy
            If one does; SQLite is left to the lock in the course's folder.
        """
        if self.db.get_bind().dialect.name != "postgresql":
            return
        # The server forgets it with our connection, also when this process is killed.
        key = func.hashtext(f"autograder {self.id}")
        if not self.db.scalar(select(func.pg_try_advisory_lock(key))):
            msg = f"{self.name} is being graded on another machine; wait until that has ended"
            raise Busy(msg)

    def save(
        self,
        student: str,
        scores: Sequence[CellScore],
        timestamp: datetime.datetime | None = None,
    ) -> None:
        """Write scores and comments down, as nbgrader does; the caller commits.

        Parameters
        ----------
        student : str
            Whose; made if nobody knows them yet.
        scores : sequence of CellScore
            What the graded notebook says.
        timestamp : datetime, optional
            When the work was handed in.
        """
        found = self._found(student) or self._made(student)
        if timestamp:
            found.submission.timestamp = timestamp
        by_name = {score.name: score for score in scores}
        for grade in found.grades:
            if (score := by_name.get(self.names[grade.cell_id])) and score.graded:
                grade.auto_score = score.score
                manual = grade.manual_score is not None
                grade.needs_manual_grade = manual or score.score is None
        for comment in found.comments:
            if score := by_name.get(self.names[comment.cell_id]):
                comment.auto_comment = score.comment
        self._penalise(student, found)

    def hand_over(self, student: str) -> None:
        """Leave no mark of earlier work standing: a person must look at this."""
        found = self._found(student) or self._made(student)
        for grade in found.grades:
            grade.auto_score, grade.needs_manual_grade = None, True
        self.db.flush()

    def standings(self, students: Iterable[str] | None = None) -> dict[str, Standing]:
        """Return what the gradebook says of these students, or of all.

        Parameters
        ----------
        students : iterable of str, optional
            Whose standing to read.
        """
        grades, comments = (
            of_work(kind, self.id, *columns).where(*self._mine(kind))
            for kind, columns in ((Grade, GRADE), (Comment, COMMENT))
        )
        if students is not None:
            theirs = SubmittedAssignment.student_id.in_(list(students))
            grades, comments = grades.where(theirs), comments.where(theirs)
        found: dict[str, Standing] = {}
        for row in self.db.execute(grades):
            standing = found.setdefault(row.student, Standing(penalty=row.penalty or 0.0))
            standing.score += row.score
            standing.waiting |= bool(row.waiting)
            cell = {"score": row.score, "points": self.points[row.cell]}
            cell["waiting"] = bool(row.waiting and row.manual is None)
            standing.cells.setdefault(self.names[row.cell], {}).update(cell)
        for row in self.db.execute(comments):
            if row.student in found:
                cells = found[row.student].cells
                cells.setdefault(self.names[row.cell], {})["comment"] = row.comment
        return found

    def _mine(self, kind: Any) -> list[Any]:
        """Name the notebook and its cells: nbgrader's tables are indexed by these alone."""
        return [SubmittedNotebook.notebook_id == self.notebook, kind.cell_id.in_(self.cells)]

    def _found(self, student: str) -> Rows | None:
        """Return what the gradebook holds of a student's submission, if anything."""
        one = self.db.execute(
            select(SubmittedAssignment, SubmittedNotebook)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .where(SubmittedAssignment.assignment_id == self.id)
            .where(SubmittedAssignment.student_id == student)
            .where(SubmittedNotebook.notebook_id == self.notebook)
        ).one_or_none()
        if one is None:
            return None
        grades, comments = (
            self.db.scalars(
                select(kind).where(kind.notebook_id == one[1].id, kind.cell_id.in_(self.cells))
            ).all()
            for kind in (Grade, Comment)
        )
        return Rows(one[0], one[1], grades, comments)

    def _made(self, student: str) -> Rows:
        """Return a new submission as nbgrader would make it, and the student if need be."""
        if self.db.get(Student, student) is None:
            self.db.add(Student(id=student))
            self.db.flush()
        submission = SubmittedAssignment(
            id=new_uuid(), assignment_id=self.id, student_id=student
        )
        book = SubmittedNotebook(
            id=new_uuid(), notebook_id=self.notebook, assignment_id=submission.id
        )
        self.db.add_all([submission, book])
        self.db.flush()
        grades = [Grade(cell_id=cell, notebook_id=book.id) for cell in self.points]
        comments = [Comment(cell_id=cell, notebook_id=book.id) for cell in self.spoken]
        self.db.add_all([*grades, *comments])
        return Rows(submission, book, grades, comments)

    def _penalise(self, student: str, found: Rows) -> None:
        book = found.book
        book.late_submission_penalty = None
        self.db.flush()
        if found.submission.timestamp is None or found.submission.total_seconds_late <= 0:
            return
        self.db.refresh(book, ["score"])
        give = self.late.plugin_inst.late_submission_penalty
        penalty = give(student, book.score, found.submission.total_seconds_late)
        if penalty is not None:
            book.late_submission_penalty = self.late._check_late_penalty(book, penalty)
