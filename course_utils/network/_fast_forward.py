"""The forward pass of a network of dense layers, at the speed of its matrix products.

It computes what ``MLP.trace(X).scores`` is, up to rounding. What makes it fast:

- for each size of batch all calls are prepared, with buffers that wait for the next batch;
- a hidden layer is one product and, with ReLU in float32, one pass: see `fold_biases`;
- a NaN or infinity in X is noticed after the first product: see `FastForward._prepared`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Context
from functools import partial
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, finite_floats
from course_utils.activations import identity
from course_utils.network._dense import Dense
from course_utils.network._layer import Layer
from course_utils.network._passes import (
    STRIP,
    Call,
    bias_and_activation,
    fold_biases,
    shifted_relu,
)
from course_utils.network._values import as_samples

Forward: TypeAlias = Callable[[Array, Array], Array]

# The buffers of a batch take at most 4 MiB; larger batches go through in parts. Kept are
# those for the three sizes of batches that came last.
BUFFER_BYTES = 2**22
MOST_SAMPLES = 4096
MOST_KEPT = 3

# Between both buffers; a power of two would map them onto the same lines of the cache.
GAP = 32

# A product with few outputs is slow where the batch is large. In blocks of 64 samples it is
# not, and the activations, just written, are still in the cache.
FEW_OUTPUTS = 16
MANY_INPUTS = 256
BLOCK = 64


def quiet_from_numpy_2_on(function: Forward) -> Forward:
    """Return the function so that NumPy is silent about overflow; not for two at once.

    What `np.errstate` sets is kept in one of Python's contexts. To enter a context where it
    is set once and for all takes a tenth of the time of setting it in each call.
    """
    enter: Any = Context().run
    enter(np.seterr, all="ignore")
    return partial(enter, function)


quiet: Callable[[Forward], Forward] = (
    quiet_from_numpy_2_on
    if np.lib.NumpyVersion(np.__version__) >= "2.0.0"
    else np.errstate(all="ignore")
)


def fast_forward(layers: tuple[Layer, ...]) -> FastForward | None:
    """Return the fast forward pass, or None for layers that it is not made for."""
    dense = tuple(layer for layer in layers if isinstance(layer, Dense))
    return FastForward(dense) if len(dense) == len(layers) else None


class FastForward:
    """The fast form of ``MLP.forward`` for one network; threads may share it."""

    def __init__(self, layers: tuple[Dense, ...]) -> None:
        self.layers = layers
        self.n_in, self.dtype = layers[0].n_in, layers[0].dtype
        self.weights = [np.ascontiguousarray(layer.W.T) for layer in layers]
        self.biases, self.shifted = fold_biases(layers)
        self.width = max(layer.n_out for layer in layers)
        fitting = BUFFER_BYTES // (2 * self.width * self.dtype.itemsize)
        self.most_samples = max(1, min(fitting, MOST_SAMPLES))
        self._idle: dict[int, Forward] = {}

    def __call__(self, X: ArrayLike) -> Array:
        """Compute the scores."""
        if not (
            type(X) is np.ndarray
            and X.dtype == self.dtype
            and X.ndim == 2
            and X.shape[1] == self.n_in
            and len(X) > 0
        ):
            X = as_samples(X, n_in=self.n_in, dtype=self.dtype)
        n = self.most_samples
        if len(X) <= n:
            return self._scores(X, X)
        parts = [self._scores(X[start : start + n], X) for start in range(0, len(X), n)]
        return np.concatenate(parts)

    def _scores(self, rows: Array, X: Array) -> Array:
        # Whoever takes a prepared pass has its buffers alone until it is put back.
        n_samples = len(rows)
        forward = self._idle.pop(n_samples, None) or self._prepared(n_samples)
        scores = forward(rows, X)
        self._idle[n_samples] = forward
        return scores

    def _prepared(self, n_samples: int) -> Forward:
        """Return a forward pass where everything is ready but the rows of X.

        Infinity times any weight is NaN or infinite, times 0 too. So if a row is not finite,
        none of its sums in the first layer is, and one column of the sums tells: multiplied
        by 0 and added up it gives 0, or else NaN, which counts as true.
        """
        for oldest in list(self._idle)[: 1 - MOST_KEPT]:
            self._idle.pop(oldest, None)
        weights, sums = self._weights(n_samples), self._buffers(n_samples)
        calls = [
            call
            for n in range(1, len(sums))
            for call in self._step(n, sums[n - 1], weights[n], sums[n])
        ]
        first_weights, first_sums, last_sums = weights[0], sums[0], sums[-1]
        column, zeros = first_sums[:, 0], np.zeros(n_samples, self.dtype)
        last, last_biases = self.layers[-1], self._last_biases(n_samples)
        activate = None if last.activation.function is identity else last._activate

        @quiet
        def forward(rows: Array, X: Array) -> Array:
            rows.dot(first_weights, first_sums)
            if column.dot(zeros):
                finite_floats(X, name="X")
            for call in calls:
                call()
            scores: Array = np.add(last_sums, last_biases)
            return scores if activate is None else activate(scores)

        return forward

    def _weights(self, n_samples: int) -> list[Array]:
        """Return ``W.T`` of each layer, in the order in which the products are fastest."""
        if n_samples == 1:  # which reads each weight once, so to reorder them does not pay
            return [layer.W.T for layer in self.layers]
        return self.weights

    def _last_biases(self, n_samples: int) -> Array:
        """Return the biases of the last layer, for each sample unless that is too much."""
        few = n_samples * self.layers[-1].n_out <= 2 * STRIP
        return np.tile(self.biases[-1], (n_samples if few else 1, 1))

    def _buffers(self, n_samples: int) -> list[Array]:
        """Return room for the sums of each layer; every other layer uses the same."""
        pair = np.empty((2, n_samples * self.width + GAP), self.dtype)
        return [
            pair[n % 2, : n_samples * layer.n_out].reshape(n_samples, layer.n_out)
            for n, layer in enumerate(self.layers)
        ]

    def _step(self, n: int, h: Array, W: Array, sums: Array) -> list[Call]:
        """Return what makes activations of the sums `h`, and of them the sums of layer n."""
        n_in, n_out = W.shape
        step = len(h)
        if 1 < n_out <= FEW_OUTPUTS and n_in >= MANY_INPUTS:
            # Blocks this small go faster with the weights as they are, one neuron a row.
            step, W = BLOCK, self.layers[n].W.T
        calls: list[Call] = []
        for start in range(0, len(h), step):
            rows = slice(start, start + step)
            calls += [*self._activate(n - 1, h[rows]), partial(h[rows].dot, W, sums[rows])]
        return calls

    def _activate(self, n: int, h: Array) -> list[Call]:
        if self.shifted[n]:
            return shifted_relu(h, self.biases[n])
        return bias_and_activation(h, self.biases[n], self.layers[n])
