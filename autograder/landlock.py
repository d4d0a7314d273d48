"""A view of the file system that shrinks to a few folders, without any rights needed.

The kernel's Landlock takes a list of folders with what may be done beneath each; everything
else is refused from then on, for this process and its children.  From version 6 on it also
keeps signals and abstract sockets inside.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

CREATE, ADD, RESTRICT = 444, 445, 446  # the same on every machine
READ = 1 << 0 | 1 << 2 | 1 << 3  # execute, read a file, list a folder
LIST = 1 << 3
FILE_ONLY = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15
RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}  # how many rights each version knows
SCOPED = 1 << 0 | 1 << 1  # abstract sockets, signals
NEEDED = 3  # before it, a file that can't be written to can be truncated
BENEATH = 1


def _call(number: int, *arguments: object) -> int:
    if sys.platform != "linux":
        return -1
    result: int = ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(number), *arguments)
    return result


def version() -> int:
    """Return the version of Landlock that the kernel offers, 0 if there is none."""
    return max(0, _call(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1)))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def see_only(readable: list[str], writable: list[str], listed: list[str]) -> None:
    """Let this process see nothing but some folders, for good.

    Parameters
    ----------
    readable, writable : list of str
        Folders and files; the former stay as they are.
    listed : list of str
        Folders of which the names may be seen, and no more.
    """
    known = version()
    count = max((rights for since, rights in RIGHTS.items() if since <= known), default=0)
    everything = (1 << count) - 1
    size = 8 if known < 4 else 16 if known < 6 else 24
    # files, network (left to seccomp), and what leads out of this process's own world
    told = struct.pack("=QQQ", everything, 0, SCOPED if known >= 6 else 0)[:size]
    rules = _checked(_call(CREATE, told, ctypes.c_size_t(size), ctypes.c_uint32(0)))
    try:
        for rights, paths in ((LIST, listed), (READ, readable), (everything, writable)):
            for path in paths:
                _allow(rules, path, rights & everything)
        _checked(_call(RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0)))
    finally:
        os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rights &= rights if os.path.isdir(path) else FILE_ONLY  # noqa: PTH112
        told = struct.pack("=Qi", rights, place)
        kind = ctypes.c_int(BENEATH)
        _checked(_call(ADD, ctypes.c_int(rules), kind, told, ctypes.c_uint32(0)))
    finally:
        os.close(place)
