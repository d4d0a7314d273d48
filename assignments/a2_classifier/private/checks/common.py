"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
Cases = Iterable[tuple[Any, ...]]


def sigma(z: ArrayLike) -> Any:
    """Return 1 / (1 + exp(-z)) without ever taking the exponential of a large number."""
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=np.float64)))


def signs(y: ArrayLike) -> Any:
    """Return -1 for label 0 and +1 for label 1."""
    return np.where(np.asarray(y) > 0, 1.0, -1.0)


def away_from_zero(rng: Generator, *shape: int) -> Array:
    """Draw numbers of both signs, none of them small: a forgotten one must show."""
    numbers: Array = rng.uniform(0.5, 1.5, size=shape) * rng.choice([-1.0, 1.0], size=shape)
    return numbers


def with_margins(margins: ArrayLike, first: int) -> tuple[Array, Array]:
    """Return scores and labels with these margins; labels take turns, beginning with `first`.

    A margin is t times the score: how far the score lies on the right side.
    """
    y = (np.arange(np.size(margins)) + first) % 2
    return signs(y) * np.asarray(margins), y


def batch(rng: Generator, y: Sequence[int], n_features: int) -> tuple[Array, Array]:
    """Draw samples whose features have one sign for label 0 and the opposite for label 1.

    Errors times inputs then all have the same sign within a column, so that nothing cancels.
    """
    column_signs = rng.choice([-1.0, 1.0], size=n_features)
    size = rng.uniform(0.5, 1.5, size=(len(y), n_features))
    return -signs(y)[:, None] * column_signs * size, np.array(y)
