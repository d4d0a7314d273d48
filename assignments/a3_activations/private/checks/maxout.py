"""Maxout, the larger of two sums."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, both_signs

# Products that cancel in a sum cost a float32 answer some 2e-7: that must stay far inside.
maxout = Exercise("maxout", target="maxout", title="Maxout", atol=5e-5)


@maxout.reference
def maxout_reference(
    X: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike
) -> Any:
    """Return the larger of the two sums, for each sample and each unit."""
    pieces = ((W1, b1), (W2, b2))
    first, second = (np.asarray(X) @ np.transpose(W) + np.asarray(b) for W, b in pieces)
    return np.maximum(first, second)


def unit_weights(rng: Generator, n_out: int, n_in: int) -> tuple[Array, Array]:
    """Draw two weights for each connection, so that each piece wins for some inputs.

    The second piece is about the negative of the first: whatever x is, one of the two sums
    is clearly positive and the other clearly negative.
    """
    W1 = rng.uniform(0.5, 2.0, size=(n_out, n_in)) * rng.choice([-1.0, 1.0], size=(n_out, 1))
    return W1, -W1 * rng.uniform(0.4, 0.8, size=(n_out, 1))


@maxout.check(
    "without biases, each unit puts out the larger of its two sums",
    points=1,
    hint="Work X = [[1, 2]], W1 = [[3, 0]], W2 = [[0, 1]] by hand. The result has one row.",
)
def _(rng: Generator) -> Cases:
    # A square W lets a transposed product through, so its numbers must tell.
    for m, n_in, n_out in ((4, 3, 2), (2, 3, 5), (3, 3, 3), (6, 2, 3)):
        W1, W2 = unit_weights(rng, n_out, n_in)
        zero = np.zeros(n_out)
        X = rng.normal(size=(m, n_in))
        yield X, W1, zero, W2, zero
        yield -X, W2, zero, W1, zero


@maxout.check(
    "each of the two sums has a bias of its own, one for each unit",
    points=0.5,
    hint="With X all zeros, only the biases are left. What is the larger one for each unit?",
)
def _(rng: Generator) -> Cases:
    # The larger bias is now the first's and now the second's; one unit has both below 0.
    b1 = np.array([1.0, 3.0, -2.0]) + rng.uniform(-0.4, 0.4, size=3)
    b2 = np.array([2.0, -1.0, -4.0]) + rng.uniform(-0.4, 0.4, size=3)
    W1, W2 = unit_weights(rng, 3, 2)
    yield np.zeros((2, 2)), W1, b1, W2, b2
    # Far out on both sides the weights decide, whichever bias is the larger one.
    yield np.array([[20.0, 20.0], [-20.0, -20.0]]), W1, b1, W2, b2
    yield both_signs(rng, 4, 2), W1, b1, W2, b2
    yield both_signs(rng, 3, 2), W2, b2, W1, b1
    yield both_signs(rng, 5, 2), W1, b2, W1, b1


@maxout.check(
    "one sample, one unit, large sums, lists and float32 are fine, and nothing changes",
    points=0.5,
    hint="A result of one sample and one unit has shape (1, 1). Try plain lists too.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # No biases here either: a mistake with them costs its points once.
    W1, W2 = unit_weights(rng, 2, 3)
    X, zero = rng.normal(size=(4, 6)), np.zeros(2)
    yield X[:1, :1], W1[:1, :1], zero[:1], W2[:1, :1], zero[:1]
    yield X[:1, :3], W1, zero, W2, zero
    yield X[:, ::-2], W1[::-1], zero, W2[::-1], zero
    yield X[:, :3].tolist(), W1.tolist(), [0, 0], W2.tolist(), [0, 0]
    single = [values.astype(np.float32) for values in (X[:, 3:], W1, zero, W2, zero)]
    yield tuple(single)
    yield tuple(read_only(values) for values in (X[:, :3], W1, zero, W2, zero))
    slopes = np.array([[1.0], [-1.0]])
    yield 3000.0 * both_signs(rng, 2, 1), slopes, zero, -0.5 * slopes, zero
