"""What makes a layer and a network a value: read-only arrays, names that are set only once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_floats, as_matrix, finite_floats

Precision: TypeAlias = np.dtype[np.floating[Any]]

PRECISIONS = (np.dtype(np.float32), np.dtype(np.float64))


class Value:
    """Something that never changes once it is built, so that it can be shared freely."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in self.__dict__:
            self._refuse(name)
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        self._refuse(name)

    def __setstate__(self, state: Mapping[str, object]) -> None:
        # Copies and pickles of an array can be written into, also where the array cannot.
        for name, value in state.items():
            self.__dict__[name] = read_only(value) if isinstance(value, np.ndarray) else value

    def _refuse(self, name: str) -> NoReturn:
        kind = type(self).__name__
        msg = f"{name} of {kind} cannot be changed; build a new {kind}, as with_parameters does"
        raise AttributeError(msg)


def read_only(array: Array) -> Array:
    """Return a copy, row after row, that refuses to be written into."""
    copy = np.array(array, order="C")
    copy.flags.writeable = False
    return copy


def as_weights(W: ArrayLike, *, axes: str) -> Array:
    """Return weights as a read-only copy; `axes` is their shape in words."""
    array = finite_floats(W, name="W")
    if array.ndim != axes.count(",") + 1 or array.size == 0:
        msg = f"W must have shape {axes}, got {array.shape}"
        raise ValueError(msg)
    if array.dtype not in PRECISIONS:
        msg = f"W must be float32 or float64, got {array.dtype}; try W.astype(float)"
        raise TypeError(msg)
    return read_only(array)


def as_parameter(
    values: ArrayLike, *, name: str, shape: tuple[int, ...], dtype: Precision
) -> Array:
    """Return finite numbers of this shape and precision as a read-only copy."""
    return read_only(finite_in(dtype, in_shape(values, name=name, shape=shape), name=name))


def in_shape(values: ArrayLike, *, name: str, shape: tuple[int, ...]) -> Array:
    """Return real numbers of this very shape."""
    array = as_floats(values, name=name)
    if array.shape == shape:
        return array
    remedy = ""
    if array.T.shape == shape:
        remedy = f"; try {name}.T"
    elif len(shape) == 1 and array.size == shape[0]:
        remedy = f"; try {name}.ravel()"
    elif shape[-1] == 1 and array.shape == shape[:-1]:
        remedy = f"; try {name}.reshape(-1, 1)"
    msg = f"{name} must have shape {shape}, got {array.shape}{remedy}"
    raise ValueError(msg)


def finite_in(dtype: Precision, values: ArrayLike, *, name: str) -> Array:
    """Return finite numbers in this precision; 1e300 has no place in float32."""
    array = finite_floats(values, name=name)
    if array.dtype == dtype:
        return array
    with np.errstate(over="ignore", under="ignore"):
        return finite_floats(array.astype(dtype), name=f"{name}.astype({dtype})")


def as_samples(X: ArrayLike, *, n_in: int, dtype: Precision) -> Array:
    """Return finite samples in rows, in the precision of the layer that takes them."""
    samples = as_matrix(X, name="X", n_columns=n_in)  # which are finite
    return samples if samples.dtype == dtype else finite_in(dtype, samples, name="X")
