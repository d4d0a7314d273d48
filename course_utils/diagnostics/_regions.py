"""Decision regions: where a network says what, in how many pieces, with how long a border."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import Whole, whole_number
from course_utils._arrays import Array, Labels, as_labels, as_matrix, finite_floats

__all__ = ["Regions", "boundary_length", "count_regions", "decision_regions"]


class Predictor(Protocol):
    """What can say the class of each sample: a network, or a model of scikit-learn."""

    def predict(self, X: Array, /) -> ArrayLike:
        """Return one label for each row of `X`."""


@dataclass(frozen=True)
class Regions:
    """The labels that a network gives to the points of a grid.

    Parameters
    ----------
    xs : ndarray of shape (n_columns,)
        First coordinates, evenly spaced and rising.
    ys : ndarray of shape (n_rows,)
        Second coordinates, evenly spaced and rising.
    labels : ndarray of shape (n_rows, n_columns)
        ``labels[i, j]`` is the label at the point ``(xs[j], ys[i])``.
    """

    xs: Array
    ys: Array
    labels: Array | Labels


def decision_regions(
    predictor: Predictor | Callable[[Array], ArrayLike],
    extent: ArrayLike,
    *,
    n: Whole = 200,
) -> Regions:
    """Ask for the label of every point of a grid.

    Parameters
    ----------
    predictor : object with a method ``predict``, or callable
        Takes points of shape (n_points, 2), returns their labels, shape (n_points,).
    extent : array_like of four floats
        Left, right, bottom and top of the grid, as Matplotlib's ``imshow`` has them.
    n : int, default 200
        Points along each side; those on the edges of the extent are included.

    Returns
    -------
    Regions
        The grid and its labels.

    Raises
    ------
    TypeError
        If `extent` or the labels are not real numbers, or `n` is not a whole number.
    ValueError
        If `extent` is not four finite numbers in order, `n` is below 2, or the labels are not
        whole numbers from 0, one for each point.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes".

    Examples
    --------
    >>> regions = decision_regions(lambda X: X[:, 0] > X[:, 1], (0, 2, 0, 2), n=3)
    >>> regions.labels
    array([[0, 1, 1],
           [0, 0, 1],
           [0, 0, 0]])
    """
    frame = finite_floats(extent, name="extent").tolist()
    if np.shape(frame) != (4,) or frame[0] >= frame[1] or frame[2] >= frame[3]:
        msg = (
            "extent must be (left, right, bottom, top) with left < right and bottom < top, "
            f"got {extent!r}"
        )
        raise ValueError(msg)
    n = whole_number(n, name="n", minimum=2)
    left, right, bottom, top = frame
    xs, ys = np.linspace(left, right, n), np.linspace(bottom, top, n)
    X = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    predict = predictor if callable(predictor) else predictor.predict
    labels = as_labels(predict(X), n_samples=n * n, name="predictions")
    return Regions(xs, ys, labels.reshape(n, n))


def count_regions(grid: Regions | ArrayLike) -> int:
    """Count the connected regions of equal label.

    Parameters
    ----------
    grid : Regions or array_like of shape (n_rows, n_columns)
        Labels on a grid.  Neighbours are left and right, above and below; cells that touch
        at a corner alone are not connected.

    Returns
    -------
    int
        How many regions there are, over all labels together.

    Raises
    ------
    TypeError
        If `grid` does not hold real numbers.
    ValueError
        If it is not a matrix, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes": many units
    cut the plane into "disjoint decision regions".

    Examples
    --------
    >>> count_regions([[0, 0, 1], [1, 0, 1], [1, 1, 0]])
    4
    """
    labels = _as_regions(grid).labels
    starts = np.ones(labels.shape, dtype=bool)  # a run of equal labels in a row starts here
    starts[:, 1:] = labels[:, 1:] != labels[:, :-1]
    run = starts.cumsum().reshape(labels.shape) - 1
    # Two runs, one above the other, meet along a stretch; where it begins, one of them starts.
    meet = (labels[1:] == labels[:-1]) & (starts[1:] | starts[:-1])
    return _count_groups(int(starts.sum()), run[:-1][meet].tolist(), run[1:][meet].tolist())


def boundary_length(grid: Regions | ArrayLike) -> float:
    """Measure the border between regions of different label, along the edges of the cells.

    Parameters
    ----------
    grid : Regions or array_like of shape (n_rows, n_columns)
        Labels on a grid; each point stands for the cell round it.  Without coordinates a
        cell has sides of length 1.

    Returns
    -------
    float
        The length in the units of the axes.  A border along an axis is measured exactly, a
        slanted one is a staircase: up to 1.41 times too long at 45 degrees, 1.27 times on
        average.  A finer grid does not change that, so compare lengths with each other.

    Raises
    ------
    TypeError
        If `grid` does not hold real numbers.
    ValueError
        If it is not a matrix, or a number is NaN or infinite.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes": the stronger
    the weight decay, the smoother the border.

    Examples
    --------
    >>> boundary_length([[0, 0, 1], [0, 0, 1], [0, 0, 0]])
    3.0
    """
    regions = _as_regions(grid)
    labels = regions.labels
    beside, above = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
    return float(beside.sum() * _spacing(regions.ys) + above.sum() * _spacing(regions.xs))


def _as_regions(grid: Regions | ArrayLike) -> Regions:
    if isinstance(grid, Regions):
        return grid
    labels = as_matrix(grid, name="grid", shape=("n_rows", "n_columns"))
    n_rows, n_columns = labels.shape
    return Regions(np.arange(float(n_columns)), np.arange(float(n_rows)), labels)


def _spacing(places: Array) -> float:
    """Return the distance of neighbours; 1 where there is one place alone."""
    return float(places[1] - places[0]) if len(places) > 1 else 1.0


def _count_groups(n_members: int, left: list[int], right: list[int]) -> int:
    """Return how many groups are left once the two members of each pair have joined theirs."""
    parent = list(range(n_members))

    def head(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]  # a short cut for the next time
            member = parent[member]
        return member

    for first, second in zip(left, right, strict=True):
        parent[head(second)] = head(first)
    return sum(parent[member] == member for member in range(n_members))
