"""What comes in, and what goes out in its precision."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_matrix

LARGEST = 1e150


def as_samples(X: ArrayLike, *, n_columns: int | None = None, name: str = "X") -> Array:
    """Return samples in rows, whose squares and sums are finite as well."""
    return moderate(as_matrix(X, name=name, n_columns=n_columns), name=name)


def moderate(array: Array, *, name: str) -> Array:
    """Return the array, or say that its numbers are too large to calculate with."""
    largest = float(np.abs(array).max())
    if largest <= LARGEST:
        return array
    msg = (
        f"{name} holds numbers as large as {largest:g}, whose squares overflow; they must stay "
        f"below {LARGEST:g}; try other units, such as {name} / {largest:.0e}"
    )
    raise ValueError(msg)


def center(X: Array) -> tuple[Array, Array]:
    """Return X minus its mean, and the mean of each feature, both in float64."""
    X = X.astype(np.float64)
    # Sums of differences from the first sample are short numbers. They keep the precision
    # where the mean is much larger than the spread, and are exactly 0 for a constant.
    mean: Array = X[0] + (X - X[0]).mean(axis=0)
    return X - mean, mean


def read_only(array: Array) -> Array:
    """Return the array, locked against changes."""
    array.flags.writeable = False
    return array
