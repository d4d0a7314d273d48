"""Setting samples aside to test on."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils._arguments import Seed, as_generator, positive_number

__all__ = ["train_test_split"]


def train_test_split(
    X: ArrayLike, y: ArrayLike, *, test_share: float = 0.25, seed: Seed = 0
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Shuffle the samples and set a share of them aside for the test.

    Parameters
    ----------
    X : array_like of shape (n_samples, ...)
        One sample for each index of the first axis: rows of features, or images.
    y : array_like of shape (n_samples, ...)
        Their labels or targets.
    test_share : float, default 0.25
        Share of the samples for the test, above 0 and below 1; their number is rounded.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X_train, X_test, y_train, y_test : ndarray
        Copies in shuffled order, of the types that came in.  Every sample is in exactly one
        of the two parts, together with its label.

    Raises
    ------
    TypeError
        If `test_share` is not one real number or `seed` is neither a whole number nor a
        generator.
    ValueError
        If `X` and `y` are not equally long, `test_share` is not between 0 and 1, or one of
        the two parts would be empty.

    Notes
    -----
    Statistics for preprocessing come from the training part alone (CS231n, "Neural Networks
    Part 2", "Data preprocessing").

    Examples
    --------
    >>> X_train, X_test, y_train, y_test = train_test_split([[1], [2], [3], [4]], [1, 2, 3, 4])
    >>> len(X_train), len(X_test)
    (3, 1)
    >>> bool((X_train[:, 0] == y_train).all())
    True
    """
    samples, labels = np.asarray(X), np.asarray(y)
    if samples.ndim == 0 or labels.ndim == 0 or len(samples) != len(labels):
        msg = (
            "X and y must have one entry for each sample, "
            f"got shapes {samples.shape} and {labels.shape}"
        )
        raise ValueError(msg)
    n_test = round(positive_number(test_share, name="test_share") * len(samples))
    if not 0 < n_test < len(samples):
        msg = (
            f"test_share = {test_share:g} of {len(samples)} samples puts {n_test} in the test "
            f"part and {len(samples) - n_test} in the training part; both need at least one"
        )
        raise ValueError(msg)
    order = as_generator(seed).permutation(len(samples))
    test, train = order[:n_test], order[n_test:]
    return samples[train], samples[test], labels[train], labels[test]
