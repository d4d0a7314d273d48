"""The one rule that every function of the course follows for numbers that come in."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.floating[Any]]
Labels: TypeAlias = NDArray[np.intp]

TOO_LARGE = 2**53  # from here on a float64 cannot tell a whole number from the next


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
    ValueError
        If rows have different lengths.

    Examples
    --------
    >>> as_floats([1, 2], name="z")
    array([1., 2.])
    """
    try:
        array = np.asarray(values)
    except ValueError as error:
        msg = f"{name} must be a regular array of numbers, but its rows have different lengths"
        raise ValueError(msg) from error
    if array.dtype.kind in "biu":
        return array.astype(np.float64)
    if array.dtype.kind == "f":
        return array
    msg = (
        f"{name} must hold real numbers, got an array of type {array.dtype} "
        f"and shape {array.shape}; try np.asarray({name}, dtype=float)"
    )
    raise TypeError(msg)


def finite_floats(values: ArrayLike, *, name: str) -> Array:
    """Return real numbers as a floating-point array, with neither NaN nor infinity.

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
    ValueError
        If a number is NaN or infinite, or rows have different lengths.

    Examples
    --------
    >>> finite_floats([1.0, 2.0], name="X")
    array([1., 2.])
    """
    array = as_floats(values, name=name)
    finite = np.isfinite(array)
    if finite.all():
        return array
    bad = ~finite
    where = tuple(int(i) for i in np.argwhere(bad)[0])
    place = f"{name}[{', '.join(map(str, where))}]" if where else name
    msg = (
        f"{name} must hold finite numbers, but {place} is {array[where]:g} "
        f"({int(bad.sum())} of {array.size} are NaN or infinite; {name}.shape == {array.shape})"
    )
    raise ValueError(msg)


def as_matrix(
    values: ArrayLike,
    *,
    name: str,
    n_columns: int | None = None,
    shape: tuple[str, str] = ("n_samples", "n_features"),
) -> Array:
    """Return samples in rows: finite numbers in two dimensions, at least one row and column.

    Parameters
    ----------
    values : array_like of shape (n_samples, n_features)
        One sample in each row.
    name : str
        What the caller calls them, for the message of an error.
    n_columns : int, optional
        How many features a sample must have.
    shape : tuple of two str, default ("n_samples", "n_features")
        What the message calls the numbers of rows and columns: "n_", then the plural.

    Returns
    -------
    ndarray of shape (n_samples, n_features)
        The array itself where it is floating-point already, so do not write into it.

    Raises
    ------
    TypeError
        If `values` holds text, objects or complex numbers.
    ValueError
        If the shape is another one, or a number is NaN or infinite.

    Examples
    --------
    >>> as_matrix([[1, 2], [3, 4]], name="X")
    array([[1., 2.],
           [3., 4.]])
    """
    array = as_floats(values, name=name)
    width = shape[1] if n_columns is None else str(n_columns)
    row, column = (words.removeprefix("n_").removesuffix("s") for words in shape)
    if array.ndim != 2 or array.size == 0 or n_columns not in (None, array.shape[1]):
        remedy = ""
        if array.ndim == 1 and array.size in (n_columns, 1):
            remedy = f"; try {name}.reshape(1, -1) for a single {row}"
        elif array.ndim == 1 and n_columns in (None, 1) and array.size > 0:
            remedy = f"; try {name}.reshape(-1, 1) for a single {column}"
        elif array.ndim == 2 and array.shape[0] == n_columns and array.size > 0:
            remedy = f"; try {name}.T"
        msg = f"{name} must have shape ({shape[0]}, {width}), got {array.shape}{remedy}"
        raise ValueError(msg)
    return finite_floats(array, name=name)


def as_labels(
    y: ArrayLike, *, n_samples: int, n_classes: int | None = None, name: str = "y"
) -> Labels:
    """Return class labels as whole numbers 0, 1, 2, ..., one for each sample.

    Parameters
    ----------
    y : array_like of shape (n_samples,)
        Labels of any numeric type; they come back signed, so ``2*y - 1`` cannot wrap.
    n_samples : int
        How many there must be.
    n_classes : int, optional
        Labels must be below this number; 2 means 0 and 1 alone.
    name : str, default "y"
        What the caller calls them, for the message of an error.

    Returns
    -------
    ndarray of int, shape (n_samples,)
        The labels.

    Raises
    ------
    TypeError
        If `y` holds text, objects or complex numbers.
    ValueError
        If the shape is wrong, or a label is not a whole number in range.

    Examples
    --------
    >>> as_labels([True, False], n_samples=2)
    array([1, 0])
    """
    values = as_floats(y, name=name)
    if values.shape != (n_samples,):
        remedy = f"; try {name}.ravel()" if values.size == n_samples else ""
        msg = (
            f"{name} must have shape ({n_samples},), one label for each sample, "
            f"got {values.shape}{remedy}"
        )
        raise ValueError(msg)
    end = TOO_LARGE if n_classes is None else n_classes
    wrong = ~((values >= 0) & (values < end) & (values == np.floor(values)))
    if wrong.any():
        allowed = {None: "0, 1, 2, ...", 2: "0 or 1"}.get(n_classes, f"0 to {end - 1}")
        first = int(np.argmax(wrong))
        advice = (
            f"; try ({name} + 1) / 2 for labels -1 and +1"
            if n_classes == 2 and set(values.tolist()) <= {-1.0, 1.0}
            else ""
        )
        msg = f"each label must be {allowed}, but {name}[{first}] is {values[first]:g}{advice}"
        raise ValueError(msg)
    labels: Labels = values.astype(np.intp)
    return labels
