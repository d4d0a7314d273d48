"""Losses of many classes: each sample has one score for each class and one right class."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import positive_number
from course_utils._arrays import Array, Labels, as_floats, as_labels, as_matrix
from course_utils.activations import softmax


def cross_entropy(scores: ArrayLike, y: ArrayLike) -> float:
    """Measure how surprised a softmax layer is by the right classes, on average.

    Parameters
    ----------
    scores : array_like of shape (n_samples, n_classes)
        Pre-activations of the output layer, not probabilities.
    y : array_like of shape (n_samples,)
        The right class of each sample, 0 to n_classes - 1.

    Returns
    -------
    float
        The mean of ``-log p``, where p is the probability that ``softmax(scores)`` gives to
        the right class; 0 or more, in nats.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers.
    ValueError
        If there is no finite score for each of two or more classes, or a label is no class.

    Notes
    -----
    CS231n, "Linear classification", "Softmax classifier".

    Examples
    --------
    Equal scores leave each of four classes at 1/4, and ``-log(1/4)`` is log 4:

    >>> cross_entropy([[0.0, 0.0, 0.0, 0.0]], [2])
    1.3862943611198906
    """
    scores, y = _scores_and_labels(scores, y, for_two_classes="binary_cross_entropy")
    # -log p = log(exp(s_1 - s_y) + exp(s_2 - s_y) + ...); logaddexp adds without overflow,
    # and keeps tiny losses because the term of the right class itself is exactly exp(0) = 1.
    with np.errstate(over="ignore", under="ignore"):
        lead = scores - _right_scores(scores, y)
        return float(np.logaddexp.reduce(lead, axis=1).mean())


def cross_entropy_gradient(scores: ArrayLike, y: ArrayLike) -> Array:
    """Return how `cross_entropy` changes with each score: probabilities minus the truth.

    Parameters
    ----------
    scores : array_like of shape (n_samples, n_classes)
        Pre-activations of the output layer, not probabilities.
    y : array_like of shape (n_samples,)
        The right class of each sample, 0 to n_classes - 1.

    Returns
    -------
    ndarray of shape (n_samples, n_classes)
        ``(softmax(scores) - truth) / n_samples``, where a row of the truth is 1 for the right
        class and 0 elsewhere.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers.
    ValueError
        If there is no finite score for each of two or more classes, or a label is no class.

    Notes
    -----
    CS231n, "Minimal Neural Network Case Study", "Computing the Analytic Gradient with
    Backpropagation".

    Examples
    --------
    >>> cross_entropy_gradient([[0.0, 0.0, 0.0, 0.0]], [2])
    array([[ 0.25,  0.25, -0.75,  0.25]])
    """
    scores, y = _scores_and_labels(scores, y, for_two_classes="binary_cross_entropy")
    gradient = softmax(scores)
    gradient[np.arange(len(y)), y] -= 1
    gradient /= len(y)
    return gradient


def hinge(scores: ArrayLike, y: ArrayLike, *, margin: float = 1.0) -> float:
    """Measure by how much wrong classes come closer to the right one than a margin.

    Parameters
    ----------
    scores : array_like of shape (n_samples, n_classes)
        Pre-activations of the output layer.
    y : array_like of shape (n_samples,)
        The right class of each sample, 0 to n_classes - 1.
    margin : float, default 1.0
        By how much the right class should lead.

    Returns
    -------
    float
        The mean over the samples of ``max(0, margin + s_j - s_y)``, summed over the wrong
        classes j.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers, or `margin` is not one number.
    ValueError
        If there is no finite score for each of two or more classes, a label is no class, or
        `margin` is not above 0.

    Notes
    -----
    CS231n, "Linear classification", "Multiclass Support Vector Machine loss", after Weston
    and Watkins (1999).  PyTorch's ``multi_margin_loss`` divides by n_classes as well.

    Examples
    --------
    The notes' example: the second class stays 20 behind, the third only 2 of the 10 wanted.

    >>> hinge([[13.0, -7.0, 11.0]], [0], margin=10.0)
    8.0
    """
    scores, y = _scores_and_labels(scores, y, for_two_classes="binary_hinge")
    with np.errstate(over="ignore"):
        return float(_shortfall(scores, y, margin).sum(axis=1).mean())


def hinge_gradient(scores: ArrayLike, y: ArrayLike, *, margin: float = 1.0) -> Array:
    """Return how `hinge` changes with each score.

    Parameters
    ----------
    scores : array_like of shape (n_samples, n_classes)
        Pre-activations of the output layer.
    y : array_like of shape (n_samples,)
        The right class of each sample, 0 to n_classes - 1.
    margin : float, default 1.0
        By how much the right class should lead.

    Returns
    -------
    ndarray of shape (n_samples, n_classes)
        Before the division by n_samples: 1 for each wrong class inside the margin, minus
        their number for the right class; exactly on the margin the course uses 0.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers, or `margin` is not one number.
    ValueError
        If there is no finite score for each of two or more classes, a label is no class, or
        `margin` is not above 0.

    Notes
    -----
    CS231n, "Optimization", "Computing the gradient analytically with Calculus".

    Examples
    --------
    >>> hinge_gradient([[13.0, -7.0, 11.0]], [0], margin=10.0)
    array([[-1.,  0.,  1.]])
    """
    scores, y = _scores_and_labels(scores, y, for_two_classes="binary_hinge")
    gradient = (_shortfall(scores, y, margin) > 0).astype(scores.dtype)
    gradient[np.arange(len(y)), y] = -gradient.sum(axis=1)
    gradient /= len(y)
    return gradient


def _shortfall(scores: Array, y: Labels, margin: float) -> Array:
    """Return by how much each wrong class is too close to the right one, which itself has 0."""
    margin = positive_number(margin, name="margin")
    with np.errstate(over="ignore"):
        missing: Array = np.maximum(0, margin + (scores - _right_scores(scores, y)))
    missing[np.arange(len(y)), y] = 0
    return missing


def _right_scores(scores: Array, y: Labels) -> Array:
    """Return the score of each sample's right class as a column."""
    return np.take_along_axis(scores, y[:, np.newaxis], axis=1)


def _scores_and_labels(
    scores: ArrayLike, y: ArrayLike, *, for_two_classes: str
) -> tuple[Array, Labels]:
    """Return both, or say what is wrong with them."""
    scores = as_floats(scores, name="scores")
    if scores.ndim < 2 or scores.shape[1] == 1:
        msg = (
            "scores must have shape (n_samples, n_classes) with two classes or more, "
            f"got {scores.shape}; try {for_two_classes} for one score for each sample"
        )
        raise ValueError(msg)
    scores = as_matrix(scores, name="scores")
    n_samples, n_classes = scores.shape
    return scores, as_labels(y, n_samples=n_samples, n_classes=n_classes)
