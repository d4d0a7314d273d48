"""What has become of the units: dead, saturated, revived."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils._arguments import positive_number
from course_utils._arrays import as_matrix, finite_floats

__all__ = ["dead_fraction", "dead_units", "revivals", "saturated_fraction"]


def dead_units(activations: ArrayLike) -> NDArray[np.bool_]:
    """Find the units that put out 0 for every sample.

    Parameters
    ----------
    activations : array_like of shape (n_samples, n_units)
        What a layer of ReLU puts out, for the whole training set: in a single batch a unit
        may be silent by chance.  The slopes of any activation serve as well; then a unit is
        dead that passes no gradient for any sample.

    Returns
    -------
    ndarray of bool, shape (n_units,)
        True for the dead ones.

    Raises
    ------
    TypeError
        If `activations` does not hold real numbers.
    ValueError
        If it is not a matrix, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "ReLU".

    Examples
    --------
    >>> dead_units([[0.0, 2.0, 0.0], [0.0, 0.0, 1.0]])
    array([ True, False, False])
    """
    a = as_matrix(activations, name="activations", shape=("n_samples", "n_units"))
    dead: NDArray[np.bool_] = (a == 0).all(axis=0)
    return dead


def dead_fraction(activations: ArrayLike) -> float:
    """Compute the share of units that put out 0 for every sample.

    Parameters
    ----------
    activations : array_like of shape (n_samples, n_units)
        As for `dead_units`.

    Returns
    -------
    float
        From 0, no unit is dead, to 1, all are.

    Raises
    ------
    TypeError
        If `activations` does not hold real numbers.
    ValueError
        If it is not a matrix, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "ReLU".

    Examples
    --------
    >>> dead_fraction([[0.0, 2.0, 0.0, 0.0], [0.0, 0.0, 1.0, 3.0]])
    0.25
    """
    return float(dead_units(activations).mean())


def saturated_fraction(slopes: ArrayLike, threshold: float = 0.01) -> float:
    """Compute the share of slopes that are almost 0, so that hardly any gradient passes.

    Parameters
    ----------
    slopes : array_like, any shape
        Slopes of the activation, such as ``ACTIVATIONS["sigmoid"].derivative(z)``.
    threshold : float, default 0.01
        A slope is almost 0 if its absolute value is below this number.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    TypeError
        If an argument does not hold real numbers.
    ValueError
        If there are no slopes, one of them is NaN or infinite, or `threshold` is not above 0.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Sigmoid".

    Examples
    --------
    >>> saturated_fraction([0.25, 0.001, 0.1, -0.002])
    0.5
    """
    slopes = finite_floats(slopes, name="slopes")
    threshold = positive_number(threshold, name="threshold")
    if slopes.size == 0:
        msg = f"slopes must hold at least one number, got shape {slopes.shape}"
        raise ValueError(msg)
    return float((np.abs(slopes) < threshold).mean())


def revivals(dead_history: ArrayLike) -> int:
    """Count how often a unit was dead at one check and alive at the next.

    Parameters
    ----------
    dead_history : array_like of bool, shape (n_checks, n_units)
        One row of `dead_units` for each check, in the order of time.

    Returns
    -------
    int
        The sum over all units; a unit that dies and comes back twice counts twice.

    Raises
    ------
    TypeError
        If `dead_history` does not hold real numbers.
    ValueError
        If it is not a matrix, or an entry is neither True nor False.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "ReLU": the notes
    say that a dead unit stays so for ever.  That holds in the first layer, whose inputs do not
    move, not in deeper ones.

    Examples
    --------
    >>> revivals([[True, False], [False, False], [True, True], [False, True]])
    2
    """
    history = as_matrix(dead_history, name="dead_history", shape=("n_checks", "n_units"))
    dead = history == 1
    if not (dead | (history == 0)).all():
        msg = "dead_history must hold True and False alone; stack the rows of dead_units"
        raise ValueError(msg)
    return int((dead[:-1] & ~dead[1:]).sum())
