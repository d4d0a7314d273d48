"""Tanh, made of the sigmoid."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, guises, large, shapes, sigma

tanh_from_sigmoid = Exercise(
    "tanh_from_sigmoid", target="tanh_from_sigmoid", title="Tanh from the sigmoid"
)


@tanh_from_sigmoid.reference
def tanh_reference(z: ArrayLike) -> Any:
    """Return 2 sigma(2z) - 1."""
    return 2.0 * sigma(2.0 * np.asarray(z)) - 1.0


@tanh_from_sigmoid.check(
    "numbers, lists and arrays give tanh of each entry, in the shape of z",
    points=0.5,
    hint="By hand, tanh(ln 2) is 0.6. What is yours for -ln 2, and for an array?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    yield (0,)
    for z in (*shapes(rng), *guises(rng)):
        yield (z,)


@tanh_from_sigmoid.check(
    "z as large as 10,000 gives no nan and no error",
    points=0.5,
    hint="The inner sigmoid sees twice your z. Is it safe at -20000?",
)
def _(rng: Generator) -> Cases:
    for z in large(rng):
        yield (z,)
