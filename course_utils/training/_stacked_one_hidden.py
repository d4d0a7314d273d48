"""The same for one hidden layer of tanh or ReLU under one score, in two thirds of the time.

Most experiments of the course train such networks, by the hundred.  The array of the hidden
activations is by far the largest there, so the time is the number of passes over it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import Activation, relu, tanh
from course_utils.network import MLP
from course_utils.training._stacked_activations import in_place
from course_utils.training._stacked_arrays import (
    Stack,
    first_product,
    product,
    sum_over_samples,
)


def has_one_score(network: MLP, loss: str) -> bool:
    """Whether `OneHiddenLayer` can train the network."""
    if network.n_layers != 2:
        return False
    hidden, output = network.layers
    # Only these slopes can be found from the activations alone.
    fits = hidden.activation.function in (tanh, relu) and output.activation.name == "identity"
    return fits and (output.n_out == 1 or (output.n_out == 2 and loss == "cross_entropy"))


class OneHiddenLayer:
    """Networks n_in - n_hidden - 1, or n_in - n_hidden - 2 with softmax, at once.

    With one score s the gradient of the weight from input i to hidden unit h is

        sum over the samples n of   ds_n * w_h * f'(z_hn) * x_in

    and ``w_h``, the weight from unit h to the score, does not depend on n:

        w_h * sum of   f'(z_hn) * (ds_n * x_in)

    So one product of the slopes with the few weighted inputs ``ds_n * x_in`` does it; the
    large array ``dz_hn = ds_n * w_h * f'(z_hn)`` is never formed.

    Two scores under a softmax have probabilities that depend on ``s = s_1 - s_0`` alone: one
    score, whose weights are the difference of two rows.
    """

    def __init__(
        self,
        parameters: Stack,
        gradients: Stack,
        activations: Sequence[Activation],
        n_samples: int,
    ) -> None:
        (self.W1, self.W2), (self.dW1, self.dW2) = parameters.layers, gradients.layers
        self.activation = in_place(activations[0])
        n_nets, n_hidden, n_in = self.W1.shape
        dtype = parameters.flat.dtype
        self.a = np.empty((n_nets, n_hidden, n_samples), dtype)
        self.dscores: Array = np.empty((n_nets, 1, n_samples), dtype)
        # Which of the two to multiply by ds: the inputs, unless the units are as few.
        self.weighted = np.empty((n_nets, n_in, n_samples), dtype)
        self.few_units = n_hidden < 2 * n_in
        # The weights and bias of the score, shape (n_nets, 1, n_hidden + 1), and their slopes.
        self.two_scores = self.W2.shape[1] == 2
        self.row = np.empty_like(self.W2[:, :1]) if self.two_scores else self.W2
        self.w, self.bias = self.row[:, :, :-1], self.row[:, :, -1:]
        self.dw, self.dbias = self.dW2[:, -1:, :-1], self.dW2[:, -1:, -1]

    def forward(self, X: Array) -> Array:
        """Return the score, shape (n_nets, 1, n_samples); it lies where `dscores` does."""
        first_product(self.W1, X, self.a)
        self.activation.write(self.a, self.a)
        if self.two_scores:
            np.subtract(self.W2[:, 1:], self.W2[:, :1], out=self.row)
        product(self.w, self.a, self.dscores)
        self.dscores += self.bias
        return self.dscores

    def backward(self, X: Array) -> None:
        """Fill the gradients, from `dscores` and what the last forward pass left behind."""
        ds, slope = self.dscores, self.a
        np.matmul(ds, self.a.swapaxes(1, 2), out=self.dw)
        np.add.reduce(ds, axis=2, out=self.dbias)
        if self.two_scores:
            np.negative(self.dW2[:, 1:], out=self.dW2[:, :1])
        self.activation.slope(self.a, slope)
        if self.few_units:
            slope *= ds
            sum_over_samples(slope, X, self.dW1)
        else:
            np.multiply(X, ds, out=self.weighted)
            sum_over_samples(slope, self.weighted, self.dW1)
        self.dW1 *= self.w.swapaxes(1, 2)
