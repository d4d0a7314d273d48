"""The hinge loss of two classes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, signs, with_margins

hinge_loss = Exercise("hinge_loss", target="hinge_loss", title="The hinge loss")


@hinge_loss.reference
def hinge_reference(scores: ArrayLike, y: ArrayLike) -> Any:
    """Return by how much the samples miss a margin of 1, on average."""
    return np.mean(np.clip(1.0 - signs(y) * np.asarray(scores), 0.0, None))


def mixed(rng: Generator, n_beyond: int) -> Array:
    """Draw margins: one wrong, two right but too small, the others beyond 1, shuffled."""
    near, far = rng.uniform(0.2, 0.8, size=2), rng.uniform(1.5, 4.0, size=n_beyond)
    margins: Array = rng.permutation([-rng.uniform(0.5, 2.0), *near, *far])
    return margins


@hinge_loss.check(
    "the loss is the mean over the samples",
    points=1,
    hint="Work the scores [3, 0.5, 0.5] with labels [1, 1, 0] by hand: 0, 0.5 and 1.5.",
)
def _(rng: Generator) -> Cases:
    for n_beyond in (1, 3, 6):
        yield with_margins(mixed(rng, n_beyond), first=0)
        yield with_margins(mixed(rng, n_beyond), first=1)


@hinge_loss.check(
    "one sample costs nothing from margin 1 on, and 1 - t z below",
    points=0.5,
    hint="Try the scores 0.5, 1 and 2 with label 1, then -0.5, -1 and -2 with label 0.",
)
def _(rng: Generator) -> Cases:
    # One sample at a time: whoever forgets the mean has lost a point already.
    for margin in (rng.uniform(1.2, 4.0), 1.0, rng.uniform(0.2, 0.8), 0.0, -1.5, 1e4, -1e4):
        yield with_margins([margin], first=0)
        yield with_margins([margin], first=1)


@hinge_loss.check(
    "lists, float32 and views are fine, and nothing that came in has changed",
    points=0.5,
    hint="scores and y may be plain lists, and the caller still needs them afterwards.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    scores, y = with_margins(mixed(rng, 5), first=1)
    yield scores.tolist(), y.tolist()
    yield [3, -1, 2, 0], [1, 1, 0, 1]
    yield scores, y.astype(float)
    yield scores.astype(np.float32), y.astype(np.float32)
    yield scores[::-2], y[::-2]
    yield read_only(scores), read_only(y)
