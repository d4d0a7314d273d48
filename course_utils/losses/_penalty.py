"""The L2 penalty on weights, which is added to a loss and makes the weights decay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import positive_number
from course_utils._arrays import Array, finite_floats


def l2_penalty(Ws: Iterable[ArrayLike], weight_decay: float) -> float:
    """Measure how large the weights are: ``0.5 * weight_decay * (sum of squares)``.

    Parameters
    ----------
    Ws : list of array_like, any shapes
        The weights of each layer; biases are left out as a rule.
    weight_decay : float
        How much a large weight costs, 0 or more; the notes' lambda.

    Returns
    -------
    float
        The penalty.

    Raises
    ------
    TypeError
        If `Ws` is a single array or a mapping, or does not hold real numbers.
    ValueError
        If a weight is NaN or infinite, or `weight_decay` is negative or not finite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier", where it is the
    gradual forgetting, and "Neural Networks Part 2", "Regularization".

    Examples
    --------
    >>> l2_penalty([[[1.0, 2.0], [3.0, 0.0]], [[2.0]]], weight_decay=0.5)
    4.5
    """
    weight_decay = positive_number(weight_decay, name="weight_decay", zero_allowed=True)
    with np.errstate(over="ignore", under="ignore"):
        return 0.5 * weight_decay * sum(float(np.sum(W**2)) for W in _weights(Ws))


def l2_penalty_gradient(Ws: Iterable[ArrayLike], weight_decay: float) -> list[Array]:
    """Return how `l2_penalty` changes with each weight: ``weight_decay * W``.

    Parameters
    ----------
    Ws : list of array_like, any shapes
        The weights of each layer.
    weight_decay : float
        How much a large weight costs, 0 or more; the notes' lambda.

    Returns
    -------
    list of ndarray
        One gradient for each entry of `Ws`, of its shape.

    Raises
    ------
    TypeError
        If `Ws` is a single array or a mapping, or does not hold real numbers.
    ValueError
        If a weight is NaN or infinite, or `weight_decay` is negative or not finite.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Regularization": the weights decay linearly, W += -λW.

    Examples
    --------
    >>> l2_penalty_gradient([[[1.0, 2.0]], [[4.0]]], weight_decay=0.5)
    [array([[0.5, 1. ]]), array([[2.]])]
    """
    weight_decay = positive_number(weight_decay, name="weight_decay", zero_allowed=True)
    with np.errstate(over="ignore", under="ignore"):
        return [weight_decay * W for W in _weights(Ws)]


def _weights(Ws: Iterable[ArrayLike]) -> list[Array]:
    # A single matrix would pass for a list of its rows, and its gradient come back in pieces.
    if isinstance(Ws, np.ndarray):
        msg = f"Ws must be a list of arrays, got one of shape {Ws.shape}; try [W]"
        raise TypeError(msg)
    if isinstance(Ws, Mapping):
        msg = f"Ws must be a list of weights without the biases, got a mapping of {list(Ws)}"
        raise TypeError(msg)
    return [finite_floats(W, name=f"Ws[{i}]") for i, W in enumerate(Ws)]
