"""Handwritten digits: the one data set of the course that is not made by a formula."""

from __future__ import annotations

from importlib import resources

import numpy as np

from course_utils._arrays import Array, Labels

__all__ = ["load_digits"]


def load_digits() -> tuple[Array, Labels]:
    """Load 1,797 handwritten digits of 8x8 pixels.

    Returns
    -------
    X : ndarray of shape (1797, 64)
        One image a row, pixel by pixel along its lines; whole numbers from 0 (paper) to 16
        (ink) as float64.  ``X.reshape(-1, 8, 8)`` shows them as images without a copy.
    y : ndarray of int, shape (1797,)
        The digits 0 to 9, each 174 to 183 times, in no order.

    Notes
    -----
    E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine
    Learning Repository, 1998, CC BY 4.0: its test set, as scikit-learn ships it.  The file
    ``data/digits.txt`` of this package says more.

    Examples
    --------
    >>> X, y = load_digits()
    >>> y[:5]
    array([0, 1, 2, 3, 4])
    >>> X.reshape(-1, 8, 8)[0, 0]
    array([ 0.,  0.,  5., 13.,  9.,  1.,  0.,  0.])
    """
    file = resources.files("course_utils.datasets") / "data" / "digits.npz"
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        return stored["X"].astype(np.float64), stored["y"].astype(np.intp)
