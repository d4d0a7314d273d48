"""A picture as data: what a demo shows, before anybody decides how to draw it.

A demo builds a `Picture`; `course_utils.demos.render` draws it with Matplotlib and
``canvas.js`` draws the same data in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

from course_utils.demos.marks import Mark, Range

__all__ = ["Panel", "Picture"]

HEIGHT = 310.0  # pixels of one row of panels


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
        Width compared with the other panels of its row.
    framed : bool, default True
        Whether axes with numbers stand around it; a drawing has none.
    numbered : {"xy", "x", "y", ""}, default "xy"
        Which axes carry numbers.
    name : str, default ""
        If not empty, clicks on free places of the panel reach the demo under this name.
    """

    title: str
    x_label: str
    y_label: str
    x_range: Range
    y_range: Range
    marks: tuple[Mark, ...]
    share: float = 1.0
    framed: bool = True
    numbered: Literal["xy", "x", "y", ""] = "xy"
    name: str = ""


@dataclass(frozen=True)
class Picture:
    """Panels in rows, and the words for those who do not see them.

    Parameters
    ----------
    panels : tuple of Panel
        From left to right, row by row.
    alt : str
        A description in full sentences.
    status : str
        The numbers of the moment in one short sentence, read aloud while you drag.
    rows : tuple of int, optional
        How many panels stand in each row; by default all in one.
    heights : tuple of float, optional
        Height of each row in pixels; 310 each by default.

    Raises
    ------
    ValueError
        If the rows do not add up to the panels, or have another number of heights.

    Examples
    --------
    >>> from course_utils.demos.marks import Line
    >>> line = Line((0.0, 1.0), (0.0, 2.0))
    >>> panel = Panel("A line", "x", "y", (0.0, 1.0), (0.0, 2.0), (line,))
    >>> Picture((panel,), alt="A line rises.").as_data()["panels"][0]["marks"][0]["kind"]
    'Line'
    """

    panels: tuple[Panel, ...]
    alt: str
    status: str = ""
    rows: tuple[int, ...] = ()
    heights: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        rows = self.rows or (len(self.panels),)
        heights = self.heights or (HEIGHT,) * len(rows)
        if sum(rows) != len(self.panels) or len(heights) != len(rows):
            msg = (
                f"{len(self.panels)} panels do not fill rows {rows} of heights {heights}; "
                "give as many panels as rows have places, and a height for each row"
            )
            raise ValueError(msg)
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "heights", heights)

    def as_data(self) -> dict[str, Any]:
        """Return the picture as dictionaries and lists, ready for the wire."""
        panels = []
        for panel in self.panels:
            marks = [{"kind": type(mark).__name__, **_shallow(mark)} for mark in panel.marks]
            panels.append({**_shallow(panel), "marks": marks})
        return {**_shallow(self), "panels": panels}


def _shallow(item: Mark | Panel | Picture) -> dict[str, Any]:
    # dataclasses.asdict copies every coordinate of every line, most of the cost of a frame.
    return {entry.name: getattr(item, entry.name) for entry in fields(item)}
