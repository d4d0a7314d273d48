"""Losses of two classes and one score for each sample: positive scores say class 1."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_labels, finite_floats
from course_utils.activations import sigmoid


def binary_cross_entropy(scores: ArrayLike, y: ArrayLike) -> float:
    """Measure how surprised a sigmoid neuron is by the right answers, on average.

    Parameters
    ----------
    scores : array_like of shape (n_samples,) or (n_samples, 1)
        Pre-activations of the output neuron, not probabilities.
    y : array_like of shape (n_samples,)
        Labels 0 and 1.

    Returns
    -------
    float
        The mean of ``-log p``, where p is the probability that ``sigmoid(scores)`` gives to
        the right class; 0 or more, in nats.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers.
    ValueError
        If there is not one finite score for each label, or a label is neither 0 nor 1.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier".

    Examples
    --------
    A score of 0 leaves both classes at 1/2, and ``-log(1/2)`` is log 2:

    >>> binary_cross_entropy([0.0, 0.0], [0, 1])
    0.6931471805599453
    """
    scores, t = _scores_and_signs(scores, y, for_many_classes="cross_entropy")
    # With t = -1 or +1 the right class has p = sigmoid(t*s), so -log p = log(1 + exp(-t*s)).
    # logaddexp adds exp(0) to it without overflow, and keeps tiny losses: s = 50 costs 2e-22.
    with np.errstate(over="ignore", under="ignore"):
        return float(np.logaddexp(0, -t * scores).mean())


def binary_cross_entropy_gradient(scores: ArrayLike, y: ArrayLike) -> Array:
    """Return how `binary_cross_entropy` changes with each score: ``(sigmoid(s) - y) / n``.

    Parameters
    ----------
    scores : array_like of shape (n_samples,) or (n_samples, 1)
        Pre-activations of the output neuron, not probabilities.
    y : array_like of shape (n_samples,)
        Labels 0 and 1.

    Returns
    -------
    ndarray, same shape as `scores`
        The gradient.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers.
    ValueError
        If there is not one finite score for each label, or a label is neither 0 nor 1.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier".

    Examples
    --------
    >>> binary_cross_entropy_gradient([0.0, 0.0], [0, 1])
    array([ 0.25, -0.25])
    """
    scores, t = _scores_and_signs(scores, y, for_many_classes="cross_entropy")
    # The same as sigmoid(s) - y, but a sample that is right by far does not round to 0.
    with np.errstate(under="ignore"):
        gradient: Array = -t * sigmoid(-t * scores) / len(scores)
    return gradient


def binary_hinge(scores: ArrayLike, y: ArrayLike) -> float:
    """Measure by how much the scores miss a margin of 1, on average.

    Parameters
    ----------
    scores : array_like of shape (n_samples,) or (n_samples, 1)
        Pre-activations of the output neuron.
    y : array_like of shape (n_samples,)
        Labels 0 and 1; the formula uses ``t = 2*y - 1``, that is -1 and +1.

    Returns
    -------
    float
        The mean of ``max(0, 1 - t*s)``.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers.
    ValueError
        If there is not one finite score for each label, or a label is neither 0 nor 1.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier".

    Examples
    --------
    The first is right by far and costs 0, the second by 0.5 too little, the third is wrong:

    >>> binary_hinge([3.0, 0.5, 0.5], [1, 1, 0])
    0.6666666666666666
    """
    scores, t = _scores_and_signs(scores, y, for_many_classes="hinge")
    with np.errstate(over="ignore"):
        return float(np.maximum(0, 1 - t * scores).mean())


def binary_hinge_gradient(scores: ArrayLike, y: ArrayLike) -> Array:
    """Return how `binary_hinge` changes with each score: ``-t / n`` inside the margin, else 0.

    Parameters
    ----------
    scores : array_like of shape (n_samples,) or (n_samples, 1)
        Pre-activations of the output neuron.
    y : array_like of shape (n_samples,)
        Labels 0 and 1.

    Returns
    -------
    ndarray, same shape as `scores`
        The gradient; exactly on the margin there is none, and the course uses 0.

    Raises
    ------
    TypeError
        If `scores` or `y` does not hold real numbers.
    ValueError
        If there is not one finite score for each label, or a label is neither 0 nor 1.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier".

    Examples
    --------
    >>> binary_hinge_gradient([3.0, 0.5], [1, 1])
    array([ 0. , -0.5])
    """
    scores, t = _scores_and_signs(scores, y, for_many_classes="hinge")
    gradient: Array = np.where(t * scores < 1, -t, 0) / len(scores)
    return gradient


def _scores_and_signs(
    scores: ArrayLike, y: ArrayLike, *, for_many_classes: str
) -> tuple[Array, Array]:
    """Return the scores, and -1 or +1 for class 0 or 1 in their shape and precision."""
    scores = finite_floats(scores, name="scores")
    n_samples = scores.size
    if n_samples == 0 or scores.shape not in ((n_samples,), (n_samples, 1)):
        msg = (
            "scores must have shape (n_samples,) or (n_samples, 1), one score for each "
            f"sample, got {scores.shape}"
        )
        if scores.ndim == 2 and n_samples > 0:
            msg += f"; try {for_many_classes} for one score for each class"
        raise ValueError(msg)
    labels = as_labels(y, n_samples=n_samples, n_classes=2)
    signs: Array = (2 * labels - 1).astype(scores.dtype).reshape(scores.shape)
    return scores, signs
