"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Bytes = NDArray[np.uint8]
Cases = Iterable[tuple[Any, ...]]


def round_cloud(rng: Generator, n_samples: int, n_features: int) -> Array:
    """Draw samples whose means are 0 and whose covariance (by n - 1) is the identity.

    With both exact, what is made of them has the spreads that a case needs, whatever was
    drawn.
    """
    samples = rng.normal(size=(n_samples, n_features))
    columns: Array = np.linalg.qr(samples - samples.mean(axis=0))[0]
    return np.asarray(columns * np.sqrt(n_samples - 1))


def turned(samples: Array) -> Array:
    """Turn the axes far enough that all features hang together.

    A mirror at (1, 2, ..., d) with one axis flipped back: no symmetric matrix, so that it
    differs from its transpose.
    """
    normal = np.arange(1.0, samples.shape[1] + 1)
    mirror = np.eye(len(normal)) - 2 * np.outer(normal, normal) / (normal @ normal)
    mirror[:, 0] *= -1
    return np.asarray(samples @ mirror.T)


def relu(z: ArrayLike) -> Array:
    """Return max(0, z)."""
    return np.maximum(0.0, np.asarray(z, np.float64))


def identity(z: ArrayLike) -> Array:
    """Return z itself."""
    return np.asarray(z)
