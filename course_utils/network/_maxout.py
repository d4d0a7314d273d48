"""The maxout layer."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.activations import VECTOR_ACTIVATIONS
from course_utils.network._layer import Layer
from course_utils.network._values import as_parameter, as_weights


class Maxout(Layer):
    """A maxout layer: each neuron has several weighted sums and puts out the largest.

    Parameters
    ----------
    W : array_like of shape (n_pieces, n_out, n_in)
        Weights: for each piece one matrix with a neuron in each row. float32 makes a layer
        that computes in float32.
    b : array_like of shape (n_pieces, n_out)
        Biases.

    Attributes
    ----------
    n_pieces, n_in, n_out : int
        Number of sums and of inputs of each neuron, and number of neurons.
    W, b : ndarray
        Read-only copies of the arguments.
    activation : Activation
        What is known about maxout.

    Raises
    ------
    TypeError
        If an array does not hold real numbers, or `W` is neither float32 nor float64.
    ValueError
        If a shape is wrong, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Maxout". Where
    pieces are equal, the first of them gets the whole gradient.

    Examples
    --------
    The larger of x and -x is the absolute value.

    >>> layer = Maxout([[[1.0]], [[-1.0]]], [[0.0], [0.0]])
    >>> layer.forward([[-2.0], [3.0]])
    array([[2.],
           [3.]])
    >>> layer.n_pieces, layer.n_out, layer.n_parameters
    (2, 1, 4)
    """

    def __init__(self, W: ArrayLike, b: ArrayLike) -> None:
        self.W = as_weights(W, axes="(n_pieces, n_out, n_in)")
        self.n_pieces, self.n_out, self.n_in = self.W.shape
        shape = (self.n_pieces, self.n_out)
        self.b = as_parameter(b, name="b", shape=shape, dtype=self.dtype)
        self.activation = VECTOR_ACTIVATIONS["maxout"]

    def __repr__(self) -> str:
        return f"Maxout({self.n_in} -> {self.n_out}, {self.n_pieces} pieces, {self.dtype})"

    def _pre_activation(self, X: Array) -> Array:
        z: Array = X @ self.W.transpose(0, 2, 1) + self.b[:, np.newaxis, :]
        return z

    def _activate(self, z: Array) -> Array:
        a: Array = z.max(axis=0)
        return a

    def _backward(self, X: Array, z: Array, da: Array) -> tuple[Array, dict[str, Array]]:
        piece = np.arange(self.n_pieces)[:, np.newaxis, np.newaxis]
        dz = np.where(piece == z.argmax(axis=0), da, 0)
        dX = (dz @ self.W).sum(axis=0)
        return dX, {"W": dz.transpose(0, 2, 1) @ X, "b": dz.sum(axis=1)}

    def _shape_of_z(self, n_samples: int) -> tuple[int, ...]:
        return (self.n_pieces, n_samples, self.n_out)
