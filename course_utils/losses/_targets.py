"""The loss of regression: the outputs should equal given numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, finite_floats


def squared_error(scores: ArrayLike, targets: ArrayLike) -> float:
    """Measure the mean square of the distance between outputs and targets.

    Parameters
    ----------
    scores : array_like of shape (n_samples,) or (n_samples, n_out)
        What the output layer gives.
    targets : array_like, same shape as `scores`
        What it should give; shape (n_samples,) fits scores of shape (n_samples, 1) as well.

    Returns
    -------
    float
        The mean of ``(scores - targets)**2`` over all entries, in squared units of the
        targets.

    Raises
    ------
    TypeError
        If `scores` or `targets` does not hold real numbers.
    ValueError
        If the shapes differ, there are no samples, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Loss functions", regression; the notes add up over the
    outputs where this takes the mean.

    Examples
    --------
    >>> squared_error([1.0, 2.0], [0.0, 4.0])
    2.5
    """
    with np.errstate(over="ignore", under="ignore"):
        return float((_errors(scores, targets) ** 2).mean())


def squared_error_gradient(scores: ArrayLike, targets: ArrayLike) -> Array:
    """Return how `squared_error` changes with each score: ``2 * (scores - targets) / size``.

    Parameters
    ----------
    scores : array_like of shape (n_samples,) or (n_samples, n_out)
        What the output layer gives.
    targets : array_like, same shape as `scores`
        What it should give; shape (n_samples,) fits scores of shape (n_samples, 1) as well.

    Returns
    -------
    ndarray, same shape as `scores`
        The gradient.

    Raises
    ------
    TypeError
        If `scores` or `targets` does not hold real numbers.
    ValueError
        If the shapes differ, there are no samples, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Loss functions", regression.

    Examples
    --------
    >>> squared_error_gradient([1.0, 2.0], [0.0, 4.0])
    array([ 1., -2.])
    """
    with np.errstate(over="ignore", under="ignore"):
        errors = _errors(scores, targets)
        gradient: Array = 2 * errors / errors.size
    return gradient


def _errors(scores: ArrayLike, targets: ArrayLike) -> Array:
    """Return the differences in the shape and precision of the scores."""
    scores = finite_floats(scores, name="scores")
    targets = finite_floats(targets, name="targets")
    if scores.ndim not in (1, 2) or scores.size == 0:
        msg = f"scores must have shape (n_samples,) or (n_samples, n_out), got {scores.shape}"
        raise ValueError(msg)
    if targets.ndim == 1 and scores.shape == (targets.size, 1):
        targets = targets[:, np.newaxis]
    # Without this check NumPy would stretch (n, 1) minus (1, n) to a table of n times n.
    if targets.shape != scores.shape:
        msg = f"targets must have the shape of scores, {scores.shape}, got {targets.shape}"
        if targets.size == scores.size:
            msg += "; try targets.reshape(scores.shape)"
        raise ValueError(msg)
    errors: Array = scores - targets.astype(scores.dtype)
    return errors
