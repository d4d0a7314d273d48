"""Single arguments: a number, a count, a seed, a name out of a table."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, TypeAlias, TypeVar

import numpy as np

from course_utils._arrays import as_floats

T = TypeVar("T")
Whole: TypeAlias = int | np.integer[Any]
Seed: TypeAlias = Whole | np.random.Generator


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
    ValueError
        If it is a list whose rows have different lengths.

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


def whole_number(value: Whole, *, name: str, minimum: int = 1) -> int:
    """Return a plain int that is large enough, or say what came in its place.

    Parameters
    ----------
    value : int
        A Python or NumPy integer.
    name : str
        What the caller calls it, for the message of an error.
    minimum : int, default 1
        The smallest number allowed.

    Raises
    ------
    TypeError
        If `value` is not an integer; 3.0 and True are not.
    ValueError
        If it is too small.

    Examples
    --------
    >>> whole_number(3, name="n_steps")
    3
    """
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        msg = f"{name} must be a whole number, got {value!r}"
        raise TypeError(msg)
    if value < minimum:
        msg = f"{name} must be {minimum} or more, got {value}"
        raise ValueError(msg)
    return int(value)


def as_generator(seed: Seed) -> np.random.Generator:
    """Return the random generator that a seed starts, or the generator itself.

    Parameters
    ----------
    seed : int or Generator
        Equal seeds give equal numbers; a generator goes on from where it is.

    Raises
    ------
    TypeError
        If `seed` is neither.
    ValueError
        If it is negative.

    Examples
    --------
    >>> as_generator(0).integers(10)
    np.int64(8)
    """
    if isinstance(seed, np.random.Generator):
        return seed
    return np.random.default_rng(whole_number(seed, name="seed", minimum=0))


def look_up(name: object, table: Mapping[str, T], *, kind: str) -> T:
    """Return the entry of that name, or say which names there are.

    Parameters
    ----------
    name : str
        A key of `table`.
    table : mapping of str to anything
        What there is to choose from.
    kind : str
        What an entry is, such as ``"activation"``, for the message of an error.

    Raises
    ------
    ValueError
        If there is no entry of that name.

    Examples
    --------
    >>> look_up("b", {"a": 1, "b": 2}, kind="letter")
    2
    """
    if isinstance(name, str) and name in table:
        return table[name]
    close = difflib.get_close_matches(str(name).lower(), table, n=1, cutoff=0.5)
    advice = f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(table)}"
    msg = f"there is no {kind} called {name!r}; {advice}"
    raise ValueError(msg)
