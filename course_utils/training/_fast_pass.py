"""One forward and one backward pass, prepared as lists of calls, for the fast engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Literal, TypeAlias

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import Activation
from course_utils.training._fast_activations import Calls, activation_calls
from course_utils.training._fast_losses import FastLoss


def as_layers(flat: Array, layer_sizes: Sequence[int]) -> list[Array]:
    """Return one view ``[W b]`` of shape (n_out, n_in + 1) for each layer.

    Where the inputs end in a row of ones, ``W x + b`` is one product, and so is its gradient.
    """
    layers, start = [], 0
    for n_in, n_out in pairwise(layer_sizes):
        end = start + n_out * (n_in + 1)
        layers.append(flat[start:end].reshape(n_out, n_in + 1))
        start = end
    return layers


# Samples with many features lie one after the other in memory, so that each is copied in one
# piece into a minibatch; with few features the products are faster the other way.
WIDE = 32
Order: TypeAlias = Literal["C", "F"]


class Pass:
    """Everything that a pass over `n_samples` samples needs, made once.

    Parameters
    ----------
    layers, gradients : list of ndarray
        The parameters and the place for their gradients, as `as_layers` returns them.
    activations : sequence of Activation
        One for each layer.
    loss : FastLoss
        What to minimise.
    n_samples : int
        How many columns `data` has.  Its rows are the inputs, one of ones, and the targets:
        they travel together.
    """

    def __init__(
        self,
        layers: list[Array],
        gradients: list[Array],
        activations: Sequence[Activation],
        loss: FastLoss,
        n_samples: int,
    ) -> None:
        self.forward: Calls = []
        self.backward: Calls = []
        n_inputs, dtype = layers[0].shape[1], layers[0].dtype
        order: Order = "F" if n_inputs > WIDE else "C"
        self.data = np.empty((n_inputs + len(loss.targets), n_samples), dtype, order)
        inputs = self.data[:n_inputs]
        d = inputs
        for W, G, activation in zip(layers, gradients, activations, strict=True):
            inputs, d = self._add_layer(W, G, activation, inputs, d)
        self.scores = inputs[:-1]
        self.backward = loss.gradient(self.scores, self.data[n_inputs:], d) + self.backward

    def _add_layer(
        self, W: Array, G: Array, activation: Activation, inputs: Array, d_inputs: Array
    ) -> tuple[Array, Array]:
        """Append the layer's calls; return its outputs with the ones, and their slopes."""
        shape = (len(W), inputs.shape[1])
        outputs = np.ones((shape[0] + 1, shape[1]), W.dtype)
        a, d, spare = outputs[:-1], np.empty(shape, W.dtype), np.empty(shape, W.dtype)
        there, back = activation_calls(activation, a, d, spare)
        self.forward += [partial(np.dot, W, inputs, a), *there]
        back = [*back, partial(np.dot, d, inputs.T, G)]
        if d_inputs is not inputs:  # the samples themselves need no gradient
            back.append(partial(np.dot, W[:, :-1].T, d, d_inputs))
        self.backward = back + self.backward
        return outputs, d
