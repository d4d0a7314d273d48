"""A control group for the sandboxes of this process: the kernel's own cap on all of them.

It is a backstop.  `memory` looks at each submission and says what it took too much of, but only
every now and then; a group holds in between as well, and holds root, whom the kernel's limit on
processes does not bind.  So it is a little wider than the limits.  It is used where a group can
be made below our own or beside it: by root, and by users whose systemd hands them one.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from autograder.sandbox import memory
from autograder.sandbox.limits import Limits

ROOT = Path("/sys/fs/cgroup")
OWN = Path("/proc/self/cgroup")
CONTROLLERS = ("memory", "pids")
CAPS = {"memory": ("memory.max", "memory.limit_in_bytes"), "pids": ("pids.max", "pids.max")}
SPARE_MB, SPARE_PROCESSES = 512, 64  # for the process from which workers are forked
END_SECONDS = 2.0
# what the doctor lets a group stop: it takes more processes, then more memory, than it may
GREEDY = """
import os, sys, time
sys.stdin.read(1)
try:
    for _ in range(20): os.fork() or (os.close(1), time.sleep(9), os._exit(0))
except BlockingIOError:
    print("stopped", flush=True)
held = bytearray(b"1") * (128 << 20)
"""


def standing() -> dict[str, str]:
    """Return this process's group for each controller; the second version's has no name."""
    try:
        lines = [line.split(":", 2) for line in OWN.read_text("ascii").splitlines()]
    except OSError:
        return {}
    return {name: path for _, names, path in lines for name in names.split(",")}


def places() -> list[tuple[str, Path]]:
    """Return for each controller the folder in which groups can be made, none if one lacks."""
    own = standing()
    if not own:
        return []
    if all(name in own for name in CONTROLLERS):  # the first version: a tree for each
        found = [(name, ROOT / name / own[name].lstrip("/")) for name in CONTROLLERS]
        return found if all(os.access(place, os.W_OK) for _, place in found) else []
    mine = ROOT / own.get("", "").lstrip("/")
    for place in (mine, mine.parent):
        with contextlib.suppress(OSError):
            told = (place / "cgroup.subtree_control").read_text("ascii").split()
            if {*CONTROLLERS} <= {*told} and os.access(place / "cgroup.procs", os.W_OK):
                return [(name, place) for name in CONTROLLERS]
    return []


class Group:
    """A control group of our own.

    Parameters
    ----------
    name : str
        Tells it from those of other processes.

    Raises
    ------
    OSError
        If none can be made.
    """

    def __init__(self, name: str) -> None:
        found = places()
        if not found:
            msg = "no control group for memory and processes can be written to"
            raise OSError(msg)
        self.folders = {controller: place / name for controller, place in found}
        self.caps = dict.fromkeys(CONTROLLERS, 0)
        for folder in {*self.folders.values()}:
            folder.mkdir(exist_ok=True)

    def cap(self, memory_mb: int, processes: int) -> None:
        """Let it hold so much, or what it could hold before if that was more."""
        for controller, value in zip(CONTROLLERS, (memory_mb << 20, processes), strict=True):
            if value > self.caps[controller]:
                folder = self.folders[controller]
                names = (folder / name for name in CAPS[controller])
                next(filter(Path.exists, names)).write_text(str(value), "ascii")
                self.caps[controller] = value

    def take(self, root: int) -> None:
        """Move a process and all that descend from it into the group."""
        taken: set[int] = set()
        while new := {*memory.tree(root)} - taken:
            for number in new:
                for folder in {*self.folders.values()}:
                    with contextlib.suppress(ProcessLookupError):
                        (folder / "cgroup.procs").write_text(str(number), "ascii")
            taken |= new

    def remove(self) -> None:
        """End what is left in the group, and remove it; one that stays harms nobody."""
        ends = time.monotonic() + END_SECONDS
        for folder in {*self.folders.values()}:
            while folder.exists() and time.monotonic() < ends:
                with contextlib.suppress(OSError):
                    for number in (folder / "cgroup.procs").read_text("ascii").split():
                        os.kill(int(number), signal.SIGKILL)
                    folder.rmdir()
                    break
                time.sleep(0.01)


def hold(root: int, limits: Limits) -> None:
    """Cap what a sandbox uses together with the others of this process, where that can be.

    Parameters
    ----------
    root : int
        The process at its top; 0 if it is a child of one that is held already.
    limits : Limits
        What it may use.
    """
    group = _ours(os.getpid())
    if group is None:
        return
    with contextlib.suppress(OSError):
        memory_mb = 3 * limits.memory_mb // 2 + 2 * limits.scratch_mb + SPARE_MB
        group.cap(memory_mb, 2 * limits.processes + SPARE_PROCESSES)
        if root:
            group.take(root)


@functools.cache
def _ours(process: int) -> Group | None:
    with contextlib.suppress(OSError):
        sweep()
        group = Group(f"autograder-{process}")
        atexit.register(group.remove)
        return group
    return None


def sweep() -> None:
    """Remove what processes left that were killed; a group in use can't be removed."""
    for place in {place for _, place in places()}:
        for folder in place.glob("autograder-*"):
            number = re.sub(r"\D", "", folder.name)
            if not Path("/proc", number).exists():
                with contextlib.suppress(OSError):
                    folder.rmdir()


@functools.cache
def trouble() -> str:
    """Return why groups cap nothing here, or nothing; a greedy process tries it."""
    with contextlib.suppress(OSError), _small() as group:
        child = subprocess.Popen(
            [sys.executable, "-I", "-c", GREEDY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        group.take(child.pid)
        told, _ = child.communicate(b"!")
        if child.returncode < 0 and told.strip() == b"stopped":
            return ""
        return "a group was made, and did not stop a process that took too much"
    return "no group for memory and processes can be made; systemd-run --user --scope may help"


@contextlib.contextmanager
def _small() -> Iterator[Group]:
    group = Group(f"autograder-{os.getpid()}-tried")
    try:
        group.cap(48, 8)
        yield group
    finally:
        group.remove()
