"""Demo: how few neurons in many layers fold a line, and how many it takes in one layer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from course_utils.approximation import (
    count_pieces,
    n_linear_pieces,
    relu_interpolant,
    sup_error,
    tent,
    tent_network,
)
from course_utils.demos.controls import Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Handle, Line, Mark, Points, Rule, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.network import MLP

__all__ = ["DEMO", "TentsState", "tents_demo"]

DEEPEST = 8
UNIT = (0.0, 1.0)
FEW = 32  # more inputs with the same output than that would be a grey bar
FINE = 2049  # eight points to the narrowest piece


@dataclass(frozen=True)
class TentsState:
    """What the controls set: how often to fold, how wide one layer is, and an input."""

    depth: int = 4
    factor: float = 1.0
    x: float = 0.27


CONTROLS = (
    Slider("depth", "folds k (hidden layers)", low=1, high=DEEPEST, step=1),
    Ladder("factor", "one layer, × 2k", (1.0, 2.0, 4.0, 8.0, 16.0)),
    Slider("x", "input x", low=0.0, high=1.0, step=0.01),
)


def picture(state: TentsState) -> Picture:
    """Show both functions, how pieces grow with neurons, and one input fold by fold."""
    k = state.depth
    deep, wide = _pieces(k, state.factor)
    status = (
        f"{2 * k} ReLUs in {_layers(k)} draw {deep} pieces; {_width(state)} side by side draw "
        f"{wide}{_idle(state)}. One layer needs at least {deep - 1} for {deep}."
    )
    return Picture(
        panels=(_function_panel(state), _growth_panel(state), _fold_panel(state)),
        alt=(
            f"Three plots. On top, a zig-zag of {deep} straight pieces between 0 and 1, drawn "
            f"by {_folds(k)}, and dashed over it what one layer draws, which "
            f"{'is the same' if wide == deep else 'follows it on the left only'}. Below left, "
            "pieces against neurons on logarithmic axes: the deep network rises steeply, the "
            f"wide one along a straight line. Below right, the input {state.x:g} after each "
            f"fold. {status}"
        ),
        status=status,
        rows=(1, 2),
        heights=(310.0, 260.0),
    )


def drag(state: TentsState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Look at another input."""
    return {"x": x}


def tick(state: TentsState) -> Mapping[str, int]:
    """Fold once more."""
    return {"depth": state.depth + 1} if state.depth < DEEPEST else {}


# ---- Panels ------------------------------------------------------------------------------


def _function_panel(state: TentsState) -> Panel:
    k = state.depth
    corners = np.linspace(*UNIT, n_linear_pieces(k) + 1)
    knots = _knots(k, _width(state))
    deep, wide = tent_network(k), _one_layer(k, _width(state))
    y = float(tent(state.x, k))
    same = _with_output(y, k)
    marks: tuple[Mark, ...] = (
        Rule("y", y, "muted", "dotted"),
        Line(
            numbers(corners),
            numbers(_outputs(deep, corners)),
            "curve",
            width=1.8 if k < 7 else 1.0,
        ),
        Line(
            numbers(knots),
            numbers(_outputs(wide, knots)),
            "second",
            "dashed",
            width=2.6 if k < 7 else 1.2,
        ),
        Points(same, (round(y, 5),) * len(same), "curve", size=5.0),
        Points((state.x,), (round(y, 5),), "accent", "square"),
        Handle("x", state.x, -0.12, "x", "x"),
    )
    off = sup_error(deep, wide, UNIT, FINE)
    pieces = _pieces(k, state.factor)
    title = (
        f"{_folds(k)} (solid): {pieces[0]} pieces; one layer (dashed): {pieces[1]}, "
        f"at most {off:.2f} off"
    )
    return Panel(title, "x, input", "y, output", (-0.01, 1.01), (-0.2, 1.1), marks)


def _growth_panel(state: TentsState) -> Panel:
    depths = range(1, DEEPEST + 1)
    deep = [(math.log2(2 * k), math.log2(n_linear_pieces(k))) for k in depths]
    wide = [(math.log2(H), math.log2(H + 1)) for H in (2, 4, 8, 16, 32, 64, 128, 255)]
    here = deep[state.depth - 1]
    there = (math.log2(_width(state)), math.log2(_pieces(state.depth, state.factor)[1]))
    marks: tuple[Mark, ...] = (
        Line(*_columns(wide), "second", "dashed"),
        Line(*_columns(deep), "curve"),
        Points(*_columns(deep), "curve", size=6.0),
        Text(2.9, 7.2, "layers: 2^k", "curve", "right"),
        Text(8.2, 3.4, "one layer: H + 1 at most", "second", "right"),
        Points(*_columns([there]), "second", "diamond", size=11.0),
        Points(*_columns([here]), "accent", "square", size=11.0),
    )
    pieces = _pieces(state.depth, state.factor)[0]
    title = f"Pieces: {2 * state.depth} ReLUs fold to 2^{state.depth} = {pieces}"
    return Panel(title, "log₂ H, neurons", "log₂ pieces", (0.8, 8.3), (0.6, 8.6), marks)


def _fold_panel(state: TentsState) -> Panel:
    folds = np.arange(DEEPEST + 1)
    values = np.array([float(tent(state.x, int(k))) for k in folds])
    done = state.depth + 1
    marks: tuple[Mark, ...] = (
        Line(numbers(folds), numbers(values), "muted", "dotted", width=1.4),
        Line(numbers(folds[:done]), numbers(values[:done]), "accent"),
        Points(numbers(folds[:done]), numbers(values[:done]), "accent", "square"),
    )
    title = f"x = {state.x:.2f} is {values[state.depth]:.2f} after {_folds(state.depth)}"
    return Panel(title, "k, folds", "value", (-0.3, 8.3), (-0.08, 1.08), marks)


# ---- What the state stands for -----------------------------------------------------------


def _folds(depth: int) -> str:
    return "1 fold" if depth == 1 else f"{depth} folds"


def _layers(depth: int) -> str:
    return "one layer" if depth == 1 else f"{depth} layers"


def _width(state: TentsState) -> int:
    """Return how many neurons the one layer has; more than one a piece would be idle."""
    return min(int(state.factor) * 2 * state.depth, n_linear_pieces(state.depth))


def _idle(state: TentsState) -> str:
    """Say how many neurons that the ladder offers there is nothing to do for."""
    n_idle = int(state.factor) * 2 * state.depth - _width(state)
    return f", and {n_idle} more would be idle" if n_idle else ""


def _knots(depth: int, width: int) -> np.ndarray:
    """Return the corners of the tents as far as the neurons last, and the end."""
    corners = np.linspace(*UNIT, n_linear_pieces(depth) + 1)
    return np.array([*corners[:width], UNIT[1]])


@lru_cache(maxsize=64)
def _one_layer(depth: int, width: int) -> MLP:
    return relu_interpolant(partial(tent, depth=depth), _knots(depth, width))


@lru_cache(maxsize=64)
def _pieces(depth: int, factor: float) -> tuple[int, int]:
    """Count the pieces that the deep network draws, and those of the one layer."""
    wide = _one_layer(depth, _width(TentsState(depth, factor)))
    return count_pieces(tent_network(depth), UNIT), count_pieces(wide, UNIT)


def _outputs(network: MLP, x: np.ndarray) -> np.ndarray:
    return network.forward(x[:, np.newaxis])[:, 0]


def _with_output(y: float, depth: int) -> tuple[float, ...]:
    """Return the inputs, one on each piece, that are folded onto the same output."""
    pieces = np.arange(n_linear_pieces(depth))
    if len(pieces) > FEW:
        return ()
    return numbers((pieces + np.where(pieces % 2 == 0, y, 1 - y)) / len(pieces))


def _columns(points: list[tuple[float, float]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    x, y = np.array(points).T
    return numbers(x), numbers(y)


DEMO = Demo(
    "tents",
    "Folds over folds",
    TentsState(),
    CONTROLS,
    picture,
    drag,
    tick=tick,
    pace=700,
)


def tents_demo(**state: object) -> Live[TentsState]:
    """Show how depth multiplies straight pieces where width only adds them.

    Parameters
    ----------
    **state
        Where to start: `depth` (1 to 8 folds), `factor` (1 to 16 times as many neurons for
        the one layer), `x` (0 to 1).

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
    CS231n, "Neural Networks Part 1", "Representational power", where the power of depth is
    called an empirical observation; Telgarsky, "Benefits of depth in neural networks" (2016),
    where it is proved for tents like these.

    Examples
    --------
    >>> tents_demo(depth=8).state().depth
    8
    """
    return Live(DEMO, **state)
