"""Leaky ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, both_signs, guises, large, shapes

leaky_relu = Exercise("leaky_relu", target="leaky_relu", title="Leaky ReLU")


@leaky_relu.reference
def leaky_relu_reference(z: ArrayLike, alpha: float = 0.01) -> Any:
    """Return z to the right of 0 and alpha z to the left."""
    return np.maximum(z, 0.0) + alpha * np.minimum(z, 0.0)


@leaky_relu.check(
    "without a second argument, alpha is 0.01",
    points=0.5,
    hint="leaky_relu(-3) is -0.03 and leaky_relu(3) is 3. What is yours?",
)
def _(rng: Generator) -> Cases:
    yield (0.0,)
    for z in (*shapes(rng), *large(rng)):
        yield (z,)


@leaky_relu.check(
    "a given alpha between 0 and 1 is used",
    points=0.5,
    hint="Does alpha occur in your formula, and on the left side only?",
)
def _(rng: Generator) -> Cases:
    # An alpha of 0 is ReLU, an alpha of 1 the identity.
    for alpha in (0.0, rng.uniform(0.1, 0.3), rng.uniform(0.5, 0.8), 1):
        yield both_signs(rng, 4, 3), alpha
        yield -rng.uniform(0.5, 3.0), alpha


@leaky_relu.check(
    "it is still right for an alpha above 1, and for a negative one",
    points=0.5,
    hint="Try alpha = 2 with z = -1 and z = 1: which branch does each one take?",
)
def _(rng: Generator) -> Cases:
    for alpha in (2.0, rng.uniform(1.5, 4.0), -rng.uniform(0.2, 0.8)):
        yield both_signs(rng, 5, 2), alpha
        yield rng.uniform(0.5, 3.0), alpha


@leaky_relu.check(
    "lists, whole numbers, float32 and views are fine, and z stays as it was",
    points=0.5,
    hint="Try a plain list, then an array of whole numbers: are the fractions still there?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Alpha is the default's, so that a mistake with alpha does not cost this point too.
    for z in guises(rng):
        yield (z,)
