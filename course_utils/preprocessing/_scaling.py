"""Standardise: every feature gets mean 0 and standard deviation 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.preprocessing._samples import as_samples, center, read_only

# A feature that varies by less than this many roundings of its mean counts as constant.
ROUNDINGS = 4


@dataclass(frozen=True, eq=False)
class Standardizer:
    """Subtract the mean of each feature and divide by its standard deviation.

    Both come from the training data alone; make one with ``Standardizer.fit(X_train)``.

    Parameters
    ----------
    mean_ : ndarray of shape (n_features,)
        Mean of each feature over the training samples.
    scale_ : ndarray of shape (n_features,)
        Standard deviation of each feature over the training samples (divided by n_samples);
        1 for a constant feature, so that it becomes 0.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Data Preprocessing".

    Examples
    --------
    >>> standardizer = Standardizer.fit([[1.0, 5.0], [3.0, 5.0]])
    >>> standardizer.mean_, standardizer.scale_
    (array([2., 5.]), array([1., 1.]))
    >>> standardizer.transform([[4.0, 5.0]])
    array([[2., 0.]])
    """

    mean_: Array
    scale_: Array

    @classmethod
    def fit(cls, X_train: ArrayLike) -> Standardizer:
        """Learn mean and standard deviation from the training data.

        Parameters
        ----------
        X_train : array_like of shape (n_samples, n_features)
            The training samples, and no others.

        Returns
        -------
        Standardizer
            What transforms training and test data alike.

        Raises
        ------
        TypeError
            If `X_train` does not hold real numbers.
        ValueError
            If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

        Examples
        --------
        >>> Standardizer.fit([[0.0], [6.0]]).scale_
        array([3.])
        """
        X = as_samples(X_train, name="X_train")
        centred, mean = center(X)
        scale = np.sqrt((centred**2).mean(axis=0))
        noise = ROUNDINGS * np.finfo(X.dtype).eps * np.abs(mean)
        scale[scale <= noise] = 1
        return cls(read_only(mean), read_only(scale))

    def transform(self, X: ArrayLike) -> Array:
        """Return ``(X - mean) / scale`` with the training data's mean and scale.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            Samples with the features of the training data.

        Returns
        -------
        ndarray, same shape as `X`
            A new array; float32 stays float32.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

        Examples
        --------
        >>> Standardizer.fit([[0.0], [6.0]]).transform([[9.0]])
        array([[2.]])
        """
        X = as_samples(X, n_columns=self.mean_.size)
        out: Array = ((X - self.mean_) / self.scale_).astype(X.dtype)
        return out

    def inverse_transform(self, X: ArrayLike) -> Array:
        """Return standardised samples in their old units: ``X * scale + mean``.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            What `transform` returned.

        Returns
        -------
        ndarray, same shape as `X`
            A new array; float32 stays float32.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

        Examples
        --------
        >>> Standardizer.fit([[0.0], [6.0]]).inverse_transform([[2.0]])
        array([[9.]])
        """
        X = as_samples(X, n_columns=self.mean_.size)
        out: Array = (X * self.scale_ + self.mean_).astype(X.dtype)
        return out


@overload
def standardise(train: ArrayLike, /) -> Array: ...
@overload
def standardise(
    train: ArrayLike, other: ArrayLike, /, *others: ArrayLike
) -> tuple[Array, ...]: ...
def standardise(train: ArrayLike, /, *others: ArrayLike) -> Array | tuple[Array, ...]:
    """Standardise the training data, and other data by the training data's statistics.

    Parameters
    ----------
    train : array_like of shape (n_samples, n_features)
        The training samples; mean and standard deviation come from these alone.
    *others : array_like of shape (any number, n_features)
        Validation or test samples.

    Returns
    -------
    ndarray, or tuple of ndarray
        The standardised `train`; with `others`, a tuple of all of them in that order.

    Raises
    ------
    TypeError
        If the data do not hold real numbers.
    ValueError
        If they are empty, have another shape or number of features, or a number is NaN,
        infinite or above 1e150.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Data Preprocessing", common pitfall.

    Examples
    --------
    >>> train, test = standardise([[0.0], [6.0]], [[9.0]])
    >>> train
    array([[-1.],
           [ 1.]])
    >>> test
    array([[2.]])
    """
    standardizer = Standardizer.fit(train)
    outs = tuple(standardizer.transform(X) for X in (train, *others))
    return outs if others else outs[0]
