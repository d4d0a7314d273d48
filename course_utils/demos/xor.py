"""Demo: four clusters that no single neuron can part, and two hidden units that fold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.demos._plane import class_points
from course_utils.demos._runs import step_by
from course_utils.demos._xor_line import Span, line_with_handles, pivot, straight
from course_utils.demos._xor_network import EVERY, LAST_STEP, best_score, network, samples
from course_utils.demos.controls import Button, Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Mark,
    Raster,
    Role,
    Rule,
    Text,
    two_sided_levels,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.network import MLP

__all__ = ["DEMO", "XorState", "xor_demo"]

ROLES: tuple[Role, ...] = ("class0", "class1")
FAR = 3.3  # the greatest distance that is drawn
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
    status = (
        f"{_maker(state, net)}: {n_right} of {len(y)} right, a score of "
        f"{n_right / len(y):.3f}; the best line of 360 directions has {best:.3f}."
    )
    left, right = _input_panel(state, net, n_right / len(y)), _last_panel(state, net)
    return Picture(
        panels=(left, right), alt=f"Two plots of {_scene(state, net)} {status}", status=status
    )


def drag(state: XorState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Turn a pulled handle into a line: through that point, or at right angles to it."""
    to, w = np.array([x, y]), np.array([state.w1, state.w2])
    if handle == "line":
        return {"bias": float(-w @ to), "n_steps": 0}
    foot, _ = pivot(w, state.bias, SPANS[state.hidden])
    away = to - foot
    length = np.hypot(*away)
    if length < 1e-9:
        return {}
    w = (np.hypot(*w) or 2.0) * away / length
    return {"w1": float(w[0]), "w2": float(w[1]), "bias": float(-w @ foot), "n_steps": 0}


def press(state: XorState, button: str) -> Mapping[str, int]:  # noqa: ARG001
    """Train to the end."""
    return {"n_steps": LAST_STEP}


def _input_panel(state: XorState, net: MLP, score: float) -> Panel:
    marks: list[Mark] = [_raster(net, INPUTS), *class_points(*samples(state.noise), 6.0, 2)]
    if state.hidden == "none":
        marks += line_with_handles(net, INPUTS, held=not state.n_steps)
        name = "One neuron" if net.layers[-1].W.any() else "No line"
        title = f"{name}: score {score:.3f}"
    else:
        first = net.layers[0]
        for weights, bias in zip(first.W, first.b, strict=True):
            marks.append(straight(weights, float(bias), "muted", "dashed"))
        title = f"With a hidden layer: score {score:.3f}"
    return Panel(title, "x1, first input", "x2, second input", INPUTS, INPUTS, tuple(marks))


def _last_panel(state: XorState, net: MLP) -> Panel:
    X, y = samples(state.noise)
    if state.hidden == "none":
        return _distance_panel(net, X, y)
    span = SPANS[state.hidden]
    hidden = net.layers[0].forward(X)
    last = MLP.from_layers(net.layers[1:])
    marks: list[Mark] = [_raster(last, span), *class_points(hidden, y, 6.0, 2)]
    marks += line_with_handles(last, span, held=not state.n_steps)
    title = "The same points in hidden space"
    return Panel(title, "h1, first unit", "h2, second unit", span, span, tuple(marks))


def _distance_panel(net: MLP, X: Array, y: Labels) -> Panel:
    """Show each sample by the one number that a line knows of it, a row for each class."""
    axes = ("d, distance to the line", "y, class", (-FAR, FAR), (-0.6, 1.6))
    if not net.layers[0].W.any():
        words = Text(0.0, 0.5, "without a line there is no distance", align="center")
        return Panel(f"No line: all go to class {_side(net)}", *axes, (words,))
    z = _distances(net, X)
    sway = 0.3 * np.linspace(-1, 1, 7)[np.arange(len(y)) // 4 % 7]
    marks: list[Mark] = [*class_points(np.column_stack([z, y + sway]), y, 6.0, 2)]
    marks.append(Rule("x", 0.0, "curve", "solid"))
    for label, role in enumerate(ROLES):
        row, above = z[y == label], label + 0.45
        if (row < -FAR).any():
            marks.append(Text(-FAR + 0.1, above, f"← {np.sum(row < -FAR)} more", role))
        if (row > FAR).any():
            marks.append(Text(FAR - 0.1, above, f"{np.sum(row > FAR)} more →", role, "right"))
    right = [int((z[y == label] > 0).sum()) for label in (0, 1)]
    title = f"Right of the line: {right[0]} of class 0, {right[1]} of 1"
    return Panel(title, *axes, tuple(marks))


def _distances(net: MLP, X: Array) -> Array:
    distances: Array = net.forward(X)[:, 0] / np.hypot(*net.layers[0].W[0])
    return distances


def _side(net: MLP) -> int:
    """Return the class of every sample, where there is no line."""
    return int(net.layers[-1].b[0] > 0)


def _raster(net: MLP, span: Span) -> Raster:
    edges = np.linspace(*span, N_CELLS + 1)
    at = (edges[:-1] + edges[1:]) / 2
    cells = np.column_stack([np.tile(at, N_CELLS), np.repeat(at, N_CELLS)])
    sides = np.where(net.forward(cells) > 0, 0.45, -0.45).reshape(N_CELLS, -1)
    return Raster(span, span, two_sided_levels(sides), N_CELLS)


def _maker(state: XorState, net: MLP) -> str:
    if not net.layers[-1].W.any():
        return f"No line, all go to class {_side(net)}"
    return f"After {state.n_steps} steps of training" if state.n_steps else "Your line"


def _scene(state: XorState, net: MLP) -> str:
    clusters = "four clusters on the corners of a square, opposite corners of one class"
    if state.hidden == "none" and not net.layers[0].W.any():
        return (
            f"{clusters}. Left, no line parts the plane, because both weights are 0; right, "
            "for that reason, no distances to it."
        )
    if state.hidden == "none":
        X, y = samples(state.noise)
        right = _distances(net, X) > 0
        return (
            f"{clusters}. Left, the plane with one straight line, as far as it is in sight; "
            "right, the samples by their distance to it, a row for each class: "
            f"{right[y == 0].sum()} of class 0 and {right[y == 1].sum()} of class 1 lie on the "
            "right of it."
        )
    return (
        f"{clusters}. Left, the plane as the whole network parts it, with the lines of two "
        f"hidden {state.hidden} units; right, the outputs of these units, where the plane is "
        "folded so that one straight line may part the classes."
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
    tick=step_by(EVERY, LAST_STEP),
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
