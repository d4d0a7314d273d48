"""Samples in a plane: the marks of the classes, and the fields that regions are drawn on."""

from __future__ import annotations

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.demos.marks import Points, Role, Shape, numbers

__all__ = ["CLASS_MARKS", "class_points", "field_middles"]

CLASS_MARKS: tuple[tuple[Role, Shape], ...] = (
    ("class0", "circle"),
    ("class1", "square"),
    ("class2", "diamond"),
)


def class_points(X: Array, y: Labels, size: float, n_classes: int = 3) -> tuple[Points, ...]:
    """Draw samples in the colours and shapes of their classes, one mark for each class."""
    return tuple(
        Points(numbers(X[y == k, 0]), numbers(X[y == k, 1]), role, shape, size)
        for k, (role, shape) in enumerate(CLASS_MARKS[:n_classes])
    )


def field_middles(reach: float, side: int) -> Array:
    """Return the middles of the fields of a square around 0, row by row.

    Examples
    --------
    >>> field_middles(1.0, 2).tolist()
    [[-0.5, -0.5], [0.5, -0.5], [-0.5, 0.5], [0.5, 0.5]]
    """
    places = reach * (2 * np.arange(side) + 1 - side) / side
    return np.stack(np.meshgrid(places, places), axis=-1).reshape(-1, 2)
