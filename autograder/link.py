"""A line to a worker: frames under a deadline, and a look at what it uses while we wait."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Any

from autograder.errors import LATE, Stopped
from autograder.wire import WireError, unpack

PATIENCE = 0.05  # seconds until the next look
PIECE = 1 << 20  # bytes at a time, and how many at least
SOME = 16 << 10


class Link:
    """A line to a worker, or to the child that answers for one exercise.

    Parameters
    ----------
    line : socket.socket
        Leads there.
    number : int
        By which what it hands out is known to be its own.
    look : callable
        Raises `Stopped` if the sandbox uses too much.
    """

    def __init__(self, line: socket.socket, number: int, look: Callable[[], None]) -> None:
        self.line = line
        self.number = number
        self.look = look
        self.kept = bytearray()

    def close(self) -> None:
        """Hang up."""
        self.line.close()

    def ended(self) -> bool:
        """Tell whether the other side hung up, without waiting."""
        self.line.settimeout(0)
        try:
            return not self.kept and not self.line.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def send(self, frame: bytes, deadline: float) -> None:
        """Send a frame."""
        left = memoryview(frame)
        late = "it did not take its arguments in time"
        while left:
            sent = self._patiently(lambda: self.line.send(left[:PIECE]), deadline, late)  # noqa: B023
            left = left[sent:]

    def receive(self, deadline: float) -> tuple[dict[str, Any], list[bytes]]:
        """Return the next frame."""
        try:
            return unpack(lambda count: self.read(count, deadline))
        except WireError as error:
            raise Stopped("unreadable answer", str(error)) from error

    def read(self, count: int, deadline: float) -> bytes:
        """Return exactly so many bytes."""
        while len(self.kept) < count:
            wanted = max(SOME, min(PIECE, count - len(self.kept)))
            part = self._patiently(
                lambda: self.line.recv(wanted),  # noqa: B023
                deadline,
                LATE,
            )
            if not part:
                raise Stopped("crashed", "the process ended")
            self.kept += part
        told = bytes(self.kept[:count])
        del self.kept[:count]
        return told

    def _patiently(self, act: Callable[[], Any], deadline: float, late: str) -> Any:
        while True:
            self.look()
            left = deadline - time.monotonic()
            if left <= 0:  # bytes that trickle must not keep us waiting for ever
                raise Stopped("time limit", late)
            self.line.settimeout(min(left, PATIENCE))
            try:
                return act()
            except TimeoutError:
                continue
            except OSError as error:
                raise Stopped("crashed", "the process ended") from error
