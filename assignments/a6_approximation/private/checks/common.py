"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Function = Callable[[ArrayLike], Any]
Cases = Iterable[tuple[Any, ...]]


def sixteenths(rng: Generator, low: float, high: float) -> float:
    """Draw a multiple of 1/16 from `low` to `high`, which float32 holds exactly."""
    return float(rng.integers(round(16 * low), round(16 * high) + 1)) / 16


def uneven(rng: Generator, start: float, n: int) -> Array:
    """Draw n edges or knots from `start` on; neighbours are 1/2, 1 or 2 apart in turn.

    Widths that are powers of two keep slopes exact, in float32 too.
    """
    widths = np.resize(rng.permutation([0.5, 1.0, 2.0]), n - 1)
    return np.asarray(np.concatenate([[start], start + np.cumsum(widths)]))


def parabola(at: float, height: float, slope: float, bend: float) -> Function:
    """Return a curve with this height and slope at `at`; it takes a number or an array."""

    def f(x: ArrayLike) -> Any:
        run = np.asarray(x) - at
        return height + slope * run + bend * run**2

    return f
