"""A ReLU network through given points."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise, read_only
from course_utils.comparison import read_array

from .common import Array, Cases, Function, parabola, sixteenths, uneven

PARTS = "w1, b1, w2, b2"


def parts_of(answer: Any) -> list[Array]:
    """Return w1, b1, w2 and b2, each laid flat: (H,), (H, 1) and (1, H) are all fine.

    What can't be a network raises `TypeError`, whose text the student may read.
    """
    if type(answer) not in (tuple, list) or len(answer) != 4:
        msg = f"the result must have four parts, {PARTS}"
        raise TypeError(msg)
    arrays = [read_array(part) for part in answer]
    flat = [np.ravel(array).astype(np.float64) for array in arrays if array is not None]
    if len(flat) < 4 or len({part.size for part in flat[:3]}) > 1 or flat[3].size != 1:
        msg = "w1, b1 and w2 must hold one number for each unit, and b2 one number"
        raise TypeError(msg)
    return flat


def outputs(answer: Any, x: Array) -> Array:
    """Return what the network computes at x, an array of any shape."""
    w1, b1, w2, b2 = parts_of(answer)
    hidden = np.maximum(0.0, x[..., np.newaxis] * w1 + b1)  # (..., n_units)
    return np.asarray(hidden @ w2 + b2)


def at_knots(function: Any, f: Function, knots: Any) -> Array:
    """Return what the network computes at the knots; there are many ways to get there."""
    x = np.array(knots, np.float64)  # before the student's code can change them
    return outputs(function(f, knots), x)


def between_knots(function: Any, f: Function, knots: Any) -> Array:
    """Return what the network computes at the knots and at a few places between them."""
    left, right = np.array(knots[:-1], np.float64), np.array(knots[1:], np.float64)
    x = left + np.outer([0.0, 0.25, 0.5, 0.75, 1.0], right - left)
    return outputs(function(f, knots), x)


def counted(function: Any, f: Function, knots: Any) -> Array:
    """Return the values at the knots, and by how many the units are too many."""
    x = np.array(knots, np.float64)
    answer = function(f, knots)
    return np.append(outputs(answer, x), max(0, parts_of(answer)[0].size - x.size))


relu_interpolant = Exercise(
    "relu_interpolant",
    target="relu_interpolant",
    title="Through all the knots",
    call=at_knots,
    # Ramps much higher than the curve cancel, which costs a float32 answer digits.
    atol=1e-4,
)


@relu_interpolant.reference
def relu_interpolant_reference(f: Function, knots: Any) -> Any:
    """Solve for the weights of ramps that begin at each knot but the last."""
    x = np.asarray(knots, np.float64)
    y = np.asarray(f(x))
    ramps = np.maximum(0.0, x[1:, np.newaxis] - x[:-1])
    return np.ones(x.size - 1), -x[:-1], np.linalg.solve(ramps, y[1:] - y[0]), y[0]


def valley(rng: Generator, knots: Array, sign: float) -> Function:
    """Draw a valley (or a hill) that is not 0 at its first knot and bends at all others.

    It is 0.5 deep at least, and the first stretch runs against the bend, so that the slope
    and its changes have different signs.
    """
    height, bend = sixteenths(rng, 1.0, 2.0), 0.5 * rng.integers(1, 3)
    width = knots[1] - knots[0]
    slope = -(bend * width + sixteenths(rng, 0.5, 1.0))
    return parabola(float(knots[0]), sign * height, sign * slope, sign * bend)


@relu_interpolant.check(
    "the network computes f at every knot",
    points=1,
    hint="Compute the network's values at the knots yourself, and compare them with f there.",
)
def _(rng: Generator) -> Cases:
    # Even steps of 1/2: a forgotten division shows.  Valleys and hills, on both sides of 0.
    for start in (1.0, -4.0):
        knots = start + sixteenths(rng, -0.5, 0.5) + np.arange(0.0, 2.5, 0.5)
        for sign in (1.0, -1.0):
            yield valley(rng, knots, sign), knots


@relu_interpolant.check(
    "knots may be unevenly spaced, and between them the network is straight",
    points=1,
    hint="The slope between two knots is the rise divided by their own distance.",
    call=between_knots,
)
def _(rng: Generator) -> Cases:
    for n, start in ((3, 1.0), (4, -5.0), (6, 1.5)):
        knots = uneven(rng, start + sixteenths(rng, -0.5, 0.5), n)
        for sign in (1.0, -1.0):
            yield valley(rng, knots, sign), knots


@relu_interpolant.check(
    "it does so with no more units than there are knots",
    points=1,
    hint="Four knots have three stretches between them. How many slopes must be made?",
    call=counted,
)
def _(rng: Generator) -> Cases:
    for n in (2, 3, 5):
        knots = sixteenths(rng, -4.0, -3.0) + np.arange(0.0, n) / 2
        yield valley(rng, knots, 1.0), knots


@relu_interpolant.check(
    "lists, whole numbers and float32 are fine, and nothing has changed",
    points=1,
    hint="knots may be a plain list of whole numbers, and slopes are fractions all the same.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Two knots have one slope, so mistakes with its changes cost nothing here.
    knots = sixteenths(rng, -3.0, -2.0) + np.array([0.0, 2.0])
    f = parabola(knots[0], 1.25, sixteenths(rng, 0.25, 0.75), 0.0)
    yield f, knots.tolist()
    yield f, [1, 3]
    yield f, np.array([-2, 6])
    yield f, knots.astype(np.float32)
    yield f, np.repeat(knots, 2)[::2]
    yield f, read_only(knots)
