"""Whitening: uncorrelated features of variance 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import positive_number
from course_utils._arrays import Array
from course_utils.preprocessing._pca import PCA
from course_utils.preprocessing._samples import as_samples, read_only


@dataclass(frozen=True, eq=False)
class Whitener:
    """Turn the data to uncorrelated features and give each of them variance 1.

    Everything comes from the training data alone; make one with ``Whitener.fit(X_train)``.

    Parameters
    ----------
    pca_ : PCA
        Mean and directions of the training data.
    scale_ : ndarray of shape (n_components,)
        What each coordinate is divided by: ``sqrt(explained_variance_ + eps)``.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Data Preprocessing", PCA and whitening; the notes warn
    that whitening blows up the noise in directions that hardly vary, and `eps` limits that.

    Examples
    --------
    >>> whitener = Whitener.fit([[0.0], [3.0], [6.0]], eps=0.0)
    >>> whitener.scale_
    array([3.])
    >>> whitener.transform([[9.0]])
    array([[2.]])
    """

    pca_: PCA
    scale_: Array

    @classmethod
    def fit(cls, X_train: ArrayLike, *, eps: float = 1e-5) -> Whitener:
        """Learn directions and scales from the training data.

        Parameters
        ----------
        X_train : array_like of shape (n_samples, n_features)
            The training samples, and no others; two or more.
        eps : float, default 1e-5
            What is added to each variance, in squared units of the features.

        Returns
        -------
        Whitener
            What transforms training and test data alike.

        Raises
        ------
        TypeError
            If `X_train` does not hold real numbers or `eps` is not one number.
        ValueError
            If `X_train` has fewer than two samples or another shape, or a number is NaN,
            infinite or above 1e150; if `eps` is negative or not finite, or 0 where a
            direction does not vary.

        Examples
        --------
        >>> Whitener.fit([[0.0], [4.0]], eps=1.0).scale_
        array([3.])
        """
        eps = positive_number(eps, name="eps", zero_allowed=True)
        X = as_samples(X_train, name="X_train")
        pca = PCA.fit(X)
        if eps == 0:
            _refuse_flat_directions(X, pca.explained_variance_)
        return cls(pca, read_only(np.sqrt(pca.explained_variance_ + eps)))

    def transform(self, X: ArrayLike) -> Array:
        """Return the coordinates of the samples along the components, each scaled.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            Samples with the features of the training data.

        Returns
        -------
        ndarray of shape (n_samples, n_components)
            ``(X - mean) @ components.T / scale``; float32 stays float32.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

        Examples
        --------
        >>> Whitener.fit([[0.0], [4.0]], eps=1.0).transform([[5.0]])
        array([[1.]])
        """
        Z = self.pca_.transform(X)
        out: Array = (Z / self.scale_).astype(Z.dtype)
        return out

    def inverse_transform(self, Z: ArrayLike) -> Array:
        """Return the samples that have these whitened coordinates.

        Parameters
        ----------
        Z : array_like of shape (n_samples, n_components)
            What `transform` returned.

        Returns
        -------
        ndarray of shape (n_samples, n_features)
            ``(Z * scale) @ components + mean``; float32 stays float32.

        Raises
        ------
        TypeError
            If `Z` does not hold real numbers.
        ValueError
            If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

        Examples
        --------
        >>> Whitener.fit([[0.0], [4.0]], eps=1.0).inverse_transform([[1.0]])
        array([[5.]])
        """
        Z = as_samples(Z, n_columns=self.scale_.size, name="Z")
        return self.pca_.inverse_transform((Z * self.scale_).astype(Z.dtype))


def _refuse_flat_directions(X: Array, variance: Array) -> None:
    """Raise if the data do not vary in every direction, as far as rounding can tell."""
    noise = np.sqrt(variance[0]) * max(X.shape) * np.finfo(X.dtype).eps
    n_directions = int((np.sqrt(variance) > noise).sum())
    if n_directions < X.shape[1]:
        msg = (
            f"X_train has {X.shape[1]} features but varies in {n_directions} directions only, "
            "and eps=0 would divide by 0 in the others; try eps=1e-5"
        )
        raise ValueError(msg)
