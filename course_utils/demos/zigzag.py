"""Demo: how inputs that are all positive send two weights on a zig-zag way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array
from course_utils.demos._runs import step_by
from course_utils.demos.controls import Choice, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Handle, Line, Points, Raster, Rule, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.diagnostics import zigzag_ratio
from course_utils.losses import squared_error, squared_error_gradient

__all__ = ["DEMO", "ZigzagState", "zigzag_demo"]

REACH = 1.5
LAST_STEP = 120
LOST = 10.0  # from the best weights; those that go on converging stay far nearer
N_SAMPLES = 40
GRID = np.linspace(-REACH, REACH, 31)
RATES = (0.05, 0.1, 0.2, 0.4, 0.8)


@dataclass(frozen=True)
class ZigzagState:
    """What the controls set: where inputs lie, the target weights, the rate, and time."""

    offset: float = 1.0
    w1: float = 0.7
    w2: float = -0.7
    learning_rate: float = 0.2
    batch: str = "1"
    n_steps: int = 40


CONTROLS = (
    Slider("offset", "mean of both inputs", low=-1.5, high=1.5, step=0.1),
    Slider("w1", "best weight w1", low=-1.0, high=1.0, step=0.05),
    Slider("w2", "best weight w2", low=-1.0, high=1.0, step=0.05),
    Ladder("learning_rate", "learning rate", RATES),
    Choice("batch", "samples in a step", ("1", "4", "all")),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=1),
)


def picture(state: ZigzagState) -> Picture:
    """Show the inputs, and the way of the weights over the loss."""
    path = _path(state)[: state.n_steps + 1]
    left = float(np.hypot(*(path[-1] - _target(state))))
    title, way = _way(path, left)
    steps = "1 step" if state.n_steps == 1 else f"{state.n_steps:g} steps"
    status = f"After {steps} {way}."
    return Picture(
        panels=(_input_panel(state), _weight_panel(state, path, title)),
        alt=(
            "Two plots of a neuron with two weights. Left, its inputs as points around "
            f"{state.offset:g} on both axes; right, a path of the weights from 0 over the "
            f"loss, drawn as shades that are strong where it is low, towards the best weights "
            f"at {state.w1:g} and {state.w2:g}. {status}"
        ),
        status=status,
    )


def drag(state: ZigzagState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Turn a pulled handle into the mean of the inputs, or into the best weights."""
    return {"offset": (x + y) / 2} if handle == "offset" else {"w1": x, "w2": y}


def _input_panel(state: ZigzagState) -> Panel:
    X = _inputs(state.offset)
    marks = (
        Rule("x", 0.0),
        Rule("y", 0.0),
        Points(numbers(X[:, 0]), numbers(X[:, 1]), "curve", size=6.0),
        Handle("offset", state.offset, state.offset, "xy", "m"),
    )
    span = (-2.2, 2.2)
    share = float(np.mean(X[:, 0] * X[:, 1] > 0))
    title = f"Inputs: both of one sign in {share:.0%}"
    return Panel(title, "x1, first input", "x2, second input", span, span, marks, 0.8)


def _way(path: Array, left: float) -> tuple[str, str]:
    """Return the title of the path, and what the status says of it."""
    if left > LOST:
        words = f"the weights have diverged, more than {LOST:g} away from the best"
        return "Weights: diverged", words
    rest = f"{left:.2f} is left to the best weights"
    if (path[0] == path[-1]).all():
        at_best = left == 0
        title = "Weights: best from the start" if at_best else "Weights: at the start"
        return title, f"the weights are where they started; {rest}"
    ratio = f"{zigzag_ratio(path):.2f} times"
    words = f"the way is {ratio} as long as a straight line; {rest}"
    return f"Weights: {ratio} the straight way", words


def _weight_panel(state: ZigzagState, path: Array, title: str) -> Panel:
    end, path = _target(state), _in_reach(path)
    marks = (
        Raster((-REACH, REACH), (-REACH, REACH), _shades(state), len(GRID), "amount"),
        Line(numbers(path[:, 0]), numbers(path[:, 1]), "accent", width=1.8),
        Points(numbers(path[1:, 0]), numbers(path[1:, 1]), "accent", size=4.0),
        Points((0.0,), (0.0,), "muted", "square", 7.0),
        Text(-0.12, 0.0, "start", align="right"),
        Text(REACH - 0.05, -REACH + 0.1, "full colour: low loss", align="right"),
        Handle("best", float(end[0]), float(end[1]), "xy", "w", role="second"),
    )
    span = (-REACH, REACH)
    return Panel(title, "w1, first weight", "w2, second weight", span, span, marks)


def _in_reach(path: Array) -> Array:
    """End a path at its first point that is lost: further ones have up to 95 digits."""
    lost = np.flatnonzero(np.abs(path).max(axis=1) > LOST)
    return path[: lost[0] + 1] if lost.size else path


def _target(state: ZigzagState) -> Array:
    return np.array([state.w1, state.w2])


@lru_cache(maxsize=64)
def _inputs(offset: float) -> Array:
    return offset + np.random.default_rng(31).uniform(-0.5, 0.5, (N_SAMPLES, 2))


def _path(state: ZigzagState) -> Array:
    return _whole_path(state.offset, state.w1, state.w2, state.learning_rate, state.batch)


@lru_cache(maxsize=64)
def _whole_path(offset: float, w1: float, w2: float, rate: float, batch: str) -> Array:
    X, w = _inputs(offset), np.zeros(2)
    wanted, n_rows = X @ [w1, w2], N_SAMPLES if batch == "all" else int(batch)
    path = [w]
    for step in range(LAST_STEP):
        rows = np.arange(step * n_rows, (step + 1) * n_rows) % N_SAMPLES
        slopes = squared_error_gradient(X[rows] @ w, wanted[rows])
        w = w - rate * slopes @ X[rows]
        path.append(w)
    return np.array(path)


@lru_cache(maxsize=64)
def _losses(offset: float, w1: float, w2: float) -> Array:
    X = _inputs(offset)
    corners = np.array([(a, b) for b in GRID for a in GRID])
    scores, wanted = X @ corners.T, X @ [w1, w2]
    return np.array([squared_error(s, wanted) for s in scores.T]).reshape(len(GRID), -1)


def _shades(state: ZigzagState) -> bytes:
    loss = np.sqrt(_losses(state.offset, state.w1, state.w2))
    levels = np.asarray(np.round(255 * (1 - loss / loss.max()) ** 2), np.uint8)
    return levels.tobytes()


DEMO = Demo(
    "zigzag",
    "The way of two weights",
    ZigzagState(),
    CONTROLS,
    picture,
    drag,
    tick=step_by(1, LAST_STEP),
    pace=60,
)


def zigzag_demo(**state: object) -> Live[ZigzagState]:
    """Show how far two weights walk when their inputs lie off zero.

    Parameters
    ----------
    **state
        Where to start: `offset` of the inputs (-1.5 to 1.5), best weights `w1` and `w2`
        (-1 to 1), `learning_rate` (.05 to .8), `batch` ("1", "4" or "all"), `n_steps`.

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
    CS231n, "Neural Networks Part 1", "Commonly used activation functions": inputs that are
    all positive give gradients of one sign.

    Examples
    --------
    >>> zigzag_demo(offset=0.0).state().offset
    0.0
    """
    return Live(DEMO, **state)
