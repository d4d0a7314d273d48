"""Functions that draw initial weights, one distribution each."""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

import numpy as np

from course_utils._arguments import as_generator, one_number, positive_number, whole_number
from course_utils._arrays import Array, finite_floats

Seed: TypeAlias = int | np.random.Generator


def zeros(n_out: int, n_in: int) -> Array:
    """Return weights of 0: no unit differs from another, and the gradient keeps it so.

    Parameters
    ----------
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights.

    Raises
    ------
    TypeError
        If a size is not a whole number.
    ValueError
        If a size is below 1.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Weight Initialization", pitfall: all zero.

    Examples
    --------
    >>> zeros(2, 3)
    array([[0., 0., 0.],
           [0., 0., 0.]])
    """
    return constant(n_out, n_in, 0.0)


def constant(n_out: int, n_in: int, value: float) -> Array:
    """Return weights that are all equal: as symmetric as zeros, though the signal gets through.

    Parameters
    ----------
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.
    value : float
        Every weight.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights.

    Raises
    ------
    TypeError
        If a size is not a whole number or `value` is not one number.
    ValueError
        If a size is below 1, or `value` is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Weight Initialization".

    Examples
    --------
    >>> constant(1, 3, value=0.5)
    array([[0.5, 0.5, 0.5]])
    """
    value = float(finite_floats(one_number(value, name="value"), name="value"))
    return np.full(as_shape(n_out, n_in), value)


def normal(n_out: int, n_in: int, std: float, seed: Seed = 0) -> Array:
    """Draw weights from a normal distribution about 0.

    Parameters
    ----------
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.
    std : float
        Standard deviation of the weights, 0 or more.
    seed : int or Generator, default 0
        Equal seeds give equal weights.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights.

    Raises
    ------
    TypeError
        If a size or the seed is not a whole number, or `std` is not one number.
    ValueError
        If a size is below 1, or `std` or the seed is negative or not finite.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Weight Initialization", small random numbers.

    Examples
    --------
    >>> float(normal(100, 100, std=0.01).std().round(4))
    0.01
    """
    std = positive_number(std, name="std", zero_allowed=True)
    return as_generator(seed).normal(0.0, std, size=as_shape(n_out, n_in))


def xavier(n_out: int, n_in: int, seed: Seed = 0) -> Array:
    """Draw weights of variance ``2 / (n_in + n_out)``, which suits tanh forward and backward.

    Parameters
    ----------
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.
    seed : int or Generator, default 0
        Equal seeds give equal weights.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights.

    Raises
    ------
    TypeError
        If a size or the seed is not a whole number.
    ValueError
        If a size is below 1 or the seed is negative.

    Notes
    -----
    Glorot and Bengio (2010), "Understanding the difficulty of training deep feedforward
    neural networks", the form with normally distributed weights.

    Examples
    --------
    Variance 2 / (100 + 300) is standard deviation 0.0707:

    >>> float(xavier(100, 300).std().round(3))
    0.071
    """
    n_out, n_in = as_shape(n_out, n_in)
    return normal(n_out, n_in, sqrt(2 / (n_in + n_out)), seed)


def he(n_out: int, n_in: int, seed: Seed = 0) -> Array:
    """Draw weights of variance ``2 / n_in``, which suits relu: it loses half of the signal.

    Parameters
    ----------
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.
    seed : int or Generator, default 0
        Equal seeds give equal weights.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights.

    Raises
    ------
    TypeError
        If a size or the seed is not a whole number.
    ValueError
        If a size is below 1 or the seed is negative.

    Notes
    -----
    He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers".

    Examples
    --------
    >>> float(he(100, 200).std().round(2))
    0.1
    """
    n_out, n_in = as_shape(n_out, n_in)
    return normal(n_out, n_in, sqrt(2 / n_in), seed)


def lecun(n_out: int, n_in: int, seed: Seed = 0) -> Array:
    """Draw weights of variance ``1 / n_in``: a weighted sum is as large as one input.

    Parameters
    ----------
    n_out : int
        Number of neurons, one row each.
    n_in : int
        Number of inputs, one column each.
    seed : int or Generator, default 0
        Equal seeds give equal weights.

    Returns
    -------
    ndarray of shape (n_out, n_in)
        The weights.

    Raises
    ------
    TypeError
        If a size or the seed is not a whole number.
    ValueError
        If a size is below 1 or the seed is negative.

    Notes
    -----
    LeCun, Bottou, Orr and Müller (1998), "Efficient BackProp", section 4.6; CS231n, "Neural
    Networks Part 2", "Weight Initialization", calibrating the variances with 1/sqrt(n).

    Examples
    --------
    >>> float(lecun(100, 100).std().round(2))
    0.1
    """
    n_out, n_in = as_shape(n_out, n_in)
    return normal(n_out, n_in, sqrt(1 / n_in), seed)


def as_shape(n_out: int, n_in: int) -> tuple[int, int]:
    """Return the shape of the weights, or say which size is wrong."""
    return whole_number(n_out, name="n_out"), whole_number(n_in, name="n_in")
