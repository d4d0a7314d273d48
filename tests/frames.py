"""Frames as they come out of a link."""

from __future__ import annotations

from collections.abc import Callable

from autograder.wire import WireError


def reader(data: bytes) -> Callable[[int], bytes]:
    """Return a ``read(n)`` over bytes; at their end it raises as the link would."""
    place = 0

    def read(count: int) -> bytes:
        nonlocal place
        part = data[place : place + count]
        place += count
        if len(part) < count:
            raise WireError("the bytes ended")
        return part

    return read
