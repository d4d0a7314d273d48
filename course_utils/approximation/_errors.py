"""How far apart two functions are, and how fast that falls with more neurons."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import whole_number
from course_utils._arrays import Array, finite_floats
from course_utils.approximation._functions import Function, ends_of, values_of


def sup_error(
    f: Function, g: Function, interval: tuple[float, float], n: int = 10_001
) -> float:
    """Measure how far apart two functions are where they are farthest apart.

    Parameters
    ----------
    f, g : callable or MLP
        Each takes an array of shape (n,), returns one number for each; or a network with one
        input and one output.
    interval : tuple of two floats
        Where to look, from low to high, both ends included.
    n : int, default 10001
        How many points the grid has.

    Returns
    -------
    float
        The largest ``|f(x) - g(x)|`` on the grid.

    Raises
    ------
    TypeError
        If `interval` or what a function gives are not real numbers, a function does not take
        an array, or `n` is not a whole number.
    ValueError
        If the interval is empty, or a function gives another shape or a number that is not
        finite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power": the epsilon of the theorem.

    Examples
    --------
    >>> sup_error(lambda x: x, lambda x: x**2, (0.0, 1.0))
    0.25
    """
    x = np.linspace(*ends_of(interval), whole_number(n, name="n", minimum=2))
    return float(np.abs(values_of(f, x) - values_of(g, x, name="g")).max())


def error_slope(n_units: ArrayLike, errors: ArrayLike) -> float:
    """Fit a straight line to log error against log size and return its slope.

    Parameters
    ----------
    n_units : array_like of shape (n_sizes,)
        How many neurons, bins or knots; at least two different numbers.
    errors : array_like of shape (n_sizes,)
        The error that each size leaves.

    Returns
    -------
    float
        The exponent p of ``error ~ n_units**p``: -1 if twice as many halve the error, -2 if
        they quarter it.

    Raises
    ------
    TypeError
        If an argument does not hold real numbers.
    ValueError
        If there is not one error for each size, a number is not positive, or all sizes are
        the same.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power": how much an epsilon costs.

    Examples
    --------
    >>> round(error_slope([10, 20, 40], [0.8, 0.4, 0.2]), 6)
    -1.0
    """
    size, error = _logarithm(n_units, name="n_units"), _logarithm(errors, name="errors")
    if size.ndim != 1 or size.shape != error.shape:
        msg = (
            "n_units and errors must be two rows of the same length, "
            f"got shapes {size.shape} and {error.shape}"
        )
        raise ValueError(msg)
    if np.unique(size).size < 2:
        msg = f"n_units must hold at least two different sizes, got {n_units!r}"
        raise ValueError(msg)
    size = size - size.mean()
    return float(size @ error / (size @ size))


def _logarithm(values: ArrayLike, *, name: str) -> Array:
    array = finite_floats(values, name=name)
    if (array > 0).all():
        out: Array = np.log(array)
        return out
    bad = array[array <= 0][0]
    msg = f"{name} must be positive for a logarithmic scale, but one is {bad:g}"
    raise ValueError(msg)
