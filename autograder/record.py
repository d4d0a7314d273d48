"""What nbgrader's gradebook says of a class, read in a handful of queries."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nbgrader import api
from sqlalchemy import Select, select

from autograder.errors import GraderFault


@dataclass(frozen=True)
class Person:
    """A row of the gradebook's table of students.

    Attributes
    ----------
    id : str
        The student's name in nbgrader, which is also their folder's.
    first_name, last_name, email, lms_id : str
        Empty where the gradebook knows nothing.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""

    @property
    def name(self) -> str:
        """Return "Last, First", or the id where no name is known."""
        return ", ".join(part for part in (self.last_name, self.first_name) if part) or self.id


@dataclass(frozen=True)
class Score:
    """What one graded cell earned.

    Attributes
    ----------
    max_points : float
        The most that it can earn, without extra credit.
    auto, manual, extra : float or None
        From the grader and from a person.
    waiting : bool
        Whether a person has to mark it.
    """

    max_points: float
    auto: float | None = None
    manual: float | None = None
    extra: float | None = None
    waiting: bool = False

    @property
    def points(self) -> float:
        """Return what counts: a person's score before the grader's, and extra credit.

        Examples
        --------
        >>> Score(4, auto=1, manual=3, extra=0.5).points, Score(4, auto=1.0).points
        (3.5, 1.0)
        """
        given = self.manual if self.manual is not None else self.auto
        return 0.0 if given is None else given + (self.extra or 0.0)


@dataclass(frozen=True)
class Submission:
    """One student's work on one assignment as the gradebook has it.

    Attributes
    ----------
    scores : dict
        By the grade_id of the cell.
    penalty : float
        What nbgrader takes off for being late.
    timestamp : datetime or None
        When it was handed in.
    comments : dict
        What a person wrote, by grade_id.
    """

    scores: dict[str, Score] = field(default_factory=dict)
    penalty: float = 0.0
    timestamp: datetime.datetime | None = None
    comments: dict[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> float:
        """Return the sum of the points."""
        return sum(score.points for score in self.scores.values())

    @property
    def total(self) -> float:
        """Return the points less the penalty, and never less than nothing."""
        return max(0.0, self.raw - self.penalty)

    @property
    def auto(self) -> float:
        """Return what the grader gave and no person overruled."""
        kept = (score for score in self.scores.values() if score.manual is None)
        return sum(score.auto or 0.0 for score in kept)

    @property
    def manual(self) -> float:
        """Return what a person gave, extra credit included."""
        return self.raw - self.auto

    @property
    def waiting(self) -> bool:
        """Tell whether a person still has something to mark."""
        return any(score.waiting for score in self.scores.values())


@dataclass(frozen=True)
class Record:
    """An assignment in the gradebook.

    Attributes
    ----------
    assignment : str
        Its name.
    max_points : float
        The sum over its graded cells.
    submissions : dict
        By student.
    duedate : datetime or None
        When it was due.
    """

    assignment: str
    max_points: float
    submissions: dict[str, Submission]
    duedate: datetime.datetime | None = None


def rounded(points: float) -> float:
    """Return points without the noise of floating-point sums.

    Examples
    --------
    >>> rounded(0.1 + 0.2)
    0.3
    """
    return round(points, 6) + 0.0


def read_record(gradebook: api.Gradebook, assignment: str) -> Record:
    """Return all scores of an assignment.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
        Open.
    assignment : str
        Its name.

    Raises
    ------
    GraderFault
        If the gradebook has no such assignment.
    """
    try:
        found = gradebook.find_assignment(assignment)
    except api.MissingEntry as error:
        known = ", ".join(sorted(one.name for one in gradebook.assignments)) or "none yet"
        msg = f"the gradebook has no assignment {assignment!r}; it has {known}"
        raise GraderFault(msg) from error
    cells = {
        cell.id: (cell.name, cell.max_score)
        for notebook in found.notebooks
        for cell in (*notebook.grade_cells, *notebook.task_cells)
    }
    handed_in = _rows(gradebook, _submissions(found.id))
    scores = _scores(_rows(gradebook, of_work(api.Grade, found.id, *GRADE)), cells)
    comments: dict[str, dict[str, str]] = defaultdict(dict)
    said = of_work(api.Comment, found.id, *COMMENT)
    said = said.join(api.BaseCell, api.BaseCell.id == api.Comment.cell_id)
    for student, name, text in _rows(gradebook, said):
        if text:
            comments[student][name] = text
    submissions = {
        student: Submission(scores[student], penalty or 0.0, when, comments[student])
        for student, when, penalty in handed_in
    }
    most = sum(points for _, points in cells.values())
    return Record(assignment, most, submissions, found.duedate)


def people(gradebook: api.Gradebook) -> list[Person]:
    """Return everyone in the gradebook, in the order of their ids."""
    table = api.Student
    names = (table.id, table.first_name, table.last_name, table.email, table.lms_user_id)
    rows = _rows(gradebook, select(*names).order_by(table.id))
    return [Person(*(value or "" for value in row)) for row in rows]


GRADE = (
    api.Grade.cell_id,
    api.Grade.auto_score,
    api.Grade.manual_score,
    api.Grade.extra_credit,
    api.Grade.needs_manual_grade,
)
COMMENT = (api.BaseCell.name, api.Comment.manual_comment)


def _rows(gradebook: api.Gradebook, query: Select[Any]) -> Iterable[Any]:
    rows: Iterable[Any] = gradebook.db.execute(query).all()
    return rows


def _submissions(assignment: str) -> Select[Any]:
    work, book = api.SubmittedAssignment, api.SubmittedNotebook
    columns = (work.student_id, work.timestamp, book.late_submission_penalty)
    joined = select(*columns).join(book, book.assignment_id == work.id)
    return joined.where(work.assignment_id == assignment).order_by(work.student_id)


def of_work(table: Any, assignment: str, *columns: Any) -> Select[Any]:
    """Return the query for what stands of everyone's work in one of nbgrader's tables.

    Parameters
    ----------
    table : Grade or Comment
        The table.
    assignment : str
        Its number in the gradebook.
    *columns : column
        What to read; the student comes first.  By student and cell, so that sums of points
        never depend on the order in which a database keeps its rows.
    """
    work, book = api.SubmittedAssignment, api.SubmittedNotebook
    query = select(work.student_id.label("student"), *columns).select_from(table)
    query = query.join(book, book.id == table.notebook_id)
    query = query.join(work, work.id == book.assignment_id)
    return query.where(work.assignment_id == assignment).order_by(
        work.student_id, table.cell_id
    )


def _scores(
    rows: Iterable[Any], cells: Mapping[str, tuple[str, float]]
) -> dict[str, dict[str, Score]]:
    scores: dict[str, dict[str, Score]] = defaultdict(dict)
    for student, cell, auto, manual, extra, waiting in rows:
        if cell in cells:
            name, most = cells[cell]
            scores[student][name] = Score(most, auto, manual, extra, bool(waiting))
    return scores
