"""Which share of the gradients is all of one sign."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

same_sign_share = Exercise(
    "same_sign_share", target="same_sign_share", title="Gradients of one sign"
)


@same_sign_share.reference
def same_sign_reference(gradients: ArrayLike) -> Any:
    """Return the share of rows that are all above 0 or all below 0."""
    slopes = np.asarray(gradients)
    return np.mean((slopes > 0).all(axis=1) | (slopes < 0).all(axis=1))


def rows(rng: Generator, n_up: int, n_down: int, n_weights: int, scale: float = 1.0) -> Array:
    """Draw rows of one sign, and four mixed ones or five, in any order.

    In four mixed rows only the last or only the first slope has the other sign, in the fifth
    one in between, so a function that leaves columns out takes some of them for rows of one
    sign.  Slopes are fractions of 64: float32 holds them too, up to the scale.
    """
    inner = n_weights > 2
    sizes = rng.integers(8, 128, size=(n_up + n_down + 4 + inner, n_weights)) / 64
    signs = np.ones(sizes.shape)
    signs[n_up : n_up + n_down] = -1.0
    for row, column in enumerate((-1, 0)):
        signs[n_up + n_down + row, column] = -1.0
        signs[n_up + n_down + 2 + row] = -1.0
        signs[n_up + n_down + 2 + row, column] = 1.0
    if inner:
        signs[-1, rng.integers(1, n_weights - 1)] = -1.0
    mixed: Array = scale * rng.permutation(signs * sizes)
    return mixed


@same_sign_share.check(
    "it is the share of rows with all slopes above 0 or all below 0",
    points=1,
    hint="Of the rows [1, 2], [-1, -2], [1, -2] and [-1, 2], two of four are of one sign.",
)
def _(rng: Generator) -> Cases:
    # More rows than columns, fewer, and as many; both signs occur, unequally often.
    yield (rows(rng, 3, 5, 4),)
    yield (rows(rng, 5, 2, 2),)
    yield (rows(rng, 1, 2, 12),)
    yield (rows(rng, 1, 0, 5),)
    yield (rows(rng, 0, 0, 3),)
    yield (rows(rng, 2, 3, 4, scale=1e4),)


@same_sign_share.check(
    "a row that holds a 0 is not of one sign",
    points=1,
    hint="Try the rows [2, 0], [-2, 0], [0, 0] and [1, 1]: one of four is of one sign.",
)
def _(rng: Generator) -> Cases:
    # A 0 among positive slopes, among negative ones, and alone; last and elsewhere.
    up, down = rows(rng, 3, 0, 4), rows(rng, 0, 4, 4)
    above, below = np.abs(up[:2]), -np.abs(down[:3])
    above[0, 3] = below[0, 3] = above[1, rng.integers(3)] = below[1, rng.integers(3)] = 0.0
    yield (np.vstack([above, np.zeros((1, 4)), up]),)
    yield (np.vstack([down, below]),)
    yield (np.vstack([above, below, up, down]),)
    yield (np.array([[0.0], [1.5], [0.0], [-1.5], [0.5]]),)


@same_sign_share.check(
    "small slopes, a single row, lists and views are fine, and nothing changes",
    points=1,
    hint="Try a plain list of lists, and slopes as small as 1e-9: they have a sign too.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # No zeros here, so that a mistake with them costs one point only.
    slopes = rows(rng, 4, 3, 6)
    yield (rows(rng, 3, 2, 5, scale=1e-9),)
    yield (rows(rng, 3, 2, 5).tolist(),)
    yield ([[1, 2, 3], [-4, -5, -6], [7, 8, -9], [10, 11, 12], [13, 14, 15]],)
    yield (rows(rng, 2, 3, 4).astype(np.float32),)
    yield (read_only(slopes),)
    yield (rows(rng, 4, 4, 6)[:, ::-1],)
    yield (np.abs(slopes[:1]),)
    yield (np.array([[0.5, 0.25, -0.5]]),)
    yield (np.array([[0.5], [-0.25]]),)
