"""The verdict on results, by an interval that was set before."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, spread_out

verdict = Exercise("verdict", target="verdict", title="Agree, differ or cannot tell")
WORDS = ("cannot tell", "agree", "differ")


@verdict.reference
def verdict_reference(values: ArrayLike, low: float, high: float) -> Any:
    """Return the word for where the mean lies, two standard errors to each side."""
    numbers = np.asarray(values, np.float64)
    reach = 2 * numbers.std(ddof=1) / np.sqrt(numbers.size)
    bottom, top = numbers.mean() - reach, numbers.mean() + reach
    inside = bottom >= low and top <= high
    apart = bottom > high or top < low
    return WORDS[inside + 2 * apart]


@verdict.check(
    "results inside agree, results outside differ",
    points=1,
    hint="Draw two lines on paper, one for each interval. Try both sides, left and right.",
)
def _(rng: Generator) -> Cases:
    # The error is .1, the reach .2: the values themselves go far beyond the ends.
    for low in rng.uniform((-9.0, 2.0), (-3.0, 8.0)):
        yield spread_out(rng, 25, low + 0.5, 0.1), low, low + 1.0
        yield spread_out(rng, 25, low + 0.7, 0.1), low, low + 1.0
        yield spread_out(rng, 25, low + 1.5, 0.1), low, low + 1.0
        yield spread_out(rng, 25, low - 0.5, 0.1), low, low + 1.0
        yield spread_out(rng, 25, low + 9.0, 0.1), low, low + 1.0
        yield spread_out(rng, 4, low + 0.5, 0.15), low, low + 1.0
        yield spread_out(rng, 16, low + 0.25, 0.1), low, low + 1.0  # reach of 2, not of 3


@verdict.check(
    "results that cross an end leave the question open",
    points=1,
    hint="The mean lies inside, but is it certain? Look two standard errors to each side.",
)
def _(rng: Generator) -> Cases:
    # Across each end with the mean inside and outside, one error away from it and less, and
    # an interval of the results that holds the other one.
    for low in rng.uniform((-9.0, 2.0), (-3.0, 8.0)):
        for place in (0.05, 0.15, 0.85, 0.95, 1.05, 1.15, -0.05, -0.15):
            yield spread_out(rng, 16, low + place, 0.1), low, low + 1.0
        yield spread_out(rng, 9, low + 0.5, 2.0), low, low + 1.0
        yield spread_out(rng, 4, low + 0.176, 0.1), low, low + 1.0  # n - 1, not n
        yield spread_out(rng, 16, low + 0.5, 0.001), low, low + 1.0  # no answer fits all


@verdict.check(
    "equal ends, ends at infinity, lists and whole numbers are fine",
    points=1,
    hint="Equal ends count as inside. Try 0.5, 0.5, 0.5, 0.5 with the interval 0.5 to 1.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Without a spread and in halves, so that nothing is rounded; far away where there is one.
    number = float(rng.integers(2, 9)) / 2
    yield np.full(4, number), number, number + 1
    yield np.full(4, number), number - 1, number
    yield [number] * 4, number, number
    yield spread_out(rng, 20, number, 0.1), -np.inf, number + 5
    yield spread_out(rng, 20, number, 0.1), number + 5, np.inf
    yield [1, 2, 1, 2], 10, 12
    yield read_only(spread_out(rng, 20, number, 0.1)), number - 5, number + 5
