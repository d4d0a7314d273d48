"""What one submission may use."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple


class Time(NamedTuple):
    """How long one request may take: seconds of the wall clock and of processors."""

    wall: float
    processor: float


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    Attributes
    ----------
    cell_seconds, call_seconds : float
        Wall clock for one cell and for one call of a function that is being graded; what
        never ends in one check seldom does in the next, so that one gets a third of it.
    cell_processor_seconds, call_processor_seconds : float
        Time of processors for the same, of all processes together: on a busy machine an
        answer is given its time, and one that only computes for ever is found out sooner.
    given_processor_seconds : float
        The same for a cell that was given and only tries what was written, such as one of
        examples: it loses no points, and whoever wrote it knows what it takes.
    total_seconds : float
        Wall clock for the whole submission, restarts included.
    memory_mb, scratch_mb, processes : int
        Memory of each process and of all together, size of the scratch folder, processes
        and threads.
    plots : bool
        Whether Matplotlib stands ready in the worker: to fork what nobody uses takes as long
        as all the rest.  Without, a cell that imports it waits for it.
    """

    cell_seconds: float = 10.0
    call_seconds: float = 3.0
    cell_processor_seconds: float = math.inf
    call_processor_seconds: float = math.inf
    given_processor_seconds: float = math.inf
    total_seconds: float = 90.0
    memory_mb: int = 2048
    scratch_mb: int = 64
    processes: int = 256
    plots: bool = False

    @property
    def cell(self) -> Time:
        """Return how long a cell may take."""
        return Time(self.cell_seconds, self.cell_processor_seconds)

    @property
    def given_cell(self) -> Time:
        """Return how long a cell may take that was given."""
        least = min(self.given_processor_seconds, self.cell_processor_seconds)
        return Time(self.cell_seconds, least)

    @property
    def call(self) -> Time:
        """Return how long a call may take."""
        return Time(self.call_seconds, self.call_processor_seconds)

    @property
    def rlimits(self) -> dict[str, int]:
        """Return the limits in the words of the resource module."""
        return {
            "AS": self.memory_mb << 20,
            "CPU": int(self.total_seconds) + 10,
            "FSIZE": self.scratch_mb << 20,
            "NPROC": self.processes,
            "NOFILE": 256,
            "CORE": 0,
        }
