"""The gradient of the loss with respect to every parameter, in the clear form."""

from __future__ import annotations

from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.losses import Loss, l2_penalty, l2_penalty_gradient
from course_utils.network import MLP, Trace
from course_utils.training._samples import Samples, fitting_samples


def gradients(
    network: MLP,
    X: ArrayLike,
    y: ArrayLike,
    loss: str | Loss = "cross_entropy",
    weight_decay: float = 0.0,
) -> tuple[float, dict[str, Array]]:
    """Compute the loss, and by backpropagation how it changes with every parameter.

    Parameters
    ----------
    network : MLP
        The network; it stays as it is.
    X : array_like of shape (n_samples, n_in)
        One sample in each row.
    y : array_like of shape (n_samples,) or (n_samples, n_out)
        Labels, or for ``"squared_error"`` targets; with one output also (n_samples,).
    loss : str or Loss, default "cross_entropy"
        A name of `course_utils.losses.LOSSES`.
    weight_decay : float, default 0.0
        Adds half of it times the sum of the squared weights, 0 or more; biases are left out.

    Returns
    -------
    loss : float
        The mean over the samples, plus the penalty.
    gradients : dict of str to ndarray
        One for each of ``network.parameters()``, of the same shape.

    Raises
    ------
    TypeError
        If `network` is not an `MLP`, or other arguments do not hold real numbers.
    ValueError
        If the samples, the loss and the network do not fit together, or a number is NaN,
        infinite or out of range.

    Notes
    -----
    CS231n, "Backpropagation, Intuitions" and "Neural Networks: case study".

    Examples
    --------
    One linear neuron says 2 x = 6 where 5 is right: the error 1 costs 1, and its slope is
    2 * 1 for the bias, and x = 3 times as much for the weight.

    >>> network = MLP([1, 1]).with_parameters({"W1": [[2.0]]})
    >>> gradients(network, [[3.0]], [5.0], "squared_error")
    (1.0, {'W1': array([[6.]]), 'b1': array([2.])})
    """
    samples = fitting_samples(network, X, y, loss)
    trace = network.trace(samples.X)
    slopes = backpropagate(network, trace, samples, weight_decay)
    return objective(network, trace.scores, samples, weight_decay), slopes


def objective(network: MLP, scores: Array, samples: Samples, weight_decay: float) -> float:
    """Return what training makes small: the mean loss of the scores, plus the penalty."""
    penalty = l2_penalty(weights(network).values(), weight_decay)
    return samples.loss(scores, samples.y) + penalty


def backpropagate(
    network: MLP, trace: Trace, samples: Samples, weight_decay: float
) -> dict[str, Array]:
    """Return the gradients that belong to a forward pass."""
    dscores = samples.loss.gradient(trace.scores, samples.y)
    slopes = network.backward(trace, dscores)
    decayed = weights(network)
    decays = l2_penalty_gradient(decayed.values(), weight_decay)
    for name, decay in zip(decayed, decays, strict=True):
        slopes[name] = slopes[name] + decay
    return slopes


def weights(network: MLP) -> dict[str, Array]:
    """Return the parameters that decay: the weights W1, W2, ..."""
    return {name: p for name, p in network.parameters().items() if name.startswith("W")}
