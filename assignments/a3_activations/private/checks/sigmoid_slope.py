"""The slope of the sigmoid."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, guises, large, shapes, sigma

sigmoid_slope = Exercise("sigmoid_slope", target="sigmoid_slope", title="Slope of the sigmoid")


@sigmoid_slope.reference
def sigmoid_slope_reference(z: ArrayLike) -> Any:
    """Return the slope at z: sigma(z) times sigma(-z), for the latter is 1 - sigma(z)."""
    return sigma(z) * sigma(np.negative(z))


@sigmoid_slope.check(
    "each entry is the slope at z, in the shape of z",
    points=1,
    hint="The slope at 0 is 0.25, at ln 3 it is 0.1875. What are yours?",
)
def _(rng: Generator) -> Cases:
    yield (0.0,)
    for z in shapes(rng):
        yield (z,)


@sigmoid_slope.check(
    "z as large as 10,000 gives no nan and no error",
    points=0.5,
    hint="Look at your results for -10000, -800, 800 and 10000: all should be 0.",
)
def _(rng: Generator) -> Cases:
    for z in large(rng):
        yield (z,)


@sigmoid_slope.check(
    "lists, whole numbers, float32 and views are fine, and z stays as it was",
    points=0.5,
    hint="Try a plain list, and print z after the call.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    for z in guises(rng):
        yield (z,)
