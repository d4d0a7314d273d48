"""The fully-connected layer."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.activations import (
    VECTOR_ACTIVATIONS,
    Activation,
    get_activation,
    prelu,
    prelu_alpha_slope,
    prelu_slope,
)
from course_utils.network._layer import Layer
from course_utils.network._values import as_parameter, as_weights

INITIAL_ALPHA = 0.25


class Dense(Layer):
    """A fully-connected layer: every neuron is connected to every input.

    Parameters
    ----------
    W : array_like of shape (n_out, n_in)
        Weights, one neuron in each row. float32 makes a layer that computes in float32.
    b : array_like of shape (n_out,)
        Biases, one for each neuron.
    activation : str or Activation, default "identity"
        A name in `ACTIVATIONS`, an activation, or ``"prelu"``.
    alpha : float or array_like of shape (n_out,), optional
        The slopes of PReLU, one for each neuron; 0.25 where nothing is said.

    Attributes
    ----------
    n_in, n_out : int
        Number of inputs of each neuron, and number of neurons.
    W, b : ndarray
        Read-only copies of the arguments.
    activation : Activation
        What turns z into a.
    alpha : ndarray of shape (n_out,), or None
        The slopes; None unless the activation is PReLU.

    Raises
    ------
    TypeError
        If an array does not hold real numbers, or `W` is neither float32 nor float64.
    ValueError
        If a shape is wrong, a number is NaN or infinite, there is no such activation, or
        `alpha` is given to another one than PReLU.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Neural Network architectures".

    Examples
    --------
    >>> layer = Dense([[1.0, 2.0], [-1.0, 0.0], [0.0, 3.0]], [0.0, 0.5, -4.0], "relu")
    >>> layer.pre_activation([[1.0, 1.0]])
    array([[ 3. , -0.5, -1. ]])
    >>> layer.forward([[1.0, 1.0]])
    array([[3., 0., 0.]])
    >>> layer.n_in, layer.n_out, layer.n_parameters
    (2, 3, 9)
    """

    def __init__(
        self,
        W: ArrayLike,
        b: ArrayLike,
        activation: str | Activation = "identity",
        *,
        alpha: ArrayLike | None = None,
    ) -> None:
        self.W = as_weights(W, axes="(n_out, n_in)")
        self.n_out, self.n_in = self.W.shape
        self.b = as_parameter(b, name="b", shape=(self.n_out,), dtype=self.dtype)
        self.activation = _activation_of_layer(activation)
        self.alpha = self._slopes(alpha)

    def parameters(self) -> dict[str, Array]:
        """Return what training changes.

        Returns
        -------
        dict of str to ndarray
            ``"W"``, ``"b"`` and, with PReLU, ``"alpha"``; the arrays are read-only.
        """
        slopes = {} if self.alpha is None else {"alpha": self.alpha}
        return {"W": self.W, "b": self.b, **slopes}

    def __repr__(self) -> str:
        return f"Dense({self.n_in} -> {self.n_out}, {self.activation.name}, {self.dtype})"

    def _pre_activation(self, X: Array) -> Array:
        z: Array = X @ self.W.T + self.b
        return z

    def _activate(self, z: Array) -> Array:
        return self.activation(z) if self.alpha is None else prelu(z, self.alpha)

    def _backward(self, X: Array, z: Array, da: Array) -> tuple[Array, dict[str, Array]]:
        gradients = {}
        if self.alpha is None:
            dz = da * self.activation.derivative(z)
        else:
            dz = da * prelu_slope(z, self.alpha)
            gradients["alpha"] = (da * prelu_alpha_slope(z)).sum(axis=0)
        dX = dz @ self.W
        return dX, {"W": dz.T @ X, "b": dz.sum(axis=0), **gradients}

    def _slopes(self, alpha: ArrayLike | None) -> Array | None:
        if self.activation.name == "prelu":
            alpha = INITIAL_ALPHA if alpha is None else alpha
            slopes = np.full(self.n_out, alpha) if np.ndim(alpha) == 0 else alpha
            return as_parameter(slopes, name="alpha", shape=(self.n_out,), dtype=self.dtype)
        if alpha is None:
            return None
        msg = (
            f"alpha holds slopes that prelu learns, but the layer has {self.activation.name}; "
            "for a fixed slope take get_activation('leaky_relu', alpha=...)"
        )
        raise ValueError(msg)


def _activation_of_layer(activation: str | Activation) -> Activation:
    name = activation.name if isinstance(activation, Activation) else activation
    if name == "prelu":
        return VECTOR_ACTIVATIONS["prelu"]
    # Looked up by its name, maxout or softmax gets the error that says what to do instead.
    return get_activation(name if name in VECTOR_ACTIVATIONS else activation)
