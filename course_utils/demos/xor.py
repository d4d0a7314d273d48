"""Demo: four clusters that no single neuron can part, and two hidden units that fold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.demos._xor_network import EVERY, LAST_STEP, best_score, network, samples
from course_utils.demos.controls import Button, Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Handle,
    Line,
    Mark,
    Points,
    Raster,
    Role,
    Rule,
    Style,
    numbers,
    two_sided_levels,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.network import MLP

__all__ = ["DEMO", "XorState", "xor_demo"]

Span: TypeAlias = tuple[float, float]
ARM = 0.19  # from the line to the handle that turns it, as a share of the panel
INPUTS = (-0.9, 1.9)
# Training stretches what ReLUs put out; from extreme lines it goes up to 7, and is cut off.
SPANS = {"none": INPUTS, "relu": (-0.8, 5.2), "tanh": (-1.4, 1.4)}
N_CELLS = 60


@dataclass(frozen=True)
class XorState:
    """What the controls set: the line of one neuron, what it looks at, and training."""

    w1: float = 2.0
    w2: float = 0.0
    bias: float = -1.0
    noise: float = 0.1
    hidden: str = "none"
    n_steps: int = 0


CONTROLS = (
    Slider("w1", "weight w1", low=-4.0, high=4.0, step=0.1),
    Slider("w2", "weight w2", low=-4.0, high=4.0, step=0.1),
    Slider("bias", "bias b", low=-8.0, high=8.0, step=0.05),
    Slider("noise", "noise", low=0.0, high=0.3, step=0.05),
    Choice("hidden", "hidden layer of two", ("none", "relu", "tanh")),
    Slider("n_steps", "training steps", low=0, high=LAST_STEP, step=EVERY),
)


def settle(before: XorState, after: XorState) -> XorState:
    """Begin training again where the line or the samples are changed."""
    same = replace(after, n_steps=before.n_steps) == before
    keeps = same or after.n_steps != before.n_steps
    return after if keeps else replace(after, n_steps=0)


def picture(state: XorState) -> Picture:
    """Show the samples, how they are parted, and what the last neuron sees of them."""
    X, y = samples(state.noise)
    net = network(*_setting(state))
    n_right = int((net.predict(X) == y).sum())
    best = best_score(*_setting(state))
    how = f"After {state.n_steps} steps of training" if state.n_steps else "Your line"
    status = (
        f"{how}: {n_right} of {len(y)} right, a score of {n_right / len(y):.3f}; the best "
        f"line of 360 directions has {best:.3f}."
    )
    left, right = _input_panel(state, net, n_right / len(y)), _last_panel(state, net)
    return Picture(
        panels=(left, right), alt=f"Two plots of {_scene(state)} {status}", status=status
    )


def drag(state: XorState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Turn a pulled handle into a line: through that point, or at right angles to it."""
    to, w = np.array([x, y]), np.array([state.w1, state.w2])
    if handle == "line":
        return {"bias": float(-w @ to), "n_steps": 0}
    foot, _ = _foot(w, state.bias, SPANS[state.hidden])
    away = to - foot
    length = np.hypot(*away)
    if length < 1e-9:
        return {}
    w = (np.hypot(*w) or 2.0) * away / length
    return {"w1": float(w[0]), "w2": float(w[1]), "bias": float(-w @ foot), "n_steps": 0}


def press(state: XorState, button: str) -> Mapping[str, int]:  # noqa: ARG001
    """Train to the end."""
    return {"n_steps": LAST_STEP}


def tick(state: XorState) -> Mapping[str, int]:
    """Train for a few more steps, until the end."""
    return {"n_steps": state.n_steps + EVERY} if state.n_steps < LAST_STEP else {}


def _input_panel(state: XorState, net: MLP, score: float) -> Panel:
    marks: list[Mark] = [_raster(net, INPUTS), *_cloud(*samples(state.noise))]
    if state.hidden == "none":
        marks += _line_with_handles(state, net, INPUTS)
        title = f"One neuron: score {score:.3f}"
    else:
        first = net.layers[0]
        for weights, bias in zip(first.W, first.b, strict=True):
            marks.append(_line(weights, float(bias), "muted", "dashed"))
        title = f"With a hidden layer: score {score:.3f}"
    return Panel(title, "x1, first input", "x2, second input", INPUTS, INPUTS, tuple(marks))


def _last_panel(state: XorState, net: MLP) -> Panel:
    X, y = samples(state.noise)
    if state.hidden == "none":
        return _distance_panel(net, X, y)
    span = SPANS[state.hidden]
    hidden = net.layers[0].forward(X)
    last = MLP.from_layers(net.layers[1:])
    marks: list[Mark] = [_raster(last, span), *_cloud(hidden, y)]
    marks += _line_with_handles(state, last, span)
    title = "The same points in hidden space"
    return Panel(title, "h1, first unit", "h2, second unit", span, span, tuple(marks))


def _distance_panel(net: MLP, X: Array, y: Labels) -> Panel:
    """Show each sample by the one number that a line knows of it, a row for each class."""
    w = net.layers[0].W[0]
    z = net.forward(X)[:, 0] / (np.hypot(*w) or 1.0)
    sway = 0.3 * np.linspace(-1, 1, 7)[np.arange(len(y)) // 4 % 7]
    marks = (
        *_cloud(np.column_stack([z, y + sway]), y),
        Rule("x", 0.0, "curve", "solid"),
    )
    sides = [int(((z > 0) & (y == label)).sum()) for label in (0, 1)]
    title = f"Right of the line: {sides[0]} of class 0, {sides[1]} of 1"
    return Panel(title, "d, distance to the line", "y, class", (-2.2, 2.2), (-0.6, 1.6), marks)


def _cloud(X: Array, y: Labels) -> list[Mark]:
    return [
        Points(numbers(X[y == 0, 0]), numbers(X[y == 0, 1]), "class0", "circle", 6.0),
        Points(numbers(X[y == 1, 0]), numbers(X[y == 1, 1]), "class1", "square", 6.0),
    ]


def _line_with_handles(state: XorState, last: MLP, span: Span) -> tuple[Mark, ...]:
    w, b = last.layers[0].W[0], float(last.layers[0].b[0])
    line = _line(w, b, "curve", "solid")
    if state.n_steps:
        return (line,)
    foot, direction = _foot(w, b, span)
    tip = _in_sight(foot + ARM * (span[1] - span[0]) * direction, span)
    stem = Line((foot[0], tip[0]), (foot[1], tip[1]), "accent", "dotted", 1.6)
    turn = Handle("turn", float(tip[0]), float(tip[1]), "xy", "w")
    if not w.any():
        return (stem, turn)
    pull = Handle("line", float(foot[0]), float(foot[1]), "xy", "b")
    # In a corner of the panel there is no room for both.
    near = np.hypot(*(tip - foot)) < 0.5 * ARM * (span[1] - span[0])
    return (line, pull) if near else (line, stem, pull, turn)


def _foot(w: Array, bias: float, span: Span) -> tuple[Array, Array]:
    """Return the point of the line nearest to the middle, kept in sight, and its normal."""
    middle = np.full(2, sum(span) / 2)
    length = np.hypot(*w)
    if length == 0:
        return middle, np.array([1.0, 0.0])
    normal = w / length
    foot = middle - (normal @ middle + bias / length) * normal
    return _in_sight(foot, span), normal


def _in_sight(point: Array, span: Span) -> Array:
    rim = 0.04 * (span[1] - span[0])
    return np.clip(point, span[0] + rim, span[1] - rim)


def _line(w: Array, bias: float, role: Role, style: Style) -> Line:
    length = np.hypot(*w)
    if length == 0:
        return Line((), (), "muted")
    normal = w / length
    foot = -bias / length * normal
    ends = foot + np.array([[-1.0], [1.0]]) * 20 * np.array([-normal[1], normal[0]])
    return Line(numbers(ends[:, 0]), numbers(ends[:, 1]), role, style)


def _raster(net: MLP, span: Span) -> Raster:
    edges = np.linspace(*span, N_CELLS + 1)
    at = (edges[:-1] + edges[1:]) / 2
    cells = np.column_stack([np.tile(at, N_CELLS), np.repeat(at, N_CELLS)])
    sides = np.where(net.forward(cells) > 0, 0.45, -0.45).reshape(N_CELLS, -1)
    return Raster(span, span, two_sided_levels(sides), N_CELLS)


def _scene(state: XorState) -> str:
    clusters = "four clusters on the corners of a square, opposite corners of one class"
    if state.hidden == "none":
        return (
            f"{clusters}. Left, the plane is parted by one straight line; right, the samples "
            "by their distance to it, a row for each class: both rows lie on both sides."
        )
    return (
        f"{clusters}. Left, the plane as the whole network parts it, with the lines of two "
        f"hidden {state.hidden} units; right, the outputs of these units, where the plane is "
        "folded and one straight line can part the classes."
    )


def _setting(state: XorState) -> tuple[str, float, float, float, float, int]:
    return state.hidden, state.w1, state.w2, state.bias, state.noise, state.n_steps


DEMO = Demo(
    "xor",
    "The challenge of exclusive or",
    XorState(),
    CONTROLS,
    picture,
    drag,
    buttons=(Button("train", "Train"),),
    press=press,
    tick=tick,
    pace=60,
    settle=settle,
)


def xor_demo(**state: object) -> Live[XorState]:
    """Show four clusters that you try to part with one line, then after a hidden layer.

    Parameters
    ----------
    **state
        Where to start: `w1`, `w2` (-4 to 4) and `bias` (-8 to 8) of the neuron, `noise` of
        the samples (0 to .3), `hidden` ("none", "relu" or "tanh"), `n_steps` of training
        (0 to 400).

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
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier". Training starts
    from your line and moves the hidden layer too. From the line at the start it reaches a
    score of 1; of lines drawn from the whole range of the sliders about half do.

    Examples
    --------
    >>> xor_demo(hidden="relu").state().hidden
    'relu'
    """
    return Live(DEMO, **state)
