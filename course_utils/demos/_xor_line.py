"""The straight line of a neuron in a panel, and the handles that move and turn it."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from course_utils._arrays import Array
from course_utils.demos.marks import Handle, Line, Mark, Role, Style, Text, numbers
from course_utils.network import MLP

__all__ = ["Span", "line_with_handles", "pivot", "straight"]

Span: TypeAlias = tuple[float, float]
ARM = 0.19  # from the line to the handle that turns it, as a share of the panel


def line_with_handles(last: MLP, span: Span, *, held: bool) -> tuple[Mark, ...]:
    """Draw where z is 0, and what it can be held by; or say why it is not to be seen."""
    w, b = last.layers[0].W[0], float(last.layers[0].b[0])
    foot, direction = pivot(w, b, span)
    if not w.any():
        words = _words("no line: z is the same everywhere", foot, span)
        # From the middle the handle can be pulled any way.
        turn = Handle("turn", float(foot[0]), float(foot[1]), "xy", "w")
        return (words, turn) if held else (words,)
    line, pull = straight(w, b, "curve", "solid"), _pull(foot)
    if abs(w @ foot + b) > 1e-9 * np.hypot(*w):
        hint = ": pull b to the middle" if held else ""
        words = _words(f"the line is out of sight{hint}", foot, span)
        return (words, pull) if held else (words,)
    if not held:
        return (line,)
    tip = _in_sight(foot + ARM * (span[1] - span[0]) * direction, span)
    stem = Line((foot[0], tip[0]), (foot[1], tip[1]), "accent", "dotted", 1.6)
    turn = Handle("turn", float(tip[0]), float(tip[1]), "xy", "w")
    # In a corner of the panel there is no room for both.
    near = np.hypot(*(tip - foot)) < 0.5 * ARM * (span[1] - span[0])
    return (line, pull) if near else (line, stem, pull, turn)


def _pull(foot: Array) -> Handle:
    return Handle("line", float(foot[0]), float(foot[1]), "xy", "b")


def _words(words: str, foot: Array, span: Span) -> Text:
    """Write at the top or at the bottom, away from a handle."""
    middle, rim = sum(span) / 2, 0.06 * (span[1] - span[0])
    y = span[1] - rim if foot[1] <= middle else span[0] + rim
    return Text(middle, y, words, align="center")


def pivot(w: Array, bias: float, span: Span) -> tuple[Array, Array]:
    """Return the point of the line in sight that is nearest to the middle, and its normal.

    Of a line out of sight, it is the point in sight next to where it passes the middle.
    """
    middle = np.full(2, sum(span) / 2)
    length = np.hypot(*w)
    if length == 0:
        return middle, np.array([1.0, 0.0])
    normal = w / length
    foot = middle - (normal @ middle + bias / length) * normal
    along = np.linspace(-1, 1, 801)[:, np.newaxis] * (span[1] - span[0])
    places = foot + along * np.array([-normal[1], normal[0]])
    seen = np.abs(places - middle).max(axis=1) <= 0.98 * (span[1] - middle[0])
    if not seen.any():
        return _in_sight(foot, span), normal
    away = np.where(seen, np.abs(along[:, 0]), np.inf)
    nearest: Array = places[np.argmin(away)]
    return nearest, normal


def _in_sight(point: Array, span: Span) -> Array:
    rim = 0.04 * (span[1] - span[0])
    return np.clip(point, span[0] + rim, span[1] - rim)


def straight(w: Array, bias: float, role: Role, style: Style) -> Line:
    """Draw the line where w·x + b = 0, far beyond the panel."""
    length = np.hypot(*w)
    if length == 0:
        return Line((), (), "muted")
    normal = w / length
    foot = -bias / length * normal
    ends = foot + np.array([[-1.0], [1.0]]) * 20 * np.array([-normal[1], normal[0]])
    return Line(numbers(ends[:, 0]), numbers(ends[:, 1]), role, style)
