"""The lines of a session: to the worker, and to the children that answer for exercises."""

from __future__ import annotations

import abc
import contextlib
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder import sandbox
from autograder.ahead import Ahead
from autograder.errors import GraderFault, Stopped
from autograder.link import Link
from autograder.remote import Remote
from autograder.sandbox import Limits, Process, Time
from autograder.wire import pack

START_SECONDS = 60.0
TIDY_SECONDS = 3.0
WHOLE = ("memory limit", "process limit")  # what no child is stopped for alone


@dataclass(eq=False)
class Held:
    """A place of the notebook that will be asked about.

    A child stays there as the worker was, or the worker remembers the names.

    Attributes
    ----------
    name : str
        What it will be asked for; there is no child where nothing has that name.
    line : Link or None
        Leads to who answers, once it is there and as long as it lives.
    number : int
        Which of its worker's children, or of the places that it remembers.
    missing : bool
        Whether nothing had that name.
    """

    name: str = ""
    line: Link | None = None
    number: int = 0
    missing: bool = False


class Lines(abc.ABC):
    """What leads to a submission's processes, and their end.

    Parameters
    ----------
    limits : Limits
        What the submission may use.
    shared : bool
        Whether the worker itself answers for all exercises, as long as it does answer.
    """

    def __init__(self, limits: Limits, *, shared: bool = False) -> None:
        self.limits = limits
        self.shared = shared
        self.ends = time.monotonic() + limits.total_seconds
        self.process: Process | None = None
        self.worker: Link | None = None
        self.aside: Link | None = None  # to the child that is asked now
        self.is_apart = False
        self.hung = False  # whether a call of the exercise has taken too long
        self.held: Held | None = None  # who will be asked, and who is
        self.asked: Held | None = None
        self.done: list[str | Held] = []  # what a new worker has to do again
        self.children: list[Held] = []
        self.guarded = False
        self.owed = 0  # replies of the worker that nobody has waited for yet
        self.known: dict[str, Remote] = {}  # to the child: it can't change what cells said
        self.ahead: Ahead | None = None
        self.line_count = 0

    @property
    def epoch(self) -> int:
        """Return the number of the line in use: another line knows nothing of its objects."""
        line = self.aside or self.worker
        return line.number if line else 0

    @property
    def patience(self) -> Time:
        """Return how long the next call may take."""
        usual = self.limits.call
        return Time(usual.wall / 3, usual.processor / 3) if self.hung else usual

    def begin_to_wait(self, time_given: Time | None = None) -> float:
        """Let what is asked next take so long, by default as a call may; return the end."""
        wall, processor = time_given or self.patience
        if self.process:
            self.process.allow(processor)
        return min(time.monotonic() + wall, self.ends)

    @abc.abstractmethod
    def run(self, source: str) -> list[dict[str, Any]]:
        """Run one cell and return its outputs."""

    def hold(self, name: str = "") -> Held:
        """Keep the place where the worker is now, and return what `apart` needs to ask there.

        Parameters
        ----------
        name : str
            What it will be asked for.
        """
        held = Held(name)
        with contextlib.suppress(Stopped):  # it is made again, with the worker
            self.keep(self._started(), held)
        self.done.append(held)
        return held

    def questions_begin(self) -> None:
        """Leave some time for the questions, however long the cells took."""
        self.ends = max(self.ends, time.monotonic() + self.limits.total_seconds / 2)

    @contextlib.contextmanager
    def apart(self, held: Held | None = None) -> Iterator[None]:
        """Let who was held at a place answer meanwhile.

        Parameters
        ----------
        held : Held, optional
            Which; by default it is made when the first is asked.
        """
        self.is_apart, self.held, self.hung = True, held, False
        try:
            yield
        finally:
            self.drop()
            self.is_apart, self.held = False, None
            if held in self.done:
                self.done.remove(held)

    def close(self) -> None:
        """End the worker."""
        if self.process:  # before its lines: one that is hung up on ends without its children
            self.process.close()
        for line in (self.worker, *(held.line for held in self.children)):
            if line:
                line.close()
        for held in self.children:
            held.line, held.missing = None, False
        self.process = self.worker = self.aside = self.ahead = None
        self.known, self.children, self.guarded, self.owed = {}, [], False, 0

    def _started(self) -> Link:
        """Return the line to a worker in which all cells have run."""
        self._settle()
        if self.worker:
            return self.worker
        line = self.begin()
        again, self.done = self.done, []
        for count, step in enumerate(again, start=1):
            try:
                if isinstance(step, Held):
                    self.keep(line, step)
                    self.done.append(step)
                else:
                    self.run(step)
            except Stopped:  # a cell that hangs now and then takes none of the others along
                self.done += again[count:]
                raise
        return line

    def _in_use(self) -> Link:
        """Return the line on which questions are asked now."""
        worker = self._started()
        if self.aside or not self.is_apart:
            return self.aside or worker
        if worker.ended():  # by what a cell left behind: it must not cost a question
            self.close()
            worker = self._started()
        if self.held is None:
            new = Held()
            self.keep(worker, new)
            return self.ask(worker, new)
        if self.held.line is None:  # it was lost, and the worker has gone on meanwhile
            self.close()
            worker = self._started()
        return self.ask(worker, self.held)

    def begin(self) -> Link:
        """Start a worker and return the line to it."""
        if time.monotonic() > self.ends:
            msg = f"the whole notebook took longer than {self.limits.total_seconds:g} s"
            raise Stopped("time limit", msg)
        started = time.monotonic()
        self.process = sandbox.start(self.limits)
        line = self.worker = self._new_line(self.process.link)
        try:
            line.read(1, time.monotonic() + START_SECONDS)
            if self.line_count == 1:  # that a machine is slow to start costs no student time
                self.ends += time.monotonic() - started
        except Stopped as error:
            self.close()
            msg = f"the worker did not start: {error}"
            raise GraderFault(msg) from error
        return line

    def _new_line(self, end: socket.socket) -> Link:
        assert self.process
        self.line_count += 1
        return Link(end, self.line_count, self.process.look)

    def keep(self, worker: Link, held: Held) -> None:
        """Let the worker remember this place, or fork a child that stays as it is here."""
        deadline = time.monotonic() + TIDY_SECONDS
        held.number = len(self.children)
        self.children.append(held)
        try:
            if self.shared:
                held.line = worker
                worker.send(pack({"op": "mark", "name": held.name}, []), deadline)
            else:
                self._fork(worker, held, deadline)
            told, _ = worker.receive(deadline)
        except (Stopped, OSError) as error:
            self.close()
            raise Stopped("crashed", "the process ended") from error
        held.missing = told.get("missing") is True
        if "error" in told and held.line is not worker:  # it had no room for one more
            self._hang_up(held)

    def _fork(self, worker: Link, held: Held, deadline: float) -> None:
        ours, theirs = socket.socketpair()
        held.line = self._new_line(ours)
        with theirs:
            worker.send(pack({"op": "fork", "name": held.name}, []), deadline)
            socket.send_fds(worker.line, [b"!"], [theirs.fileno()])

    def ask(self, worker: Link, held: Held) -> Link:
        """Turn to a place; from now on nothing of what is asked may be left behind."""
        if held.line is worker:
            self._tell(worker, {"op": "turn", "number": held.number})
            self._settle()
        elif not self.guarded:
            self._tell(worker, {"op": "guard"})
            self.guarded = True
            self._settle()
        if not held.line:
            raise Stopped("crashed", "the process ended")
        self.asked, self.aside = held, held.line
        return held.line

    def drop(self) -> None:
        """End the child, or the whole worker if it does not listen."""
        asked, self.asked, self.aside, self.known = self.asked, None, None, {}
        ahead, self.ahead = self.ahead, None
        if not asked or not asked.line:
            return
        if asked.line is self.worker:
            if ahead:  # answers under way would be taken for those to come
                self.close()
            return
        self._hang_up(asked)
        if self.worker:
            self._tell(self.worker, {"op": "drop", "number": asked.number})

    @staticmethod
    def _hang_up(held: Held) -> None:
        if held.line:
            held.line.close()
        held.line = None

    def _tell(self, worker: Link, body: dict[str, Any]) -> None:
        """Send what is done while we do something else."""
        try:
            worker.send(pack(body, []), time.monotonic() + TIDY_SECONDS)
            self.owed += 1
        except Stopped:
            self.close()

    def _settle(self) -> None:
        """Wait until the worker has done what it was told, or end it if it does not."""
        deadline = time.monotonic() + TIDY_SECONDS
        while self.worker and self.owed:
            try:
                self.worker.receive(deadline)
                self.owed -= 1
            except Stopped:
                self.close()

    def lost(self, line: Link | None, reason: str) -> None:
        """End whoever gave no answer that can be used."""
        self.hung = self.hung or (self.is_apart and reason == "time limit")
        self.shared = False  # one that hangs or dies must not take the others along again
        alone = line is not None and line is self.aside and line is not self.worker
        if alone and reason not in WHOLE:
            self.drop()
        else:
            self.close()
