"""Scores of two layers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, accepts

two_layer_scores = Exercise(
    "two_layer_scores", target="two_layer_scores", title="Scores of two layers"
)


@two_layer_scores.reference
def two_layer_reference(W1: ArrayLike, W2: ArrayLike, x: ArrayLike) -> Any:
    """Return W2 max(0, W1 x)."""
    return np.asarray(W2) @ np.maximum(0.0, np.asarray(W1) @ np.asarray(x))


@two_layer_scores.check(
    "the scores are W2 max(0, W1 x)",
    points=1,
    hint="Compute h = W1 x by hand for a small case, cross out its negative entries, go on.",
)
def _(rng: Generator) -> Cases:
    # Hidden units of both signs and scores of both signs, whatever the draw.
    # Each row of W1 comes with its negative: one of the two is always switched off.
    for n_hidden, n_out in ((3, 4), (2, 5)):
        rows = rng.uniform(0.5, 2.0, size=(n_hidden, 3)) * rng.choice([-1, 1], size=(1, 3))
        half = rng.uniform(0.5, 2.0, size=(n_out, n_hidden))
        W2 = np.hstack([half, -3.0 * half])
        x = rng.normal(size=(3, 1))
        yield np.vstack([rows, -rows]), W2, x
        yield np.vstack([rows, -rows]), W2, -x
    square = rng.normal(size=(2, 3, 3))
    yield square[0], square[1], rng.normal(size=(3, 1))


@two_layer_scores.check(
    "it also works when hidden units are all on or all off, and for lists and float32",
    points=1,
    hint="If every entry of W1 x is negative, every score is 0, in a column (n_out, 1).",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # All on is linear, all off is zero; the layers in between carry the lists.
    W1, x = rng.uniform(0.5, 2.0, size=(4, 3)), rng.uniform(0.5, 2.0, size=(3, 1))
    W2 = rng.uniform(0.5, 2.0, size=(2, 4)) * np.array([[1.0], [-1.0]])
    yield W1, W2, x
    yield W1, W2, -x
    mixed = W1 * np.array([[1.0], [-1.0], [1.0], [-1.0]])
    yield mixed.tolist(), W2.tolist(), x.tolist()
    yield mixed.astype(np.float32), W2.astype(np.float32), x.astype(np.float32)
    yield W1[:1, :1], W2[:1, :1], x[:1]


@two_layer_scores.check(
    "shapes that do not match raise ValueError, and matching ones do not",
    points=1,
    hint="There are two products, so there are two places where shapes can disagree.",
    call=accepts,
)
def _(rng: Generator) -> Cases:
    # Either product may be the one that does not fit.
    W1, W2, x = rng.normal(size=(4, 3)), rng.normal(size=(2, 4)), rng.normal(size=(3, 1))
    yield W1, W2, x
    yield W1, W2, x[:2]
    yield W1, W2, x[:1]
    yield W1, W2[:, :3], x
    yield W1, W2[:, :1], x
    yield W1[:1], W2, x
