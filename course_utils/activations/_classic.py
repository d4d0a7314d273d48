"""The classics: sigmoid and tanh, which flatten out on both sides, and the identity."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_floats
from course_utils.activations._blocks import in_blocks


@np.errstate(over="ignore", under="ignore")
def sigmoid(z: ArrayLike) -> Array:
    """Squash any number into the interval from 0 to 1.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``1 / (1 + exp(-z))``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions".

    Examples
    --------
    >>> sigmoid([-1e4, 0.0, 1e4])
    array([0. , 0.5, 1. ])
    """
    z = as_floats(z, name="z")
    # Far to the left exp(-z) overflows to infinity, and 1/infinity is the right answer, 0.
    # So the textbook formula needs no second branch, only quiet. It keeps its relative
    # precision in the left tail, which 0.5 + 0.5*tanh(z/2) loses: log(a) stays usable.
    # Each step goes into the same array: a new one would cost more than the arithmetic.
    a = np.negative(z, out=np.empty_like(z))
    np.exp(a, out=a)
    a += 1
    np.divide(1, a, out=a)
    return a[()]


def tanh(z: ArrayLike) -> Array:
    """Squash any number into the interval from -1 to 1, with 0 in the middle.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``2 * sigmoid(2 * z) - 1``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions".

    Examples
    --------
    >>> tanh([-50.0, 0.0, 50.0])
    array([-1.,  0.,  1.])
    """
    a: Array = np.tanh(as_floats(z, name="z"))
    return a


def identity(z: ArrayLike) -> Array:
    """Return the pre-activation as it is: what a layer without an activation does.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        A copy of `z`; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Layer-wise organization".

    Examples
    --------
    >>> identity([-2.0, 3.0])
    array([-2.,  3.])
    """
    a: Array = +as_floats(z, name="z")
    return a


def sigmoid_slope(z: ArrayLike) -> Array:
    """Return ``a * (1 - a)``, the slope of the sigmoid, exact in both tails."""
    return in_blocks(_sigmoid_slope, z)


def tanh_slope(z: ArrayLike) -> Array:
    """Return ``1 - a**2``, the slope of tanh, exact in both tails."""
    # tanh(z) = 2 sigmoid(2z) - 1, so its slope is 4 times that of the sigmoid at 2z.
    return in_blocks(lambda z: 4 * _sigmoid_slope(2 * z), z)


def _sigmoid_slope(z: Array) -> Array:
    # The slope is the same left and right of 0. From the right, with t = exp(-|z|),
    # a = 1/(1 + t) and 1 - a = t/(1 + t): nothing cancels and nothing overflows.
    t = np.exp(-np.abs(z))
    slope: Array = t / (1 + t) ** 2
    return slope


def identity_slope(z: ArrayLike) -> Array:
    """Return 1 everywhere."""
    slope: Array = np.ones_like(as_floats(z, name="z"))[()]
    return slope
