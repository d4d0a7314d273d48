"""The slope of tanh."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, guises, large, shapes, sigma

# In float32, 1 minus a square close to 1 is off by some 1e-7: that must stay far inside.
tanh_slope = Exercise("tanh_slope", target="tanh_slope", title="Slope of tanh", atol=5e-5)


@tanh_slope.reference
def tanh_slope_reference(z: ArrayLike) -> Any:
    """Return the slope of 2 sigma(2z) - 1 by the chain rule."""
    twice = 2.0 * np.asarray(z)
    return 4.0 * sigma(twice) * sigma(-twice)


@tanh_slope.check(
    "each entry is the slope at z, for numbers, lists and arrays",
    points=0.5,
    hint="The slope at 0 is 1, at ln 2 it is 0.64. What are yours?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    yield (0,)
    for z in (*shapes(rng), *guises(rng)):
        yield (z,)


@tanh_slope.check(
    "z as large as 10,000 gives no nan and no error",
    points=0.5,
    hint="Look at your results for -10000, -800, 800 and 10000: all should be 0.",
)
def _(rng: Generator) -> Cases:
    for z in large(rng):
        yield (z,)
