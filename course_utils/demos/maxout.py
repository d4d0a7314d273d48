"""Demo: a maxout unit built of two to four straight lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.demos._words import minus
from course_utils.demos.controls import Choice, Hidden, Ladder, Slider
from course_utils.demos.demo import Click, Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Bars,
    Handle,
    Line,
    Mark,
    Role,
    Rule,
    Segments,
    Text,
    numbers,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.network import Maxout, count

__all__ = ["DEMO", "MaxoutState", "maxout_demo"]

Lines: TypeAlias = tuple[tuple[float, float], ...]
REACH = 3.0
GRID = np.linspace(-REACH, REACH, 601)
HEIGHTS = (-4.6, 7.6)
GROUND = -4.0
MOST = 4
N_INPUTS = 3000
INPUTS = (np.arange(N_INPUTS) + 0.5) / N_INPUTS * 2 * REACH - REACH
ROLES: tuple[Role, ...] = ("class1", "second", "accent", "muted")
SLOPE = Slider("slope", "its slope w", low=-2.0, high=2.0, step=0.05)
OFFSET = Slider("offset", "its offset b", low=-2.0, high=2.0, step=0.05)
PRESETS = {
    "ReLU": ((0.0, 0.0), (1.0, 0.0)),
    "leaky ReLU": ((0.1, 0.0), (1.0, 0.0)),
    "absolute value": ((-1.0, 0.0), (1.0, 0.0)),
}
OWN = "own"
LINES = ((-1.0, -1.0), (0.0, 0.0), (1.0, -1.0), (1.8, -2.0))


@dataclass(frozen=True)
class MaxoutState:
    """What the controls set: the lines, the one to change, a chord, and the inputs."""

    preset: str = OWN
    n_pieces: int = 3
    piece: int = 1
    slope: float = -1.0
    offset: float = -1.0
    left: float = -2.0
    right: float = 2.0
    n_inputs: int = 1
    lines: Lines = LINES


def _settled_lines(value: object) -> Lines | None:
    if not isinstance(value, tuple) or len(value) != MOST:
        return None
    if not all(isinstance(line, tuple) and len(line) == 2 for line in value):
        return None
    pairs = [(SLOPE.settle(slope), OFFSET.settle(offset)) for slope, offset in value]
    lines = tuple((w, b) for w, b in pairs if w is not None and b is not None)
    return lines if len(lines) == MOST else None


CONTROLS = (
    Choice("preset", "unit", (*PRESETS, OWN)),
    Slider("n_pieces", "pieces k", low=2, high=MOST, step=1),
    Slider("piece", "piece to change", low=1, high=MOST, step=1),
    SLOPE,
    OFFSET,
    Slider("left", "chord from", low=-REACH, high=-0.6, step=0.1),
    Slider("right", "chord to", low=1.6, high=REACH, step=0.1),
    Ladder("n_inputs", "inputs D", (1, 2, 10, 100, 3072)),
    Hidden("lines", _settled_lines, (LINES, ((0.5, 0.5), *LINES[1:]))),
)


def settle(before: MaxoutState, after: MaxoutState) -> MaxoutState:
    """Let the two sliders show the chosen line, and the preset what the lines are."""
    lines, n_pieces = after.lines, after.n_pieces
    asked = after.preset != before.preset and after.preset in PRESETS
    if asked and _name(lines[:n_pieces]) != after.preset:
        lines, n_pieces = (*PRESETS[after.preset], *lines[2:]), 2
    piece = min(after.piece, n_pieces)
    if lines == before.lines:
        slope, offset = lines[piece - 1]
        slope = after.slope if after.slope != before.slope else slope
        offset = after.offset if after.offset != before.offset else offset
        lines = (*lines[: piece - 1], (slope, offset), *lines[piece:])
    slope, offset = lines[piece - 1]
    return replace(
        after,
        preset=_name(lines[:n_pieces]),
        n_pieces=n_pieces,
        piece=piece,
        slope=slope,
        offset=offset,
        lines=lines,
    )


def picture(state: MaxoutState) -> Picture:
    """Show the lines, the largest of them with a chord, and how often each one wins."""
    pieces = state.lines[: state.n_pieces]
    shares = _shares(pieces)
    gap = _gap(pieces, state.left, state.right)
    won = ", ".join(f"{share:.0%}" for share in shares)
    n_own, n_neuron = _n_parameters(state.n_pieces, state.n_inputs)
    status = (
        f"Pieces win {won} of the inputs from −3 to 3; the chord is up to {gap:.2f} above; for "
        f"D = {state.n_inputs:,} the unit has {state.n_pieces}(D + 1) = {n_own:,} parameters, "
        f"a neuron {n_neuron:,}."
    )
    right = _share_panel(shares, f"Parameters: {n_own:,} (neuron: {n_neuron:,})")
    return Picture(
        panels=(_line_panel(state, gap), right),
        alt=(
            f"Two plots of a maxout unit, {state.preset}. Left, {state.n_pieces} straight "
            f"lines, {', '.join(_in_words(w, b) for w, b in pieces)}, and their maximum as "
            "a thick curve that bends upwards only, with a chord that is never below it; "
            f"right, bars of the share of inputs that each line wins. {status}"
        ),
        status=status,
    )


def drag(state: MaxoutState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Turn a pulled handle into the chosen line, or into an end of the chord."""
    if handle == "slope":
        return {"slope": y - state.offset}
    return {"offset": y} if handle == "offset" else {handle: x}


def click(state: MaxoutState, where: Click) -> Mapping[str, float]:
    """Choose the line that is nearest to the click."""
    away = [abs(w * where.x + b - where.y) for w, b in state.lines[: state.n_pieces]]
    return {"piece": int(np.argmin(away)) + 1}


def _line_panel(state: MaxoutState, gap: float) -> Panel:
    pieces = state.lines[: state.n_pieces]
    ends = np.array([state.left, state.right])
    role = ROLES[state.piece - 1]
    at_ends = _unit(pieces, ends)
    marks: list[Mark] = [
        Rule("y", 0.0, style="solid"),
        Line(numbers(GRID), numbers(_unit(pieces, GRID)), "curve", width=6.0),
    ]
    for i, (w, b) in enumerate(pieces):
        wide = 3.0 if i == state.piece - 1 else 1.6
        edges = numbers([b - w * REACH, b + w * REACH])
        marks.append(Line((-REACH, REACH), edges, ROLES[i], width=wide))
    for x, y in zip(ends, at_ends, strict=True):
        marks.append(Line((x, x), numbers([GROUND, y]), "curve", "dotted", 1.2))
    marks += [
        Line(numbers(ends), numbers(at_ends), "curve", "dashed"),
        *_names(pieces),
        Handle("left", state.left, GROUND, "x", "c", "curve"),
        Handle("right", state.right, GROUND, "x", "c", "curve"),
        Handle("offset", 0.0, state.offset, "y", "b", role, "square"),
        Handle("slope", 1.0, state.offset + state.slope, "y", "w", role),
    ]
    title = f"Largest of {len(pieces)}: chord up to {gap:.2f} above"
    span = (-REACH, REACH)
    return Panel(
        title, "x, input", "a, largest sum", span, HEIGHTS, tuple(marks), 1.25, name="lines"
    )


def _names(pieces: Lines) -> list[Mark]:
    """Write the number of each line at the top, over the stretch that it wins."""
    winners = _winners(pieces)
    turns = INPUTS[1:][np.diff(winners) != 0]
    names: list[Mark] = [Segments(numbers(turns), 6.4, HEIGHTS[1], "muted", 1.0)]
    for i in range(len(pieces)):
        stretch = INPUTS[winners == i]
        if stretch.size > N_INPUTS // 7:
            words = f"{i + 1} wins"
            names.append(Text(float(stretch.mean()), 6.95, words, ROLES[i], "center"))
    return names


def _share_panel(shares: tuple[float, ...], title: str) -> Panel:
    marks: list[Mark] = [Rule("y", 0.0, style="solid")]
    for i, share in enumerate(shares):
        marks.append(Bars((i + 1.0,), (100 * share,), 0.6, ROLES[i]))
        marks.append(Text(i + 1.0, 100 * share + 6, f"{share:.0%}", ROLES[i], "center"))
    span = (0.4, MOST + 0.6)
    return Panel(title, "piece", "share of x from −3 to 3, %", span, (0.0, 112.0), tuple(marks))


@lru_cache(maxsize=64)
def _layer(pieces: Lines) -> Maxout:
    return Maxout([[[w]] for w, _ in pieces], [[b] for _, b in pieces])


def _unit(pieces: Lines, x: Array) -> Array:
    return _layer(pieces).forward(x[:, np.newaxis])[:, 0]


def _winners(pieces: Lines) -> Labels:
    # Where two are equal the first one wins, as it does when gradients are sent back.
    sums = _layer(pieces).pre_activation(INPUTS[:, np.newaxis])
    first: Labels = sums[:, :, 0].argmax(axis=0)
    return first


def _shares(pieces: Lines) -> tuple[float, ...]:
    winners = _winners(pieces)
    return tuple(float(np.mean(winners == i)) for i in range(len(pieces)))


def _gap(pieces: Lines, left: float, right: float) -> float:
    """Return how far at most the chord lies above the unit."""
    # Between bends both are straight, so that the gap is widest at a bend.
    crossings = [(d - b) / (w - v) for w, b in pieces for v, d in pieces if w != v]
    x = np.array([left, right, *(at for at in crossings if left < at < right)])
    y = _unit(pieces, x)
    chord = y[0] + (y[1] - y[0]) * (x - left) / (right - left)
    return float(np.max(chord - y)) + 0.0


@lru_cache(maxsize=64)
def _n_parameters(n_pieces: int, n_inputs: int) -> tuple[int, int]:
    unit = Maxout(np.zeros((n_pieces, 1, n_inputs)), np.zeros((n_pieces, 1)))
    return unit.n_parameters, count([n_inputs, 1]).n_parameters


def _name(pieces: Lines) -> str:
    return next((name for name, lines in PRESETS.items() if lines == pieces), OWN)


def _in_words(w: float, b: float) -> str:
    """Write a line the way one says it: x - 1, not 1x + -1."""
    if w == 0:
        return minus(f"{b:g}")
    size = "" if abs(w) == 1 else f"{abs(w):g}"
    shift = f" {'−' if b < 0 else '+'} {abs(b):g}" if b else ""
    return f"{'−' if w < 0 else ''}{size}x{shift}"


DEMO = Demo(
    "maxout",
    "Maxout of straight lines",
    MaxoutState(),
    CONTROLS,
    picture,
    drag,
    click,
    settle=settle,
)


def maxout_demo(**state: object) -> Live[MaxoutState]:
    """Show a maxout unit: the largest of two to four straight lines.

    Parameters
    ----------
    **state
        Where to start: `preset` ("ReLU", "leaky ReLU", "absolute value" or "own"),
        `n_pieces` (2 to 4), the `piece` to change with its `slope` and `offset` (-2 to 2),
        the chord from `left` (-3 to -.6) to `right` (1.6 to 3), `n_inputs` (1, 2, 10, 100 or
        3072) for the count of parameters, or all four `lines` as pairs of slope and offset.

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
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Maxout". Inputs
    are spread evenly from -3 to 3. Click a line to choose it.

    Examples
    --------
    >>> maxout_demo(preset="absolute value").state().n_pieces
    2
    """
    return Live(DEMO, **state)
