"""Run the attempts and say which got through."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder import sandbox
from autograder.doctor._attempts import ATTEMPTS, Attempt
from autograder.errors import Missing, Stopped
from autograder.sandbox import Limits, view
from autograder.session import Session

SMALL = Limits(
    cell_seconds=10.0,
    call_seconds=5.0,
    total_seconds=30.0,
    memory_mb=400,
    scratch_mb=8,
    processes=40,
)
# what each level promises to stop; weak promises nothing but its limits
OPEN: dict[str, frozenset[str]] = {
    "strong": frozenset(),
    "container": frozenset(),
    # Landlock's rules keep files shut, but do not hide that they are there
    "medium": frozenset(
        {"write 12 files of 1 MB with 8 MB allowed", "see what is in the home folder"}
    ),
}


@dataclass(frozen=True)
class Finding:
    """What became of one attempt.

    Attributes
    ----------
    attempt : str
        What was tried.
    stopped : bool
        Whether it was stopped.
    how : str
        By which error or limit.
    """

    attempt: str
    stopped: bool
    how: str = ""


def faults(level: str, findings: list[Finding]) -> list[str]:
    """Return the attempts that a level promised to stop and did not."""
    if level not in OPEN:
        return []
    return [f.attempt for f in findings if not f.stopped and f.attempt not in OPEN[level]]


def examine(level: str) -> list[Finding]:
    """Make all attempts at one level.

    Parameters
    ----------
    level : str
        Where the worker runs.
    """
    before = os.environ.get("NN_SANDBOX")
    os.environ["NN_SANDBOX"] = level
    try:
        sandbox.level()  # a level that is not to be had is said at once
        with _bait() as words, _neighbour():
            return [_try(attempt, words) for attempt in ATTEMPTS]
    finally:
        os.environ.pop("NN_SANDBOX")
        if before is not None:
            os.environ["NN_SANDBOX"] = before


@contextlib.contextmanager
def _bait() -> Iterator[dict[str, object]]:
    """Lay out what the attempts are after, and take it away afterwards."""
    nap = str(345_600 + os.getpid())
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="doctor-")))
        (folder / "secret").write_text("a secret", "utf-8")
        server = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        door = stack.enter_context(socket.socket(socket.AF_UNIX))
        with contextlib.suppress(OSError):  # Linux alone has them
            door.bind(f"\0doctor-{os.getpid()}")
            door.listen()
        victim = subprocess.Popen(["sleep", "600"])
        stack.callback(victim.wait)
        stack.callback(victim.kill)
        yield {
            "folder": folder,
            "private": _private() or folder,
            "victim": victim.pid,
            "grader": os.getpid(),
            "port": server.getsockname()[1],
            "door": f"doctor-{os.getpid()}",
            "others": Path(tempfile.gettempdir(), "worker-scratch-*", "theirs"),
            "nap": nap,
        }
        _end_naps(nap)


def _private() -> Path | None:
    """Return something in the home folder that does not lead to Python itself."""
    with contextlib.suppress(OSError):
        for path in sorted(Path.home().iterdir()):
            if not any(prefix.is_relative_to(path.resolve()) for prefix in view.prefixes()):
                return path
    return None


@contextlib.contextmanager
def _neighbour() -> Iterator[None]:
    """Have another submission that keeps a file."""
    with Session(SMALL) as session:
        session.run("open('theirs', 'w').write('theirs')")
        yield


def _try(attempt: Attempt, words: dict[str, object]) -> Finding:
    with Session(SMALL) as session:
        try:
            outputs = session.run(attempt.cell.format_map(words))
            got = session.get("got")
        except Stopped as stopped:
            return Finding(attempt.name, stopped=True, how=stopped.reason)
        except Missing:
            told = [str(output.get("ename")) for output in outputs if "ename" in output]
            return Finding(attempt.name, stopped=True, how=told[-1] if told else "")
    if got == "look":
        got = _left_behind(str(words["nap"]))
    return Finding(attempt.name, stopped=not got, how="" if got else "in vain")


def _naps(nap: str) -> list[int]:
    """Return the numbers of the sleeping processes that the attempts started."""
    told = subprocess.run(
        ["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=False
    )
    lines = (line.strip().partition(" ") for line in told.stdout.splitlines())
    return [int(number) for number, _, args in lines if args.strip() == f"sleep {nap}"]


def _left_behind(nap: str) -> bool:
    """Tell whether something is left; the kernel ends a namespace on its own time."""
    ends = time.monotonic() + 2
    while _naps(nap) and time.monotonic() < ends:
        time.sleep(0.05)
    return bool(_naps(nap))


def _end_naps(nap: str) -> None:
    for number in _naps(nap):
        with contextlib.suppress(OSError):
            os.kill(number, 9)
