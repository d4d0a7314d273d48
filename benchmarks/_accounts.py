"""Processor time of a whole family of processes, those that were killed included.

What the kernel tells a parent of its children (`resource.getrusage`) leaves out whoever
nobody waited for, and a sandbox that is ended as a whole is such a case.  A control group
counts every process that ever was in it.
"""

from __future__ import annotations

import contextlib
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from autograder.sandbox.group import standing

# kind of file system, option of the mount, file with the time, and how many of it a second has
KINDS = (
    ("cgroup2", "", "cpu.stat", 1e6),
    ("cgroup", "cpuacct", "cpuacct.usage", 1e9),
)
LOOK_SECONDS = 0.05


class Account:
    """A control group of our own, or the children's time where there can be none.

    Parameters
    ----------
    folder : Path or None
        The group.
    file : str
        Which of its files tells the time.
    unit : float
        How many of its numbers a second has.
    """

    def __init__(self, folder: Path | None, file: str = "", unit: float = 1.0) -> None:
        self.folder, self.file, self.unit = folder, file, unit
        self.before = 0.0
        self.before = self.seconds()

    @property
    def complete(self) -> bool:
        """Tell whether killed processes are counted as well."""
        return self.folder is not None

    def enter(self) -> None:
        """Count this process, and whatever it starts, from now on."""
        if self.folder:
            (self.folder / "cgroup.procs").write_text("0", "ascii")

    def settle(self) -> None:
        """Wait until nobody is left in the group."""
        while self.folder and (self.folder / "cgroup.procs").read_text("ascii"):
            time.sleep(LOOK_SECONDS)

    def seconds(self) -> float:
        """Return the processor time used since the account was opened."""
        if self.folder is None:
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            return used.ru_utime + used.ru_stime - self.before
        told = (self.folder / self.file).read_text("ascii").split()
        number = told[told.index("usage_usec") + 1] if "usage_usec" in told else told[0]
        return float(number) / self.unit - self.before


@contextlib.contextmanager
def account() -> Iterator[Account]:
    """Open an account; it needs the right to make a control group.

    Yields
    ------
    Account
        Of the group, or of this process's children.
    """
    folder, file, unit = next(_made(), (None, "", 1.0))
    try:
        yield Account(folder, file, unit)
    finally:
        if folder:
            with contextlib.suppress(OSError):  # somebody may still be in it
                folder.rmdir()


def _made() -> Iterator[tuple[Path, str, float]]:
    """Make a group that tells the time, the first that can be made."""
    for parent, file, unit in _groups():
        folder = parent / f"benchmark-{os.getpid()}"
        try:
            folder.mkdir()
        except OSError:
            continue
        if (folder / file).exists():
            yield folder, file, unit
        else:
            folder.rmdir()


def _groups() -> Iterator[tuple[Path, str, float]]:
    """Yield where this process may stand with its groups."""
    own = standing()
    mounts = Path("/proc/mounts").read_text("utf-8").splitlines() if own else []
    for line in mounts:
        _, folder, kind, options, *_ = line.split()
        for name, option, file, unit in KINDS:
            if kind == name and option in ("", *options.split(",")) and option in own:
                yield Path(folder, own[option].lstrip("/")), file, unit
