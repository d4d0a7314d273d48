"""From sizes and names to layers, and the check that layers fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import DTypeLike

from course_utils._arrays import Array
from course_utils.activations import Activation
from course_utils.network._dense import Dense
from course_utils.network._layer import Layer
from course_utils.network._maxout import Maxout
from course_utils.network._values import PRECISIONS, Precision

ActivationLike: TypeAlias = str | Activation
Draw: TypeAlias = Callable[[int, int, ActivationLike], Array]

N_PIECES = 2


def new_layers(
    sizes: Sequence[int], activations: Sequence[ActivationLike], draw: Draw
) -> list[Layer]:
    """Build the layers from the inputs on, with weights that are drawn and biases of 0."""
    layers: list[Layer] = []
    for (n_in, n_out), activation in zip(pairwise(sizes), activations, strict=True):
        name = activation.name if isinstance(activation, Activation) else activation
        if name == "maxout":
            W = np.stack([draw(n_out, n_in, activation) for _ in range(N_PIECES)])
            layers.append(Maxout(W, np.zeros((N_PIECES, n_out))))
        else:
            W = draw(n_out, n_in, activation)
            layers.append(Dense(W, np.zeros(n_out), activation))
    return layers


def activations_of_layers(
    hidden: ActivationLike | Sequence[ActivationLike], output: ActivationLike, n_hidden: int
) -> list[ActivationLike]:
    """Return one activation for each layer, the output layer included."""
    if isinstance(hidden, str | Activation):
        return [*[hidden] * n_hidden, output]
    _refuse_functions(hidden)
    if len(hidden) != n_hidden:
        msg = (
            f"activation must be one name, or one for each of the {n_hidden} hidden layers; "
            f"got {len(hidden)}: {list(hidden)}"
        )
        raise ValueError(msg)
    return [*hidden, output]


def _refuse_functions(activation: object) -> None:
    if not isinstance(activation, Sequence):
        shown = getattr(activation, "__name__", repr(activation))
        msg = f"activation must be a name such as 'tanh', got {shown}; see ACTIVATIONS"
        raise TypeError(msg)


def as_precision(dtype: DTypeLike) -> Precision:
    """Return float32 or float64."""
    for precision in PRECISIONS:
        if precision == dtype:
            return precision
    msg = f"dtype must be np.float32 or np.float64, got {dtype!r}"
    raise ValueError(msg)


def in_a_row(candidates: Iterable[object]) -> tuple[Layer, ...]:
    """Return layers of which each takes what the one before puts out."""
    layers: list[Layer] = []
    for n, layer in enumerate(candidates, start=1):
        if not isinstance(layer, Layer):
            msg = f"layer {n} must be a Dense or Maxout layer, got {layer!r}"
            raise TypeError(msg)
        layers.append(layer)
    if not layers:
        msg = "a network needs at least one layer, got none"
        raise ValueError(msg)
    for n, (left, right) in enumerate(pairwise(layers), start=1):
        if left.n_out != right.n_in:
            msg = (
                f"layer {n + 1} takes {right.n_in} inputs, but layer {n} puts out {left.n_out}"
            )
            raise ValueError(msg)
        if left.dtype != right.dtype:
            msg = f"layer {n} computes in {left.dtype}, but layer {n + 1} in {right.dtype}"
            raise ValueError(msg)
    return tuple(layers)
