"""What was graded, by which run, from which work: kept in the gradebook's own database.

A line is written in the transaction of the grades that it stands for, so that after a crash
both are there or neither is.  nbgrader does not look at these tables, and removing a student
or an assignment from the gradebook does not mind them.
"""

from __future__ import annotations

import datetime
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

TABLES = MetaData()
RUNS = Table(
    "autograder_run",
    TABLES,
    Column("id", String(32), primary_key=True),
    Column("assignment", String(128), nullable=False),
    Column("students", Text, nullable=False),
    Column("forced", Boolean, nullable=False),
    Column("started", DateTime, nullable=False),
    Column("ended", DateTime),
)
LINES = Table(
    "autograder_journal",
    TABLES,
    Column("assignment", String(128), primary_key=True),
    Column("student", String(128), primary_key=True),
    Column("run", String(32), nullable=False),
    Column("work", String(64), nullable=False),
    Column("notebook", String(64), nullable=False),
    Column("page", String(64)),
    Column("told", Text, nullable=False),
)


@dataclass(frozen=True)
class Line:
    """What the journal holds of one student's work.

    Attributes
    ----------
    run : str
        Which run graded it.
    work : str
        The key of the job; nothing if it could not be graded.
    notebook : str
        Digest of the graded notebook's file.
    page : str or None
        Digest of what the feedback page shows, if there is a page.
    told : dict
        Points, outcomes, problem, flags, containment.
    """

    run: str
    work: str
    notebook: str
    page: str | None
    told: dict[str, Any]


@dataclass(frozen=True)
class RunLine:
    """A run that was begun: whom it grades, and whether it grades everyone again."""

    id: str
    students: str
    forced: bool


def now() -> datetime.datetime:
    """Return the time in UTC, without a zone, as nbgrader keeps it."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


class Journal:
    """The journal of one assignment; nothing is committed here.

    Parameters
    ----------
    db : Session
        The session that writes the grades.
    assignment : str
        Which assignment.
    """

    def __init__(self, db: Session, assignment: str) -> None:
        self.db = db
        self.assignment = assignment
        TABLES.create_all(db.get_bind())

    def unfinished(self) -> RunLine | None:
        """Return the last run if it did not come to its end."""
        mine = select(RUNS).where(RUNS.c.assignment == self.assignment)
        last = self.db.execute(mine.order_by(RUNS.c.started.desc())).first()
        if last is None or last.ended is not None:
            return None
        return RunLine(last.id, last.students, last.forced)

    def begin(self, students: str, *, forced: bool) -> RunLine:
        """Write down that a run begins."""
        run = RunLine(uuid.uuid4().hex, students, forced)
        line = {"assignment": self.assignment, "started": now(), **vars(run)}
        self.db.execute(insert(RUNS).values(line))
        return run

    def end(self, run: RunLine) -> None:
        """Write down that a run came to its end."""
        self.db.execute(update(RUNS).where(RUNS.c.id == run.id).values(ended=now()))

    def lines(self) -> dict[str, Line]:
        """Return all lines by student."""
        found = self.db.execute(select(LINES).where(LINES.c.assignment == self.assignment))
        return {
            row.student: Line(row.run, row.work, row.notebook, row.page, json.loads(row.told))
            for row in found
        }

    def write(self, student: str, line: Line) -> None:
        """Put a student's line in the place of the one before."""
        mine = (LINES.c.assignment == self.assignment, LINES.c.student == student)
        self.db.execute(delete(LINES).where(*mine))
        told = json.dumps(line.told)  # exercises stay in the notebook's order
        values = vars(line) | {"told": told}
        keys = {"assignment": self.assignment, "student": student}
        self.db.execute(insert(LINES).values(keys | values))

    def note_pages(self, pages: Mapping[str, str]) -> None:
        """Write down which pages were put in their place, by student."""
        for student, digest in pages.items():
            mine = (LINES.c.assignment == self.assignment, LINES.c.student == student)
            self.db.execute(update(LINES).where(*mine).values(page=digest))
