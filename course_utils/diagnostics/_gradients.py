"""What gradients look like: their signs, and the path that they lead the weights along."""

from __future__ import annotations

from math import inf

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import as_matrix

__all__ = ["same_sign_share", "zigzag_ratio"]


def same_sign_share(gradients: ArrayLike) -> float:
    """Compute the share of gradients whose entries all have the same sign.

    Parameters
    ----------
    gradients : array_like of shape (n_gradients, n_weights)
        One gradient of a neuron's weights a row.

    Returns
    -------
    float
        From 0 to 1.  A row that holds a 0 is not all of one sign, whatever the rest.

    Raises
    ------
    TypeError
        If `gradients` does not hold real numbers.
    ValueError
        If it is not a matrix, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Sigmoid": inputs
    that are all positive give gradients that are all positive or all negative.

    Examples
    --------
    >>> same_sign_share([[1.0, 2.0], [-3.0, -1.0], [1.0, -1.0], [1.0, 0.0]])
    0.5
    """
    gradients = as_matrix(gradients, name="gradients", shape=("n_gradients", "n_weights"))
    rising, falling = (gradients > 0).all(axis=1), (gradients < 0).all(axis=1)
    return float((rising | falling).mean())


def zigzag_ratio(path: ArrayLike) -> float:
    """Compare the length of a path with the straight line from its start to its end.

    Parameters
    ----------
    path : array_like of shape (n_points, n_weights)
        The weights after each step of the training, the start included.

    Returns
    -------
    float
        1 for a straight path, 2 for one that is twice as long as it need be, infinity for one
        that ends where it began.

    Raises
    ------
    TypeError
        If `path` does not hold real numbers.
    ValueError
        If it is not a matrix, a number is NaN or infinite, or nothing ever moves.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Sigmoid": the
    zig-zag of gradients that are all of one sign.

    Examples
    --------
    >>> zigzag_ratio([[0.0, 0.0], [3.0, 0.0], [3.0, 4.0]])
    1.4
    """
    points = as_matrix(path, name="path", shape=("n_points", "n_weights")).astype(np.float64)
    # The ratio does not depend on the unit of length; with this one no square overflows.
    points /= max(np.abs(points).max(), np.finfo(np.float64).tiny)
    length = np.linalg.norm(np.diff(points, axis=0), axis=1).sum()
    distance = np.linalg.norm(points[-1] - points[0])
    if length == 0:
        msg = f"path must move, but its {len(points)} point(s) are all the same"
        raise ValueError(msg)
    return float(length / distance) if distance > 0 else inf
