"""Functions of one number, and the points at which they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_floats, finite_floats
from course_utils.network import MLP

Function: TypeAlias = Callable[[Array], ArrayLike] | MLP


def values_of(f: Function, x: Array, *, name: str = "f") -> Array:
    """Return f at each of the points `x` (n_points,), all of them finite."""
    values = as_floats(_call(f, x, name), name=f"{name}(x)")
    if values.shape not in ((), x.shape):
        msg = (
            f"{name} must give one number for each x; it got x of shape {x.shape} "
            f"and gave shape {values.shape}"
        )
        raise ValueError(msg)
    values = np.full(x.shape, values, np.float64)  # a constant may give a single number
    bad = ~np.isfinite(values)
    if bad.any():
        msg = (
            f"{name} must give finite numbers, but {name}({x[bad][0]:g}) is "
            f"{values[bad][0]:g}; choose an interval without that point"
        )
        raise ValueError(msg)
    return values


def _call(f: Function, x: Array, name: str) -> ArrayLike:
    if isinstance(f, MLP):
        return one_number_in_and_out(f).forward(x[:, np.newaxis])[:, 0]
    try:
        return f(x)
    except (TypeError, ValueError) as error:
        if isinstance(error, ValueError) and "truth value" not in str(error):
            raise
        msg = (
            f"{name} must take an array; try np.sin for math.sin, np.where for if, "
            f"or np.vectorize({name})"
        )
        raise TypeError(msg) from error


def one_number_in_and_out(network: MLP) -> MLP:
    """Return the network, or say that it is no function of one number."""
    sizes = network.layer_sizes
    if sizes[0] == sizes[-1] == 1:
        return network
    msg = f"the network must have one input and one output, got layer sizes {sizes}"
    raise ValueError(msg)


def increasing(points: ArrayLike, *, name: str) -> Array:
    """Return two points or more in a row, each to the right of the one before."""
    array = finite_floats(points, name=name).astype(np.float64)
    if array.ndim != 1 or array.size < 2:
        msg = f"{name} must be a row of two numbers or more, got shape {array.shape}"
        raise ValueError(msg)
    back = np.flatnonzero(array[1:] <= array[:-1])
    if back.size:
        i = int(back[0])
        msg = (
            f"{name} must increase, but {name}[{i + 1}] is {array[i + 1]:g} "
            f"after {array[i]:g}; try np.unique({name})"
        )
        raise ValueError(msg)
    return array


def ends_of(interval: tuple[float, float]) -> tuple[float, float]:
    """Return where an interval begins and ends."""
    ends = finite_floats(interval, name="interval")
    if ends.shape != (2,) or ends[0] >= ends[1]:
        msg = f"interval must be (low, high) with low < high, got {interval!r}"
        raise ValueError(msg)
    return float(ends[0]), float(ends[1])
