"""The lines of a session: to the worker, and to the child that answers for one exercise."""

from __future__ import annotations

import socket
import time

from autograder import sandbox
from autograder.ahead import Ahead
from autograder.errors import GraderFault, Stopped
from autograder.link import Link
from autograder.remote import Remote
from autograder.sandbox import Limits, Process
from autograder.wire import pack

START_SECONDS = 60.0
TIDY_SECONDS = 3.0
WHOLE = ("memory limit", "process limit")  # what no child is stopped for alone


class Lines:
    """What leads to a submission's processes, and their end.

    Parameters
    ----------
    limits : Limits
        What the submission may use.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.ends = time.monotonic() + limits.total_seconds
        self.process: Process | None = None
        self.worker: Link | None = None
        self.aside: Link | None = None  # to the child
        self.known: dict[str, Remote] = {}  # to the child: it can't change what cells said
        self.ahead: Ahead | None = None
        self.line_count = 0

    @property
    def epoch(self) -> int:
        """Return the number of the line in use: another line knows nothing of its objects."""
        line = self.aside or self.worker
        return line.number if line else 0

    def close(self) -> None:
        """End the worker."""
        for line in (self.aside, self.worker):
            if line:
                line.close()
        if self.process:
            self.process.close()
        self.process = self.worker = self.aside = self.ahead = None
        self.known = {}

    def begin(self) -> Link:
        """Start a worker and return the line to it."""
        if time.monotonic() > self.ends:
            msg = f"the whole notebook took longer than {self.limits.total_seconds:g} s"
            raise Stopped("time limit", msg)
        self.process = sandbox.start(self.limits)
        line = self.worker = self._new_line(self.process.link)
        try:
            line.read(1, time.monotonic() + START_SECONDS)
        except Stopped as error:
            self.close()
            msg = f"the worker did not start: {error}"
            raise GraderFault(msg) from error
        return line

    def _new_line(self, end: socket.socket) -> Link:
        assert self.process
        self.line_count += 1
        return Link(end, self.line_count, self.process.look)

    def fork(self, worker: Link) -> Link:
        """Let the worker fork the child and return the line to that."""
        ours, theirs = socket.socketpair()
        try:
            worker.send(pack({"op": "fork"}, []), time.monotonic() + TIDY_SECONDS)
            socket.send_fds(worker.line, [b"!"], [theirs.fileno()])
        except (Stopped, OSError) as error:
            ours.close()
            self.close()
            raise Stopped("crashed", "the process ended") from error
        finally:
            theirs.close()
        self.aside = self._new_line(ours)
        return self.aside

    def drop(self) -> None:
        """End the child, or the whole worker if it does not listen."""
        aside, self.aside, self.ahead, self.known = self.aside, None, None, {}
        if not aside:
            return
        aside.close()
        if self.worker:
            try:
                self.worker.send(pack({"op": "drop"}, []), time.monotonic() + TIDY_SECONDS)
            except Stopped:
                self.close()

    def lost(self, line: Link | None, reason: str) -> None:
        """End whoever gave no answer that can be used."""
        if line is not None and line is self.aside and reason not in WHOLE:
            self.drop()
        else:
            self.close()
