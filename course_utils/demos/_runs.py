"""Training runs that a demo looks at: each goes on when it is asked, and a few are kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import islice
from typing import Any, Generic, TypeVar

from course_utils.network import MLP

__all__ = ["Runs", "bare", "step_by"]

Look = TypeVar("Look")


class Runs(Generic[Look]):
    """What runs have shown so far, under their settings.

    A picture must not depend on what was asked for before.  So a run is recorded from its
    start: who asks for less than it has shown gets the same looks again.

    Parameters
    ----------
    start : callable
        Takes settings and returns an iterator of looks at a run, from its start on.
    n_kept : int, default 4
        How many runs are kept; then the one that rested longest is forgotten.

    Examples
    --------
    >>> from itertools import count
    >>> runs = Runs(lambda first: count(first))
    >>> runs.looks(3, 10), runs.looks(2, 10)
    ([10, 11, 12], [10, 11])
    """

    def __init__(self, start: Callable[..., Iterator[Look]], n_kept: int = 4) -> None:
        self._start = start
        self._n_kept = n_kept
        self._runs: dict[tuple[Hashable, ...], tuple[Iterator[Look], list[Look]]] = {}
        self._lock = threading.Lock()

    def looks(self, n_looks: int, *settings: Hashable) -> list[Look]:
        """Return the first looks at a run; fewer, but one at least, where it ended early."""
        with self._lock:
            run = self._runs.pop(settings, None)
            coming, seen = run or (self._start(*settings), [])
            self._runs[settings] = coming, seen  # the newest stands last
            while len(self._runs) > self._n_kept:
                del self._runs[next(iter(self._runs))]
            seen.extend(islice(coming, max(n_looks - len(seen), 0)))
            return seen[:n_looks]


def bare(network: MLP) -> MLP:
    """Return the same network without the room that its forward passes have taken.

    A network keeps buffers for the samples that it saw last; a hundred recorded networks
    would keep a hundred grids.

    Parameters
    ----------
    network : MLP
        Any.

    Returns
    -------
    MLP
        With equal parameters.

    Examples
    --------
    >>> network = MLP([2, 3, 1])
    >>> bare(network) is network
    False
    >>> bool((bare(network).forward([[1.0, 2.0]]) == network.forward([[1.0, 2.0]])).all())
    True
    """
    return network.with_parameters({})


def step_by(n_more: int, last: int) -> Callable[[Any], Mapping[str, int]]:
    """Return the tick of a demo that counts its steps: so many more, until the last."""
    return lambda state: {"n_steps": state.n_steps + n_more} if state.n_steps < last else {}
