"""The one rule that every function of the course follows for numbers that come in."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.floating[Any]]


def as_floats(values: ArrayLike, *, name: str) -> Array:
    """Return real numbers as a floating-point array, without a change of precision.

    Parameters
    ----------
    values : array_like, any shape
        Numbers; float32 stays float32, integers and booleans become float64.
    name : str
        What the caller calls them, for the message of an error.

    Returns
    -------
    ndarray, same shape as `values`
        The array itself where it is floating-point already, so do not write into it.

    Raises
    ------
    TypeError
        If `values` holds text, objects or complex numbers.

    Examples
    --------
    >>> as_floats([1, 2], name="z")
    array([1., 2.])
    """
    array = np.asarray(values)
    if array.dtype.kind in "biu":
        return array.astype(np.float64)
    if array.dtype.kind == "f":
        return array
    msg = (
        f"{name} must hold real numbers, got an array of type {array.dtype} "
        f"and shape {array.shape}; try np.asarray({name}, dtype=float)"
    )
    raise TypeError(msg)


def one_number(value: float, *, name: str) -> float:
    """Return a plain float, or say what came in its place.

    Parameters
    ----------
    value : float
        A Python number, a NumPy scalar or an array of shape ().
    name : str
        What the caller calls it, for the message of an error.

    Raises
    ------
    TypeError
        If `value` is not one real number.

    Examples
    --------
    >>> one_number(3, name="bias")
    3.0
    """
    array = as_floats(value, name=name)
    if array.ndim > 0:
        msg = f"{name} must be one number, got an array of shape {array.shape}"
        raise TypeError(msg)
    return float(array)


def positive_number(value: float, *, name: str, zero_allowed: bool = False) -> float:
    """Return a plain float above 0, or say what came in its place.

    Parameters
    ----------
    value : float
        A Python number, a NumPy scalar or an array of shape ().
    name : str
        What the caller calls it, for the message of an error.
    zero_allowed : bool, default False
        Whether 0 is fine as well.

    Raises
    ------
    TypeError
        If `value` is not one real number.
    ValueError
        If it is negative, infinite or NaN, or 0 where that is not allowed.

    Examples
    --------
    >>> positive_number(0.5, name="tau")
    0.5
    """
    number = one_number(value, name=name)
    if np.isfinite(number) and (number > 0 or (zero_allowed and number == 0)):
        return number
    bound = "0 or more" if zero_allowed else "above 0"
    msg = f"{name} must be a finite number, {bound}; got {number:g}"
    raise ValueError(msg)
