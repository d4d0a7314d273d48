"""Activation functions: each turns a pre-activation z into an activation a.

A new one is a function, its slope, and one more entry of `ACTIVATIONS`; everything that
offers a choice of activation reads that table.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_floats

__all__ = ["ACTIVATIONS", "Activation", "get_activation", "identity", "relu", "sigmoid", "tanh"]

Function: TypeAlias = Callable[[ArrayLike], Array]
Side: TypeAlias = Literal["left", "right"]


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
    with np.errstate(over="ignore", under="ignore"):
        a: Array = 1.0 / (1.0 + np.exp(-z))
    return a


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
    a: Array = np.maximum(as_floats(z, name="z"), 0)
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


def _sigmoid_slope(z: ArrayLike) -> Array:
    # a * (1 - a), with 1 - a written as sigmoid(-z) so that the right tail stays exact.
    slope: Array = sigmoid(z) * sigmoid(-as_floats(z, name="z"))
    return slope


def _tanh_slope(z: ArrayLike) -> Array:
    # From tanh(z) = 2 sigmoid(2z) - 1; unlike 1 - tanh(z)**2 it never cancels to 0 early.
    with np.errstate(over="ignore"):
        slope: Array = 4 * _sigmoid_slope(2 * as_floats(z, name="z"))
    return slope


def _relu_slope(z: ArrayLike) -> Array:
    # At 0 any slope from 0 to 1 would do; the course uses 0.
    slope: Array = np.heaviside(as_floats(z, name="z"), 0)
    return slope


def _identity_slope(z: ArrayLike) -> Array:
    z = as_floats(z, name="z")
    slope: Array = np.ones_like(z)[()]
    return slope


@dataclass(frozen=True)
class Activation:
    """An activation function together with what is known about it.

    Parameters
    ----------
    name : str
        The word that selects it, such as ``"relu"``.
    function : callable
        Takes pre-activations of any shape, returns activations of the same shape.
    derivative : callable
        The slope of `function`, as a function of the pre-activation.
    range : tuple of two floats
        Lower and upper bound of the activations; no finite z reaches a finite bound of
        sigmoid or tanh on paper, only in rounded arithmetic.
    zero_centred : bool
        Whether inputs that are symmetric about 0 give activations of mean 0.
    saturates : tuple of {"left", "right"}
        The sides on which the slope goes to 0; empty where it never does.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions".

    Examples
    --------
    >>> ACTIVATIONS["relu"].saturates
    ('left',)
    >>> ACTIVATIONS["sigmoid"].derivative(0.0)
    np.float64(0.25)
    """

    name: str
    function: Function
    derivative: Function
    range: tuple[float, float]
    zero_centred: bool
    saturates: tuple[Side, ...]

    def __call__(self, z: ArrayLike) -> Array:
        """Return the activations of the pre-activations `z`, any shape."""
        return self.function(z)


_TABLE = (
    Activation("sigmoid", sigmoid, _sigmoid_slope, (0.0, 1.0), False, ("left", "right")),
    Activation("tanh", tanh, _tanh_slope, (-1.0, 1.0), True, ("left", "right")),
    Activation("relu", relu, _relu_slope, (0.0, inf), False, ("left",)),
    Activation("identity", identity, _identity_slope, (-inf, inf), True, ()),
)

ACTIVATIONS: Mapping[str, Activation] = MappingProxyType(
    {entry.name: entry for entry in _TABLE}
)


def get_activation(name: str) -> Activation:
    """Look up an activation by its name.

    Parameters
    ----------
    name : {"sigmoid", "tanh", "relu", "identity"}
        A key of `ACTIVATIONS`.

    Returns
    -------
    Activation
        The entry of the table.

    Raises
    ------
    ValueError
        If there is no activation of that name.

    Examples
    --------
    >>> get_activation("tanh").range
    (-1.0, 1.0)
    """
    if name in ACTIVATIONS:
        return ACTIVATIONS[name]
    close = difflib.get_close_matches(str(name).lower(), ACTIVATIONS, n=1, cutoff=0.5)
    advice = (
        f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(ACTIVATIONS)}"
    )
    msg = f"there is no activation called {name!r}; {advice}"
    raise ValueError(msg)
