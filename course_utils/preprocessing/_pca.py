"""Principal components: the directions in which the data vary most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import whole_number
from course_utils._arrays import Array
from course_utils.preprocessing._samples import as_samples, center, read_only


@dataclass(frozen=True, eq=False)
class PCA:
    """Turn the data so that the features are uncorrelated, the one that varies most first.

    Mean and directions come from the training data alone; make one with
    ``PCA.fit(X_train)``.

    Parameters
    ----------
    mean_ : ndarray of shape (n_features,)
        Mean of each feature over the training samples.
    components_ : ndarray of shape (n_components, n_features)
        Directions of length 1, at right angles to each other.  The largest entry of each is
        positive (of several equally large ones, the first), so equal data give equal signs.
    explained_variance_ : ndarray of shape (n_components,)
        Variance of the training data along each direction (divided by n_samples - 1), in
        squared units of the features, from large to small.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Data Preprocessing", PCA and whitening.

    Examples
    --------
    Three points on the diagonal vary along ``[1, 1] / sqrt(2)`` and nowhere else:

    >>> pca = PCA.fit([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]], n_components=1)
    >>> pca.components_.round(3)
    array([[0.707, 0.707]])
    >>> pca.explained_variance_.round(3)
    array([2.])
    """

    mean_: Array
    components_: Array
    explained_variance_: Array

    @classmethod
    def fit(cls, X_train: ArrayLike, *, n_components: int | None = None) -> PCA:
        """Learn the directions from the training data.

        Parameters
        ----------
        X_train : array_like of shape (n_samples, n_features)
            The training samples, and no others; two or more.
        n_components : int, optional
            How many directions to keep; all by default, that is the smaller of n_samples and
            n_features.

        Returns
        -------
        PCA
            What transforms training and test data alike.

        Raises
        ------
        TypeError
            If `X_train` does not hold real numbers or `n_components` is not a whole number.
        ValueError
            If `X_train` has fewer than two samples or another shape, a number is NaN,
            infinite or above 1e150, or there are not that many components.

        Examples
        --------
        >>> PCA.fit([[0.0, 1.0], [0.0, 3.0], [0.0, 5.0]]).explained_variance_
        array([4., 0.])
        """
        X = as_samples(X_train, name="X_train")
        n_components = _n_components(n_components, X.shape)
        centred, mean = center(X)
        # With centred = U S V, the covariance is V' S**2 V / (n - 1): the rows of V are its
        # eigenvectors. It never has to be formed, which would square the rounding errors.
        _, S, V = np.linalg.svd(centred, full_matrices=False)
        components = (V * _signs(V))[:n_components]
        variance = (S**2 / (len(X) - 1))[:n_components]
        return cls(read_only(mean), read_only(components), read_only(variance))

    def transform(self, X: ArrayLike) -> Array:
        """Return the coordinates of the samples along the components.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            Samples with the features of the training data.

        Returns
        -------
        ndarray of shape (n_samples, n_components)
            ``(X - mean) @ components.T``; float32 stays float32.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

        Examples
        --------
        >>> PCA.fit([[0.0, 1.0], [0.0, 5.0]], n_components=1).transform([[7.0, 4.0]])
        array([[1.]])
        """
        X = as_samples(X, n_columns=self.mean_.size)
        out: Array = ((X - self.mean_) @ self.components_.T).astype(X.dtype)
        return out

    def inverse_transform(self, Z: ArrayLike) -> Array:
        """Return the samples that have these coordinates; dropped components stay at the mean.

        Parameters
        ----------
        Z : array_like of shape (n_samples, n_components)
            What `transform` returned.

        Returns
        -------
        ndarray of shape (n_samples, n_features)
            ``Z @ components + mean``; float32 stays float32.

        Raises
        ------
        TypeError
            If `Z` does not hold real numbers.
        ValueError
            If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

        Examples
        --------
        >>> PCA.fit([[0.0, 1.0], [0.0, 5.0]], n_components=1).inverse_transform([[1.0]])
        array([[0., 4.]])
        """
        Z = as_samples(Z, n_columns=len(self.components_), name="Z")
        out: Array = (Z @ self.components_ + self.mean_).astype(Z.dtype)
        return out


def _n_components(wanted: int | None, shape: tuple[int, ...]) -> int:
    """Return how many components to keep, or say how many there can be."""
    if shape[0] < 2:
        msg = (
            f"a direction of variation needs two samples or more, got X_train of shape {shape}"
        )
        raise ValueError(msg)
    most = min(shape)
    if wanted is None:
        return most
    if whole_number(wanted, name="n_components") > most:
        msg = f"X_train of shape {shape} has {most} components; got n_components={wanted}"
        raise ValueError(msg)
    return wanted


def _signs(components: Array) -> Array:
    """Return the column of -1 and +1 that makes the largest entry of each row positive."""
    # Rounded, lest noise in the last digit choose between entries that are equally large.
    largest = np.argmax(np.abs(components).round(8), axis=1)
    entries = np.take_along_axis(components, largest[:, np.newaxis], axis=1)
    return np.where(entries < 0, -1.0, 1.0)
