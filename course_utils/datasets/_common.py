"""What the generators share: who stands where in which class, and noise."""

from __future__ import annotations

import numpy as np

from course_utils._arguments import Seed, Whole, as_generator, positive_number, whole_number
from course_utils._arrays import Array, Labels


def interleaved(n_samples: Whole, n_classes: Whole) -> tuple[Labels, Labels, Labels]:
    """Return for each sample its class, its place in that class and the size of that class."""
    index = np.arange(whole_number(n_samples, name="n_samples"))
    place, y = np.divmod(index, whole_number(n_classes, name="n_classes"))
    return y, place, np.bincount(y)[y]


def polar(radius: Array, angle: Array) -> Array:
    """Return the points at these distances and directions from the origin, one a row."""
    X: Array = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return X


def with_noise(X: Array, noise: float, seed: Seed) -> Array:
    """Return `X` with Gaussian noise of that standard deviation added to every number."""
    noise = positive_number(noise, name="noise", zero_allowed=True)
    noisy: Array = X + noise * as_generator(seed).standard_normal(X.shape)
    return noisy
