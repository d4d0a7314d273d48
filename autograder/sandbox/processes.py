"""A running worker, however it was started, and the socket that leads to it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable

from autograder.errors import LATE, GraderFault, Stopped
from autograder.sandbox import group, memory, view
from autograder.sandbox.limits import Limits

LOOK_SECONDS = 0.05  # between two looks at what a sandbox uses
END_SECONDS = 5.0


def spawn(command: list[str], descriptor: int, folder: str = "") -> subprocess.Popen[bytes]:
    """Start a program that inherits one descriptor of ours and nothing else.

    Parameters
    ----------
    command : list of str
        The program and its arguments.
    descriptor : int
        What leads to us.
    folder : str, optional
        Its working folder and home; a program without one makes its own environment.
    """
    return subprocess.Popen(
        command,
        cwd=folder or None,
        env=view.environment(folder) if folder else {},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(descriptor,),
        start_new_session=True,
    )


def end_descendants(root: int) -> None:
    """End what a process started; who forks meanwhile is met in the next round.

    Parameters
    ----------
    root : int
        Of the process.  It stands still from now on, so that it starts nothing, and stays:
        what loses its parent comes to it.
    """
    with contextlib.suppress(ProcessLookupError):
        os.kill(root, signal.SIGSTOP)
    ends, dead, new = time.monotonic() + END_SECONDS, set[int](), True
    while new and time.monotonic() < ends:
        new = False
        for number in memory.descendants(root, dead):
            new = True
            with contextlib.suppress(OSError):
                os.kill(number, signal.SIGKILL)
            if not memory.resident(number):
                dead.add(number)


class Process:
    """A running worker.

    Parameters
    ----------
    link : socket.socket
        Leads to it.
    number : int
        Of the process at the top of all that belong to the sandbox.
    limits : Limits
        What they may use together.
    """

    def __init__(self, link: socket.socket, number: int, limits: Limits) -> None:
        self.link = link
        self.number = number
        self.limits = limits
        self.looked = time.monotonic()
        self.allowed, self.spent = limits.cell_processor_seconds, -1.0

    def allow(self, processor_seconds: float) -> None:
        """Let what is asked next compute so long; it counts from the next look on."""
        self.allowed, self.spent = processor_seconds, -1.0

    def look(self) -> None:
        """See what all processes of the sandbox use together, if it is time to.

        Raises
        ------
        Stopped
            If it is too much.
        """
        if time.monotonic() - self.looked < LOOK_SECONDS:
            return
        self.looked = time.monotonic()
        processes = memory.tree(self.number)
        most = self.limits.processes
        if len(processes) > most and len([*filter(memory.resident, processes)]) > most:
            msg = f"it started more than {self.limits.processes} processes"
            raise Stopped("process limit", msg)
        if memory.exceeds(processes, self.limits.memory_mb << 20):
            msg = f"it used more than {self.limits.memory_mb} MB of memory"
            raise Stopped("memory limit", msg)
        spent = memory.processor_seconds(processes)
        self.spent = spent if self.spent < 0 else self.spent
        if spent - self.spent > self.allowed:
            raise Stopped("time limit", LATE)  # in the same words, whichever clock was first

    def close(self) -> None:
        """End the worker and everything it started."""
        self.link.close()


class Child(Process):
    """A worker that was started for this submission alone.

    Parameters
    ----------
    limits : Limits
        What it may use.
    command : callable
        Gives the command that starts it, from its scratch folder.
    wish : dict
        What is told to the worker besides its limits.
    own_folder : bool
        Whether it needs a scratch folder of this machine.
    """

    def __init__(
        self,
        limits: Limits,
        command: Callable[[str], list[str]],
        wish: Callable[[str], dict[str, object]],
        *,
        own_folder: bool,
    ) -> None:
        link, theirs = socket.socketpair()
        self.scratch = tempfile.mkdtemp(prefix="worker-scratch-") if own_folder else ""
        told = {"link": theirs.fileno(), "rlimits": limits.rlimits}
        told |= {"folders": [self.scratch] if own_folder else view.FOLDERS} | wish(self.scratch)
        try:
            start = [*command(self.scratch), json.dumps(told)]
            self.child = spawn(start, theirs.fileno(), self.scratch)
        except OSError as error:
            link.close()
            msg = f"the worker could not be started: {error}"
            raise GraderFault(msg) from error
        finally:
            theirs.close()
        super().__init__(link, self.child.pid, limits)
        group.hold(self.child.pid, limits)

    def close(self) -> None:
        """End the worker and everything it started."""
        if self.child.returncode is None:  # not waited for yet: the number is still its own
            end_descendants(self.number)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGKILL)
        self.link.close()
        self.child.wait()
        if self.scratch:
            shutil.rmtree(self.scratch, ignore_errors=True)


class Forked(Process):
    """A worker that a zygote forked: its number is that of its world's first process."""

    def __init__(self, link: socket.socket, number: int, limits: Limits) -> None:
        super().__init__(link, number, limits)
        self.handle = os.pidfd_open(number)

    def close(self) -> None:
        """End the world with all that is in it, and wait until the kernel has done so."""
        self.link.close()
        if self.handle >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.handle, signal.SIGKILL)
            select.select([self.handle], [], [], END_SECONDS)
            os.close(self.handle)
            self.handle = -1
