"""The cross-entropy of two classes, from scores."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, signs, with_margins

binary_cross_entropy = Exercise(
    "binary_cross_entropy", target="binary_cross_entropy", title="Cross-entropy from scores"
)


@binary_cross_entropy.reference
def cross_entropy_reference(scores: ArrayLike, y: ArrayLike) -> Any:
    """Return the mean of ln(1 + exp(-t s)), where t is -1 or +1."""
    return np.mean(np.logaddexp(0.0, -signs(y) * np.asarray(scores)))


def ordinary(rng: Generator, n_samples: int) -> Array:
    """Draw margins: one sample is a little wrong, the others are clearly right.

    Their sum is never near zero, or swapped labels would cost the same.
    """
    margins = rng.uniform(0.8, 3.0, size=n_samples)
    margins[0] = -rng.uniform(0.3, 0.6)
    return margins


@binary_cross_entropy.check(
    "the loss is the mean over the samples",
    points=1,
    hint="Work the scores [0, 0] with labels [0, 1] by hand: each sample costs ln 2.",
)
def _(rng: Generator) -> Cases:
    # Each class once has the wrong sample.
    for n_samples in (2, 3, 6, 9):
        yield with_margins(ordinary(rng, n_samples), first=0)
        yield with_margins(ordinary(rng, n_samples), first=1)


@binary_cross_entropy.check(
    "a sample that is sure and right costs next to nothing",
    points=1,
    hint="Try the score 800 with label 1, then -800 with label 0. Both cost 0.",
)
def _(rng: Generator) -> Cases:
    # One sample at a time: whoever forgets the mean has lost a point already.  The ordinary
    # margins are there so that a bare 0 does not pass.
    for margin in (rng.uniform(1.0, 2.0), 60.0, rng.uniform(750.0, 900.0), 1e4):
        yield with_margins([margin], first=0)
        yield with_margins([margin], first=1)


@binary_cross_entropy.check(
    "a sample that is sure and wrong costs as much as its score is large",
    points=1,
    hint="Try the score 800 with label 0, then -800 with label 1. Both cost 800.",
)
def _(rng: Generator) -> Cases:
    # At 60 one minus the probability is lost in rounding; from 710 on an exponential is.
    for margin in (rng.uniform(60.0, 300.0), rng.uniform(750.0, 900.0), 1e4):
        yield with_margins([-margin], first=0)
        yield with_margins([-margin], first=1)


@binary_cross_entropy.check(
    "lists, float32 and views are fine, and nothing that came in has changed",
    points=1,
    hint="scores and y may be plain lists, and the caller still needs them afterwards.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    scores, y = with_margins(ordinary(rng, 8), first=1)
    yield scores.tolist(), y.tolist()
    yield [3, -1, 2, 0], [1, 1, 0, 1]
    yield scores, y.astype(float)
    yield scores.astype(np.float32), y.astype(np.float32)
    yield scores[::-3], y[::-3]
    yield read_only(scores), read_only(y)
