"""Any function as a row of bumps: steps, indicator functions and their sums."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils._arguments import one_number
from course_utils._arrays import Array, as_floats, finite_floats
from course_utils.approximation._functions import Function, increasing, values_of


def step(x: ArrayLike, at: float) -> Array:
    """Jump from 0 to 1: 1 where ``x >= at``, else 0.

    Parameters
    ----------
    x : array_like, any shape
        Where to look.
    at : float
        The place of the jump; there the step is 1 already.

    Returns
    -------
    ndarray, same shape as `x`
        Zeros and ones; NaN stays NaN.

    Raises
    ------
    TypeError
        If `x` does not hold real numbers or `at` is not one number.

    Notes
    -----
    Nielsen, "Neural Networks and Deep Learning", chapter 4: what a very steep sigmoid does.

    Examples
    --------
    >>> step([0.9, 1.0, 1.1], at=1.0)
    array([0., 1., 1.])
    """
    x, at = as_floats(x, name="x"), one_number(at, name="at")
    return _one_where(x >= at, x)


def bump(x: ArrayLike, left: float, right: float) -> Array:
    """Be 1 on a half-open interval, ``left <= x < right``, and 0 elsewhere.

    Parameters
    ----------
    x : array_like, any shape
        Where to look.
    left, right : float
        The edges; bumps that share an edge neither overlap there nor leave a hole.

    Returns
    -------
    ndarray, same shape as `x`
        ``step(x, left) - step(x, right)``; NaN stays NaN.

    Raises
    ------
    TypeError
        If `x` does not hold real numbers or an edge is not one number.
    ValueError
        If `left` is not to the left of `right`.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power": the notes' indicator function,
    with one of the strict signs mended. See `open_bump` for what the notes write.

    Examples
    --------
    >>> bump([0.0, 1.0, 1.5, 2.0], left=1.0, right=2.0)
    array([0., 1., 1., 0.])
    """
    x, (left, right) = as_floats(x, name="x"), _in_order(left, right)
    return _one_where((left <= x) & (x < right), x)


def open_bump(x: ArrayLike, left: float, right: float) -> Array:
    """Be 1 on an open interval, ``left < x < right``, and 0 elsewhere.

    Parameters
    ----------
    x : array_like, any shape
        Where to look.
    left, right : float
        The edges; two bumps that share an edge are both 0 there.

    Returns
    -------
    ndarray, same shape as `x`
        Zeros and ones; NaN stays NaN.

    Raises
    ------
    TypeError
        If `x` does not hold real numbers or an edge is not one number.
    ValueError
        If `left` is not to the left of `right`.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power", as it stands there. A sum of
    them is 0 at every edge, so its largest error does not shrink with more bumps. To see that,
    look at the edges themselves: a grid of other points misses them.

    Examples
    --------
    >>> open_bump([1.0, 1.5, 2.0], left=1.0, right=2.0)
    array([0., 1., 0.])
    """
    x, (left, right) = as_floats(x, name="x"), _in_order(left, right)
    return _one_where((left < x) & (x < right), x)


def bump_heights(f: Function, edges: ArrayLike) -> Array:
    """Measure how high the bumps must be: f in the middle of each bin.

    Parameters
    ----------
    f : callable or MLP
        Takes an array of shape (n_bins,), returns one number for each; or a network with one
        input and one output.
    edges : array_like of shape (n_bins + 1,)
        Where the bins begin and end, from left to right.

    Returns
    -------
    ndarray of shape (n_bins,)
        The heights.

    Raises
    ------
    TypeError
        If `edges` or what `f` gives are not real numbers, or `f` does not take an array.
    ValueError
        If the edges do not increase, or `f` gives another shape or a number that is not finite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power".

    Examples
    --------
    >>> bump_heights(lambda x: x**2, [0.0, 2.0, 4.0])
    array([1., 9.])
    """
    edges = increasing(edges, name="edges")
    return values_of(f, (edges[:-1] + edges[1:]) / 2)


def bump_sum(x: ArrayLike, edges: ArrayLike, heights: ArrayLike) -> Array:
    """Add up bumps side by side: in each bin its height, outside all bins 0.

    Parameters
    ----------
    x : array_like, any shape
        Where to look.
    edges : array_like of shape (n_bins + 1,)
        Where the bins begin and end, from left to right.
    heights : array_like of shape (n_bins,)
        One height for each bin.

    Returns
    -------
    ndarray, same shape as `x`
        The sum of ``heights[i] * bump(x, edges[i], edges[i + 1])``; NaN stays NaN.

    Raises
    ------
    TypeError
        If an argument does not hold real numbers.
    ValueError
        If the edges do not increase or there is not one finite height for each bin.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Representational power". Every bin is half-open, the
    last one too: at the last edge the sum is 0. So measure its error on an interval that ends
    before the last edge.

    Examples
    --------
    >>> bump_sum([-1.0, 0.0, 1.0, 2.0], edges=[0.0, 1.0, 2.0], heights=[5.0, 7.0])
    array([0., 5., 7., 0.])
    """
    x, (edges, heights) = as_floats(x, name="x"), as_bins(edges, heights)
    with_outside = np.concatenate([[0], heights, [0]]).astype(x.dtype)
    which = np.searchsorted(edges, x, side="right")  # 0 is to the left of all bins
    a: Array = np.where(np.isnan(x), x, with_outside[which])
    return a[()]


def as_bins(edges: ArrayLike, heights: ArrayLike) -> tuple[Array, Array]:
    """Return the edges and one height for each bin between them."""
    edges = increasing(edges, name="edges")
    heights = finite_floats(heights, name="heights")
    if heights.shape == (edges.size - 1,):
        return edges, heights
    msg = (
        f"heights must have shape ({edges.size - 1},), one for each bin between "
        f"{edges.size} edges, got {heights.shape}"
    )
    raise ValueError(msg)


def _in_order(left: float, right: float) -> tuple[float, float]:
    left, right = one_number(left, name="left"), one_number(right, name="right")
    if left < right:
        return left, right
    msg = f"left must be smaller than right, got left={left:g} and right={right:g}"
    raise ValueError(msg)


def _one_where(inside: NDArray[np.bool_], x: Array) -> Array:
    """Return ones and zeros in the precision of `x`; where x is NaN so is the result."""
    a: Array = np.where(np.isnan(x), x, inside)
    return a[()]
