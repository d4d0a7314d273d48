"""Time things that do the same, round by round in turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from course_utils._arrays import Array

Call = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Spread:
    """A median with its quartiles."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Timings:
    """What each subject's call took in each round.

    Parameters
    ----------
    seconds : mapping of str to ndarray of shape (n_rounds,)
        By the subject's name.
    """

    seconds: Mapping[str, Array]

    def median(self, name: str) -> float:
        """Return the seconds of a typical round."""
        return float(np.median(self.seconds[name]))

    def ratio(self, peer: str, ours: str) -> Spread:
        """Return how many times as long the peer takes; both were timed in every round."""
        low, median, high = np.percentile(self.seconds[peer] / self.seconds[ours], [25, 50, 75])
        return Spread(float(median), float(low), float(high))

    def with_limit(self, seconds: float) -> Timings:
        """Return the same with one more subject, "limit", that always takes so long."""
        n_rounds = len(next(iter(self.seconds.values())))
        return Timings({**self.seconds, "limit": np.full(n_rounds, seconds)})


def interleaved(
    subjects: Mapping[str, Call],
    *,
    n_units: Mapping[str, int] | None = None,
    n_rounds: int = 15,
    block: float = 0.005,
    clock: Clock = time.process_time,
) -> Timings:
    """Time calls in turn.

    Parameters
    ----------
    subjects : mapping of str to callable
        What to call.
    n_units : mapping of str to int, optional
        How many steps, or whatever else is compared, a call makes; 1 if nothing is said.
    n_rounds : int, default 15
        How often each has its turn; it begins with another one every time.
    block : float, default 0.005
        Seconds that a turn takes at least, so that the clock's own step does not matter; 0
        is for calls that are long enough, and then nothing is called before the first round.
    clock : callable, default time.process_time
        Gives seconds.

    Returns
    -------
    Timings
        Seconds of one unit.
    """
    names, n_units = list(subjects), n_units or {}
    n_calls = {name: _calls_in(subjects[name], block, clock) for name in names}
    seconds = {name: np.empty(n_rounds) for name in names}
    for i in range(n_rounds):
        first = i % len(names)
        for name in names[first:] + names[:first]:
            taken = _once(subjects[name], n_calls[name], clock)
            seconds[name][i] = taken / (n_calls[name] * n_units.get(name, 1))
    return Timings(seconds)


def _calls_in(call: Call, block: float, clock: Clock) -> int:
    """Return how many calls fill a block; the first ones here also warm the caches."""
    if block == 0:
        return 1
    call()
    n_calls = 1
    while _once(call, n_calls, clock) < block:
        n_calls *= 2
    return n_calls


def _once(call: Call, n_calls: int, clock: Clock) -> float:
    started = clock()
    for _ in range(n_calls):
        call()
    return clock() - started
