"""ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, guises, large, shapes

relu = Exercise("relu", target="relu", title="ReLU")


@relu.reference
def relu_reference(z: ArrayLike) -> Any:
    """Return the larger of 0 and z: half of z + |z|."""
    return (np.asarray(z) + np.abs(z)) / 2.0


@relu.check(
    "each entry is the larger of 0 and z, for numbers and arrays as large as 10,000",
    points=0.5,
    hint="Try -2.5, 2.5 and 0 one by one, then all three in one array.",
)
def _(rng: Generator) -> Cases:
    yield (0.0,)
    for z in (*shapes(rng), *large(rng)):
        yield (z,)


@relu.check(
    "lists, whole numbers, float32 and views are fine, and z stays as it was",
    points=0.5,
    hint="Print z after you called relu(z), and try a plain list.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    for z in guises(rng):
        yield (z,)
