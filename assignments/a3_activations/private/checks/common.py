"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

from autograder.exercise import read_only

Array = NDArray[np.float64]
Cases = Iterable[tuple[Any, ...]]


def sigma(z: ArrayLike) -> Any:
    """Return 1 / (1 + exp(-z)) without ever taking the exponential of a large number."""
    return np.exp(-np.logaddexp(0.0, np.negative(z, dtype=np.float64)))


def both_signs(rng: Generator, *shape: int) -> Array:
    """Draw numbers between .5 and 3 in size, the first positive, with alternating signs."""
    size = rng.uniform(0.5, 3.0, size=shape)
    return size * np.where(np.indices(shape).sum(axis=0) % 2, -1.0, 1.0)


def shapes(rng: Generator) -> Iterator[Any]:
    """Yield z as one number and as arrays of one to three axes."""
    # Square arrays would hide a transpose, so none of these is square.
    yield -rng.uniform(0.5, 3.0)
    yield rng.uniform(0.5, 3.0)
    for shape in ((7,), (1,), (4, 3), (1, 5), (5, 1), (2, 3, 4)):
        yield both_signs(rng, *shape)


def guises(rng: Generator) -> Iterator[Any]:
    """Yield the same sort of z as lists, whole numbers, float32, views, read-only arrays."""
    # The first number is negative: an answer that takes its type from its first result, and
    # that result is a whole 0, then cuts off all the others.
    z = -both_signs(rng, 4, 6)
    yield z[0].tolist()
    yield z[:, :3].tolist()
    yield [-3, -1, 2, 1]
    yield np.array([[-2, 4], [1, -3], [5, -1]])
    yield z.astype(np.float32)
    yield z[::2, ::-3]
    yield z.T
    yield read_only(z)


def large(rng: Generator) -> Iterator[Any]:
    """Yield z as large as 10,000, alone and with ordinary numbers in between."""
    yield -1e4
    yield 1e4
    z = np.array([1e4, 750.0, 1.5, -1.5, -750.0, -1e4])
    yield z + rng.uniform(-0.5, 0.5, size=6)
    yield z.reshape(2, 3) * rng.uniform(0.9, 1.0)
