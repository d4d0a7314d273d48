"""How much longer a path is than the straight line."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

zigzag_ratio = Exercise("zigzag_ratio", target="zigzag_ratio", title="The zig-zag ratio")


@zigzag_ratio.reference
def zigzag_reference(path: ArrayLike) -> Any:
    """Return the length of the path over the distance from its start to its end."""
    steps = np.diff(np.asarray(path), axis=0)
    length = np.linalg.norm(steps, axis=1).sum()
    # The steps of a closed path add up to exactly 0, and NumPy's division gives infinity.
    return length / np.linalg.norm(steps.sum(axis=0))


def walk(rng: Generator, n_steps: int, n_weights: int) -> Array:
    """Draw a path that goes to and fro on its way, far from the origin.

    Points are fractions of 64, so that every difference is exact, in float32 too.  The first
    weight always gains ground, so the end lies clearly away from the start.
    """
    steps = rng.integers(32, 128, size=(n_steps, n_weights)) / 64
    steps[1::2, 1:] *= -1.0
    steps[2::3, :1] *= -0.25
    start = rng.integers(128, 256, size=(1, n_weights)) / 64
    path: Array = np.vstack([start, start + np.cumsum(steps, axis=0)])
    return path


def straight(rng: Generator, n_steps: int, n_weights: int) -> Array:
    """Draw a path whose steps have one direction and different lengths."""
    direction = rng.integers(1, 5, size=n_weights) * rng.choice([-1, 1], size=n_weights)
    along = np.cumsum(np.append(rng.integers(-9, -4), rng.integers(1, 6, size=n_steps)))
    path: Array = along[:, np.newaxis] * direction / 8
    return path


@zigzag_ratio.check(
    "it is the length of the path divided by the straight distance",
    points=1,
    hint="Work the path (1, 0), (4, 0), (4, 4) by hand: its length is 7, the line is 5.",
)
def _(rng: Generator) -> Cases:
    # Two weights as in the notebook, then more; as many points as weights hides a wrong axis.
    for n_steps, n_weights in ((2, 2), (7, 2), (5, 3), (4, 5), (12, 4)):
        yield (walk(rng, n_steps, n_weights),)
    yield (1000.0 * walk(rng, 6, 2),)
    # Along one weight, there and half the way back: the far end is not the end.
    yield (np.array([[1.0, 2.0], [9.0, 2.0], [5.0, 2.0]]),)


@zigzag_ratio.check(
    "a straight path gives 1, and a path that ends where it began gives infinity",
    points=1,
    hint="Try the points 0, 1, 3 on a line, then a walk around a square.",
)
def _(rng: Generator) -> Cases:
    yield (straight(rng, 1, 2),)
    yield (straight(rng, 5, 2),)
    yield (straight(rng, 4, 3),)
    there = walk(rng, 5, 2)
    yield (np.vstack([there, there[:1]]),)


@zigzag_ratio.check(
    "one weight, lists, float32 and views are fine, and nothing changes",
    points=1,
    hint="Try a plain list of points, and use the same path once more afterwards.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # No closed path here: it has its own check.
    path = walk(rng, 6, 4)
    yield (np.array([[2.0], [5.0], [4.0], [6.0]]),)
    yield (walk(rng, 5, 2).tolist(),)
    yield ([[1, 1], [4, 5], [4, 1], [7, 5]],)
    yield (walk(rng, 6, 3).astype(np.float32),)
    yield (path[:, ::2],)
    yield (path[::-1],)
    yield (read_only(path),)
