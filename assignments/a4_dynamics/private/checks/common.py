"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array = NDArray[Any]
Cases = Iterable[tuple[Any, ...]]


def layer(rng: Generator, n_samples: int, n_dead: int, n_alive: int) -> Array:
    """Draw what a layer of ReLUs puts out, with so many dead units among the others.

    Of the living units the first three speak for one sample alone (the first, the last, one
    between), the fourth is silent for one sample alone, and the rest always speak.
    """
    alive = rng.uniform(0.1, 2.0, size=(n_samples, n_alive))
    samples = np.arange(n_samples)[:, np.newaxis]
    for unit, only in enumerate((0, n_samples - 1, n_samples // 2)[:n_alive]):
        alive[:, unit] *= samples[:, 0] == only
    if n_alive > 3:
        alive[rng.integers(n_samples), 3] = 0.0
    units = np.hstack([np.zeros((n_samples, n_dead)), alive])
    shuffled: Array = rng.permutation(units, axis=1)
    return shuffled
