"""The sigmoid."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, guises, large, shapes

sigmoid = Exercise("sigmoid", target="sigmoid", title="The sigmoid")


@sigmoid.reference
def sigmoid_reference(z: ArrayLike) -> Any:
    """Return 1 / (1 + exp(-z)) by way of its logarithm, which never overflows."""
    return np.exp(-np.logaddexp(0.0, np.negative(z, dtype=np.float64)))


@sigmoid.check(
    "numbers, lists and arrays give the sigmoid of each entry, in the shape of z",
    points=0.5,
    hint="Try one number, a list, and an array of shape (4, 3): which shapes come back?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    yield (0,)
    for z in (*shapes(rng), *guises(rng)):
        yield (z,)


@sigmoid.check(
    "z as large as 10,000 gives no nan and no error",
    points=0.5,
    hint="Look at your results for -10000, -800, 800 and 10000, alone and in one array.",
)
def _(rng: Generator) -> Cases:
    for z in large(rng):
        yield (z,)
