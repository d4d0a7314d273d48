"""A difference over many data sets, with its standard error."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, first_part, second_part

paired_difference = Exercise(
    "paired_difference", target="paired_difference", title="A paired difference"
)


@paired_difference.reference
def paired_difference_reference(a: ArrayLike, b: ArrayLike) -> tuple[Any, Any]:
    """Return the mean of a - b and its standard error."""
    d = np.asarray(a) - np.asarray(b)
    mean = np.sum(d) / len(d)
    variance = np.sum((d - mean) ** 2) / (len(d) - 1)
    return mean, np.sqrt(variance / len(d))


def noise(rng: Generator, n: int) -> Array:
    """Draw numbers whose mean is exactly 0 and whose spread is exactly 1."""
    drawn = rng.permutation(np.arange(n)) + rng.uniform(-0.3, 0.3, size=n)
    drawn -= drawn.mean()
    return np.asarray(drawn / drawn.std(ddof=1))


def scores(rng: Generator, n: int, mean: float, hard: float = 9.0) -> tuple[Array, Array]:
    """Return scores in points whose differences have a given mean, and a spread from 2.5 to 4.

    Sign changes among the differences keep them from their absolute values.  `hard` is how
    much the data sets differ in difficulty, which both sides share.
    """
    b = 70 + hard * noise(rng, n)
    return b + mean + rng.uniform(2.5, 4.0) * noise(rng, n), b


@paired_difference.check(
    "the first number is the mean of a - b",
    points=1,
    hint="If a is worse than b everywhere, is your mean below zero?",
    call=first_part,
)
def _(rng: Generator) -> Cases:
    # Two pairs and many, a winning and a losing a.
    for n, mean in ((2, 1.0), (5, -1.0), (8, 0.5), (12, -0.5)):
        yield scores(rng, n, mean * rng.uniform(1.0, 1.4))


@paired_difference.check(
    "the second number is the standard error of the differences",
    points=1,
    hint="First the spread of the differences, with n - 1. Only then comes the root of n.",
    call=second_part,
)
def _(rng: Generator) -> Cases:
    # Where the sets differ in difficulty, pairing makes the error smaller; where a is good
    # at what b is bad at, larger.
    for n, mean in ((2, 1.0), (3, -1.0), (5, 0.5), (8, -0.5)):
        yield scores(rng, n, mean * rng.uniform(1.0, 1.4))
    shape = 3.0 * noise(rng, 6)
    yield 75 + shape, 72 - shape


@paired_difference.check(
    "the answer is a pair of numbers, for lists and equal differences too; nothing is changed",
    points=1,
    hint="If all differences are equal, the second number is 0. Lists have no minus sign.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # All differences of the first cases are equal: these ask for lists and shapes alone.
    # Whole numbers are exact in float32.
    b = rng.integers(40, 90, size=6)
    more = int(rng.integers(2, 9))
    yield (b + more).tolist(), b.tolist()
    yield b.astype(np.float32), (b + more).astype(np.float32)
    yield read_only(b + 0.5), read_only(b - 1.0)
    yield b[::2], b[::2]
    yield b[::-1] + more, b[::-1]
    yield (b[:2] + more).tolist(), b[:2]
