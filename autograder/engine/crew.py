"""Who does the work: this process, or processes of this machine that may be killed.

Every crew is an executor with a number of places.  A worker that dies takes no submission
along: what it was doing is tried again by a new one, a few times.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any, Protocol, TypeVar

from autograder import sandbox
from autograder.engine import job
from autograder.engine.plan import Plan
from autograder.errors import Unfit
from autograder.sandbox import group, view

ATTEMPTS = 3
T = TypeVar("T")


class WorkerDied(Exception):
    """The process was ended each time that it worked on this."""


class Crew(Protocol):
    """Whoever runs a function somewhere and says later what came of it."""

    places: int

    def submit(self, function: Callable[..., T], *arguments: Any) -> Future[T]:
        """Have the function called."""

    def close(self) -> None:
        """End what was started."""


class Alone:
    """No process but this one: one submission after the other."""

    places = 1

    def __init__(self, plan: Plan, root: Path) -> None:
        job.install(plan, root)
        job.ready()

    def submit(self, function: Callable[..., T], *arguments: Any) -> Future[T]:
        """Call the function at once."""
        future: Future[T] = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future

    def close(self) -> None:
        """Do nothing: nothing was started."""


class Processes:
    """Long-lived processes of this machine.

    Each has an executor of its own, so that it is known what a dead one was doing.

    Parameters
    ----------
    plan : Plan
        What to grade by.
    root : Path
        The course's folder.
    places : int
        How many.
    """

    def __init__(self, plan: Plan, root: Path, places: int) -> None:
        self.places = places
        # Several processes that each use all cores for small arrays are slower together.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        quick = "forkserver" in multiprocessing.get_all_start_methods()
        self.context = multiprocessing.get_context("forkserver" if quick else "spawn")
        if quick:
            self.context.set_forkserver_preload([job.__name__])
        self.start = (plan, root, sandbox.lend())  # what workers need is loaded once for all
        self.idle = [self._executor() for _ in range(places)]
        self.busy: dict[Future[Any], ProcessPoolExecutor] = {}
        self.closed = False
        self.changing = threading.Lock()

    def submit(self, function: Callable[..., T], *arguments: Any) -> Future[T]:
        """Give the function to an idle process; never ask for more than there are."""
        outer: Future[T] = Future()
        self._try(outer, function, arguments, ATTEMPTS)
        return outer

    def close(self) -> None:
        """End all processes; what they are still doing is of no use to anyone."""
        self.closed = True
        for executor in list(self.busy.values()):
            for pid in _pids(executor):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        for executor in [*self.idle, *self.busy.values()]:
            executor.shutdown(wait=True, cancel_futures=True)
        group.sweep()

    def pids(self) -> list[int]:
        """Return the numbers of the processes."""
        return [
            pid for executor in [*self.idle, *self.busy.values()] for pid in _pids(executor)
        ]

    def _executor(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, self.context, _begin, self.start)

    def _try(
        self, outer: Future[T], function: Callable[..., T], arguments: Any, attempts: int
    ) -> None:
        with self.changing:
            executor = self.idle.pop()
            inner = self._submitted(executor, function, arguments)
            self.busy[outer] = executor

        def finish(done: Future[T]) -> None:
            error = done.exception()
            broken = isinstance(error, BrokenProcessPool)
            with self.changing:
                executor = self.busy.pop(outer)
                self.idle.append(self._executor() if broken else executor)
            if broken:
                executor.shutdown(wait=False)
            if broken and attempts > 1 and not self.closed:
                self._try(outer, function, arguments, attempts - 1)
            elif broken:
                outer.set_exception(WorkerDied(f"the worker died {ATTEMPTS} times"))
            elif error:
                outer.set_exception(error)
            else:
                outer.set_result(done.result())

        inner.add_done_callback(finish)

    def _submitted(
        self, executor: ProcessPoolExecutor, function: Callable[..., T], arguments: Any
    ) -> Future[T]:
        try:
            return executor.submit(_do, function, *arguments)
        except BrokenProcessPool as error:  # it was killed while it had nothing to do
            failed: Future[T] = Future()
            failed.set_exception(error)
            return failed


def _pids(executor: ProcessPoolExecutor) -> list[int]:
    return list(getattr(executor, "_processes", None) or {})


_unfit: list[Unfit] = []  # an executor drops what its start raises, and tells nobody


def _begin(plan: Plan, root: Path, lent: socket.socket | None) -> None:
    """Prepare a new process: it leaves Ctrl-C to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    Finalize(None, view.forget_box, exitpriority=0)  # such a process skips what atexit knows
    if lent:
        sandbox.borrow(lent)
    try:
        job.install(plan, root)
        job.ready()
        gc.freeze()  # all of this stays; there is no use in going through it again and again
    except Unfit as fault:
        _unfit.append(fault)
    except Exception as error:
        _unfit.append(Unfit(f"a worker could not begin: {type(error).__name__}: {error}"))


def _do(function: Callable[..., T], *arguments: Any) -> T:
    """Call the function, if this process could be prepared for it."""
    if _unfit:
        raise _unfit[0]
    return function(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
