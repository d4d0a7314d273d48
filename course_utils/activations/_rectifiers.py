"""The rectifiers: straight to the right of 0, and flat, sloping or bent to the left."""

from __future__ import annotations

from math import inf, isfinite
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import one_number
from course_utils._arrays import Array, as_floats
from course_utils.activations._blocks import in_blocks

Number: TypeAlias = np.floating[Any]


def relu(z: ArrayLike) -> Array:
    """Pass positive values through and set negative ones to 0.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``max(0, z)``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions".

    Examples
    --------
    >>> relu([-2.0, 0.0, 3.0])
    array([0., 0., 3.])
    """
    # np.maximum(z, 0) says the same, but clip has the faster loop for a plain number.
    z = as_floats(z, name="z")
    return z.clip(0, inf).astype(z.dtype, copy=False)


def leaky_relu(z: ArrayLike, alpha: float = 0.01) -> Array:
    """Pass positive values through and scale negative ones by a small slope.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.
    alpha : float, default 0.01
        Slope to the left of 0, any finite number: 0 gives ReLU, 1 the identity, -1 ``|z|``.

    Returns
    -------
    ndarray, same shape as `z`
        ``z`` where it is positive, else ``alpha * z``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers or `alpha` is not one number.
    ValueError
        If `alpha` is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Leaky ReLU".

    Examples
    --------
    >>> leaky_relu([-2.0, 0.0, 3.0], alpha=0.1)
    array([-0.2,  0. ,  3. ])
    """
    z = as_floats(z, name="z")
    slope = finite_alpha(alpha, z.dtype.type)
    if slope == 0:
        return relu(z)
    if abs(slope) <= 1:
        return _two_lines(z, slope)
    with np.errstate(over="ignore"):  # to -infinity, which is right
        return _two_lines(z, slope)


def elu(z: ArrayLike, alpha: float = 1.0) -> Array:
    """Pass positive values through and let negative ones level off at ``-alpha``.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.
    alpha : float, default 1.0
        How far below 0 it levels off, any finite number; with 1 there is no kink at 0.

    Returns
    -------
    ndarray, same shape as `z`
        ``z`` where it is positive, else ``alpha * (exp(z) - 1)``; a NumPy scalar where `z`
        is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers or `alpha` is not one number.
    ValueError
        If `alpha` is NaN or infinite.

    Notes
    -----
    Clevert, Unterthiner and Hochreiter (2016), "Exponential Linear Units".

    Examples
    --------
    >>> elu([-1e4, 0.0, 3.0])
    array([-1.,  0.,  3.])
    """
    z = as_floats(z, name="z")
    depth = finite_alpha(alpha, z.dtype.type)
    # exp(z) - 1 would cancel near 0, expm1 does not.
    return in_blocks(lambda z: np.maximum(z, 0) + depth * np.expm1(np.minimum(z, 0)), z)


def _two_lines(z: Array, slope: float) -> Array:
    # Of the lines z and slope * z, the steeper one is the upper one to the right of 0.
    upper_or_lower = np.maximum if slope <= 1 else np.minimum
    left = slope * z
    a: Array = upper_or_lower(z, left, out=left if left.ndim else None)
    return a.astype(z.dtype, copy=False)


def relu_slope(z: ArrayLike) -> Array:
    """Return 1 to the right of 0, else 0."""
    # At 0 any slope from 0 to 1 would do; the course uses 0. Rounding up what is clipped
    # at 1 is several times as fast as np.heaviside(z, 0).
    z = as_floats(z, name="z")
    slope: Array = np.ceil(z.clip(0, 1)).astype(z.dtype, copy=False)
    return slope


def leaky_relu_slope(z: ArrayLike, alpha: float) -> Array:
    """Return 1 to the right of 0, else alpha."""
    z = as_floats(z, name="z")
    return kinked_slope(z, finite_alpha(alpha, z.dtype.type))


def elu_slope(z: ArrayLike, alpha: float) -> Array:
    """Return 1 to the right of 0, else ``alpha * exp(z)``."""
    z = as_floats(z, name="z")
    depth = finite_alpha(alpha, z.dtype.type)

    return in_blocks(lambda z: kinked_slope(z, depth * np.exp(np.minimum(z, 0))), z)


def kinked_slope(z: Array, left: Array | float) -> Array:
    """Return 1 to the right of 0, else what is given for the left."""
    step = relu_slope(z)
    slope: Array = step + (1 - step) * left
    return slope.astype(z.dtype, copy=False)


def finite_alpha(alpha: float, precision: type[Number] = np.float64) -> float:
    """Return alpha as the precision of z rounds it, or say what came in its place."""
    number = alpha if type(alpha) is float else one_number(alpha, name="alpha")
    if abs(number) <= 1:
        return float(precision(number))
    with np.errstate(over="ignore"):
        number = float(precision(number))
    if isfinite(number):
        return number
    msg = f"alpha must be a finite number (as {precision.__name__}), got {alpha}"
    raise ValueError(msg)
