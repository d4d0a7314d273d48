"""Demo: two input dimensions, where bumps become crosses and a threshold makes towers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from course_utils._arrays import Array
from course_utils.demos._tower_networks import (
    KINDS,
    SIDE,
    SURFACES,
    Tiling,
    square,
    sum_of_four,
    tiling,
    tower,
)
from course_utils.demos._words import minus
from course_utils.demos.controls import Choice, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Handle,
    Line,
    Mark,
    Points,
    Raster,
    Rule,
    Text,
    numbers,
    two_sided_levels,
)
from course_utils.demos.picture import Panel, Picture

__all__ = ["DEMO", "TowerState", "tower_demo"]

EDGE = (-1.0, 1.0)
LOW = 0.25  # arms below that look cut off
STEEPNESS = (5.0, 10.0, 20.0, 50.0, 100.0, 200.0)
HIGHEST = 1.2  # of all targets
SHARP = 1.8  # of 2: a sum of four that gets as high in the middle looks like a cross
PLANE = (EDGE[0], 1.3)  # of x2: above the square there is room for the key
KEY = (-0.45, 0.45), (1.1, 1.2)
ALL = np.arange(256, dtype=np.uint8).tobytes()  # levels of a raster


@dataclass(frozen=True)
class TowerState:
    """What the controls set: one tower, its threshold, and how many imitate which target."""

    kind: str = "sigmoids"
    x1: float = -0.2
    x2: float = 0.2
    width: float = 0.7
    steepness: float = 50.0
    threshold: float = 1.5
    target: str = "bump"
    n: int = 8


CONTROLS = (
    Choice("kind", "neurons", KINDS),
    Slider("x1", "tower's middle x1", low=-0.5, high=0.5, step=0.05),
    Slider("x2", "tower's middle x2", low=-0.5, high=0.5, step=0.05),
    Slider("width", "tower's width", low=0.3, high=0.8, step=0.05),
    Ladder("steepness", "sigmoid steepness", STEEPNESS),
    Slider("threshold", "threshold t", low=0.2, high=2.0, step=0.05),
    Choice("target", "target f", tuple(SURFACES)),
    Slider("n", "towers along a side", low=2, high=12, step=1),
)


def picture(state: TowerState) -> Picture:
    """Show how one tower comes about, and how well n x n of them imitate a target."""
    tiles = tiling(state.target, state.kind, state.n, state.steepness, state.threshold)
    first, second = tiles.n_hidden
    _, arm = _top_and_arm(state)
    status = (
        f"{state.n} × {state.n} towers of {first} + {second} hidden {state.kind} are at most "
        f"{tiles.sup_error:.2f} off, {tiles.mean_error:.3f} on average."
        + " Steps have no steepness." * (state.kind == "steps")
        + " Raise t to cut off the arms." * (arm >= LOW)
    )
    return Picture(
        panels=(
            _cross_panel(state),
            _cut_panel(state),
            _tower_panel(state),
            _surface_panel(f"Target {state.target}", tiles.target),
            _surface_panel(_sum_title(state.n, tiles.total), tiles.total),
            _error_panel(tiles),
        ),
        alt=(
            "Six plots over a square. Above, from left to right: four neurons add up to "
            f"{_form(state)}, shown by shades; cuts through it and beside it with the "
            f"threshold {state.threshold:g} as a line; and {_shape(state)}. Below: the target "
            f"{state.target}, the sum of {second} towers, and the error, with a mark where it "
            f"is largest. {status}"
        ),
        status=status,
        rows=(3, 3),
        heights=(300.0, 300.0),
    )


def drag(state: TowerState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Move the tower, pull at its side, or set the threshold."""
    if handle == "threshold":
        return {"threshold": y}
    if handle == "width":
        return {"width": 2 * abs(x - state.x1)}
    return {"x1": x, "x2": y}


# ---- Panels ------------------------------------------------------------------------------


def _cross_panel(state: TowerState) -> Panel:
    total = sum_of_four(square(), state.kind, *_where(state), state.steepness)
    marks = (
        *_amounts(total, 2.0),
        Handle("width", *_corner(state), "x", "w", "second"),
        Handle("middle", state.x1, state.x2, "xy", "m"),
    )
    return _map(f"Sum of 4 {state.kind}: {_form(state)}", marks)


def _cut_panel(state: TowerState) -> Panel:
    x = np.linspace(*EDGE, 201)
    cuts = [
        sum_of_four(
            np.column_stack([x, np.full(201, x2)]), state.kind, *_where(state), state.steepness
        )
        for x2 in (state.x2, _far(state.x2))
    ]
    marks: tuple[Mark, ...] = (
        Rule("y", state.threshold, "accent"),
        Line(numbers(x), numbers(cuts[1]), "second", "dashed"),
        Line(numbers(x), numbers(cuts[0]), "curve"),
        Handle("threshold", 0.9, state.threshold, "y", "t"),
    )
    title = f"Cuts, threshold t = {state.threshold:.2f}"
    return Panel(title, "x1, first input", "sum of 4", EDGE, (-0.15, 2.25), marks)


def _tower_panel(state: TowerState) -> Panel:
    where, how = _where(state), (state.steepness, state.threshold)
    top, arm = _top_and_arm(state)
    marks = _amounts(tower(square(), state.kind, *where, *how), 1.0)
    return _map(f"Tower: top {top:.2f}, arms {arm:.2f}", marks)


def _surface_panel(title: str, values: Array) -> Panel:
    return _map(title, _two_sided(values))


def _error_panel(tiles: Tiling) -> Panel:
    x, y = tiles.worst
    marks = (
        *_two_sided(tiles.target - tiles.total),
        Points(numbers([x]), numbers([y]), "accent", "square"),
    )
    return _map(f"Error: at most {tiles.sup_error:.2f}", marks)


def _map(title: str, marks: tuple[Mark, ...]) -> Panel:
    return Panel(title, "x1, first input", "x2, second input", EDGE, PLANE, marks)


def _amounts(values: Array, most: float) -> tuple[Mark, ...]:
    levels = np.asarray(np.round(255 * np.clip(values / most, 0, 1)), np.uint8).tobytes()
    key = Raster(*KEY, ALL, len(ALL), "amount")
    return Raster(EDGE, EDGE, levels, SIDE, "amount"), key, *_key_words("0", f"{most:g}")


def _two_sided(values: Array) -> tuple[Mark, ...]:
    levels = two_sided_levels((values / HIGHEST).reshape(SIDE, SIDE))
    words = _key_words(f"−{HIGHEST:g}", f"{HIGHEST:g}")
    return Raster(EDGE, EDGE, levels, SIDE), Raster(*KEY, ALL, len(ALL)), *words


def _key_words(low: str, high: str) -> tuple[Text, Text]:
    (left, right), (bottom, top) = KEY
    y = (bottom + top) / 2
    return Text(left - 0.08, y, low, align="right"), Text(right + 0.08, y, high)


def _sum_title(n: int, total: Array) -> str:
    """Count the towers, or if they leave the scale say how far they go."""
    if np.abs(total).max() <= HIGHEST:
        return f"{n} × {n} = {n * n} towers"
    low, high = (minus(f"{value:.1f}") for value in (total.min(), total.max()))
    return f"{n * n} towers: {low} to {high}"


# ---- What the state stands for -----------------------------------------------------------


def _where(state: TowerState) -> tuple[tuple[float, float], float]:
    return (state.x1, state.x2), state.width


def _corner(state: TowerState) -> tuple[float, float]:
    """Return the tower's upper right corner."""
    return round(state.x1 + state.width / 2, 5), round(state.x2 + state.width / 2, 5)


def _far(x2: float) -> float:
    """Return a place beside the tower, on the side where there is more room."""
    return EDGE[0] if x2 > 0 else EDGE[1]


def _top_and_arm(state: TowerState) -> tuple[float, float]:
    """Return the outputs in the middle of the tower, and far out on an arm of the cross."""
    X = np.array([[state.x1, state.x2], [state.x1, _far(state.x2)]])
    top, arm = tower(X, state.kind, *_where(state), state.steepness, state.threshold)
    return float(top), float(arm)


def _form(state: TowerState) -> str:
    """Say what the sum of four looks like: broad flanks leave neither top nor arms."""
    middle = np.array([[state.x1, state.x2]])
    top = sum_of_four(middle, state.kind, *_where(state), state.steepness)
    return "a cross" if top >= SHARP else "a blob"


def _shape(state: TowerState) -> str:
    top, arm = _top_and_arm(state)
    if top < 0.5:
        much = "nothing" if top < 0.005 else "only a trace"
        return f"{much}, as the threshold is above the sum"
    return "a square tower" if arm < LOW else "a tower with arms, as the threshold is too low"


DEMO = Demo("tower", "Towers over the plane", TowerState(), CONTROLS, picture, drag)


def tower_demo(**state: object) -> Live[TowerState]:
    """Show how neurons build towers over the plane, and functions out of towers.

    Parameters
    ----------
    **state
        Where to start: `kind` ("sigmoids" or "steps"), `x1` and `x2` (-0.5 to 0.5) and
        `width` (0.3 to 0.8) of one tower, `steepness` (5 to 200), `threshold` (0.2 to 2),
        `target` ("bump", "saddle" or "waves"), `n` towers along a side (2 to 12).

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
    CS231n, "Neural Networks Part 1", "Representational power", and Nielsen, "Neural Networks
    and Deep Learning", chapter 4, "Many input variables". Where four towers meet, each of the
    four sums is about 1: sigmoids with a threshold of 1.5 leave a hole there that gets
    narrower with their steepness, but not less deep. Steps that are 1 at their own edge do
    not.

    Examples
    --------
    >>> tower_demo(threshold=0.8).state().threshold
    0.8
    """
    return Live(DEMO, **state)
