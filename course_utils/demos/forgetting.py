"""Demo: weight decay as forgetting, with data that remind the neuron and without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import make_blobs
from course_utils.demos._runs import step_by
from course_utils.demos._words import minus
from course_utils.demos.controls import Ladder, Slider, Toggle
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Handle, Line, Points, Raster, Rule, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.losses import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    l2_penalty,
    l2_penalty_gradient,
)

__all__ = ["DEMO", "ForgettingState", "forgetting_demo"]

REACH = 2.5
LAST_STEP = 300
X_SPAN, Y_SPAN = (-2.8, 6.8), (-2.8, 4.4)
COLUMNS, ROWS = np.linspace(*X_SPAN, 33), np.linspace(*Y_SPAN, 28)


@dataclass(frozen=True)
class ForgettingState:
    """What the controls set: data or none, the decay, the rate, the first weights, time."""

    data: bool = True
    weight_decay: float = 0.1
    learning_rate: float = 0.5
    w1: float = -1.5
    w2: float = 2.0
    n_steps: int = 60


CONTROLS = (
    Toggle("data", "learn from data too"),
    Ladder("weight_decay", "weight decay λ", (0.0, 0.01, 0.03, 0.1, 0.3)),
    Ladder("learning_rate", "learning rate η", (0.1, 0.2, 0.5, 1.0, 2.0)),
    Slider("w1", "first weight w1", low=-REACH, high=REACH, step=0.1),
    Slider("w2", "first weight w2", low=-REACH, high=REACH, step=0.1),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=1),
)


def picture(state: ForgettingState) -> Picture:
    """Show the way of the weights, and their length beside that of forgetting alone."""
    path = _path(state)[: state.n_steps + 1]
    norms, alone = np.hypot(*path.T), _forgotten(state)
    step = state.n_steps
    status = (
        f"After {_steps(step)} the weights are {norms[-1]:.3f} long; "
        f"decay alone leaves {alone[step]:.3f}."
    )
    penalty = "the penalty alone" if state.weight_decay else "a loss that is 0 everywhere"
    source = "the loss of 40 points" if state.data else penalty
    shades = "drawn as shades that are strong where it is low"
    if not (state.data or state.weight_decay):
        shades = "without any shades"
    return Picture(
        panels=(_weight_panel(state, path), _norm_panel(state, norms, alone)),
        alt=(
            "Two plots of a neuron with two weights. Left, their path over "
            f"{source}, {shades}, from {state.w1:g} and {state.w2:g} to "
            f"{path[-1, 0]:.2f} and {path[-1, 1]:.2f}. Right, their length over the steps as "
            "a solid line, beside a dashed one that shrinks by the same factor, "
            f"{_factor(state):g}, at each step. {status}"
        ),
        status=status,
    )


def drag(state: ForgettingState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Start where the handle was pulled to, or go to the step it was pulled to."""
    return {"n_steps": x} if handle == "step" else {"w1": x, "w2": y}


def _weight_panel(state: ForgettingState, path: Array) -> Panel:
    w = path[-1]
    words = "no loss, so nothing moves"
    if state.data or state.weight_decay:
        words = "full colour: low loss"
    marks = (
        Raster(X_SPAN, Y_SPAN, _shades(state), len(COLUMNS), "amount"),
        Rule("x", 0.0),
        Rule("y", 0.0),
        Line(numbers(path[:, 0]), numbers(path[:, 1]), "accent", width=1.8),
        Points(numbers(path[::20, 0]), numbers(path[::20, 1]), "accent", size=5.0),
        Text(X_SPAN[1] - 0.2, Y_SPAN[0] + 0.3, words, align="right"),
        Handle("start", state.w1, state.w2, "xy", "w", "second"),
        Points((float(w[0]),), (float(w[1]),), "accent", "square", 10.0),
    )
    a, b = (f"{value:.2f}" for value in np.round(w, 2) + 0.0)  # no minus before a 0
    title = minus(f"Weights {a} and {b} after {_steps(state.n_steps)}")
    return Panel(title, "w1, first weight", "w2, second weight", X_SPAN, Y_SPAN, marks)


def _norm_panel(state: ForgettingState, norms: Array, alone: Array) -> Panel:
    step = state.n_steps
    every = numbers(np.arange(LAST_STEP + 1))
    marks = (
        Line(every, numbers(alone), "muted", "dashed"),
        Line(every[: step + 1], numbers(norms), "accent"),
        Text(LAST_STEP, 7.5, "—  length of w", "accent", "right"),
        Text(LAST_STEP, 6.9, f"– –  {_factor(state):g}ᵗ × first length", align="right"),
        Handle("step", step, float(norms[-1]), "x", "t"),
    )
    title = f"Length {norms[-1]:.2f}, by decay alone {alone[step]:.2f}"
    x_span, y_span = (-8.0, LAST_STEP + 8.0), (-0.3, 8.0)
    return Panel(title, "t, steps", "|w|, length of the weights", x_span, y_span, marks)


def _steps(n_steps: int) -> str:
    return "1 step" if n_steps == 1 else f"{n_steps:g} steps"


def _factor(state: ForgettingState) -> float:
    return round(1 - state.learning_rate * state.weight_decay, 6)


def _forgotten(state: ForgettingState) -> Array:
    lengths: Array = _factor(state) ** np.arange(LAST_STEP + 1) * np.hypot(state.w1, state.w2)
    return lengths


def _path(state: ForgettingState) -> Array:
    decay, rate = state.weight_decay, state.learning_rate
    return _whole_path(state.data, decay, rate, state.w1, state.w2)


@lru_cache(maxsize=64)
def _whole_path(data: bool, decay: float, rate: float, w1: float, w2: float) -> Array:
    X, y = _points()
    path = [np.array([w1, w2])]
    for _ in range(LAST_STEP):
        slopes = l2_penalty_gradient([path[-1]], decay)[0]
        if data:
            slopes = slopes + binary_cross_entropy_gradient(X @ path[-1], y) @ X
        path.append(path[-1] - rate * slopes)
    return np.array(path)


@lru_cache(maxsize=64)
def _losses(data: bool, decay: float) -> Array:
    X, y = _points()
    corners = np.array([(a, b) for b in ROWS for a in COLUMNS])
    losses = np.array([l2_penalty([w], decay) for w in corners])
    if data:
        losses += [binary_cross_entropy(X @ w, y) for w in corners]
    return losses.reshape(len(ROWS), -1)


def _shades(state: ForgettingState) -> bytes:
    losses = _losses(state.data, state.weight_decay)
    above = np.sqrt(losses - losses.min())
    levels = np.round(200 * (1 - above / (above.max() or 1.0)) ** 2)
    return np.asarray(levels if above.any() else 0 * levels, np.uint8).tobytes()


@lru_cache(maxsize=1)
def _points() -> tuple[Array, Labels]:
    # On both sides of 0, so that two weights tell them apart without a bias.
    return make_blobs(40, centers=((-1.3, -0.7), (1.3, 0.7)), noise=0.45, seed=19)


DEMO = Demo(
    "forgetting",
    "Weight decay as forgetting",
    ForgettingState(),
    CONTROLS,
    picture,
    drag,
    tick=step_by(2, LAST_STEP),
    pace=60,
)


def forgetting_demo(**state: object) -> Live[ForgettingState]:
    """Show where weight decay takes two weights, with data and without.

    Parameters
    ----------
    **state
        Where to start: `data` (True or False), `weight_decay` (0 to .3), `learning_rate`
        (.1 to 2), the first weights `w1` and `w2` (-2.5 to 2.5), `n_steps` (0 to 300).

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
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier": regularisation
    as gradual forgetting.  The neuron has no bias; a line tells the two classes apart.

    Examples
    --------
    >>> forgetting_demo(data=False).state().data
    False
    """
    return Live(DEMO, **state)
