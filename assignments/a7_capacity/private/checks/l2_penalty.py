"""The penalty on large weights."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

l2_penalty = Exercise("l2_penalty", target="l2_penalty", title="The penalty on weights")


@l2_penalty.reference
def l2_penalty_reference(Ws: Sequence[ArrayLike], weight_decay: float) -> Any:
    """Return half of weight_decay times the sum of all squared weights."""
    flat = np.concatenate([np.ravel(W) for W in Ws])
    return 0.5 * weight_decay * np.dot(flat, flat)


def weights(rng: Generator, *shape: int) -> Array:
    """Draw weights of both signs, none of them near 0 or 1, where squares tell little."""
    size = rng.uniform(1.5, 3.0, size=shape)
    return np.asarray(size * rng.choice([-1.0, 1.0], size=shape))


@l2_penalty.check(
    "one layer costs half of lambda times the sum of its squared weights",
    points=1,
    hint="Work W = [[3, -4]] with weight_decay 0.02 by hand: which three factors do you need?",
)
def _(rng: Generator) -> Cases:
    # A single weight, a row, a column, a matrix; and a lambda above 1, whose square is larger.
    for shape in ((1, 1), (1, 4), (3, 1), (3, 4)):
        yield [weights(rng, *shape)], rng.uniform(0.2, 0.6)
    yield [weights(rng, 3, 3)], rng.uniform(2.0, 4.0)


@l2_penalty.check(
    "the costs of all layers are added up, whatever their shapes",
    points=1,
    hint="Give it two layers, then the same two in the other order: is the cost the same?",
)
def _(rng: Generator) -> Cases:
    # Layers of one shape would let a sum of matrices through, so there are others too.
    for sizes in ((3, 2, 1), (2, 5, 4, 1), (4, 4, 4, 4)):
        layers = [weights(rng, n_out, n_in) for n_in, n_out in pairwise(sizes)]
        yield layers, rng.uniform(0.2, 0.6)
        yield layers[::-1], 2


@l2_penalty.check(
    "lists, float32, whole numbers, zeros and large weights are fine; nothing is changed",
    points=1,
    hint="The matrices may be plain lists, and the caller still needs them afterwards.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # One layer each, so that a mistake with several layers does not cost this point as well.
    W = weights(rng, 4, 6)
    yield [W.tolist()], rng.uniform(0.2, 0.6)
    yield [W[:, ::2]], rng.uniform(0.2, 0.6)
    yield [W.astype(np.float32)], rng.uniform(0.2, 0.6)
    yield [read_only(W)], 1
    yield [rng.integers(2, 9, size=(2, 3)).tolist()], 3
    yield [1e4 * W], 0.5
    yield [W], 0.0
    yield [np.zeros((2, 3))], 0.5
