"""Demo: the sigmoid and the number 1 under a microscope that shows single numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, floor, log10

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import sigmoid
from course_utils.demos._words import scientific
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Arrow,
    Band,
    Handle,
    Line,
    Mark,
    Points,
    Rule,
    Segments,
    Text,
    numbers,
)
from course_utils.demos.picture import Panel, Picture

__all__ = ["DEMO", "MicroscopeState", "microscope_demo"]

REACH = 40.0
STEP = 0.25  # a power of 2, so that z is the same number in both precisions
GRID = np.arange(0.0, REACH + STEP, STEP)
FLOOR = -18.0  # on the left panel a 0 stands here, for it has no logarithm
HANDLE = 1.9
SIDE = 11.0  # how far the right panel sees, in units of its scale
FINEST = {"float64": 16, "float32": 7}
MOST_LINES = 150
LANES = (3.5, 1.5)  # heights of the two computed numbers


@dataclass(frozen=True)
class MicroscopeState:
    """What the controls set: the weighted sum, and the precision of the numbers."""

    z: float = 36.0
    precision: str = "float64"


CONTROLS = (
    Slider("z", "weighted sum z", low=0.0, high=REACH, step=STEP),
    Choice("precision", "numbers", ("float64", "float32")),
)


def picture(state: MicroscopeState) -> Picture:
    """Show what is missing to 1, and the numbers near 1 with the sigmoid among them."""
    exact, computed = float(sigmoid(-state.z)), _missing(state.precision, state.z)
    output = "exactly 1" if computed == 0 else _below_1(computed)
    why = ", as 1 + e⁻ᶻ already is" if computed == 0 else ""
    status = (
        f"At z = {state.z:g} the true output is {_below_1(exact)}; computed in "
        f"{state.precision} it is {output}{why}."
    )
    below, above = _gaps(state.precision)
    return Picture(
        panels=(_tail_panel(state, exact), _grid_panel(state, exact, output)),
        alt=(
            "Two plots of the sigmoid near 1. Left, what is missing to 1, as a power of ten "
            "over z: the true value falls on a straight line, the computed one in steps, "
            f"and to 0 from z = {_first_one(state.precision):g} on. Right, the numbers that "
            f"{state.precision} has near 1, {_power(below)} apart below 1 and {_power(above)} "
            "above, with 1 plus e to the minus z rounded to one of them, and its reciprocal, "
            f"the sigmoid. {status}"
        ),
        status=status,
    )


def drag(state: MicroscopeState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Turn the pulled handle into z."""
    del state, handle, y
    return {"z": x}


def tick(state: MicroscopeState) -> Mapping[str, float]:
    """Move z to the right, until the end."""
    return {"z": state.z + STEP} if state.z < REACH else {}


def _tail_panel(state: MicroscopeState, exact: float) -> Panel:
    below, _ = _gaps(state.precision)
    computed = np.array([_missing(state.precision, z) for z in GRID])
    positive = computed > 0
    first = _first_one(state.precision)
    marks: tuple[Mark, ...] = (
        Rule("y", log10(below), role="second"),
        Line(numbers(GRID), numbers(np.log10(sigmoid(-GRID))), "curve"),
        Line(numbers(GRID[positive]), numbers(np.log10(computed[positive])), "accent"),
        Line((first, REACH), (FLOOR, FLOOR), "accent", width=4.0),
        Text(first - 0.6, FLOOR, "computed: 0", "accent", "right"),
        Line((state.z, state.z), (HANDLE, log10(exact)), "accent", "dotted", 1.4),
        _gap_words(below),
        Points((state.z,), (log10(exact),), "curve"),
        Handle("z", state.z, HANDLE, "x", "z"),
    )
    span = (0.0, REACH)
    title = f"At z = {state.z:g}, {_power(exact)} is missing to 1"
    return Panel(
        title, "z, weighted sum", "log10(1 − σ), power of ten", span, (FLOOR - 1, 3.0), marks
    )


def _gap_words(below: float) -> Text:
    # The curve falls from the left above the rule to the right below it.
    y, words = log10(below), f"gap below 1: {_power(below)}"
    if y > FLOOR / 2:
        return Text(REACH - 0.6, y + 0.85, words, "second", "right")
    return Text(0.6, y - 0.85, words, "second")


def _grid_panel(state: MicroscopeState, exact: float, output: str) -> Panel:
    unit = _unit(exact, state.precision)
    marks: list[Mark] = [*_representable(unit, state.precision), *_ruler(unit)]
    rounded_sum = _sum(state.precision, state.z)
    lanes = (
        (LANES[0], exp(-state.z), rounded_sum, "first 1 + e⁻ᶻ"),
        (LANES[1], -exact, -_missing(state.precision, state.z), "then σ = 1/(1 + e⁻ᶻ)"),
    )
    for y, true, rounded, name in lanes:
        marks += _snapping(y, true / unit, rounded / unit)
        marks.append(Text(-SIDE, y + 0.85, name))
    marks += [
        Points((-10.7,), (5.0,), "curve"),
        Text(-10.1, 5.0, "exact", "curve"),
        Points((-5.7,), (5.0,), "accent", "square"),
        Text(-5.1, 5.0, f"computed: one of the {state.precision}s", "accent"),
    ]
    title = f"Numbers near 1: computed σ is {output}"
    return Panel(title, "", "", (-SIDE - 0.5, SIDE + 0.5), (0.0, 5.3), tuple(marks), 1.2, False)


def _snapping(y: float, true: float, rounded: float) -> list[Mark]:
    """Draw a point and below it the number that it is rounded to."""
    return [
        Arrow(true, y + 0.3, rounded, y - 0.2, "accent", 1.4),
        Points((true,), (y + 0.3,), "curve"),
        Points((rounded,), (y - 0.3,), "accent", "square"),
    ]


def _representable(unit: float, precision: str) -> list[Mark]:
    below, above = _gaps(precision)
    n_below, n_above = floor(SIDE * unit / below), floor(SIDE * unit / above)
    words_at = (SIDE, LANES[0] + 0.85)
    if n_below + n_above > MOST_LINES:
        words = f"grey: {precision}s, too many to draw"
        bands = [Band("y", y - 0.55, y + 0.55, "muted") for y in LANES]
        return [*bands, Text(*words_at, words, align="right")]
    x = [-n * below / unit for n in range(n_below, 0, -1)]
    x += [n * above / unit for n in range(1, n_above + 1)]
    thin = 1.6 if len(x) < 40 else 0.6
    lines = [Segments(numbers(x), y - 0.55, y + 0.55, "muted", thin) for y in LANES]
    return [*lines, Text(*words_at, f"grey: the {precision}s", align="right")]


def _ruler(unit: float) -> list[Mark]:
    """Draw the number 1 and, at the bottom, how far away the others are."""
    marks: list[Mark] = [
        Line((-SIDE, SIDE), (0.7, 0.7), "muted", width=1.0),
        Segments((-10.0, 0.0, 10.0), 0.6, 0.8, "muted"),
        Segments((0.0,), 0.7, 4.1, "second", 2.4),
    ]
    return [
        *marks,
        Text(-SIDE, 0.35, _at_distance(-10 * unit)),
        Text(0.0, 0.35, "1", align="center"),
        Text(SIDE, 0.35, _at_distance(10 * unit), align="right"),
    ]


def _at_distance(far: float) -> str:
    if abs(far) == 1:
        return f"{1 + far:g}"
    return f"1 {'−' if far < 0 else '+'} {_power(abs(far))}"


def _unit(missing: float, precision: str) -> float:
    """Return the power of ten that the right panel is drawn in: it zooms in as z grows."""
    return 10.0 ** -min(-floor(log10(missing)), FINEST[precision])


def _gaps(precision: str) -> tuple[float, float]:
    one = np.dtype(precision).type(1)
    return float(one - np.nextafter(one, 0 * one)), float(np.nextafter(one, 2 * one) - one)


def _missing(precision: str, z: float) -> float:
    """Return 1 - sigmoid(z) with a sigmoid computed in this precision."""
    return 1 - float(_outputs(precision)[round(z / STEP)])


def _sum(precision: str, z: float) -> float:
    """Return what the computed sum 1 + exp(-z) has above 1."""
    kind = np.dtype(precision).type
    return float(kind(1) + np.exp(kind(-z))) - 1


@lru_cache(maxsize=64)
def _outputs(precision: str) -> Array:
    return sigmoid(GRID.astype(precision))


def _first_one(precision: str) -> float:
    return float(GRID[np.argmax(_outputs(precision) == 1)])


def _below_1(missing: float) -> str:
    return "0.5" if missing == 0.5 else f"1 − {_power(missing)}"


def _power(number: float) -> str:
    if number >= 0.001:
        return f"{number:.2g}"
    return scientific(number).replace(".0e", "e")


DEMO = Demo(
    "microscope",
    "The sigmoid under the microscope",
    MicroscopeState(),
    CONTROLS,
    picture,
    drag,
    tick=tick,
    pace=60,
)


def microscope_demo(**state: object) -> Live[MicroscopeState]:
    """Show how the sigmoid is rounded among the numbers near 1, and when it becomes 1.

    Parameters
    ----------
    **state
        Where to start: `z` (0 to 40), `precision` ("float64" or "float32").

    Returns
    -------
    Live
        The demo, to be the last line of a cell.

    Raises
    ------
    TypeError
        If a field does not exist.
    ValueError
        If a value is out of bounds.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Sigmoid". Numbers
    above 1 lie twice as far apart as those below. The sigmoid becomes 1 where ``1 + exp(-z)``
    does: where ``exp(-z)`` is no more than half of the gap above 1, at z = 36.74 in float64
    and 16.64 in float32. The left tail, ``sigmoid(-z)``, is never rounded to 0 here.

    Examples
    --------
    >>> microscope_demo(z=37.0).state().z
    37.0
    """
    return Live(DEMO, **state)
