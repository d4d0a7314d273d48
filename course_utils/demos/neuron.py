"""Demo: one neuron with one input, in two steps that you can pull at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from course_utils.activations import ACTIVATIONS
from course_utils.demos._words import minus
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Handle, Line, Mark, Points, Rule, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.neuron import Neuron

__all__ = ["DEMO", "NeuronState", "neuron_demo"]

REACH = 5.0
GRID = np.linspace(-REACH, REACH, 201)
TAUGHT = ("sigmoid", "tanh", "relu", "identity")
HIGHEST_SUM = 14.5
STEP = 2.0  # from the handle of b to that of w; they would touch at a step of 1


@dataclass(frozen=True)
class NeuronState:
    """What the controls set: weight, bias, activation, and the input to look at."""

    weight: float = 1.0
    bias: float = 0.0
    activation: str = "sigmoid"
    x: float = 2.0


CONTROLS = (
    Slider("weight", "weight w", low=-4.0, high=4.0, step=0.1),
    Slider("bias", "bias b", low=-6.0, high=6.0, step=0.1),
    Choice("activation", "activation f", TAUGHT),
    Slider("x", "input x", low=-REACH, high=REACH, step=0.1),
)


def picture(state: NeuronState) -> Picture:
    """Show the sum z and the activation a of one neuron as functions of its input."""
    neuron = Neuron([state.weight], state.bias, state.activation)
    z = float(neuron.pre_activation([state.x]))
    a = float(neuron.forward([state.x]))
    status = f"At x = {state.x:g}: z = {z:.2f} and a {_value(neuron, a)}."
    return Picture(
        panels=(_sum_panel(neuron, state.x, z), _output_panel(neuron, state.x, a)),
        alt=(
            f"Two plots of one neuron with weight {state.weight:g}, bias {state.bias:g} and "
            f"{state.activation} activation. Left, the weighted sum z is a straight line over "
            f"the input x; right, the activation a is {_shape(state)}. {status}"
        ),
        status=status,
    )


def drag(state: NeuronState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Turn a pulled handle into a weight, a bias or an input."""
    if handle == "bias":
        return {"bias": y}
    if handle == "weight":
        return {"weight": (y - state.bias) / STEP}
    if handle == "boundary":
        return {"bias": -state.weight * x}
    return {"x": x}


def _sum_panel(neuron: Neuron, x: float, z: float) -> Panel:
    weight, bias = float(neuron.weights[0]), neuron.bias
    pulled = bias + STEP * weight
    marks: tuple[Mark, ...] = (
        Rule("y", 0.0, style="solid"),
        Line(numbers(GRID), numbers(neuron.pre_activation(GRID[:, np.newaxis])), role="curve"),
        Line((0.0, STEP, STEP), (bias, bias, pulled), role="muted", style="dotted"),
        _place(x, z, HIGHEST_SUM),
        Handle("bias", 0.0, bias, along="y", label="b", role="curve"),
        Handle("weight", STEP, pulled, along="y", label="w", role="second"),
    )
    title = minus(f"Sum: z = {weight:g}·{_factor(x)} {_signed(bias)} = {z:.2f}")
    return Panel(
        title,
        "x, input",
        "z, weighted sum",
        (-REACH, REACH),
        (-HIGHEST_SUM, HIGHEST_SUM),
        marks,
    )


def _output_panel(neuron: Neuron, x: float, a: float) -> Panel:
    low, high = _visible_range(neuron.activation.range)
    ground = low + 0.07 * (high - low)
    marks: list[Mark] = [
        Rule("y", 0.0, style="solid"),
        Line(numbers(GRID), numbers(neuron.forward(GRID[:, np.newaxis])), role="curve"),
        Line((x, x, -REACH), (ground, a, a), role="accent", style="dotted", width=1.4),
        _place(x, a, high, low),
    ]
    boundary = float(neuron.decision_boundary()[0]) if neuron.weights[0] else np.inf
    if abs(boundary) < REACH - 0.3:
        middle = float(neuron.activation(0.0))
        marks.append(Handle("boundary", boundary, middle, "x", label="b", role="curve"))
    marks.append(Handle("input", x, ground, along="x", label="x", role="accent"))
    z = float(neuron.pre_activation([x]))
    title = minus(f"Output: a = {neuron.activation.name}({z:.2f}) {_value(neuron, a)}")
    return Panel(
        title, "x, input", "a, activation", (-REACH, REACH), (low, high), tuple(marks), 1.2
    )


def _place(x: float, y: float, high: float, low: float = -HIGHEST_SUM) -> Mark:
    """Mark a value, or name it at the edge beyond which it lies, towards the middle."""
    if low <= y <= high:
        return Points((x,), (y,), role="accent", shape="square")
    edge, arrow = (high, "↑") if y > high else (low, "↓")
    inside = 0.94 * edge + 0.06 * (low if y > high else high)
    side, align = (0.3, "left") if x < 0 else (-0.3, "right")
    return Text(x + side, inside, minus(f"{y:.2f} {arrow}"), "accent", align)  # type: ignore[arg-type]


def _value(neuron: Neuron, a: float) -> str:
    """Write an activation so that it never seems to reach an end of an open range."""
    # ReLU does reach 0, sigmoid and tanh reach neither end.
    low, high = neuron.activation.range
    for digits in (2, 4):
        ends = [f"{end:.{digits}f}" for end in (low, high)]
        if np.isinf(high) or f"{a:.{digits}f}" not in ends:
            return f"= {a:.{digits}f}"
    return f"< {low + 1e-4:g}" if a < (low + high) / 2 else f"> {high - 1e-4:g}"


def _visible_range(bounds: tuple[float, float]) -> tuple[float, float]:
    low, high = np.clip(bounds, -10.0, 10.0)
    span = high - low
    return float(low - 0.2 * span), float(high + 0.1 * span)


def _factor(x: float) -> str:
    return f"({x:g})" if x < 0 else f"{x:g}"


def _signed(bias: float) -> str:
    return f"- {-bias:g}" if bias < 0 else f"+ {bias:g}"


def _shape(state: NeuronState) -> str:
    if state.weight == 0:
        return "flat"
    low, high = ACTIVATIONS[state.activation].range
    way = "rises" if state.weight > 0 else "falls"
    if np.isfinite([low, high]).all():
        return f"an S-shaped curve that {way} between {low:g} and {high:g}"
    if np.isfinite(low):
        return f"a curve that {way} and never goes below {low:g}"
    return f"a line that {way} without bound"


DEMO = Demo("neuron", "One neuron", NeuronState(), CONTROLS, picture, drag)


def neuron_demo(**state: object) -> Live[NeuronState]:
    """Show one neuron with one input: pull at its weight, its bias and its input.

    Parameters
    ----------
    **state
        Where to start: `weight` (-4 to 4), `bias` (-6 to 6), `activation` (a name), `x`
        (-5 to 5).

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
    CS231n, "Neural Networks Part 1", "Modeling one neuron".

    Examples
    --------
    >>> neuron_demo(weight=3.0).state().weight
    3.0
    """
    return Live(DEMO, **state)
