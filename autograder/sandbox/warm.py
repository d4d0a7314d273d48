"""The judge's side of a zygote: start it once, ask it for workers, end it with us.

See `autograder.zygote` for the other side.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import logging
import os
import select
import signal
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from typing import Any

from autograder.sandbox import group, view
from autograder.sandbox.limits import Limits
from autograder.sandbox.processes import Forked, spawn

START_SECONDS = 60.0
CREDENTIALS = struct.Struct("3i")  # process, user, group of who sent a message
LOG = logging.getLogger(__name__)


class NotWarm(Exception):
    """No zygote works here; workers must be started one by one."""


class Root:
    """A process from which others, and this one, get their zygotes.

    Parameters
    ----------
    control : socket.socket
        Leads to it.
    child : subprocess.Popen, optional
        The process, where it is ours to end.
    """

    def __init__(
        self, control: socket.socket, child: subprocess.Popen[bytes] | None = None
    ) -> None:
        self.control, self.child = control, child

    @classmethod
    def start(cls, bubblewrap: str) -> Root:
        """Return a new one, which may still be loading what it needs.

        Parameters
        ----------
        bubblewrap : str
            Path of the program that contains it.

        Raises
        ------
        NotWarm
            If it can't be started.
        """
        control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [*view.bubblewrap(bubblewrap, None), *view.started("zygote", view.BOX)]
        with theirs, _warm_or_closed(control):
            child = spawn([*command, str(theirs.fileno())], theirs.fileno())
        control.settimeout(START_SECONDS)
        group.hold(child.pid, Limits())
        return cls(control, child)

    def zygote(self, *, plots: bool) -> Zygote:
        """Return a zygote for this process.

        Parameters
        ----------
        plots : bool
            Whether its workers have Matplotlib ready.

        Raises
        ------
        NotWarm
            If this root died, or never came up.
        """
        control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with _warm_or_closed(control):
            number = _asked(self.control, {"plots": plots}, control, theirs)
            group.hold(number, Limits())  # its workers are born into the group
            return Zygote(control, number)

    def close(self) -> None:
        """End it, and with it all zygotes and workers that came from it, if it is ours."""
        self.control.close()
        if self.child is None:
            return
        if self.child.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()


class Zygote:
    """A process that forks workers for this one alone, and ends with it.

    Parameters
    ----------
    control : socket.socket
        Leads to it.
    number : int
        Of the process.
    """

    def __init__(self, control: socket.socket, number: int) -> None:
        self.control, self.number = control, number
        self.handle = os.pidfd_open(number)

    @property
    def alive(self) -> bool:
        """Tell whether it still runs."""
        return not select.select([self.handle], [], [], 0)[0]

    def fork(self, limits: Limits) -> Forked:
        """Return a new worker in a sandbox of its own.

        Raises
        ------
        NotWarm
            If the kernel does not let it, or the zygote died.
        """
        group.hold(0, limits)
        wish = {
            "folders": view.FOLDERS,
            "size": limits.scratch_mb << 20,
            "rlimits": limits.rlimits,
        }
        link, theirs = socket.socketpair()
        with _warm_or_closed(link):
            return Forked(link, _asked(self.control, wish, link, theirs), limits)

    def close(self) -> None:
        """End it, and with it all of its workers."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.handle, signal.SIGKILL)
        self.forget()

    def forget(self) -> None:
        """Hang up."""
        self.control.close()
        os.close(self.handle)


@contextlib.contextmanager
def _warm_or_closed(line: socket.socket) -> Iterator[None]:
    """Close a line whose other side did not come, or went again before it was known."""
    try:
        yield
    except OSError as error:
        line.close()
        raise NotWarm(str(error)) from error


def _asked(
    control: socket.socket, wish: dict[str, Any], ours: socket.socket, theirs: socket.socket
) -> int:
    """Send a wish and the other end of a line; return the number of who answers on it."""
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    ours.settimeout(START_SECONDS)
    with theirs:
        socket.send_fds(control, [json.dumps(wish).encode()], [theirs.fileno()])
    return _sender(ours)


def _sender(link: socket.socket) -> int:
    """Return the number of the process that sends the first byte, as the kernel tells it."""
    room = socket.CMSG_SPACE(CREDENTIALS.size)
    word, told, _, _ = link.recvmsg(1, room)
    link.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 0)
    if word != b"!" or not told:
        msg = "the kernel did not let it make a sandbox"
        raise OSError(msg)
    number: int = CREDENTIALS.unpack(told[0][2])[0]
    return number


class Nursery:
    """The zygotes of this process: made when first needed, made again if they died."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.root: Root | None = None
        self.zygotes: dict[bool, Zygote] = {}  # by whether Matplotlib is ready
        self.failures: dict[bool, str] = {}  # in the same way

    @property
    def failure(self) -> str:
        """Return why no worker can be forked, or nothing."""
        return self.failures.get(False, "")

    def fork(self, bubblewrap: str, limits: Limits) -> Forked | None:
        """Return a new worker, or None where this machine does not let us fork them."""
        with self.lock:
            # without Matplotlib at hand a cell that draws loads it, or says that there is none
            for plots in dict.fromkeys((limits.plots, False)):
                worker = self._forked(bubblewrap, limits, plots=plots)
                if worker:
                    return worker
        return None

    def _forked(self, bubblewrap: str, limits: Limits, *, plots: bool) -> Forked | None:
        if plots in self.failures:
            return None
        told = ""
        for _ in range(2):
            try:
                return self._living(bubblewrap, plots=plots).fork(limits)
            except NotWarm as error:
                self._end(plots)
                told = str(error)
        self.failures[plots] = told
        way = "without Matplotlib ready" if plots else "one by one"
        LOG.warning("workers are started %s, which is slower: %s", way, told)
        return None

    def lend(self, bubblewrap: str) -> socket.socket | None:
        """Return what other processes of ours can `borrow`, if anything can be forked."""
        with self.lock, contextlib.suppress(NotWarm):
            return self._rooted(bubblewrap).control
        return None

    def borrow(self, control: socket.socket) -> None:
        """Get zygotes from the root that this leads to; all is loaded there already."""
        self.root = Root(control)

    def _living(self, bubblewrap: str, *, plots: bool) -> Zygote:
        if plots in self.zygotes and not self.zygotes[plots].alive:
            self._end(plots)
        if plots not in self.zygotes:
            self.zygotes[plots] = self._made(bubblewrap, plots=plots)
        return self.zygotes[plots]

    def _made(self, bubblewrap: str, *, plots: bool) -> Zygote:
        """Return a new zygote, from a new root if the one we have is dead."""
        for _ in range(2 if self.root else 0):  # a wish can reach a twin that is about to end
            with contextlib.suppress(NotWarm):
                return self._rooted(bubblewrap).zygote(plots=plots)
        self._uproot()
        return self._rooted(bubblewrap).zygote(plots=plots)

    def _rooted(self, bubblewrap: str) -> Root:
        self.root = self.root or Root.start(bubblewrap)
        return self.root

    def _uproot(self) -> None:
        if self.root:
            self.root.close()
        self.root = None

    def _end(self, plots: bool) -> None:
        if zygote := self.zygotes.pop(plots, None):
            zygote.close()

    def close(self) -> None:
        """End all zygotes; the next request makes another."""
        with self.lock:
            for plots in list(self.zygotes):
                self._end(plots)
            self._uproot()

    def forget(self) -> None:
        """Leave everything to the process that this one was forked from."""
        for zygote in self.zygotes.values():
            zygote.forget()
        if self.root:
            self.root.control.close()
            if self.root.child:
                self.root.child.returncode = 0  # not ours to wait for
        self.__init__()  # type: ignore[misc]


NURSERY = Nursery()
atexit.register(NURSERY.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=NURSERY.forget)
