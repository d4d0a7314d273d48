"""The judge's side of a zygote: start it once, ask it for workers, end it with us.

See `autograder.zygote` for the other side.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import logging
import os
import signal
import socket
import struct
import threading

from autograder.sandbox import group, view
from autograder.sandbox.limits import Limits
from autograder.sandbox.processes import Forked, spawn

START_SECONDS = 60.0
CREDENTIALS = struct.Struct("3i")  # process, user, group of who sent a message
LOG = logging.getLogger(__name__)


class NotWarm(Exception):
    """No zygote works here; workers must be started one by one."""


class Zygote:
    """A process that forks workers.

    Parameters
    ----------
    bubblewrap : str
        Path of the program that contains it.
    plots : bool
        Whether its workers have Matplotlib ready.
    """

    def __init__(self, bubblewrap: str, *, plots: bool = False) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [*view.bubblewrap(bubblewrap, None), *view.started("zygote", view.BOX)]
        try:
            told = [str(theirs.fileno()), *(["plots"] if plots else [])]
            self.child = spawn([*command, *told], theirs.fileno())
        except OSError as error:
            self.control.close()
            raise NotWarm(str(error)) from error
        finally:
            theirs.close()
        self.control.settimeout(START_SECONDS)
        if self._first_word() != b"ready":
            self.close()
            msg = "it did not come up"
            raise NotWarm(msg)
        group.hold(self.child.pid, Limits())  # its workers are born into the group

    def _first_word(self) -> bytes:
        try:
            return self.control.recv(16)
        except OSError:
            return b""

    @property
    def alive(self) -> bool:
        """Tell whether it still runs."""
        return self.child.poll() is None

    def fork(self, limits: Limits) -> Forked:
        """Return a new worker in a sandbox of its own.

        Raises
        ------
        NotWarm
            If the kernel does not let it, or the zygote died.
        """
        group.hold(0, limits)
        link, theirs = socket.socketpair()
        link.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        link.settimeout(START_SECONDS)
        wish = {
            "folders": view.FOLDERS,
            "size": limits.scratch_mb << 20,
            "rlimits": limits.rlimits,
        }
        try:
            socket.send_fds(self.control, [json.dumps(wish).encode()], [theirs.fileno()])
            theirs.close()
            return Forked(link, _sender(link), limits)
        except OSError as error:
            link.close()
            raise NotWarm(str(error)) from error
        finally:
            theirs.close()

    def close(self) -> None:
        """End it, and with it all of its workers."""
        self.control.close()
        if self.child.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()


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
        self.zygotes: dict[bool, Zygote] = {}  # by whether Matplotlib is ready
        self.failure = ""

    def fork(self, bubblewrap: str, limits: Limits) -> Forked | None:
        """Return a new worker, or None where this machine does not let us fork them."""
        with self.lock:
            if self.failure:
                return None
            for last_attempt in (False, True):
                try:
                    return self._living(bubblewrap, plots=limits.plots).fork(limits)
                except NotWarm as error:
                    self._end(limits.plots)
                    if last_attempt:
                        self.failure = str(error)
        LOG.warning("workers are started one by one, which is slower: %s", self.failure)
        return None

    def _living(self, bubblewrap: str, *, plots: bool) -> Zygote:
        if plots in self.zygotes and not self.zygotes[plots].alive:
            self._end(plots)
        if plots not in self.zygotes:
            self.zygotes[plots] = Zygote(bubblewrap, plots=plots)
        return self.zygotes[plots]

    def _end(self, plots: bool) -> None:
        if zygote := self.zygotes.pop(plots, None):
            zygote.close()

    def close(self) -> None:
        """End all zygotes; the next request makes another."""
        with self.lock:
            for plots in list(self.zygotes):
                self._end(plots)

    def forget(self) -> None:
        """Leave the zygotes to the process that this one was forked from."""
        for zygote in self.zygotes.values():
            zygote.control.close()
            zygote.child.returncode = 0  # not ours to wait for
        self.__init__()  # type: ignore[misc]


NURSERY = Nursery()
atexit.register(NURSERY.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=NURSERY.forget)
