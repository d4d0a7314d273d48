"""A picture as data: what a demo shows, before anybody decides how to draw it.

A demo builds a `Picture`; `course_utils.demos.render` draws it with Matplotlib and
``canvas.js`` draws the same data in the browser.  A mark names the *role* of its colour,
never the colour, so that light and dark themes can each choose their own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal, TypeAlias

from numpy.typing import ArrayLike

from course_utils._arrays import as_floats

__all__ = [
    "Band",
    "Handle",
    "Line",
    "Mark",
    "Panel",
    "Picture",
    "Points",
    "Role",
    "Rule",
    "Segments",
    "Text",
    "numbers",
]

Numbers: TypeAlias = tuple[float, ...]
Range: TypeAlias = tuple[float, float]
Role: TypeAlias = Literal["curve", "accent", "second", "class0", "class1", "muted"]
Style: TypeAlias = Literal["solid", "dashed", "dotted"]
Shape: TypeAlias = Literal["circle", "square", "diamond"]


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


Mark: TypeAlias = Line | Points | Segments | Rule | Band | Text | Handle


@dataclass(frozen=True)
class Panel:
    """One pair of axes with its marks, the first at the back.

    Parameters
    ----------
    title : str
        What the panel shows, or better what can be seen in it.
    x_label, y_label : str
        Symbol and word, with the unit.
    x_range, y_range : tuple of two floats
        What is visible; marks outside are cut off.
    marks : tuple of marks
        What is drawn.
    share : float, default 1.0
        Width compared with the other panels.
    """

    title: str
    x_label: str
    y_label: str
    x_range: Range
    y_range: Range
    marks: tuple[Mark, ...]
    share: float = 1.0


@dataclass(frozen=True)
class Picture:
    """Panels side by side, and the words for those who do not see them.

    Parameters
    ----------
    panels : tuple of Panel
        From left to right.
    alt : str
        A description in full sentences.
    status : str
        The numbers of the moment in one short sentence, read aloud while you drag.

    Examples
    --------
    >>> line = Line((0.0, 1.0), (0.0, 2.0))
    >>> panel = Panel("A line", "x", "y", (0.0, 1.0), (0.0, 2.0), (line,))
    >>> Picture((panel,), alt="A line rises.").as_data()["panels"][0]["marks"][0]["kind"]
    'Line'
    """

    panels: tuple[Panel, ...]
    alt: str
    status: str = ""

    def as_data(self) -> dict[str, Any]:
        """Return the picture as dictionaries and lists, ready for JSON."""
        panels = []
        for panel in self.panels:
            marks = [{"kind": type(mark).__name__, **_shallow(mark)} for mark in panel.marks]
            panels.append({**_shallow(panel), "marks": marks})
        return {**_shallow(self), "panels": panels}


def _shallow(item: Mark | Panel | Picture) -> dict[str, Any]:
    # dataclasses.asdict copies every coordinate of every line, most of the cost of a frame.
    return {entry.name: getattr(item, entry.name) for entry in fields(item)}
