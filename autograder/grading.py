"""A course folder, and the grading of a class in it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGrader, NbGraderAPI
from sqlalchemy import text

from autograder import handed_in
from autograder.assignment import course_root, load_assignment
from autograder.engine.folders import Folders, without_password
from autograder.engine.lock import held
from autograder.engine.plan import read_plan
from autograder.engine.record import Record
from autograder.engine.run import ClassRun
from autograder.engine.wish import Wish
from autograder.errors import GraderFault
from autograder.marks import Mark

HINTS = {
    "locked": "; another program writes in it: close it, or wait, and try again",
    "does not exist": "; make the database first, by `createdb` for instance",
    "readonly": "; you may not write there: look at the owner of grading/ and its files",
}


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
        return handed_in.misplaced(self.submitted, {folder.name for folder in self._sources()})

    @property
    def assignments(self) -> set[str]:
        """Return the names of the course's assignments that declare something of their own."""
        return {folder.name for folder in self._sources() if (folder / "private").is_dir()}

    def _sources(self) -> list[Path]:
        folders = self.path(self.directory.source_directory, ".", ".").iterdir()
        return [folder for folder in folders if folder.is_dir()]

    def grade(self, assignment: str, pattern: str = "*") -> Iterator[Mark]:
        """Grade these students' work in this process, also what was graded before."""
        wish = Wish(pattern, workers=0, force=True)
        with self.class_run(assignment, wish) as run:
            yield from run.marks()

    @contextlib.contextmanager
    def class_run(
        self, assignment: str, wish: Wish, stop: threading.Event | None = None
    ) -> Iterator[ClassRun]:
        """Prepare the grading of a class, alone at the gradebook.

        Parameters
        ----------
        assignment : str
            What to grade.
        wish : Wish
            Whom, and how.
        stop : threading.Event, optional
            Set when no further submission is to be begun.

        Raises
        ------
        GraderFault
            If the assignment was never released, nobody handed anything in, or somebody
            else is grading.
        """
        self._check_ready(assignment)
        folders = Folders(self.directory, self.api.config, self.root, assignment)
        url, course = self.directory.db_url, self.directory.course_id
        with held(self.root), Gradebook(url, course) as gradebook:
            record = Record(gradebook, assignment, self.api.config)
            record.alone()
            plan = read_plan(gradebook, assignment, self.root)
            yield ClassRun(record, folders, plan, wish, stop or threading.Event())

    def _check_ready(self, assignment: str) -> None:
        """Find out at once what would otherwise fail for one student after the other."""
        if assignment not in {folder.name for folder in self._sources()}:
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
            cause = getattr(error, "orig", None) or error  # without the SQL
            hint = next((told for sign, told in HINTS.items() if sign in str(cause)), "")
            name = without_password(self.directory.db_url)
            msg = f"the gradebook {name} can't be used: {cause}{hint}"
            raise GraderFault(msg) from error
