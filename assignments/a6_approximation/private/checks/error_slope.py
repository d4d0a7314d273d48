"""The exponent of an error."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases

error_slope = Exercise("error_slope", target="error_slope", title="Read the exponent")


@error_slope.reference
def error_slope_reference(n_units: ArrayLike, errors: ArrayLike) -> Any:
    """Return the slope of the best straight line through the logarithms."""
    size, error = np.log(np.asarray(n_units)), np.log(np.asarray(errors))
    size = size - size.mean()
    return (size * error).sum() / (size * size).sum()


@error_slope.check(
    "an error of C times n to the power p has the exponent p",
    points=1,
    hint="Errors 0.8, 0.4, 0.2 for 10, 20, 40 units: the exponent is -1.",
)
def _(rng: Generator) -> Cases:
    # Falling, level and rising; a factor far from 1; two sizes; sizes that are not doubled.
    for p in (-2.0, -0.5, 0.0, 1.5):
        sizes = np.array([3, 8, 20, 31, 90]) + rng.integers(0, 3)
        yield sizes, rng.choice([0.01, 50.0]) * sizes**p
    yield np.array([16.0, 64.0]), np.array([4.0, 0.25]) * rng.uniform(1.0, 2.0)


@error_slope.check(
    "where the points scatter, all of them count, in any order; nothing has changed",
    points=1,
    hint="The line of least squares: does your result move when a middle point does?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Errors that scatter by a factor of 2, in a way that no two points tell.
    sizes = np.array([4, 40, 8, 300, 100])
    scatter = np.exp(np.array([0.3, -0.6, 0.6, -0.5, 0.7]) * rng.uniform(0.9, 1.1, size=5))
    for p in (-1.0, -2.0):
        errors = scatter * sizes**p
        yield sizes, errors
        yield sizes.tolist(), errors.tolist()
        yield sizes[::2], errors[::2]
        yield sizes[1:].astype(np.float32), errors[1:].astype(np.float32)
        yield read_only(sizes), read_only(errors)
