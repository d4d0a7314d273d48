"""Demo: what is left of a signal, and of its gradient, after up to ten layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.demos._words import scientific
from course_utils.demos.controls import Button, Choice, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Bars, Line, Mark, Points, Rule, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.diagnostics import gradient_statistics, layer_statistics
from course_utils.initialization import normal
from course_utils.network import MLP

__all__ = ["DEMO", "SignalState", "signal_demo"]

N_UNITS, N_SAMPLES, N_CLASSES = 100, 100, 2
MOST_LAYERS = 10
SEED = 27
HE = 1.414  # sqrt(2), as the control shows it
POWERS = (-13.5, 11.5)  # of 10, on both axes
LAYERS = (-0.5, MOST_LAYERS + 0.5)
FACTORS = (0.1, 0.2, 0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, HE, 1.6, 2.0, 3.0, 5.0, 10.0)
WAYS: Mapping[str, float] = {"lecun": 1.0, "he": HE, "small": 0.1, "large": 10.0}


@dataclass(frozen=True)
class SignalState:
    """What the controls set: activation, size of the first weights, number of layers."""

    activation: str = "sigmoid"
    factor: float = 1.0
    n_layers: int = MOST_LAYERS


CONTROLS = (
    Choice("activation", "activation f", ("sigmoid", "tanh", "relu", "gelu")),
    Ladder("factor", "std of weights · √n", FACTORS),
    Slider("n_layers", "hidden layers", low=2, high=MOST_LAYERS, step=1),
)
BUTTONS = (
    Button("lecun", "std 1/√n"),
    Button("he", "He: √(2/n)"),
    Button("small", "std 0.01"),
    Button("large", "std 1"),
)


@dataclass(frozen=True)
class Flow:
    """What each hidden layer gets, from the first to the last."""

    spread: tuple[float, ...]
    flat: tuple[float, ...]
    dead: tuple[float, ...]
    gradient: tuple[float, ...]
    weight_gradient: tuple[float, ...]


def picture(state: SignalState) -> Picture:
    """Show spread, gradient and silent units of each layer, before any training."""
    flow = _flow(state.activation, state.factor, state.n_layers)
    status = (
        f"From layer 1 to {state.n_layers} the spread goes from {_short(flow.spread[0])} to "
        f"{_short(flow.spread[-1])}; on the way back the gradient goes from "
        f"{_short(flow.gradient[-1])} to {_short(flow.gradient[0])}."
    )
    return Picture(
        panels=(_spread_panel(flow), _gradient_panel(flow), _silent_panel(flow)),
        alt=(
            f"Three plots over the hidden layers of a network that has {state.n_layers} of "
            f"them, {N_UNITS} units of {state.activation} each, with weights of standard "
            f"deviation {state.factor / sqrt(N_UNITS):.3g}. Left, the spread of the "
            f"activations, on a scale of powers of 10, {_way(flow.spread)} from layer 1 to "
            f"{state.n_layers}. In the middle, on the same scale, the gradient "
            f"{_way(flow.gradient[::-1])} on its way back to layer 1. Right, bars for the "
            "share of slopes below .01 and of dead units. "
            f"{status}"
        ),
        status=status,
    )


def press(state: SignalState, button: str) -> Mapping[str, float]:  # noqa: ARG001
    """Make the weights as large as the recipe on the button says."""
    return {"factor": WAYS[button]}


def _spread_panel(flow: Flow) -> Panel:
    layers = range(len(flow.spread) + 1)
    y = _powers((1.0, *flow.spread))
    marks: list[Mark] = [
        Rule("y", 0.0),
        Line(numbers(layers), y, "curve"),
        Points(numbers(layers[1:]), y[1:], "curve", size=6.0),
        Points((0.0,), y[:1], "muted", "square", 7.0),
        Text(0.0, 2.0, "inputs") if y[1] < 0.5 else Text(0.0, -2.0, "inputs"),
    ]
    times = _short(flow.spread[-1] / flow.spread[0])
    title = f"Layer 1 to {len(flow.spread)}: × {times}"
    label = "log10 of the spread (std)"
    return Panel(title, "hidden layer", label, LAYERS, POWERS, tuple(marks))


def _gradient_panel(flow: Flow) -> Panel:
    layers = numbers(range(1, len(flow.gradient) + 1))
    g, w = _powers(flow.gradient), _powers(flow.weight_gradient)
    marks: list[Mark] = [
        Rule("y", 0.0),
        Line(layers, w, "second", "dashed", 1.8),
        Points(layers, w, "second", "diamond", 5.0),
        Line(layers, g, "accent"),
        Points(layers, g, "accent", size=6.0),
        Text(0.0, 10.3, "— of the activations", "accent"),
        Text(0.0, 8.6, "– – of the weights", "second"),
    ]
    if g[0] < POWERS[0]:
        marks.append(Text(0.0, -6.5, f"↓ to {_short(flow.gradient[0])}", "accent"))
    times = _short(flow.gradient[0] / flow.gradient[-1])
    title = f"Layer {len(flow.gradient)} to 1: × {times}"
    label = "log10 of the gradient (RMS)"
    return Panel(title, "hidden layer", label, LAYERS, POWERS, tuple(marks))


def _silent_panel(flow: Flow) -> Panel:
    layers = np.arange(1.0, len(flow.flat) + 1)
    marks = (
        Bars(numbers(layers - 0.2), numbers(flow.flat), 0.36, "curve"),
        Bars(numbers(layers + 0.2), numbers(flow.dead), 0.36, "accent"),
        Rule("y", 1.0),
        Points((0.0,), (1.26,), "curve", "square"),
        Text(0.5, 1.26, "slopes below .01", "curve"),
        Points((0.0,), (1.13,), "accent", "square"),
        Text(0.5, 1.13, "dead units", "accent"),
    )
    title = f"Last: {flow.flat[-1]:.0%} flat, {flow.dead[-1]:.0%} dead"
    return Panel(title, "hidden layer", "share", LAYERS, (0.0, 1.33), marks)


def _powers(values: ArrayLike) -> tuple[float, ...]:
    # A layer of dead units passes no gradient at all, and 0 is no power of 10.
    return numbers(np.log10(np.maximum(values, 1e-99)))


def _short(value: float) -> str:
    if value == 0 or 1e-3 <= value < 1e4:
        return f"{value:.2g}" if value < 10 else f"{value:.0f}"
    return scientific(value)


def _way(values: tuple[float, ...]) -> str:
    ratio = values[-1] / values[0]
    if 0.5 <= ratio <= 2:
        return "keeps its size within a factor of 2"
    return "grows" if ratio > 1 else "shrinks"


@lru_cache(maxsize=64)
def _flow(activation: str, factor: float, n_layers: int) -> Flow:
    def draw(n_out: int, n_in: int, rng: np.random.Generator) -> Array:
        return normal(n_out, n_in, factor / sqrt(n_in), rng)

    rng = np.random.default_rng(SEED)
    X, y = rng.standard_normal((N_SAMPLES, N_UNITS)), rng.integers(0, N_CLASSES, N_SAMPLES)
    sizes = [N_UNITS] * (n_layers + 1)
    network = MLP([*sizes, N_CLASSES], activation, initialization=draw, seed=rng)
    layers = layer_statistics(network, X)[:-1]
    slopes = gradient_statistics(network, X, y)[:-1]
    return Flow(
        tuple(layer.std for layer in layers),
        tuple(layer.saturated for layer in layers),
        tuple(layer.dead for layer in layers),
        tuple(layer.activation_rms for layer in slopes),
        tuple(layer.weight_rms for layer in slopes),
    )


DEMO = Demo(
    "signal",
    "Signal and gradient through ten layers",
    SignalState(),
    CONTROLS,
    picture,
    buttons=BUTTONS,
    press=press,
)


def signal_demo(**state: object) -> Live[SignalState]:
    """Show how signal and gradient shrink or grow from layer to layer.

    Parameters
    ----------
    **state
        Where to start: `activation` ("sigmoid", "tanh", "relu" or "gelu"), `factor` (.1 to
        10), the standard deviation of the weights times the root of the number of inputs n,
        `n_layers` (2 to 10).

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
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "Sigmoid", and
    "Neural Networks Part 2", "Weight Initialization".  Each layer has n = 100 units, so that
    factor .1 is a standard deviation of .01 and factor 10 one of 1.  The gradient is that of
    the cross-entropy of 100 random samples with random classes; the output layer, which is
    not shown, has weights of the same size.

    Examples
    --------
    >>> signal_demo(activation="tanh").state().activation
    'tanh'
    """
    return Live(DEMO, **state)
