"""One bump on a half-open interval."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, sixteenths

bump = Exercise("bump", target="bump", title="One bump")


@bump.reference
def bump_reference(x: ArrayLike, left: float, right: float) -> Any:
    """Return 1 where left <= x < right, else 0."""
    x = np.asarray(x)
    return np.where(x < left, 0.0, np.where(x < right, 1.0, 0.0))


@bump.check(
    "it is 1 inside the interval and 0 outside",
    points=1,
    hint="Try bump(1, 0, 2), then bump(3, 0, 2) and bump(-1, 0, 2). Look at what comes back.",
)
def _(rng: Generator) -> Cases:
    # One number at a time.  Zero is inside one interval and outside another, so that neither
    # the sign of x nor x itself is taken for the answer.
    for left in (-1.0, 1.0, -9.0):
        left += sixteenths(rng, -0.5, 0.5)
        right = left + sixteenths(rng, 2.0, 4.0)
        for x in (left - 0.75, left + 0.75, right - 0.75, right + 0.75, 0.0):
            yield x, left, right


@bump.check(
    "it owns its left edge, and not its right edge",
    points=1,
    hint="Two bumps that share an edge: add them up there. The sum must be 1, not 0 or 2.",
)
def _(rng: Generator) -> Cases:
    # Right on the edges, one number at a time; an edge at zero; a bump that is narrow.
    for left in (0.0, sixteenths(rng, -6.0, -4.0), sixteenths(rng, 1.0, 3.0)):
        for width in (0.0625, sixteenths(rng, 1.0, 2.0)):
            yield left, left, left + width
            yield left + width, left, left + width


@bump.check(
    "arrays of any shape, lists and float32 are fine, and nothing has changed",
    points=1,
    hint="For an x with 2 rows and 3 columns the result has shape (2, 3), and x is as before.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # No point on an edge: that costs a point elsewhere.
    left = sixteenths(rng, -1.0, 1.0)
    right = left + 2.0
    x = left + np.array([-3.5, 0.5, 1.5, 2.5, 0.25, 7.0])
    yield x, left, right
    yield x.reshape(2, 3), left, right
    yield x[1::2], left, right
    yield x[1:2], left, right
    yield x.tolist(), left, right
    yield x.astype(np.float32), left, right
    yield np.array([-9, 0, 1, 9]), -0.5, 1.5
    yield read_only(x), left, right
