"""Bias and activation of a hidden layer, as calls that write over its sums in a buffer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import identity, relu, sigmoid, tanh
from course_utils.network._dense import Dense

Call: TypeAlias = partial[Any]

# NumPy's loops pay some 30 ns for each row. So several rows go through as one strip of about
# this many numbers, beside a row of biases that is repeated as often.
STRIP = 8192

# A unit that is dead has exactly 0 in relu(z + b), but in max(z, -b) + b the rounding error of
# b. In float32, which is for speed, that will do as long as biases are no larger than this.
LARGEST_SHIFT = 16.0


@np.errstate(all="ignore")
def fold_biases(layers: tuple[Dense, ...]) -> tuple[list[Array], list[bool]]:
    """Move the last ``+ b`` of ``relu(z + b) = max(z, -b) + b`` into the next layer's biases.

    ``W (a + b) + c`` is ``W a + (c + W b)``. The flags say for which layers it was done.
    """
    biases: list[Array] = []
    shifted: list[bool] = []
    for layer in layers:
        b = layer.b
        if shifted and shifted[-1]:
            moved = b + layer.W @ biases[-1]
            if np.isfinite(moved).all():
                b = moved
            else:  # what overflows must stay where it was
                shifted[-1] = False
        biases.append(b)
        shifted.append(layer is not layers[-1] and _can_shift(layer, b))
    return biases, shifted


def _can_shift(layer: Dense, b: Array) -> bool:
    quick = layer.activation.function is relu and layer.dtype == np.float32
    return quick and bool(np.abs(b).max() <= LARGEST_SHIFT)


def shifted_relu(h: Array, b: Array) -> list[Call]:
    """Return what writes ``max(h, -b)`` over `h`: one pass, where add and relu are two."""
    return [partial(np.maximum, part, row, out=part) for part, row in in_strips(h, -b)]


def bias_and_activation(h: Array, b: Array, layer: Dense) -> list[Call]:
    """Return what writes ``f(h + b)`` over `h`."""
    strips, function = in_strips(h, b), layer.activation.function
    add = [partial(np.add, part, row, out=part) for part, row in strips]
    if function is relu:  # for which a row of zeros is several times as fast as a single 0
        zeros = [(part, np.zeros_like(row)) for part, row in strips]
        return [*add, *(partial(np.maximum, part, row, out=part) for part, row in zeros)]
    if function in IN_PLACE:
        return [*add, partial(IN_PLACE[function], h)]
    return [*add, partial(_anything, h, layer)]


def in_strips(h: Array, b: Array) -> list[tuple[Array, Array]]:
    """Cut a buffer into strips, and a rest that is shorter, each with its biases."""
    n_samples, width = h.shape
    rows = max(1, STRIP // width)
    if n_samples <= rows:
        return [(h.reshape(-1), np.tile(b, n_samples))]
    whole = n_samples - n_samples % rows
    strips = [(h[:whole].reshape(-1, rows * width), np.tile(b, rows))]
    return strips if whole == n_samples else [*strips, (h[whole:], b)]


def _anything(z: Array, layer: Dense) -> None:
    z[...] = layer._activate(z)


def _nothing(_: Array) -> None:
    """Leave the numbers as they are."""


def _tanh(z: Array) -> None:
    np.tanh(z, out=z)


def _sigmoid(z: Array) -> None:
    np.negative(z, out=z)
    np.exp(z, out=z)
    np.add(z, 1, out=z)
    np.reciprocal(z, out=z)


IN_PLACE: Mapping[object, Callable[[Array], None]] = {
    identity: _nothing,
    tanh: _tanh,
    sigmoid: _sigmoid,
}
