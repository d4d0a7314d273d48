"""Where nbgrader keeps a class's files, and how ours get there."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from autograder import handed_in
from autograder.assignment import PRODUCTS
from autograder.engine.job import Job
from autograder.engine.products import beside, publish
from autograder.exchange.arrivals import before_grading
from autograder.exchange.ledger import Ledger


def without_password(url: str) -> str:
    """Return a database's URL as it can be shown.

    Examples
    --------
    >>> without_password("postgresql+psycopg://course:secret@host/gradebook")
    'postgresql+psycopg://course:***@host/gradebook'
    """
    with contextlib.suppress(ArgumentError):
        return make_url(url).render_as_string() if "@" in url else url
    return url


class Folders:
    """The folders of one assignment.

    Parameters
    ----------
    directory : CourseDirectory
        nbgrader's idea of the course.
    config : traitlets.config.Config
        Its settings.
    root : Path
        The course's folder.
    name : str
        The assignment.
    """

    def __init__(self, directory: CourseDirectory, config: Any, root: Path, name: str) -> None:
        self.directory, self.root, self.name = directory, root, name
        self.url: str = directory.db_url
        self.grading = Autograde(coursedir=directory, config=config)
        self.returning = GenerateFeedback(coursedir=directory, config=config)
        self.submitted = self._path(directory.submitted_directory, ".").parent
        self.ledger = Ledger(root / PRODUCTS)

    def _path(self, step: str, student: str) -> Path:
        return Path(self.directory.format_path(step, student, self.name))

    def work(self, student: str) -> Path:
        """Return the folder that a student handed in."""
        return self._path(self.directory.submitted_directory, student)

    def graded(self, student: str) -> Path:
        """Return where the graded notebook is."""
        folder = self._path(self.directory.autograded_directory, student)
        return folder / f"{self.name}.ipynb"

    def page(self, student: str) -> Path:
        """Return where the feedback page is."""
        folder = self._path(self.directory.feedback_directory, student)
        return folder / f"{self.name}.html"

    def job(self, student: str, plan: str) -> Job:
        """Return a student's work as data."""
        folder = self.work(student)
        notebook = str(folder / f"{self.name}.ipynb")
        before_grading(self.name, student, [notebook], self.ledger)
        work = handed_in.take(folder, self.name)
        stamp = self.timestamp(student)
        return Job(student, work.data, work.problem, work.notes, plan, str(stamp or ""))

    def timestamp(self, student: str) -> datetime.datetime | None:
        """Return when the work was handed in, if its folder says so."""
        found: datetime.datetime | None = self.directory.get_existing_timestamp(
            str(self.work(student))
        )
        return found

    def put_graded(self, student: str, notebook: bytes) -> None:
        """Put a graded notebook in its place, with the files that nbgrader copies along."""
        ignored = list(self.directory.ignore)
        kept = set(self.grading.exclude_overwriting.get(self.name, []))
        own = beside(self._path(self.directory.source_directory, "."), ignored)
        files = beside(self.work(student), ignored)
        files |= {name: path for name, path in own.items() if name not in kept}
        path = self.graded(student)
        files[path.name] = notebook
        publish(path.parent, files, lambda: self._permit(self.grading, student))

    def put_page(self, student: str, html: str) -> None:
        """Put a feedback page in its place, with the files that nbgrader copies along."""
        path = self.page(student)
        files = beside(self.graded(student).parent, list(self.directory.ignore))
        files[path.name] = html.encode()
        publish(path.parent, files, lambda: self._permit(self.returning, student))

    def forget(self, student: str) -> None:
        """Leave nothing of earlier work standing."""
        for path in (self.graded(student), self.page(student)):
            with contextlib.suppress(FileNotFoundError):
                shutil.rmtree(path.parent)

    def write_log(self, student: str, text: str) -> Path:
        """Keep what went wrong for a person to read; return where."""
        path = Path(PRODUCTS, "logs", self.name, f"{student}.log")
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")
        return path

    def _permit(self, converter: Any, student: str) -> None:
        converter.set_permissions(self.name, student)
