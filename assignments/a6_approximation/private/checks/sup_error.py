"""The worst place."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Array, Cases, Function, sixteenths

sup_error = Exercise("sup_error", target="sup_error", title="The sup error")


@sup_error.reference
def sup_error_reference(
    f: Function, g: Function, interval: tuple[float, float], n: int = 10_001
) -> Any:
    """Return the largest distance between f and g on n points, both ends included."""
    low, high = interval
    x = low + np.arange(n) * ((high - low) / (n - 1))
    gaps = np.asarray(f(x)) - np.asarray(g(x))
    return max(gaps.max(), -gaps.min())


def ledges(levels: Array, low: float, high: float) -> Function:
    """Return a function with three wide ledges from `low` to `high`; far outside it is 40.

    The ledges reach a little too far, so that a grid may end anywhere near its ends.
    """

    def f(x: ArrayLike) -> Any:
        share = (np.asarray(x) - low) / (high - low)
        which = np.floor(np.clip(3 * share, 0, 2)).astype(int)
        return np.where(abs(share - 0.5) < 0.52, np.take(levels, which), 40.0)

    return f


def line(at: float, height: float, slope: float) -> Function:
    """Return a straight line through a point; it takes a number or an array."""
    return lambda x: height + slope * (np.asarray(x) - at)


def total(f: Function, g: Function) -> Function:
    """Return the sum of two functions."""
    return lambda x: f(x) + g(x)


def spike(at: float, height: float, radius: float) -> Function:
    """Return a function that is 0 except near one place."""
    return lambda x: np.where(abs(np.asarray(x) - at) < radius, height, 0.0)


@sup_error.check(
    "it is the largest distance, whichever curve is above",
    points=1,
    hint="Let f be 0 and g be 5 somewhere: the distance there is 5, and never negative.",
)
def _(rng: Generator) -> Cases:
    # The distance runs in wide ledges, so that the choice of points does not matter here.  Its
    # largest is of either sign, with others that are like it in sign or not.
    for signs in ([1, -1, 1], [-1, 1, -1], [1, 1, 1], [-1, -1, -1]):
        levels = rng.permutation(np.array([4.0, 2.0, 1.0]) * signs * rng.choice([1, 1.5]))
        low = sixteenths(rng, 1.0, 2.0) * rng.choice([-4, 1])
        gap, g = ledges(levels, low, low + 1.5), line(low, -9.0, 2.0)
        yield total(gap, g), g, (low, low + 1.5), 61
    # Both at their own largest do not say how far they are apart.
    yield line(0.0, 3.0, 0.0), line(0.0, -3.0, 0.0), (0.0, 1.0), 11


@sup_error.check(
    "it looks at n points, evenly spaced, with both ends among them",
    points=1,
    hint="Print your grid for n = 5 on the interval from 0 to 2. Is it 0, 0.5, 1, 1.5, 2?",
)
def _(rng: Generator) -> Cases:
    low = sixteenths(rng, 0.25, 2.0) * rng.choice([-1, 1])  # never 0: a left end left out shows
    height = sixteenths(rng, 2.0, 3.0)
    zero = line(0.0, 0.0, 0.0)
    # The largest distance lies at the left end, then at the right end.
    for slope in (-1.0, 1.0):
        yield line(low + 1.0, 0.25, slope), zero, (low, low + 2.0), 5
    # A spike between the points must not be seen, and one on a point must be.
    for n in (3, 9, 17):
        step = 2.0 / (n - 1)
        yield spike(low + 0.5 * step, height, 0.3 * step), zero, [low, low + 2.0], n
        yield spike(low + step, height, 0.02 * step), zero, (low, low + 2.0), n
    # Point number 4567 of the usual 10,001; a few more points or fewer all miss it.
    yield spike(low + 0.4567, height, 2e-5), zero, (low, low + 1.0)
