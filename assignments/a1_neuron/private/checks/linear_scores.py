"""Scores of one layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, accepts

linear_scores = Exercise("linear_scores", target="linear_scores", title="Linear scores")


@linear_scores.reference
def linear_scores_reference(W: ArrayLike, x: ArrayLike) -> Any:
    """Return W x; the matrix product itself raises ValueError when shapes do not match."""
    return np.asarray(W) @ np.asarray(x)


@linear_scores.check(
    "the scores are W x, one row for each class",
    points=1,
    hint="For W of shape (3, 4) and x of shape (4, 1) the result has shape (3, 1).",
)
def _(rng: Generator) -> Cases:
    # A square W lets a transposed product through, so its numbers must tell.
    for n_out, n_in in ((3, 4), (4, 3), (3, 3)):
        yield rng.normal(size=(n_out, n_in)), rng.normal(size=(n_in, 1))
    W, x = rng.normal(size=(5, 4)), rng.normal(size=(4, 1))
    yield W, x
    yield -W, x


@linear_scores.check(
    "it also works for one class, one pixel, lists, and a CIFAR-10 image",
    points=1,
    hint="A result with a single number is still a column: shape (1, 1).",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Sizes of one and of thousands; zeros; every kind of array.
    W, x = rng.normal(size=(3, 4)), rng.normal(size=(4, 1))
    yield rng.uniform(0.5, 2.0, size=(1, 1)), -rng.uniform(0.5, 2.0, size=(1, 1))
    yield W[:1], x
    yield W[:, :1], x[:1]
    yield W, np.zeros((4, 1))
    yield W.tolist(), x.tolist()
    yield W[:, ::2].astype(np.float32), x[::2].astype(np.float32)
    # Fractions of two that even float32 adds up exactly.
    yield rng.integers(-8, 9, size=(10, 3072)) / 64, rng.integers(256, size=(3072, 1)) / 256


@linear_scores.check(
    "shapes that do not match raise ValueError, and matching ones do not",
    points=1,
    hint="Try W of shape (3, 4) with x of shape (1, 1): what does your function return?",
    call=accepts,
)
def _(rng: Generator) -> Cases:
    # Sizes of one are in because broadcasting would hide them.
    W = rng.normal(size=(3, 4))
    for n_rows in (4, 5, 3, 1):
        yield W, rng.normal(size=(n_rows, 1))
    yield W[:, :1], rng.normal(size=(4, 1))
