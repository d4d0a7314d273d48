"""Forward and backward through many networks of one shape at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import Activation
from course_utils.training._stacked_activations import in_place
from course_utils.training._stacked_arrays import (
    Stack,
    first_product,
    product,
    sum_over_samples,
)


class Engine(Protocol):
    """Computes the scores of a stack of networks, and from their slopes all gradients.

    X has shape (n_in + 1, n_samples), its last row being ones; networks that each have their
    own samples take (n_nets, n_in + 1, n_samples).
    """

    dscores: Array  # (n_nets, n_out, n_samples): the place for the slopes at the scores

    def forward(self, X: Array) -> Array:
        """Return the scores, shape (n_nets, n_out, n_samples), valid until the next call."""

    def backward(self, X: Array) -> None:
        """Fill the gradients, from `dscores` and what the last forward pass left behind."""


class StackedNetwork:
    """Dense layers with elementwise activations, as many as there are.

    A layer has two arrays of shape (n_nets, n_out, n_samples), ``z`` and ``a``, and needs no
    more.  On the way back ``a`` turns into the slopes da/dz once the gradient of the next
    layer is done with it; then ``z`` takes up what comes down to the layer.
    """

    def __init__(
        self,
        parameters: Stack,
        gradients: Stack,
        activations: Sequence[Activation],
        n_samples: int,
    ) -> None:
        self.W, self.gradients = parameters.layers, gradients.layers
        self.down = [W[:, :, :-1].swapaxes(1, 2) for W in self.W]  # without the biases
        self.activations = [in_place(activation) for activation in activations]
        shapes = [(len(W), W.shape[1], n_samples) for W in self.W]
        self.z = [np.empty(shape, parameters.flat.dtype) for shape in shapes]
        # A row of ones under the activations is the input that the next layer's biases weigh.
        self.with_ones = [np.ones((r, h + 1, n), parameters.flat.dtype) for r, h, n in shapes]
        self.a = [a[:, :-1] for a in self.with_ones]
        self.dscores: Array = np.empty_like(self.z[-1])

    def forward(self, X: Array) -> Array:
        """Return the scores, shape (n_nets, n_out, n_samples), valid until the next call."""
        for n, (z, a) in enumerate(zip(self.z, self.a, strict=True)):
            if n == 0:
                first_product(self.W[0], X, z)
            else:
                product(self.W[n], self.with_ones[n - 1], z)
            self.activations[n].write(z, a)
        return self.a[-1]

    def backward(self, X: Array) -> None:
        """Fill the gradients, from `dscores` and what the last forward pass left behind."""
        for n in reversed(range(len(self.W))):
            slope, dz = self.a[n], self.z[n]
            self.activations[n].slope(dz, slope)
            if n == len(self.W) - 1:
                np.multiply(self.dscores, slope, out=dz)
            else:
                product(self.down[n + 1], self.z[n + 1], dz)
                dz *= slope
            inputs = X if n == 0 else self.with_ones[n - 1]
            sum_over_samples(dz, inputs, self.gradients[n])
