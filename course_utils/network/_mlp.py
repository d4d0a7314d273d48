"""The multi-layer perceptron: layer after layer, forward and backward."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from course_utils._arguments import as_generator
from course_utils._arrays import Array, Labels, finite_floats
from course_utils.initialization import initialize
from course_utils.network._building import (
    ActivationLike,
    activations_of_layers,
    as_precision,
    in_a_row,
    new_layers,
)
from course_utils.network._counts import as_layer_sizes
from course_utils.network._fast_forward import fast_forward
from course_utils.network._stack import Stack
from course_utils.network._trace import Trace
from course_utils.network._values import as_samples, in_shape

Initializer: TypeAlias = Callable[[int, int, np.random.Generator], Array]


class MLP(Stack):
    """A multi-layer perceptron: fully-connected layers, one after the other.

    A network is a value: nothing changes it, and training returns another one. It computes
    in its own precision, to which what comes in is converted.

    Parameters
    ----------
    layer_sizes : sequence of int
        Number of inputs, then the number of neurons of each layer.
    activation : str or Activation, or a sequence of them, default "relu"
        One for all hidden layers, or one for each. ``"maxout"`` makes a `Maxout` layer of
        two pieces, ``"prelu"`` a layer that learns its slopes, from 0.25 on.
    output_activation : str or Activation, default "identity"
        The notes leave the output layer without one: its outputs are scores.
    initialization : str, float or callable, default "auto"
        How `course_utils.initialization.initialize` draws the weights; biases are 0.
    seed : int or Generator, default 0
        Weights are drawn layer by layer from the inputs on, piece by piece in a `Maxout`.
    dtype : float64 or float32, default float64
        The precision.

    Raises
    ------
    TypeError
        If a size or the seed is not a whole number.
    ValueError
        If there are fewer than two sizes, one is below 1, the number of activations is not
        that of the hidden layers, or there is no such activation, initialization or dtype.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Neural Network architectures".

    Examples
    --------
    >>> network = MLP([3, 4, 4, 1], "tanh")
    >>> network
    MLP(3-4-4-1, tanh tanh identity, float64, 41 parameters)
    >>> network.n_layers, network.n_neurons, network.n_weights, network.n_parameters
    (3, 9, 32, 41)
    >>> network.forward([[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]]).shape
    (2, 1)
    """

    def __init__(
        self,
        layer_sizes: Sequence[int],
        activation: ActivationLike | Sequence[ActivationLike] = "relu",
        *,
        output_activation: ActivationLike = "identity",
        initialization: str | float | Initializer = "auto",
        seed: int | np.random.Generator = 0,
        dtype: DTypeLike = np.float64,
    ) -> None:
        sizes = as_layer_sizes(layer_sizes)
        activations = activations_of_layers(activation, output_activation, len(sizes) - 2)
        precision, rng = as_precision(dtype), as_generator(seed)

        def draw(n_out: int, n_in: int, activation: ActivationLike) -> Array:
            W = initialize(initialization, n_out, n_in, activation=activation, seed=rng)
            return W.astype(precision)

        self.layers = in_a_row(new_layers(sizes, activations, draw))

    def forward(self, X: ArrayLike) -> Array:
        """Compute the scores.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_in)
            One sample in each row.

        Returns
        -------
        ndarray of shape (n_samples, n_out)
            The outputs of the last layer.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If its shape is wrong, or a number is NaN or infinite.

        Notes
        -----
        CS231n, "Neural Networks Part 1", "Example feed-forward computation". `trace` shows
        the computation step by step; here it takes a faster way to the same scores.

        Examples
        --------
        >>> MLP([2, 3, 1], initialization="zero").forward([[1.0, 2.0]])
        array([[0.]])
        """
        return self._forward(X)

    @np.errstate(all="ignore")
    def trace(self, X: ArrayLike) -> Trace:
        """Compute the scores and keep all that was computed on the way.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_in)
            One sample in each row.

        Returns
        -------
        Trace
            ``X``, and the ``pre_activations`` and ``activations`` of each layer.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If its shape is wrong, or a number is NaN or infinite.

        Examples
        --------
        >>> trace = MLP([2, 3, 1], "sigmoid", initialization="zero").trace([[1.0, 2.0]])
        >>> trace.activations[0]
        array([[0.5, 0.5, 0.5]])
        """
        X = a = as_samples(X, n_in=self.n_in, dtype=self.dtype)
        pre_activations, activations = [], []
        for layer in self.layers:
            z = layer._pre_activation(a)
            a = layer._activate(z)
            pre_activations.append(z)
            activations.append(a)
        return Trace(X, tuple(pre_activations), tuple(activations))

    @np.errstate(all="ignore")
    def backward(self, trace: Trace, dscores: ArrayLike) -> dict[str, Array]:
        """Apply the chain rule, from the scores back to every parameter.

        Parameters
        ----------
        trace : Trace
            What `trace` returned for the samples.
        dscores : array_like of shape (n_samples, n_out)
            Slope of the loss with respect to each score.

        Returns
        -------
        dict of str to ndarray
            Slopes of the loss with respect to each parameter, by the names and in the
            shapes that `parameters` has.

        Raises
        ------
        TypeError
            If `dscores` does not hold real numbers.
        ValueError
            If its shape is not that of the scores, or the trace is of another network.

        Notes
        -----
        CS231n, "Backpropagation, Intuitions".

        Examples
        --------
        >>> network = MLP([2, 1], initialization="zero")
        >>> network.backward(network.trace([[3.0, 4.0]]), [[1.0]])
        {'W1': array([[3., 4.]]), 'b1': array([1.])}
        """
        if trace.layer_sizes != self.layer_sizes:
            msg = f"the trace is of a network {trace.layer_sizes}, this is {self.layer_sizes}"
            raise ValueError(msg)
        da = in_shape(dscores, name="dscores", shape=trace.scores.shape).astype(self.dtype)
        gradients: dict[str, Array] = {}
        for n in reversed(range(self.n_layers)):
            layer, X, z = self.layers[n], trace.inputs[n], trace.pre_activations[n]
            da, slopes = layer._backward(X, z, da)
            gradients |= {f"{name}{n + 1}": slope for name, slope in slopes.items()}
        return {name: gradients[name] for name in self.parameters()}

    def predict(self, X: ArrayLike) -> Labels:
        """Choose a class for each sample.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_in)
            One sample in each row.

        Returns
        -------
        ndarray of int, shape (n_samples,)
            The class with the highest score. With a single output 1 where the score is above
            0, which for a sigmoid is an output above 0.5; else 0.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If its shape is wrong, or a number is NaN or infinite.

        Examples
        --------
        >>> network = MLP([1, 1]).with_parameters({"W1": [[2.0]], "b1": [-1.0]})
        >>> network.predict([[0.0], [0.5], [1.0]])
        array([0, 0, 1])
        """
        # The fast way rounds otherwise, and where all hidden units are dead scores tie at 0.
        scores = self.trace(X).scores
        if self.n_out > 1:
            labels: Labels = scores.argmax(axis=1)
            return labels
        middle = 0.5 if self.activations[-1] == "sigmoid" else 0.0
        return (scores[:, 0] > middle).astype(np.intp)

    def forward_columns(self, x: ArrayLike) -> Array:
        """Compute the scores in the notes' dialect, with a sample in each column.

        Parameters
        ----------
        x : array_like of shape (n_in, n_samples)
            One sample in each column; a single image of CIFAR-10 has shape (3072, 1).

        Returns
        -------
        ndarray of shape (n_out, n_samples)
            The scores, one column for each sample.

        Raises
        ------
        TypeError
            If `x` does not hold real numbers.
        ValueError
            If its shape is wrong, or a number is NaN or infinite.

        Notes
        -----
        CS231n, "Neural Networks Part 1", "Example feed-forward computation", which writes
        ``f(W x + b)`` with columns for x and b.

        Examples
        --------
        >>> network = MLP([2, 1]).with_parameters({"W1": [[1.0, -1.0]], "b1": [0.5]})
        >>> network.forward_columns([[2.0], [1.0]])
        array([[1.5]])
        """
        x = finite_floats(x, name="x")
        if x.ndim != 2 or x.shape[0] != self.n_in or x.size == 0:
            remedy = ""
            if x.shape == (self.n_in,):
                remedy = "; try x.reshape(-1, 1)"
            elif x.ndim == 2 and x.shape[1] == self.n_in:
                remedy = "; try x.T"
            msg = f"x must have shape ({self.n_in}, n_samples), got {x.shape}{remedy}"
            raise ValueError(msg)
        return self.forward(x.T).T

    def __repr__(self) -> str:
        sizes, names = "-".join(map(str, self.layer_sizes)), " ".join(self.activations)
        return f"MLP({sizes}, {names}, {self.dtype}, {self.n_parameters} parameters)"

    def __getstate__(self) -> dict[str, object]:
        return {"layers": self.layers}

    @cached_property
    def _forward(self) -> Callable[[ArrayLike], Array]:
        return fast_forward(self.layers) or self._forward_step_by_step

    def _forward_step_by_step(self, X: ArrayLike) -> Array:
        return self.trace(X).scores
