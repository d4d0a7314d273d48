"""One neuron, and a row of neurons without an activation: the notes' linear scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import one_number
from course_utils._arrays import Array, as_floats
from course_utils.activations import Activation, get_activation

__all__ = ["Neuron", "linear_scores"]


class Neuron:
    """A neuron: weigh the inputs, add the bias, apply the activation.

    Parameters
    ----------
    weights : array_like of shape (n_features,)
        One weight for each input; positive ones excite, negative ones inhibit.
    bias : float, default 0.0
        What is added to the weighted sum.
    activation : {"sigmoid", "tanh", "relu", "identity"} or Activation, default "sigmoid"
        What turns the sum into the output.

    Raises
    ------
    TypeError
        If `weights` does not hold real numbers or `bias` is not one number.
    ValueError
        If `weights` is not one row of numbers or there is no such activation.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Modeling one neuron".

    Examples
    --------
    >>> neuron = Neuron([2.0, -1.0], bias=1.0, activation="relu")
    >>> neuron.forward([3.0, 4.0])
    np.float64(3.0)
    >>> neuron.forward([[3.0, 4.0], [0.0, 4.0]])
    array([3., 0.])
    """

    def __init__(
        self,
        weights: ArrayLike,
        bias: float = 0.0,
        activation: str | Activation = "sigmoid",
    ) -> None:
        self.weights = _row_of_weights(weights)
        self.bias = one_number(bias, name="bias")
        if not isinstance(activation, Activation):
            activation = get_activation(activation)
        self.activation: Activation = activation

    def pre_activation(self, X: ArrayLike) -> Array:
        """Weigh the inputs and add the bias: ``z = w · x + b``.

        Parameters
        ----------
        X : array_like of shape (n_features,) or (n_samples, n_features)
            One sample, or one sample in each row.

        Returns
        -------
        float or ndarray of shape (n_samples,)
            One pre-activation for each sample.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If a sample of `X` has more or fewer features than the neuron has weights.

        Examples
        --------
        >>> Neuron([2.0, -1.0], bias=1.0).pre_activation([3.0, 4.0])
        np.float64(3.0)
        """
        X = _samples(X, self.weights.size)
        with np.errstate(over="ignore", invalid="ignore"):
            z: Array = X @ self.weights + self.bias
        return z

    def forward(self, X: ArrayLike) -> Array:
        """Compute what the neuron puts out: ``a = f(w · x + b)``.

        Parameters
        ----------
        X : array_like of shape (n_features,) or (n_samples, n_features)
            One sample, or one sample in each row.

        Returns
        -------
        float or ndarray of shape (n_samples,)
            One activation for each sample.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If a sample of `X` has more or fewer features than the neuron has weights.

        Examples
        --------
        >>> Neuron([2.0, -1.0], bias=-2.0).forward([3.0, 4.0])
        np.float64(0.5)
        """
        return self.activation(self.pre_activation(X))

    def decision_boundary(self) -> Array:
        """Find where the neuron changes its mind: the point with z = 0 nearest to the origin.

        With one input this is the whole boundary, ``x = -b/w``.  With two or more the
        boundary is the line or plane through this point at right angles to the weights.

        Returns
        -------
        ndarray of shape (n_features,)
            The point.

        Raises
        ------
        ValueError
            If all weights are 0, so that z is the bias everywhere.

        Notes
        -----
        CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier".

        Examples
        --------
        >>> Neuron([2.0], bias=-3.0).decision_boundary()
        array([1.5])
        """
        largest = np.abs(self.weights).max()
        if largest == 0:
            msg = (
                f"this neuron has no boundary: all its weights are 0, so z = {self.bias:g} "
                "for every input; give it a weight that is not 0"
            )
            raise ValueError(msg)
        with np.errstate(over="ignore", invalid="ignore"):
            direction = self.weights / largest  # its square can neither overflow nor vanish
            point: Array = -self.bias / largest * direction / (direction @ direction)
        return point

    def __repr__(self) -> str:
        weights = np.array2string(self.weights, separator=", ", threshold=8)
        return f"Neuron({weights}, bias={self.bias:g}, activation={self.activation.name!r})"


def linear_scores(W: ArrayLike, x: ArrayLike) -> Array:
    """Compute ``s = W x`` with samples in columns, the way the notes write it.

    Parameters
    ----------
    W : array_like of shape (n_out, n_in)
        One row of weights for each score.
    x : array_like of shape (n_in, n_samples)
        One sample in each column; a single image of CIFAR-10 has shape (3072, 1).

    Returns
    -------
    ndarray of shape (n_out, n_samples)
        The scores.

    Raises
    ------
    TypeError
        If `W` or `x` does not hold real numbers.
    ValueError
        If the shapes do not fit together.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Quick intro".

    Examples
    --------
    >>> linear_scores([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[10.0], [1.0]])
    array([[12.],
           [34.],
           [56.]])
    """
    W, x = as_floats(W, name="W"), as_floats(x, name="x")
    if W.ndim != 2:
        msg = f"W must have shape (n_out, n_in), got {W.shape}"
        raise ValueError(msg)
    n_in = W.shape[1]
    if x.ndim != 2 or x.shape[0] != n_in:
        remedy = "x.reshape(-1, 1)" if x.shape == (n_in,) else "x.T" if n_in in x.shape else ""
        msg = (
            f"x must be a column of shape ({n_in}, 1) because W has shape {W.shape}, "
            f"got {x.shape}" + (f"; try {remedy}" if remedy else "")
        )
        raise ValueError(msg)
    with np.errstate(over="ignore", invalid="ignore"):
        scores: Array = W @ x
    return scores


def _row_of_weights(weights: ArrayLike) -> Array:
    row = as_floats(weights, name="weights").copy()
    if row.ndim != 1 or row.size == 0:
        remedy = "; write [w] for a single weight" if row.ndim == 0 else ""
        msg = f"weights must be one row of shape (n_features,), got shape {row.shape}{remedy}"
        raise ValueError(msg)
    return row


def _samples(X: ArrayLike, n_weights: int) -> Array:
    X = as_floats(X, name="X")
    if X.ndim in (1, 2) and X.shape[-1] == n_weights:
        return X
    msg = (
        f"X has shape {X.shape} but the neuron has {n_weights} weight{'s' * (n_weights > 1)}; "
        f"pass shape ({n_weights},) for one sample or (n_samples, {n_weights}) for many"
    )
    if n_weights == 1 and X.ndim <= 1:
        msg += "; try np.reshape(X, (-1, 1))"
    elif X.ndim == 2 and X.shape[0] == n_weights:
        msg += "; try X.T"
    raise ValueError(msg)
