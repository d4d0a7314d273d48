"""Whether the units of a layer are all alike."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

is_symmetric = Exercise("is_symmetric", target="is_symmetric", title="Equal units")


@is_symmetric.reference
def is_symmetric_reference(W: ArrayLike, b: ArrayLike) -> Any:
    """Return whether all rows of W are equal, and all entries of b, up to rounding."""
    units = np.column_stack([np.asarray(W, np.float64), np.asarray(b, np.float64)])
    return bool(np.allclose(units, units[0], rtol=0.0, atol=1e-9))


def grid(rng: Generator, *shape: int) -> Array:
    """Draw numbers with two decimals, so that no rounding to some places tears twins apart."""
    return rng.integers(10, 200, size=shape) / 100.0


def row(rng: Generator, n_in: int) -> Array:
    """Draw the weights of one unit; each entry differs from the one before."""
    return grid(rng, n_in) + 2.0 * np.arange(n_in)


def twins(rng: Generator, n_out: int, n_in: int) -> Array:
    """Return the weights of equal units."""
    return np.tile(row(rng, n_in), (n_out, 1))


@is_symmetric.check(
    "units with equal weights are alike, units with different weights are not",
    points=1,
    hint="A row of W holds the weights of one unit. Which numbers must agree: down or across?",
)
def _(rng: Generator) -> Cases:
    # The biases are equal throughout.  Twins; one unit that differs a little in one weight,
    # at the end or between equal ones; two pairs of twins; multiples (rank 1); equal columns;
    # and the same weights in another order, which makes a symmetric matrix.
    b = np.full(4, grid(rng))
    W = twins(rng, 4, 3)
    yield W, b
    yield np.zeros((4, 2)), np.zeros(4)
    yield np.full((4, 4), grid(rng)), b
    for unit in (3, 1):
        other = W.copy()
        other[unit, 2] += 0.003
        yield other, b
    yield np.vstack([W[:2], 2 * W[:2]]), b
    yield W * np.array([[1], [2], [3], [-1]]), b
    yield np.tile(row(rng, 4)[:, np.newaxis], (1, 3)), b
    circulant = row(rng, 4)[(np.arange(4)[:, np.newaxis] + np.arange(4)) % 4]
    yield circulant, b


@is_symmetric.check(
    "equal units have equal biases as well",
    points=1,
    hint="Two units share their weights but not their bias. Do they compute the same?",
)
def _(rng: Generator) -> Cases:
    # One bias that differs, all that differ, and biases that make up for other weights.
    W = twins(rng, 4, 3)
    b = np.full(4, grid(rng))
    last = b.copy()
    last[-1] += 0.003
    yield W, b
    yield W, last
    yield W, last[[0, 3, 0, 0]]
    yield np.zeros((4, 2)), last
    yield W, b * np.array([1.0, -1.0, 2.0, 3.0])
    moved = W + np.arange(4)[:, np.newaxis]
    yield moved, 9.0 - moved.sum(axis=1)


@is_symmetric.check(
    "one unit, one input, lists, float32 and rounding errors are fine",
    points=1,
    hint="Try one unit, then plain lists. Compare 0.1 + 0.2 with 0.3: do they count as equal?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Two cases must be False, so that no constant answer passes.
    W = twins(rng, 3, 4)
    b = np.full(3, grid(rng))
    other = W + np.array([[0.0], [0.0], [0.5]])
    yield W[:1], b[:1]
    yield W[:, :1], b
    yield W.tolist(), b.tolist()
    yield other.tolist(), b.tolist()
    yield W[:, ::2].astype(np.float32), b.astype(np.float32)
    yield read_only(other), read_only(b)
    noise = 1e-12 * np.array([1.0, -1.0, 2.0])
    yield W + noise[:, np.newaxis], b - noise
