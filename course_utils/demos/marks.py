"""The marks of a picture, as data.

A mark names the *role* of its colour, never the colour, so that light and dark themes can each
choose their own.  `course_utils.demos.render` draws marks with Matplotlib, ``drawing.js`` draws
the same data in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import as_floats

__all__ = [
    "Area",
    "Arrow",
    "Band",
    "Bars",
    "Handle",
    "Line",
    "Mark",
    "Points",
    "Raster",
    "Role",
    "Rule",
    "Scale",
    "Segments",
    "Spot",
    "Strokes",
    "Text",
    "class_levels",
    "numbers",
    "two_sided_levels",
]

Numbers: TypeAlias = tuple[float, ...]
Range: TypeAlias = tuple[float, float]
Role: TypeAlias = Literal["curve", "accent", "second", "class0", "class1", "class2", "muted"]
Style: TypeAlias = Literal["solid", "dashed", "dotted"]
Shape: TypeAlias = Literal["circle", "square", "diamond"]
Scale: TypeAlias = Literal["two", "classes", "amount"]
CLASSES = 4  # a byte holds the class in its two highest bits
STRENGTHS = 64


def numbers(values: ArrayLike) -> Numbers:
    """Round an array to what a screen can show and make it part of a picture.

    Parameters
    ----------
    values : array_like of shape (n,)
        Coordinates.

    Returns
    -------
    tuple of float
        The values with five decimals: fine for axes that span more than 0.1.

    Examples
    --------
    >>> numbers([1 / 3, 2.0])
    (0.33333, 2.0)
    """
    return tuple(as_floats(values, name="values").round(5).tolist())


@dataclass(frozen=True)
class Line:
    """A polyline through points; a label is written at its end."""

    x: Numbers
    y: Numbers
    role: Role = "curve"
    style: Style = "solid"
    width: float = 2.2
    label: str = ""


@dataclass(frozen=True)
class Points:
    """Separate points; the shape tells classes apart where colours can't."""

    x: Numbers
    y: Numbers
    role: Role = "accent"
    shape: Shape = "circle"
    size: float = 8.0


@dataclass(frozen=True)
class Segments:
    """Vertical strokes from `low` to `high`, one at each x."""

    x: Numbers
    low: float
    high: float
    role: Role = "accent"
    width: float = 1.8


@dataclass(frozen=True)
class Rule:
    """A straight line across the whole panel, at one value of one axis."""

    axis: Literal["x", "y"]
    at: float
    role: Role = "muted"
    style: Style = "dashed"
    label: str = ""


@dataclass(frozen=True)
class Band:
    """A shaded strip across the whole panel, between two values of one axis."""

    axis: Literal["x", "y"]
    low: float
    high: float
    role: Role = "muted"


@dataclass(frozen=True)
class Text:
    """A few words at a point, beginning, centred or ending there."""

    x: float
    y: float
    text: str
    role: Role = "muted"
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True)
class Handle:
    """A point that can be dragged, along one axis or both; the demo says what that does."""

    name: str
    x: float
    y: float
    along: Literal["x", "y", "xy"]
    label: str
    role: Role = "accent"
    shape: Shape = "circle"


@dataclass(frozen=True)
class Spot:
    """A place to look at more closely: the demo is told when the mouse comes near."""

    name: str
    x: float
    y: float
    label: str = ""
    role: Role = "muted"
    size: float = 9.0


@dataclass(frozen=True)
class Bars:
    """Bars from 0 to `heights`, `width` wide in units of the x-axis, centred at `x`."""

    x: Numbers
    heights: Numbers
    width: float
    role: Role = "curve"


@dataclass(frozen=True)
class Area:
    """The space between two curves over the same `x`."""

    x: Numbers
    low: Numbers
    high: Numbers
    role: Role = "curve"


@dataclass(frozen=True)
class Strokes:
    """Separate straight lines, each with a width of its own."""

    x0: Numbers
    y0: Numbers
    x1: Numbers
    y1: Numbers
    widths: Numbers
    role: Role = "curve"
    style: Style = "solid"


@dataclass(frozen=True)
class Arrow:
    """A straight line with a head at its end."""

    x0: float
    y0: float
    x1: float
    y1: float
    role: Role = "accent"
    width: float = 2.2


@dataclass(frozen=True)
class Raster:
    """A grid of small coloured fields behind everything else.

    Parameters
    ----------
    x_range, y_range : tuple of two floats
        What the grid covers.
    levels : bytes
        One byte for each field, row by row, the row with the lowest y first.
    n_columns : int
        Fields in a row.
    scale : {"two", "classes", "amount"}
        What a byte means: from class 0 (0) over the paper (128) to class 1 (255), as
        `two_sided_levels` makes them; a class and its strength, as `class_levels` does; or
        from the paper (0) to the colour of curves (255).
    """

    x_range: Range
    y_range: Range
    levels: bytes
    n_columns: int
    scale: Scale = "two"


Mark: TypeAlias = (
    Line
    | Points
    | Segments
    | Rule
    | Band
    | Text
    | Handle
    | Spot
    | Bars
    | Area
    | Strokes
    | Arrow
    | Raster
)


def two_sided_levels(values: ArrayLike) -> bytes:
    """Turn numbers from -1 to 1 into the levels of a `Raster` with the scale "two".

    Parameters
    ----------
    values : array_like of shape (n_rows, n_columns)
        -1 for class 0, 1 for class 1; what lies beyond is cut off.

    Returns
    -------
    bytes
        One for each number.

    Examples
    --------
    >>> list(two_sided_levels([[-1.0, 0.0, 1.0]]))
    [1, 128, 255]
    """
    clipped = np.clip(as_floats(values, name="values"), -1, 1)
    return np.asarray(np.round(128 + 127 * clipped), np.uint8).tobytes()


def class_levels(labels: ArrayLike, strengths: ArrayLike) -> bytes:
    """Turn classes and how sure they are into levels of a `Raster` with the scale "classes".

    Parameters
    ----------
    labels : array_like of int of shape (n_rows, n_columns)
        Classes from 0 to 3.
    strengths : array_like of shape (n_rows, n_columns)
        0 for a field as light as paper, 1 for the full colour of its class.

    Returns
    -------
    bytes
        One for each field.

    Examples
    --------
    >>> list(class_levels([[0, 1, 2]], [[0.0, 0.5, 1.0]]))
    [0, 96, 191]
    """
    sure = np.clip(as_floats(strengths, name="strengths"), 0, 1)
    steps = np.round((STRENGTHS - 1) * sure).astype(np.uint8)
    return np.asarray(np.asarray(labels, np.uint8) * STRENGTHS + steps, np.uint8).tobytes()
