"""What the playground's network is told of a point: its coordinates, or also more."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from course_utils._arrays import Array

__all__ = ["INPUTS", "features"]

_PLAIN = ("x1", "x2")
_SQUARES = (*_PLAIN, "x1²", "x2²", "x1·x2")
_SINES = (*_SQUARES, "sin x1", "sin x2")
INPUTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"x1, x2": _PLAIN, "with squares": _SQUARES, "with sines": _SINES}
)
"""The names of the inputs that each choice gives to the network."""


def features(X: Array, inputs: str) -> Array:
    """Return what the network gets for points of the plane.

    Parameters
    ----------
    X : ndarray of shape (n, 2)
        The points.
    inputs : str
        One of the keys of `INPUTS`.

    Returns
    -------
    ndarray of shape (n, n_inputs)
        One column for each name in ``INPUTS[inputs]``.

    Examples
    --------
    >>> import numpy as np
    >>> features(np.array([[2.0, -3.0]]), "with squares").tolist()
    [[2.0, -3.0, 4.0, 9.0, -6.0]]
    """
    if INPUTS[inputs] == _PLAIN:
        return X
    x1, x2 = X.T
    columns = [x1, x2, x1**2, x2**2, x1 * x2]
    if INPUTS[inputs] == _SINES:
        columns += [np.sin(x1), np.sin(x2)]
    return np.stack(columns, axis=1)
