"""A square cut in two by a curve, with some labels wrong: data to overfit on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils._arguments import Seed, Whole, as_generator, positive_number, whole_number
from course_utils._arrays import Array, Labels, as_floats

__all__ = ["NoisySquare", "make_noisy_square", "square_boundary"]


@dataclass(frozen=True)
class NoisySquare:
    """Training points of which some carry the wrong label, and clean test points.

    Parameters
    ----------
    X : ndarray of shape (n_samples, 2)
        Training points in the square from -1 to 1.
    y : ndarray of int, shape (n_samples,)
        Their labels, 0 below the curve and 1 above it, but for those that were flipped.
    flipped : ndarray of bool, shape (n_samples,)
        Which labels are wrong.
    X_test : ndarray of shape (n_test, 2)
        Further points in the square.
    y_test : ndarray of int, shape (n_test,)
        Their labels, all of them right.
    """

    X: Array
    y: Labels
    flipped: NDArray[np.bool_]
    X_test: Array
    y_test: Labels


def square_boundary(x: ArrayLike) -> Array:
    """Compute the height of the curve that cuts the noisy square in two.

    Parameters
    ----------
    x : array_like, any shape
        First coordinates.

    Returns
    -------
    ndarray, same shape as `x`
        ``0.3 * sin(3 * x)``; what lies higher is of class 1.

    Raises
    ------
    TypeError
        If `x` does not hold real numbers.

    Examples
    --------
    >>> square_boundary([0.0, np.pi / 6])
    array([0. , 0.3])
    """
    height: Array = 0.3 * np.sin(3 * as_floats(x, name="x"))
    return height


def make_noisy_square(
    n_samples: Whole = 40, *, flip: float = 0.15, n_test: Whole = 4000, seed: Seed = 0
) -> NoisySquare:
    """Label points of a square by the side of a curve they lie on, then flip some labels.

    Parameters
    ----------
    n_samples : int, default 40
        How many training points.
    flip : float, default 0.15
        Share of training labels to flip, from 0 to 1; ``round(flip * n_samples)`` are.
    n_test : int, default 4000
        How many test points; none of them is flipped.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    NoisySquare
        Points spread evenly over the square from -1 to 1, about half of each class.

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If a count is below 1 or `flip` is not from 0 to 1.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes": a large net
    without weight decay learns the wrong labels by heart.

    Examples
    --------
    >>> data = make_noisy_square()
    >>> data.X.shape, data.flipped.sum(), data.X_test.shape
    ((40, 2), np.int64(6), (4000, 2))
    >>> wrong = data.y != (data.X[:, 1] > square_boundary(data.X[:, 0]))
    >>> bool((wrong == data.flipped).all())
    True
    """
    n_samples = whole_number(n_samples, name="n_samples")
    n_test = whole_number(n_test, name="n_test")
    flip = positive_number(flip, name="flip", zero_allowed=True)
    if flip > 1:
        msg = f"flip is a share of the labels, from 0 to 1; got {flip:g}"
        raise ValueError(msg)
    rng = as_generator(seed)
    X, y = _labelled_square(n_samples, rng)
    flipped = np.zeros(n_samples, dtype=bool)
    flipped[rng.permutation(n_samples)[: round(flip * n_samples)]] = True
    X_test, y_test = _labelled_square(n_test, rng)
    return NoisySquare(X, np.where(flipped, 1 - y, y), flipped, X_test, y_test)


def _labelled_square(n_samples: int, rng: np.random.Generator) -> tuple[Array, Labels]:
    X = rng.uniform(-1, 1, (n_samples, 2))
    return X, (X[:, 1] > square_boundary(X[:, 0])).astype(np.intp)
