"""Activations that look at several numbers at once: softmax and maxout."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, Labels, as_floats, as_matrix, finite_floats


def softmax(scores: ArrayLike, axis: int = -1) -> Array:
    """Turn scores into probabilities: positive, and 1 together.

    Parameters
    ----------
    scores : array_like of shape (..., n_classes)
        One score for each class; an infinite one counts as the largest finite number.
    axis : int, default -1
        Along which axis the classes lie.

    Returns
    -------
    ndarray, same shape as `scores`
        ``exp(scores) / sum(exp(scores))``.

    Raises
    ------
    TypeError
        If `scores` does not hold real numbers.
    ValueError
        If `scores` is a single number or has no such axis.

    Notes
    -----
    CS231n, "Linear classification", "Softmax classifier".

    Examples
    --------
    >>> softmax([0.0, 0.0, 1e4, 1e4])
    array([0. , 0. , 0.5, 0.5])
    """
    scores = as_floats(scores, name="scores")
    if scores.ndim == 0:
        msg = "scores must have an axis of classes, got a single number; try [score, 0.0]"
        raise ValueError(msg)
    largest = np.finfo(scores.dtype).max
    with np.errstate(over="ignore", under="ignore"):
        scores = np.clip(scores, -largest, largest)
        # Only differences matter; below the highest score exp cannot overflow.
        weights = np.exp(scores - scores.max(axis=axis, keepdims=True, initial=-largest))
        probabilities: Array = weights / weights.sum(axis=axis, keepdims=True)
    return probabilities


def softmax_jacobian(scores: ArrayLike) -> Array:
    """Compute how each probability of `softmax` answers to each score.

    Parameters
    ----------
    scores : array_like of shape (..., n_classes)
        One score for each class.

    Returns
    -------
    ndarray of shape (..., n_classes, n_classes)
        At ``[..., i, j]`` the slope of probability i with respect to score j:
        ``p_i * (1 - p_i)`` on the diagonal, ``-p_i * p_j`` beside it.

    Raises
    ------
    TypeError
        If `scores` does not hold real numbers.
    ValueError
        If `scores` is a single number.

    Examples
    --------
    >>> softmax_jacobian([0.0, 0.0])
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
    p = softmax(scores)
    jacobian: Array = -p[..., :, np.newaxis] * p[..., np.newaxis, :]
    # Each row adds up to 0. So the diagonal is what balances its row, and unlike p*(1 - p)
    # that does not round to 0 when p is almost 1.
    diagonal = np.arange(p.shape[-1])
    jacobian[..., diagonal, diagonal] = 0
    jacobian[..., diagonal, diagonal] = -jacobian.sum(axis=-1)
    return jacobian


def maxout(X: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike) -> Array:
    """Compute two weighted sums for each neuron and put out the larger.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_in)
        One sample in each row.
    W1 : array_like of shape (n_out, n_in)
        Weights of the first piece, one neuron a row.
    b1 : array_like of shape (n_out,)
        Biases of the first piece.
    W2, b2 : array_like
        Weights and biases of the second piece, shaped as those of the first.

    Returns
    -------
    ndarray of shape (n_samples, n_out)
        ``max(X W1ᵀ + b1, X W2ᵀ + b2)``.

    Raises
    ------
    TypeError
        If an argument does not hold real numbers.
    ValueError
        If the shapes do not fit together, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Maxout".

    Examples
    --------
    The larger of x and -x is the absolute value.

    >>> maxout([[-2.0], [3.0]], W1=[[1.0]], b1=[0.0], W2=[[-1.0]], b2=[0.0])
    array([[2.],
           [3.]])
    """
    a: Array = np.maximum(*_pieces(X, W1, b1, W2, b2))
    return a


def maxout_winner(
    X: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike
) -> Labels:
    """Say which of the two pieces of `maxout` is the larger; it alone gets the gradient.

    Parameters
    ----------
    X : array_like of shape (n_samples, n_in)
        One sample in each row.
    W1 : array_like of shape (n_out, n_in)
        Weights of the first piece, one neuron a row.
    b1 : array_like of shape (n_out,)
        Biases of the first piece.
    W2, b2 : array_like
        Weights and biases of the second piece, shaped as those of the first.

    Returns
    -------
    ndarray of int, shape (n_samples, n_out)
        0 where the first piece is the larger or they are equal, 1 where the second is.

    Raises
    ------
    TypeError
        If an argument does not hold real numbers.
    ValueError
        If the shapes do not fit together, or a number is NaN or infinite.

    Examples
    --------
    >>> maxout_winner([[-2.0], [3.0]], W1=[[1.0]], b1=[0.0], W2=[[-1.0]], b2=[0.0])
    array([[1],
           [0]])
    """
    first, second = _pieces(X, W1, b1, W2, b2)
    winner: Labels = (first < second).astype(np.intp)
    return winner


def maxout_slopes(
    X: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike
) -> Array:
    """Return the slope of `maxout` by each piece, shape (2, n_samples, n_out): 1 or 0."""
    first, second = _pieces(X, W1, b1, W2, b2)
    slopes: Array = np.stack([first >= second, first < second]).astype(first.dtype)
    return slopes


@np.errstate(over="ignore", under="ignore", invalid="ignore")
def _pieces(
    X: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike
) -> tuple[Array, Array]:
    X, W1 = as_matrix(X, name="X"), finite_floats(W1, name="W1")
    n_in = X.shape[1]
    if W1.ndim != 2 or W1.shape[1] != n_in or W1.size == 0:
        msg = (
            f"W1 must have shape (n_out, {n_in}), for X has {n_in} features; "
            f"got {W1.shape}, and X.shape == {X.shape}"
        )
        raise ValueError(msg)
    n_out = len(W1)
    W2 = _like(W2, (n_out, n_in), name="W2")
    first: Array = X @ W1.T + _like(b1, (n_out,), name="b1")
    second: Array = X @ W2.T + _like(b2, (n_out,), name="b2")
    return first, second


def _like(values: ArrayLike, shape: tuple[int, ...], *, name: str) -> Array:
    array = finite_floats(values, name=name)
    if array.shape != shape:
        msg = f"{name} must have shape {shape} to go with W1, got {array.shape}"
        raise ValueError(msg)
    return array
