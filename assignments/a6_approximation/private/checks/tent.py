"""The tent map."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

tent = Exercise("tent", target="tent", title="Fold and fold again")


@tent.reference
def tent_reference(x: ArrayLike, depth: int) -> Any:
    """Return the tent map of x, applied `depth` times."""
    x = np.asarray(x, np.float64)
    for _ in range(depth):
        x = np.minimum(2.0 * x, 2.0 - 2.0 * x)
    return x


def places(rng: Generator, n: int) -> Array:
    """Draw odd multiples of 2**-14, half of them left of the middle and half right of it.

    Folding keeps them exact, in float32 too, and none of them ever gets to 0 within 12 folds.
    The first lies between 0.25 and 0.5: one side of the tent takes it to the other.
    """
    first, others = rng.integers(2048, 4096), rng.choice(4096, size=n // 2 - 1, replace=False)
    left = 2 * np.append(first, others) + 1
    right = 2 * rng.choice(4096, size=n - n // 2, replace=False) + 8193
    return np.asarray(np.concatenate([left, right]) / 2**14)


@tent.check(
    "one fold goes up to 1 in the middle and down to 0 again",
    points=1,
    hint="The line rises with slope 2 up to x = 0.5. How does it go on from there?",
)
def _(rng: Generator) -> Cases:
    for x in (0.0, 0.5, 1.0, 0.125, 0.875, 1):
        yield x, 1
    yield np.arange(17) / 16, 1
    yield places(rng, 8), 1


@tent.check(
    "each further fold works on the result of the one before; no fold changes nothing",
    points=1,
    hint="tent(0.75, 2) is the tent of 0.5, because one fold takes 0.75 to 0.5.",
)
def _(rng: Generator) -> Cases:
    for depth in (0, 2, 3, 4, 6, 10):
        yield places(rng, 8), depth
    yield 0.25, 2
    yield 0.375, 3


@tent.check(
    "any shape, lists and float32 are fine, and nothing has changed",
    points=1,
    hint="x may be a plain list, and the caller still needs it after your function ran.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # One fold only, so that mistakes with the depth cost nothing here.
    x = places(rng, 6)
    yield x.reshape(2, 3), 1
    yield x[:1], 1
    yield x[::2], 1
    yield x.tolist(), 1
    yield x.astype(np.float32), 1
    yield np.array([0, 1, 1]), 1
    yield read_only(x), 1
