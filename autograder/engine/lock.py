"""One writer at a time: a lock that goes away with the process that holds it."""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from nbgrader.converters.base import NbGraderException

from autograder.assignment import PRODUCTS
from autograder.errors import GraderFault


class Busy(GraderFault, NbGraderException):  # type: ignore[misc]
    """Somebody else is grading; nbgrader's own commands report it as one of their errors."""


class Lock:
    """The right to write grades into a course.

    The operating system keeps it, so a killed process leaves none behind; the note beside
    it only says who holds it.

    Parameters
    ----------
    root : Path
        The course's folder.
    """

    def __init__(self, root: Path) -> None:
        folder = root / PRODUCTS
        folder.mkdir(parents=True, exist_ok=True)
        self.lock = FileLock(folder / "lock", mode=0o664)  # colleagues use it as well
        self.note = folder / "lock_holder.txt"

    def take(self, seconds: float = 5.0) -> None:
        """Take it, waiting for a moment.

        Raises
        ------
        Busy
            If somebody else has it for longer.
        """
        try:
            self.lock.acquire(timeout=seconds)
        except Timeout as error:
            msg = f"this course is being graded by {self._holder()}; wait until that has ended"
            raise Busy(msg) from error
        since = f"{datetime.now():%Y-%m-%d %H:%M:%S}"
        program = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])[:200]
        who = f"process {os.getpid()} on {platform.node()} since {since} ({program})"
        with contextlib.suppress(OSError):  # a colleague's note
            self.note.write_text(who, "utf-8")

    def release(self) -> None:
        """Give it back, however often it was taken."""
        self.lock.release(force=True)

    def _holder(self) -> str:
        with contextlib.suppress(OSError):
            return self.note.read_text("utf-8")
        return "another process"


@contextlib.contextmanager
def held(root: Path) -> Iterator[None]:
    """Hold the right to write grades."""
    lock = Lock(root)
    lock.take()
    try:
        yield
    finally:
        lock.release()
