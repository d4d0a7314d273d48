"""Read a folder that a student can still write to: follow nothing, wait for nothing.

Every name is opened relative to the folder that it was found in, so that a folder which is
swapped for a link in the meantime leads nowhere.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

MAX_FILES = 500
MAX_BYTES = 100 << 20
MAX_DEPTH = 8
MAX_NAME = 120

Keep = Callable[[BinaryIO, int], str]


@dataclass
class Found:
    """What was read from a folder.

    Attributes
    ----------
    owner : int
        The user id of the folder.
    changed : float
        When anything in it was last written, by the file system's own clock.
    files : dict
        What `keep` made of each regular file, by its path inside the folder.
    notes : list of str
        What was left out, and why.
    problem : str
        Why nothing of it can be taken, or nothing.
    """

    owner: int = -1
    changed: float = 0.0
    files: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problem: str = ""


class TooMuch(ValueError):
    """The folder holds more than a submission may."""


def printable(text: object) -> str:
    r"""Return a text that neither a terminal nor a page can take for commands.

    Examples
    --------
    >>> printable("tiny\x1b[2J\u202egpj.ipynb")
    'tiny?[2J?gpj.ipynb'
    """
    return "".join(sign if sign.isprintable() else "?" for sign in str(text))


def bad_name(name: str) -> str:
    r"""Say what is wrong with the name of a file, or nothing.

    Examples
    --------
    >>> bad_name("data.csv"), bad_name(".."), bad_name("a\nb")
    ('', 'it leads out of its folder', 'it holds signs that no name needs')
    """
    if name in ("", ".", ".."):
        return "it leads out of its folder"
    if "/" in name or "\\" in name or not name.isprintable():
        return "it holds signs that no name needs"
    return "it is too long" if len(name.encode()) > MAX_NAME else ""


def read_folder(folder: Path, keep: Keep) -> Found:
    """Read all regular files of a folder.

    Parameters
    ----------
    folder : Path
        Where a student has put a submission.
    keep : callable
        Takes an open file and the number of bytes that it may have, and returns a text that
        stands for the content.
    """
    found = Found()
    try:
        about = os.lstat(folder)
        if not stat.S_ISDIR(about.st_mode):
            found.owner, found.changed = about.st_uid, about.st_ctime
            found.problem = "it is a link or a file, and no folder"
            return found
        found.owner, found.changed = about.st_uid, about.st_ctime
        _read(folder, found, keep)
    except (TooMuch, OSError) as error:
        found.problem = str(error) if isinstance(error, TooMuch) else f"{error.strerror}"
        found.files.clear()
    return found


def _read(folder: Path, found: Found, keep: Keep) -> None:
    room = MAX_BYTES
    for inside, names, folders, descriptor in _walk(folder):
        found.changed = max(found.changed, os.fstat(descriptor).st_ctime)
        for name in (*names, *folders):
            path = inside / name
            if problem := bad_name(name):
                found.notes.append(f"left out {printable(path)[:80]!r}: {problem}")
            elif name in names:
                room -= _take(path, descriptor, found, keep, room)
        folders[:] = [name for name in folders if not bad_name(name)]


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str], int]]:
    count = 0
    for place, folders, names, descriptor in os.fwalk(folder, onerror=_fail):
        inside = Path(place).relative_to(folder)
        linked = [name for name in folders if _is_link(name, descriptor)]
        folders[:] = sorted(name for name in folders if name not in linked)
        count += len(names) + len(folders) + len(linked)
        if count > MAX_FILES or len(inside.parts) > MAX_DEPTH:
            msg = f"more than {MAX_FILES} files, or more than {MAX_DEPTH} folders deep"
            raise TooMuch(msg)
        yield inside, sorted([*names, *linked]), folders, descriptor


def _fail(error: OSError) -> None:
    raise error


def _is_link(name: str, descriptor: int) -> bool:
    return stat.S_ISLNK(os.stat(name, dir_fd=descriptor, follow_symlinks=False).st_mode)


def _take(path: Path, descriptor: int, found: Found, keep: Keep, room: int) -> int:
    """Read one file, note when it was written, and return its size."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        number = os.open(path.name, flags, dir_fd=descriptor)
    except OSError as error:
        found.notes.append(f"left out {str(path)!r}: a link, or unreadable ({error.strerror})")
        return 0
    with os.fdopen(number, "rb") as file:
        about = os.fstat(number)
        if not stat.S_ISREG(about.st_mode):
            found.notes.append(f"left out {str(path)!r}: not a regular file")
            return 0
        if about.st_uid != found.owner:  # a second name for another person's file
            found.notes.append(f"left out {str(path)!r}: it belongs to somebody else")
            return 0
        content = keep(file, room)
        about = os.fstat(number)  # once more: it may have been written to while it was read
    found.changed = max(found.changed, about.st_ctime)
    found.files[str(path)] = content
    return about.st_size
