"""The slope of ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise
from course_utils.comparison import read_array

from .common import Cases, guises, large, shapes


def as_numbers(function: Any, z: Any) -> Any:
    """Call `function` and take True for 1: that mistake costs points in the other check."""
    answer = function(z)
    array = read_array(answer)
    return answer if array is None else array.astype(np.float64)


relu_slope = Exercise("relu_slope", target="relu_slope", title="Slope of ReLU")


@relu_slope.reference
def relu_slope_reference(z: ArrayLike) -> Any:
    """Return 1 to the right of 0, and 0 elsewhere."""
    return np.heaviside(z, 0.0)


@relu_slope.check(
    "the slope is 1 to the right of 0 and 0 to the left",
    points=0.5,
    hint="Try one number, a list and an array. The answer holds numbers, in the shape of z.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    for z in (*shapes(rng), *guises(rng), *large(rng)):
        yield (z,)


@relu_slope.check(
    "at the kink itself, at 0, the slope is 0",
    points=0.5,
    hint="Give your function an array with a 0 in it.",
    call=as_numbers,
)
def _(rng: Generator) -> Cases:
    yield (0.0,)
    yield (-0.0,)
    yield (np.array([-1.0, 0.0, 1.0]) * rng.uniform(0.5, 3.0),)
    yield (np.array([[0, 2], [-2, 0]]),)
