"""Activations as lists of calls that work in place, for the fast engine.

Each function below gets three arrays of shape (n_out, n_samples): `a` holds the
pre-activations z and shall hold the activations; later `d` holds the loss's slope at a and
shall hold its slope at z; `spare` is free to use.  It returns the calls for either way.

In a call the last argument is where the result goes.  Constants are arrays of shape (),
because NumPy would convert a Python number anew at each call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS, Activation

Calls: TypeAlias = list[Callable[[], object]]
BothWays: TypeAlias = tuple[Calls, Calls]


def activation_calls(activation: Activation, a: Array, d: Array, spare: Array) -> BothWays:
    """Return the calls of any activation, the fastest that there are."""
    if activation == ACTIVATIONS.get(activation.name) and activation.name in _IN_PLACE:
        return _IN_PLACE[activation.name](a, d, spare)
    return _by_its_functions(activation, a, d, spare)


def _by_its_functions(activation: Activation, a: Array, d: Array, spare: Array) -> BothWays:
    """Use the public functions, and `spare` to remember z on the way back."""

    def forward() -> None:
        np.copyto(spare, a)
        np.copyto(a, activation(spare))

    def backward() -> None:
        np.multiply(d, activation.derivative(spare), d)

    return [forward], [backward]


def _identity(_a: Array, _d: Array, _spare: Array) -> BothWays:
    return [], []


def _tanh(a: Array, d: Array, spare: Array) -> BothWays:
    # d * (1 - a*a) = d - a*a*d
    return [partial(np.tanh, a, a)], [
        partial(np.multiply, a, a, spare),
        partial(np.multiply, spare, d, spare),
        partial(np.subtract, d, spare, d),
    ]


def _sigmoid(a: Array, d: Array, spare: Array) -> BothWays:
    one = np.ones((), a.dtype)
    return [
        partial(np.negative, a, a),
        partial(np.exp, a, a),
        partial(np.add, a, one, a),
        partial(np.reciprocal, a, a),
    ], [
        # d * a * (1 - a) = (d - a*d) * a
        partial(np.multiply, a, d, spare),
        partial(np.subtract, d, spare, d),
        partial(np.multiply, d, a, d),
    ]


def _relu(a: Array, d: Array, spare: Array) -> BothWays:
    # NumPy takes the larger of two arrays three times faster than of an array and a number.
    zeros, positive = np.zeros_like(a), np.empty(a.shape, bool)
    return [partial(np.maximum, a, zeros, out=a)], [
        partial(np.greater, a, zeros, positive),
        partial(np.copyto, spare, positive),
        partial(np.multiply, d, spare, d),
    ]


def _leaky_relu(a: Array, d: Array, spare: Array) -> BothWays:
    # With a slope above 0 the activation has the sign of z, so z need not be remembered.
    slope = np.asarray(ACTIVATIONS["leaky_relu"].alpha, a.dtype)
    zero, positive = np.zeros((), a.dtype), np.empty(a.shape, bool)
    return [
        partial(np.multiply, a, slope, spare),
        partial(np.maximum, a, spare, out=a),
    ], [
        partial(np.greater, a, zero, positive),
        partial(np.copyto, spare, positive),
        # 1 for a positive one; the slope for the others, which are 0 so far
        partial(np.maximum, spare, np.full_like(a, slope), out=spare),
        partial(np.multiply, d, spare, d),
    ]


_IN_PLACE: Mapping[str, Callable[[Array, Array, Array], BothWays]] = MappingProxyType(
    {
        "identity": _identity,
        "tanh": _tanh,
        "sigmoid": _sigmoid,
        "relu": _relu,
        "leaky_relu": _leaky_relu,
    }
)
