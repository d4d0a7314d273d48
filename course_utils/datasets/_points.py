"""Points in the plane that belong to classes: spirals, moons, circles, blobs and XOR.

The classes take turns, 0, 1, 2, 0, 1, 2, ..., so that their sizes differ by at most one, also
in the first few rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import Seed, Whole, as_generator, positive_number
from course_utils._arrays import Array, Labels, as_matrix, finite_floats
from course_utils.datasets._common import interleaved, polar, with_noise

__all__ = ["make_blobs", "make_circles", "make_moons", "make_spirals", "make_xor"]


def make_spirals(
    n_samples: Whole = 300,
    *,
    n_classes: Whole = 3,
    noise: float = 0.2,
    turns: float = 0.64,
    seed: Seed = 0,
) -> tuple[Array, Labels]:
    """Wind the classes round the origin, each on an arm of its own.

    Parameters
    ----------
    n_samples : int, default 300
        How many points in all.
    n_classes : int, default 3
        How many arms; each is the one before, turned by ``1/n_classes`` of a full turn.
    noise : float, default 0.2
        Standard deviation of the angle in radians, so the arms stay narrow near the origin.
    turns : float, default 0.64
        How far an arm winds, in full turns; 0 gives straight rays.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X : ndarray of shape (n_samples, 2)
        The k-th of the n points of an arm has the distance ``k/n`` from the origin, k >= 1.
    y : ndarray of int, shape (n_samples,)
        Their classes 0, 1, 2, 0, 1, 2, ...; class 0 gets one point more where they do not
        come out even.

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If a count is below 1, or `noise` or `turns` is negative or not finite.

    Notes
    -----
    After CS231n, "Minimal Neural Network Case Study", whose arms wind by 4 radians as well.

    Examples
    --------
    >>> X, y = make_spirals(4, n_classes=2, noise=0, turns=0.5)
    >>> X.round(3) + 0.0
    array([[ 0. ,  0.5],
           [ 0. , -0.5],
           [-1. ,  0. ],
           [ 1. ,  0. ]])
    >>> y
    array([0, 1, 0, 1])
    """
    noise = positive_number(noise, name="noise", zero_allowed=True)
    turns = positive_number(turns, name="turns", zero_allowed=True)
    y, place, size = interleaved(n_samples, n_classes)
    radius = (place + 1) / size
    angle = 2 * np.pi * (turns * radius + y / n_classes)
    angle += noise * as_generator(seed).standard_normal(len(y))
    return polar(radius, angle), y


def make_moons(
    n_samples: Whole = 200, *, noise: float = 0.1, seed: Seed = 0
) -> tuple[Array, Labels]:
    """Draw two half circles that reach into each other.

    Parameters
    ----------
    n_samples : int, default 200
        How many points in all.
    noise : float, default 0.1
        Standard deviation of what is added to every coordinate.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X : ndarray of shape (n_samples, 2)
        Class 0 on the upper half of the unit circle round (0, 0), class 1 on the lower half
        of that round (1, 0.5), both evenly spaced from end to end.
    y : ndarray of int, shape (n_samples,)
        Their classes 0, 1, 0, 1, ...

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If `n_samples` is below 1, or `noise` is negative or not finite.

    Examples
    --------
    >>> X, y = make_moons(4, noise=0)
    >>> X.round(3)
    array([[ 1. ,  0. ],
           [ 0. ,  0.5],
           [-1. ,  0. ],
           [ 2. ,  0.5]])
    >>> y
    array([0, 1, 0, 1])
    """
    y, place, size = interleaved(n_samples, 2)
    upper = polar(np.ones(len(y)), np.pi * place / np.maximum(size - 1, 1))
    X = np.where(y[:, np.newaxis] == 0, upper, [1.0, 0.5] - upper)
    return with_noise(X, noise, seed), y


def make_circles(
    n_samples: Whole = 200,
    *,
    radii: ArrayLike = (1.0, 0.5),
    noise: float = 0.05,
    seed: Seed = 0,
) -> tuple[Array, Labels]:
    """Draw rings round the origin, one for each class.

    Parameters
    ----------
    n_samples : int, default 200
        How many points in all.
    radii : array_like of shape (n_classes,), default (1.0, 0.5)
        The radius of each class's ring.
    noise : float, default 0.05
        Standard deviation of what is added to every coordinate.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X : ndarray of shape (n_samples, 2)
        The points of a ring are evenly spaced; the first lies to the right.
    y : ndarray of int, shape (n_samples,)
        Their classes 0, 1, 0, 1, ...; the classes are numbered in the order of `radii`.

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If `n_samples` is below 1, `radii` is not a row of numbers above 0, or `noise` is
        negative or not finite.

    Examples
    --------
    >>> X, y = make_circles(4, radii=[3, 1], noise=0)
    >>> X.round(3)
    array([[ 3.,  0.],
           [ 1.,  0.],
           [-3.,  0.],
           [-1.,  0.]])
    >>> y
    array([0, 1, 0, 1])
    """
    ring = finite_floats(radii, name="radii")
    if ring.ndim != 1 or ring.size == 0 or (ring <= 0).any():
        msg = f"radii must be a row of numbers above 0, one for each class, got {radii!r}"
        raise ValueError(msg)
    y, place, size = interleaved(n_samples, len(ring))
    return with_noise(polar(ring[y], 2 * np.pi * place / size), noise, seed), y


def make_blobs(
    n_samples: Whole = 200,
    *,
    centers: ArrayLike = ((-1.0, -1.0), (1.0, 1.0)),
    noise: float = 0.6,
    seed: Seed = 0,
) -> tuple[Array, Labels]:
    """Scatter a round cloud of points about each centre.

    Parameters
    ----------
    n_samples : int, default 200
        How many points in all.
    centers : array_like of shape (n_classes, n_features), default ((-1, -1), (1, 1))
        The middle of each class's cloud.
    noise : float, default 0.6
        Standard deviation of what is added to every coordinate of the centre.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X : ndarray of shape (n_samples, n_features)
        The points.
    y : ndarray of int, shape (n_samples,)
        Their classes 0, 1, 0, 1, ...; the classes are numbered in the order of `centers`.

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If `n_samples` is below 1, `centers` is not a matrix, or `noise` is negative or not
        finite.

    Examples
    --------
    >>> X, y = make_blobs(3, centers=[[5, 5], [0, 0]], noise=0)
    >>> X
    array([[5., 5.],
           [0., 0.],
           [5., 5.]])
    >>> y
    array([0, 1, 0])
    """
    middle = as_matrix(centers, name="centers")
    y, _, _ = interleaved(n_samples, len(middle))
    return with_noise(middle[y], noise, seed), y


def make_xor(
    n_samples: Whole = 4, *, noise: float = 0.0, seed: Seed = 0
) -> tuple[Array, Labels]:
    """Put points on the corners of the unit square; opposite corners share a class.

    Parameters
    ----------
    n_samples : int, default 4
        How many points in all; the default is the truth table of exclusive or.
    noise : float, default 0.0
        Standard deviation of what is added to every coordinate.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    X : ndarray of shape (n_samples, 2)
        The corners (0, 0), (0, 1), (1, 0), (1, 1) in turn, plus noise.
    y : ndarray of int, shape (n_samples,)
        1 where exactly one coordinate of the corner is 1: 0, 1, 1, 0, 0, 1, 1, 0, ...

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If `n_samples` is below 1, or `noise` is negative or not finite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier": no single neuron
    gets more than three of the four corners right.

    Examples
    --------
    >>> X, y = make_xor()
    >>> X
    array([[0., 0.],
           [0., 1.],
           [1., 0.],
           [1., 1.]])
    >>> y
    array([0, 1, 1, 0])
    """
    corner, _, _ = interleaved(n_samples, 4)
    bits = np.column_stack(np.divmod(corner, 2))
    return with_noise(bits.astype(np.float64), noise, seed), bits[:, 0] ^ bits[:, 1]
