"""The slope of leaky ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, both_signs, guises, large, shapes

leaky_relu_slope = Exercise(
    "leaky_relu_slope", target="leaky_relu_slope", title="Slope of leaky ReLU"
)


@leaky_relu_slope.reference
def leaky_relu_slope_reference(z: ArrayLike, alpha: float = 0.01) -> Any:
    """Return 1 to the right of 0, and alpha elsewhere."""
    return alpha + (1.0 - alpha) * np.heaviside(z, 0.0)


@leaky_relu_slope.check(
    "without a second argument the slope is 0.01 to the left of 0, and 1 to the right",
    points=0.5,
    hint="The slope at -5 is 0.01, and at 5 it is 1. What are yours?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    for z in (*shapes(rng), *guises(rng), *large(rng)):
        yield (z,)


@leaky_relu_slope.check(
    "it is right for every alpha, above 1 or negative too, and alpha itself at 0",
    points=0.5,
    hint="Try z = [-1, 0, 1] with an alpha of 0.2, then 2, then -0.5.",
)
def _(rng: Generator) -> Cases:
    # Entries at 0 stand in every other case, so that a mistake there shows on its own.
    for alpha in (0.0, rng.uniform(0.1, 0.6), rng.uniform(1.5, 4.0), -rng.uniform(0.2, 0.8)):
        yield both_signs(rng, 4, 3), alpha
        yield np.array([-1.0, 0.0, 1.0]) * rng.uniform(0.5, 3.0), alpha
    yield 0.0, rng.uniform(0.1, 0.6)
