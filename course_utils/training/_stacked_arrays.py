"""Many networks in one array, and the products of many matrices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array
from course_utils.network import MLP


class Stack:
    """One number for each parameter of many networks of one shape: one more axis in front.

    Layer l of all networks is one array of shape (n_nets, n_out, n_in + 1).  Its last column
    holds the biases: with a last row of ones under the inputs, ``W x + b`` is one product.
    All layers are views of one flat array, so that an optimiser moves every parameter of
    every network at once.
    """

    def __init__(
        self, n_nets: int, layer_sizes: Sequence[int], dtype: np.dtype[np.floating]
    ) -> None:
        self.layer_sizes = layer_sizes
        shapes = [(n_nets, n_out, n_in + 1) for n_in, n_out in pairwise(layer_sizes)]
        ends = np.cumsum([np.prod(shape) for shape in shapes])
        self.flat = np.zeros(ends[-1], dtype)
        parts = np.split(self.flat, ends[:-1])
        self.layers = [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]

    @classmethod
    def of(cls, networks: Sequence[MLP]) -> Stack:
        """Return the parameters of the networks, copied."""
        stack = cls(len(networks), networks[0].layer_sizes, networks[0].dtype)
        for n, stacked in enumerate(stack.layers):
            for place, network in zip(stacked, networks, strict=True):
                place[:, :-1] = network.layers[n].W
                place[:, -1] = network.layers[n].b
        return stack

    def like(self) -> Stack:
        """Return another stack of the same shape, filled with zeros."""
        return Stack(len(self.layers[0]), self.layer_sizes, self.flat.dtype)

    def spread(self, values: Array, *, biases: bool = True) -> Array:
        """Return the value of each net at every place that belongs to it, flat.

        One number is enough where all nets have the same.  Without `biases` these get 0.
        """
        with np.errstate(all="ignore"):  # what is too large for float32 becomes infinite
            values = values.astype(self.flat.dtype)
        if biases and (values == values[0]).all():
            return values[:1]
        spread = self.like()
        for layer in spread.layers:
            places = layer if biases else layer[:, :, :-1]
            places[...] = values[:, np.newaxis, np.newaxis]
        return spread.flat

    def copy_from(self, other: Stack, nets: Array) -> None:
        """Take over the parameters of some networks, `nets` of shape (n_nets,) saying which."""
        for mine, layer in zip(self.layers, other.layers, strict=True):
            np.copyto(mine, layer, where=nets[:, np.newaxis, np.newaxis])

    def are_finite(self) -> NDArray[np.bool_]:
        """Return for each network whether all its parameters are finite, shape (n_nets,)."""
        finite = [np.isfinite(layer).all(axis=(1, 2)) for layer in self.layers]
        all_of_them: NDArray[np.bool_] = np.all(finite, axis=0)
        return all_of_them

    def written_to(self, networks: Sequence[MLP]) -> list[MLP]:
        """Return the networks with the parameters of the stack in place of their own."""
        return [
            network.with_parameters(self._of_net(place))
            for place, network in enumerate(networks)
        ]

    def _of_net(self, place: int) -> dict[str, Array]:
        parameters: dict[str, Array] = {}
        for n, layer in enumerate(self.layers, start=1):
            parameters |= {f"W{n}": layer[place, :, :-1], f"b{n}": layer[place, :, -1]}
        return parameters


def with_ones(columns: Array) -> Array:
    """Append a last row of ones, the input that the biases weigh."""
    ones = np.ones_like(columns[..., :1, :])
    return np.concatenate([columns, ones], axis=-2)


def product(A: Array, B: Array, out: Array) -> None:
    """Write ``A @ B`` of each net to `out`, shape (n_nets, n_rows, n_columns)."""
    # A column times a row is a table of plain products, which NumPy's matmul is slow at.
    multiply = np.multiply if A.shape[2] == 1 else np.matmul
    multiply(A, B, out=out)


def first_product(W: Array, X: Array, out: Array) -> None:
    """Write ``W @ X`` of each net to `out`, shape (n_nets, n_out, n_samples).

    Nets that share X of shape (n_in + 1, n_samples) are one tall matrix of n_nets * n_out
    rows, and so one product.  Otherwise X has shape (n_nets, n_in + 1, n_samples).
    """
    if X.ndim == 2:
        W, out = _rows(W), _rows(out)
    np.matmul(W, X, out=out)


def sum_over_samples(d: Array, X: Array, out: Array) -> None:
    """Write the sum of ``d x`` over the samples, ``d @ X.T`` of each net, to `out`."""
    if X.ndim == 2:
        d, out = _rows(d), _rows(out)
    np.matmul(d, X.swapaxes(-1, -2), out=out)


def _rows(stacked: Array) -> Array:
    """Return a view: the matrices of all nets, one below the other."""
    return stacked.reshape(-1, stacked.shape[-1])
