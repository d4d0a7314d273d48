"""The cleaning up after a child that answered for one exercise.

The worker forks it where the exercise stands, and ends it once it was asked, so that nothing
which a graded call does is there for the next exercise: no state, no file, no process.
"""

from __future__ import annotations

import contextlib
import os
import signal
import stat
from pathlib import Path

from autograder import confine

Mark = tuple[int, int, int]
State = dict[Path, tuple[Mark, bytes | None]]


class Aside:
    """What there is before anything is asked: the files and the processes.

    Parameters
    ----------
    folders : list of str
        All that can be written to.
    """

    def __init__(self, folders: list[str]) -> None:
        self.folders = [Path(folder) for folder in folders]
        self.files = {path: _state(path) for path in self.folders}
        self.processes = _children()
        confine.control(confine.REAPER, 1)  # what the child leaves behind comes to us
        confine.control(confine.DUMPABLE, 0)  # and our memory stays out of its reach

    def end(self, child: int) -> None:
        """End a child with all that it started, and put its files back."""
        _kill(child)
        while left := _children() - self.processes:
            for process in left:
                _kill(process)
        for folder, before in self.files.items():
            _restore(folder, before)

    def over(self) -> None:
        """Let this process be as cells know it: there is more to run."""
        confine.control(confine.DUMPABLE, 1)


def _kill(process: int) -> None:
    with contextlib.suppress(OSError):
        os.kill(process, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.waitpid(process, 0)


def _children() -> set[int]:
    """Return the numbers of this process's children."""
    own, found = str(os.getpid()).encode(), set()
    with contextlib.suppress(OSError):
        for name in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208  # asked often
            with contextlib.suppress(OSError):
                told = Path(f"/proc/{name}/stat").read_bytes()
                if told.rpartition(b")")[2].split()[1] == own:
                    found.add(int(name))
    return found


def _mark(path: Path) -> Mark | None:
    """Return what changes when a file is written to; nobody can set the last part."""
    try:
        told = path.lstat()
    except OSError:
        return None
    return told.st_ino, told.st_mode, told.st_ctime_ns


def _state(folder: Path) -> State:
    """Return what is in a folder: marks, and what plain files hold."""
    found: State = {}
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            mark = _mark(path)
            if mark:
                found[path] = mark, path.read_bytes() if stat.S_ISREG(mark[1]) else None
    return found


def _restore(folder: Path, before: State) -> None:
    """Take away what is new and write again what was changed."""
    for path in sorted(folder.rglob("*"), reverse=True):  # what lies inside comes first
        mark = _mark(path)
        if mark and (path not in before or mark[:2] != before[path][0][:2]):
            with contextlib.suppress(OSError):
                path.rmdir() if stat.S_ISDIR(mark[1]) else path.unlink()
    for path, (mark, content) in before.items():
        if mark != _mark(path):
            with contextlib.suppress(OSError):
                _put_back(path, mark[1], content)


def _put_back(path: Path, mode: int, content: bytes | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        path.write_bytes(content)
        path.chmod(stat.S_IMODE(mode))
    elif stat.S_ISDIR(mode):
        path.mkdir(exist_ok=True)
