"""The smooth ones: softplus, and GELU and SiLU, which multiply z by a gate.

The gate of GELU and SiLU opens from 0 to 1 in the same way on both sides of 0:
``gate(-z) = 1 - gate(z)``. So its left tail says everything, and ``z * gate(z)`` is
``relu(z)`` less ``|z|`` times that tail. Written so, nothing overflows and both tails
keep their precision, where ``z * gate(z)`` would be infinity times 0.
"""

from __future__ import annotations

from collections.abc import Callable
from math import pi, sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.activations._blocks import in_blocks
from course_utils.activations._normal import normal_gate

# Takes distances from 0 and returns gate(-x), and the slope of the gate there.
Gate: TypeAlias = Callable[[Array], tuple[Array, Array]]

# At this distance from 0 every gate is closed, for exp(-1000) is 0 in float64.
FAR = 1000.0

# The gate of gelu_tanh, (1 + tanh(u)) / 2, is the sigmoid of 2u, and 2u is this cubic. It is
# closed much earlier, and stopping there keeps the cube small enough for half precision.
LINEAR = sqrt(8 / pi)
CUBIC = LINEAR * 0.044715
FAR_FOR_A_CUBE = 30.0


def gelu(z: ArrayLike) -> Array:
    """Multiply each number by the chance that a normal random number is below it.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``z * erfc(-z / sqrt(2)) / 2``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    Hendrycks and Gimpel (2016), "Gaussian Error Linear Units".

    Examples
    --------
    Of all normal random numbers 84 % are below 1.

    >>> gelu([-1e4, 0.0, 1.0]).round(2)
    array([0.  , 0.  , 0.84])
    """
    return _gated(z, normal_gate)


def gelu_tanh(z: ArrayLike) -> Array:
    """Approximate `gelu` with a tanh in place of the error function.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``z * (1 + tanh(sqrt(2/pi) * (z + 0.044715 * z**3))) / 2``, within 0.0005 of `gelu`;
        a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    Hendrycks and Gimpel (2016), "Gaussian Error Linear Units", section 2.

    Examples
    --------
    >>> gelu_tanh(1.0).round(4)
    np.float64(0.8412)
    """
    return _gated(z, _tanh_gate)


def silu(z: ArrayLike) -> Array:
    """Multiply each number by its own sigmoid; also called swish.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``z * sigmoid(z)``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    Hendrycks and Gimpel (2016), "Gaussian Error Linear Units", section 2.

    Examples
    --------
    >>> silu([-1e4, 0.0, 1e4])
    array([    0.,     0., 10000.])
    """
    return _gated(z, _sigmoid_gate)


def softplus(z: ArrayLike) -> Array:
    """Round off the corner of ReLU; the slope is the sigmoid.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``log(1 + exp(z))``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    Dugas et al. (2001), "Incorporating Second-Order Functional Knowledge for Better Option
    Pricing".

    Examples
    --------
    >>> softplus(0.0) == np.log(2)
    np.True_
    >>> softplus([-1e4, 1e4])
    array([    0., 10000.])
    """
    return in_blocks(lambda z: np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))), z)


def gelu_slope(z: ArrayLike) -> Array:
    """Return the slope of `gelu`."""
    return _gated_slope(z, normal_gate)


def gelu_tanh_slope(z: ArrayLike) -> Array:
    """Return the slope of `gelu_tanh`."""
    return _gated_slope(z, _tanh_gate)


def silu_slope(z: ArrayLike) -> Array:
    """Return the slope of `silu`."""
    return _gated_slope(z, _sigmoid_gate)


def _gated(z: ArrayLike, gate: Gate) -> Array:
    """Return z times a gate."""

    def gated(z: Array) -> Array:
        x = np.minimum(np.abs(z), FAR)
        tail, _ = gate(x)
        a: Array = np.maximum(z, 0) - x * tail
        return a

    return in_blocks(gated, z)


def _gated_slope(z: ArrayLike, gate: Gate) -> Array:
    """Return the slope of z times a gate, by the product rule."""

    def gated_slope(z: Array) -> Array:
        x = np.minimum(np.abs(z), FAR)
        tail, slope_of_gate = gate(x)
        left = tail - x * slope_of_gate
        return np.where(z < 0, left, 1 - left)

    return in_blocks(gated_slope, z)


def _sigmoid_gate(x: Array) -> tuple[Array, Array]:
    t = np.exp(-x)
    tail = t / (1 + t)
    return tail, tail / (1 + t)


def _tanh_gate(x: Array) -> tuple[Array, Array]:
    x = np.minimum(x, FAR_FOR_A_CUBE)
    square = x * x
    tail, slope_of_sigmoid = _sigmoid_gate(x * (LINEAR + CUBIC * square))
    return tail, slope_of_sigmoid * (LINEAR + 3 * CUBIC * square)
