"""Long arrays block by block, so that all that is computed on the way stays in the cache."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_floats

BLOCK = 16384


@np.errstate(over="ignore", under="ignore")
def in_blocks(function: Callable[[Array], Array], z: ArrayLike) -> Array:
    """Apply an elementwise function to an array of any length at the speed of a short one.

    Parameters
    ----------
    function : callable
        Gets one-dimensional arrays and returns a new one of the same type and length.
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, same shape as `z`
        What `function` makes of each number; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Examples
    --------
    >>> in_blocks(np.square, [[1.0, 2.0], [3.0, 4.0]])
    array([[ 1.,  4.],
           [ 9., 16.]])
    """
    z = as_floats(z, name="z")
    flat = z.ravel()
    if z.size <= BLOCK:
        a = function(flat)
    else:
        a = np.empty_like(flat)
        for start in range(0, z.size, BLOCK):
            a[start : start + BLOCK] = function(flat[start : start + BLOCK])
    return a.reshape(z.shape)[()]
