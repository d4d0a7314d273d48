"""What a command uses, with every process that it starts, however deep and short-lived."""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox.memory import share, tree
from benchmarks._accounts import account

REAPER = 36  # of prctl: what loses its parent becomes our child, so that its time is counted
LOOK_SECONDS = 1.0
TOLD = 4000  # characters of a failed command's last words


@dataclass(frozen=True)
class Use:
    """What a command used.

    Attributes
    ----------
    wall, processor : float
        Seconds, and seconds of processor time of all its processes.
    peak : int
        Bytes at most, each process's share of what it shares with others.
    complete : bool
        Whether the time of processes that were killed is among it.
    """

    wall: float
    processor: float
    peak: int
    complete: bool = True


def measured(command: Sequence[str], folder: Path, **environment: str) -> Use:
    """Run a command to its end and return what it used.

    Parameters
    ----------
    command : sequence of str
        What to run; an exit code above 1 is a failure.
    folder : Path
        Where.
    **environment : str
        Added to this process's.

    Raises
    ------
    RuntimeError
        If it fails.
    """
    log = folder / "benchmark.log"
    with account() as used, log.open("wb") as told:
        if not used.complete:
            ctypes.CDLL(None).prctl(REAPER, 1, 0, 0, 0)
        started, peak = time.perf_counter(), 0
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=told,
            stderr=told,
            preexec_fn=used.enter,  # nothing else runs here
        )
        while process.poll() is None:
            peak = max(peak, sum(map(share, tree(process.pid))))
            try:
                process.wait(LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                continue
        wall = time.perf_counter() - started
        used.settle() if used.complete else _bury()
        use = Use(wall, used.seconds(), peak, used.complete)
    if process.returncode not in (0, 1):
        msg = f"{' '.join(command)} ended with {process.returncode}:\n"
        raise RuntimeError(msg + log.read_text("utf-8", "replace")[-TOLD:])
    return use


def _bury() -> None:
    """Wait for what the command left behind to end by itself."""
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return
