"""Draw pictures with Matplotlib: the static twin of a live demo.

Only `matplotlib.figure.Figure` objects are used.  JupyterLab may call a demo from a second
thread while a cell runs, and the state that pyplot keeps does not survive that.
"""

from __future__ import annotations

from functools import singledispatch

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure, SubFigure
from matplotlib.patches import FancyArrowPatch
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator, NullLocator

from course_utils._figures import in_course_style
from course_utils.demos.marks import (
    Area,
    Arrow,
    Band,
    Bars,
    Handle,
    Line,
    Mark,
    Points,
    Raster,
    Rule,
    Segments,
    Spot,
    Strokes,
    Text,
)
from course_utils.demos.palette import LIGHT
from course_utils.demos.picture import Panel, Picture
from course_utils.demos.raster import colours

__all__ = ["draw", "draw_frames", "draw_marks"]

MARKERS = {"circle": "o", "square": "s", "diamond": "D"}
WIDTH = 8.4
PIXELS = 94.0  # of a picture on the page, to an inch of the figure


@in_course_style
def draw(*pictures: Picture) -> Figure:
    """Draw pictures, one under the other.

    Parameters
    ----------
    *pictures : Picture
        What to draw; at least one.

    Returns
    -------
    matplotlib.figure.Figure
        A figure that pyplot does not know of.

    Raises
    ------
    ValueError
        If there is nothing to draw.

    Examples
    --------
    >>> panel = Panel("A point", "x", "y", (0.0, 1.0), (0.0, 1.0), (Points((0.5,), (0.5,)),))
    >>> len(draw(Picture((panel, panel), alt="Two points.")).axes)
    2
    """
    if not pictures:
        msg = "draw() needs at least one picture, got none"
        raise ValueError(msg)
    tall = [sum(picture.heights) / PIXELS for picture in pictures]
    figure = Figure(figsize=(WIDTH, sum(tall)))
    boxes = figure.subfigures(len(pictures), 1, squeeze=False, height_ratios=tall)[:, 0]
    for box, picture in zip(boxes, pictures, strict=True):
        for ax, panel in zip(_frames(box, picture), picture.panels, strict=True):
            draw_marks(ax, panel)
    return figure


def draw_frames(picture: Picture) -> tuple[Figure, list[Axes]]:
    """Draw the axes of a picture, with nothing in them.

    Parameters
    ----------
    picture : Picture
        Whose panels.

    Returns
    -------
    figure : matplotlib.figure.Figure
        With a place for each panel.
    axes : list of matplotlib.axes.Axes
        The places.
    """
    figure = Figure(figsize=(WIDTH, sum(picture.heights) / PIXELS))
    return figure, _frames(figure, picture)


def _frames(box: Figure | SubFigure, picture: Picture) -> list[Axes]:
    rows = box.subfigures(len(picture.rows), 1, squeeze=False, height_ratios=picture.heights)
    axes: list[Axes] = []
    for row, n_panels in zip(rows[:, 0], picture.rows, strict=True):
        mine = picture.panels[len(axes) : len(axes) + n_panels]
        shares = [panel.share for panel in mine]
        axes += list(row.subplots(1, n_panels, width_ratios=shares, squeeze=False)[0])
    for ax, panel in zip(axes, picture.panels, strict=True):
        _frame(ax, panel)
    return axes


def _frame(ax: Axes, panel: Panel) -> None:
    # The title changes with the numbers in it: a blank one keeps its place.
    ax.set(title=" ", xlabel=panel.x_label, ylabel=panel.y_label)
    ax.set(xlim=panel.x_range, ylim=panel.y_range)
    for name, axis in (("x", ax.xaxis), ("y", ax.yaxis)):
        ticks = MaxNLocator(nbins=6, steps=[1, 2, 5, 10])
        axis.set_major_locator(ticks if name in panel.numbered else NullLocator())
    if not panel.framed:
        ax.set_axis_off()


def draw_marks(ax: Axes, panel: Panel) -> None:
    """Draw the title and the marks of a panel into its axes.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where.
    panel : Panel
        What.
    """
    title = ax.annotate(panel.title, (0, 1), (0, 6), xycoords="axes fraction")
    title.set(fontsize=rcParams["axes.titlesize"], fontweight=rcParams["axes.titleweight"])
    title.set_anncoords("offset points")
    for depth, mark in enumerate(panel.marks, start=2):
        _draw(mark, ax, depth)


@singledispatch
def _draw(mark: Mark, ax: Axes, depth: int) -> None:  # noqa: ARG001
    msg = f"there is no way to draw a {type(mark).__name__}; register one in render.py"
    raise TypeError(msg)


@_draw.register
def _(mark: Line, ax: Axes, depth: int) -> None:
    (line,) = ax.plot(mark.x, mark.y, color=LIGHT[mark.role], zorder=depth)
    line.set(linestyle=mark.style, linewidth=mark.width)
    if mark.label:
        end = (mark.x[-1], mark.y[-1])
        words = ax.annotate(mark.label, end, (-4, 6), textcoords="offset points")
        words.set(color=LIGHT[mark.role], ha="right")


@_draw.register
def _(mark: Points, ax: Axes, depth: int) -> None:
    (points,) = ax.plot(mark.x, mark.y, MARKERS[mark.shape], zorder=depth)
    points.set(color=LIGHT[mark.role], markersize=mark.size, markeredgecolor="white")


@_draw.register
def _(mark: Segments, ax: Axes, depth: int) -> None:
    strokes = ax.vlines(mark.x, mark.low, mark.high, LIGHT[mark.role], zorder=depth)
    strokes.set_linewidth(mark.width)


@_draw.register
def _(mark: Rule, ax: Axes, depth: int) -> None:
    across = ax.axvline if mark.axis == "x" else ax.axhline
    line = across(mark.at, color=LIGHT[mark.role], zorder=depth)
    line.set(linestyle=mark.style, linewidth=1.0)
    if mark.label:
        _label_rule(mark, ax)


def _label_rule(rule: Rule, ax: Axes) -> None:
    lying = rule.axis == "y"
    words = ax.annotate(rule.label, (1, rule.at) if lying else (rule.at, 1), (-3, 3))
    words.set(fontsize=9, color=LIGHT[rule.role], ha="right", va="bottom" if lying else "top")
    words.xycoords = ax.get_yaxis_transform() if lying else ax.get_xaxis_transform()
    words.set_anncoords("offset points")
    words.set_path_effects([withStroke(linewidth=3, foreground="white")])


@_draw.register
def _(mark: Band, ax: Axes, depth: int) -> None:
    across = ax.axvspan if mark.axis == "x" else ax.axhspan
    across(mark.low, mark.high, color=LIGHT[mark.role], alpha=0.15, linewidth=0, zorder=depth)


@_draw.register
def _(mark: Text, ax: Axes, depth: int) -> None:
    words = ax.text(mark.x, mark.y, mark.text, ha=mark.align, va="center", zorder=depth)
    words.set(color=LIGHT[mark.role], clip_on=True)


@_draw.register
def _(mark: Handle, ax: Axes, depth: int) -> None:
    # Handles may sit on the frame, where clipping would cut them in half.
    (disc,) = ax.plot(mark.x, mark.y, MARKERS[mark.shape], markersize=15, clip_on=False)
    disc.set(color=LIGHT[mark.role], markeredgecolor="white", zorder=depth)
    words = ax.text(mark.x, mark.y, mark.label, ha="center", va="center_baseline")
    words.set(color="white", fontsize=10, fontweight="bold", zorder=depth + 0.5)


@_draw.register
def _(mark: Spot, ax: Axes, depth: int) -> None:
    (disc,) = ax.plot(mark.x, mark.y, "o", markersize=1.3 * mark.size, clip_on=False)
    disc.set(color=LIGHT[mark.role], markeredgecolor="white", zorder=depth)
    words = ax.annotate(mark.label, (mark.x, mark.y), (0, -mark.size - 2))
    words.set(ha="center", va="top", fontsize=9)
    words.set_anncoords("offset points")


@_draw.register
def _(mark: Bars, ax: Axes, depth: int) -> None:
    ax.bar(mark.x, mark.heights, mark.width, color=LIGHT[mark.role], zorder=depth)


@_draw.register
def _(mark: Area, ax: Axes, depth: int) -> None:
    colour = LIGHT[mark.role]
    ax.fill_between(
        mark.x, mark.low, mark.high, color=colour, alpha=0.2, linewidth=0, zorder=depth
    )


@_draw.register
def _(mark: Strokes, ax: Axes, depth: int) -> None:
    ends = zip(
        zip(mark.x0, mark.y0, strict=True), zip(mark.x1, mark.y1, strict=True), strict=True
    )
    strokes = LineCollection(list(ends), linewidths=mark.widths, colors=LIGHT[mark.role])
    strokes.set(linestyle=mark.style, zorder=depth)
    ax.add_collection(strokes, autolim=False)


@_draw.register
def _(mark: Arrow, ax: Axes, depth: int) -> None:
    ends = (mark.x0, mark.y0), (mark.x1, mark.y1)
    arrow = FancyArrowPatch(*ends, arrowstyle="-|>", mutation_scale=14, shrinkA=0, shrinkB=0)
    arrow.set(color=LIGHT[mark.role], linewidth=mark.width, zorder=depth)
    ax.add_patch(arrow)


@_draw.register
def _(mark: Raster, ax: Axes, depth: int) -> None:
    extent = (*mark.x_range, *mark.y_range)
    view = (ax.get_xlim(), ax.get_ylim())
    ax.imshow(
        colours(mark),
        origin="lower",
        extent=extent,
        aspect="auto",
        interpolation="nearest",
        zorder=depth,
    )
    ax.set(xlim=view[0], ylim=view[1])
