"""How high the bumps are."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, Function, parabola, sixteenths, uneven

bump_heights = Exercise("bump_heights", target="bump_heights", title="The bumps' heights")


@bump_heights.reference
def bump_heights_reference(f: Function, edges: Any) -> Any:
    """Return f in the middle of each bin, bin by bin."""
    return [f(left + 0.5 * (right - left)) for left, right in pairwise(edges)]


def bent(rng: Generator, edges: Array) -> Function:
    """Draw a curve that rises and bends all the way: no place of a bin is like another."""
    height = sixteenths(rng, 1.0, 2.0) - 4.0
    return parabola(edges[0], height, sixteenths(rng, 0.25, 0.5), sixteenths(rng, 0.25, 0.5))


@bump_heights.check(
    "each bin gets the height of f in its middle",
    points=1,
    hint="For the edges 0, 1 and 3 the middles are 0.5 and 2. How many heights are there?",
)
def _(rng: Generator) -> Cases:
    # Bins of one width and of several, below zero and above, a curve that falls.
    for start in (-7.0, -1.0, 2.0):
        for edges in (start + np.arange(0.0, 4.0, 0.5), uneven(rng, start, 5)):
            yield bent(rng, edges), edges
    yield parabola(0.0, 0.5, -1.0, 0.0), uneven(rng, -2.0, 4)


@bump_heights.check(
    "one bin, lists and whole numbers are fine, and nothing has changed",
    points=1,
    hint="Two edges make one bin, so the result has shape (1,). And edges may be a plain list.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Whole numbers whose middles are halves, so that // shows; heights of both signs.
    edges = sixteenths(rng, -1.0, 1.0) + np.arange(0.0, 6.0)
    f = bent(rng, np.array([-2.0]))
    yield f, edges[:2]
    yield f, edges.tolist()
    yield f, np.arange(-2, 4)
    yield f, [0, 1, 2, 3]
    yield f, edges.astype(np.float32)
    yield f, edges[::2]
    yield f, read_only(edges)
