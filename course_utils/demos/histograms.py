"""Demo: how the activations of ten layers lie, for first weights small, large or right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np

from course_utils._arrays import Array
from course_utils.demos._words import minus, scientific
from course_utils.demos.controls import Button, Choice, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Line, Mark, Points, Role, Rule, Strokes, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.initialization import init_scale
from course_utils.network import MLP

__all__ = ["DEMO", "HistogramsState", "histograms_demo"]

N_LAYERS, N_SAMPLES, N_BINS = 10, 50, 41
SLOT = 0.84  # of the room for a layer, which its longest bar fills
STDS = (0.01, 0.02, 0.03, 0.05, 0.0707, 0.1, 0.1414, 0.2, 0.2828, 0.5, 1.0)
SPANS: Mapping[str, tuple[float, float]] = {
    "sigmoid": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
    "relu": (0.0, 3.0),
    "gelu": (-0.2, 3.0),
}


@dataclass(frozen=True)
class HistogramsState:
    """What the controls set: activation, size of the first weights, width, and chance."""

    activation: str = "tanh"
    std: float = 0.05
    n_units: int = 100
    seed: int = 0


CONTROLS = (
    Choice("activation", "activation f", tuple(SPANS)),
    Ladder("std", "std of weights", STDS),
    Ladder("n_units", "units in a layer n", (25, 50, 100, 200)),
    Slider("seed", "seed", low=0, high=9, step=1),
)
BUTTONS = (Button("tanh", "std ≈ 1/√n"), Button("relu", "He: std ≈ √(2/n)"))


@dataclass(frozen=True, eq=False)
class Layers:
    """The activations of ten layers, counted and summed up."""

    shares: Array  # of shape (N_LAYERS, N_BINS)
    above: Array  # share of the activations beyond the last bin
    means: Array
    stds: Array


def picture(state: HistogramsState) -> Picture:
    """Show the histogram of the activations of each layer, with mean and spread."""
    layers = _layers(state.activation, state.std, state.n_units, state.seed)
    first, last = (
        f"mean {_short(layers.means[n])} and std {_short(layers.stds[n])}" for n in (0, -1)
    )
    status = (
        f"Layer 1 has {first}, layer {N_LAYERS} has {last}; "
        f"std · √n = {state.std * sqrt(state.n_units):.2g}."
    )
    return Picture(
        panels=(_histogram_panel(state, layers), _summary_panel(state, layers)),
        alt=(
            f"Two plots of ten layers of {state.n_units:g} units of {state.activation} with "
            f"random weights of standard deviation {state.std:g}. Left, ten histograms of the "
            f"activations, lying side by side; that of the last layer {_shape(state, layers)}. "
            f"Right, mean and standard deviation of each layer. {status}"
        ),
        status=status,
    )


def press(state: HistogramsState, button: str) -> Mapping[str, float]:
    """Make the weights as large as `init_scale` says, to the next step of the control."""
    return {"std": init_scale(button, state.n_units)}


def _histogram_panel(state: HistogramsState, layers: Layers) -> Panel:
    low, high = SPANS[state.activation]
    span = high - low
    marks: list[Mark] = [Rule("y", 0.0, style="solid")]
    for n in range(N_LAYERS):
        marks += _lying(n, layers.shares[n], state)
        if layers.above[n] >= 0.005:
            words = f"{layers.above[n]:.0%}"
            marks.append(Text(n + 1.0, high + 0.09 * span, words, "second", "center"))
    if layers.above.max() >= 0.005:
        words = f"↑ above {high:g}, not drawn:"
        marks.append(Text(0.6, high + 0.19 * span, words, "second"))
    shown = layers.means <= high
    places = np.arange(1, N_LAYERS + 1)[shown] - SLOT / 2
    marks.append(
        Points(numbers(places), numbers(layers.means[shown]), "accent", "diamond", 7.0)
    )
    title = (
        f"Activations: std {_short(layers.stds[0])} in layer 1, {_short(layers.stds[-1])} in 10"
    )
    cut = "bars of 0 are cut off" if state.activation == "relu" else "longest bar: full width"
    x_label = f"layer (◆ mean; {cut})" if shown.any() else f"layer ({cut})"
    return Panel(title, x_label, "a, activation", (0.4, 10.6), _edges(state), tuple(marks), 1.9)


def _lying(n: int, shares: Array, state: HistogramsState) -> list[Mark]:
    """Draw the bars of one layer as strokes to the right, from its place on the axis."""
    low, high = SPANS[state.activation]
    # Half of what relu puts out is 0: its bar would leave no room for the others.
    longest = max(shares[1:].max(), 0.02) if state.activation == "relu" else shares.max()
    filled = np.flatnonzero(shares)
    left = n + 1 - SLOT / 2
    right = left + SLOT * np.minimum(shares[filled] / max(longest, 1e-9), 1)
    y = numbers(low + (high - low) * (filled + 0.5) / N_BINS)
    starts, widths = (left,) * len(filled), (4.4,) * len(filled)
    return [Strokes(starts, y, numbers(right), y, widths, "curve")]


def _summary_panel(state: HistogramsState, layers: Layers) -> Panel:
    low, high = SPANS[state.activation]
    edges, top = _edges(state), high + 0.17 * (high - low)
    marks: list[Mark] = [
        Rule("y", 0.0, style="solid"),
        *_curve(layers.stds, high, "curve"),
        *_curve(layers.means, high, "accent"),
        Text(0.8, top, "— std", "curve"),
        Text(4.2, top, "– ◆ – mean", "accent"),
    ]
    if min(layers.stds.min(), layers.means.min()) > high:
        marks += _beyond(layers, high)
    title = f"Layer {N_LAYERS}: {_short(layers.means[-1])} ± {_short(layers.stds[-1])}"
    return Panel(title, "layer", "mean and std of a", (0.4, 10.6), edges, tuple(marks))


def _beyond(layers: Layers, high: float) -> list[Mark]:
    """Give in words what no axis could hold: how far the layers are beyond it."""
    factor = (layers.stds[-1] / layers.stds[0]) ** (1 / (N_LAYERS - 1))
    words = (
        f"all above {high:g}:",
        f"std {_short(layers.stds[0])} in layer 1,",
        f"× {factor:.2g} from layer to layer",
    )
    rows = zip((0.66, 0.53, 0.4), words, strict=True)
    return [Text(5.5, at * high, line, align="center") for at, line in rows]


def _curve(values: Array, high: float, role: Role) -> list[Mark]:
    shown = values <= high  # above it stand the words
    x, y = numbers(np.arange(1, N_LAYERS + 1)[shown]), numbers(values[shown])
    if role == "curve":
        return [Line(x, y, role), Points(x, y, role, size=6.0)]
    return [Line(x, y, role, "dashed"), Points(x, y, role, "diamond", 7.0)]


def _edges(state: HistogramsState) -> tuple[float, float]:
    low, high = SPANS[state.activation]
    return low - 0.06 * (high - low), high + 0.27 * (high - low)


def _short(value: float) -> str:
    if value == 0 or 5e-4 <= abs(value) < 100:
        return minus(f"{value:.3f}")
    return scientific(value)


def _shape(state: HistogramsState, layers: Layers) -> str:
    low, high = SPANS[state.activation]
    if layers.above[-1] > 0.1:
        return f"has left the picture with {layers.above[-1]:.0%} of its activations"
    if layers.stds[-1] < 0.05 * (high - low):
        return "is a narrow peak"
    ends = layers.shares[-1, 0] + layers.shares[-1, -1]
    if state.activation in ("sigmoid", "tanh") and ends > 0.5:
        return "stands at both ends"
    return "is spread out"


@lru_cache(maxsize=64)
def _layers(activation: str, std: float, n_units: int, seed: int) -> Layers:
    rng = np.random.default_rng([114, seed])
    X = rng.standard_normal((N_SAMPLES, n_units)).astype(np.float32)
    network = MLP(
        [n_units] * (N_LAYERS + 1),
        activation,
        output_activation=activation,
        initialization=std,
        seed=rng,
        dtype=np.float32,
    )
    edges = np.linspace(*SPANS[activation], N_BINS + 1)
    seen = network.trace(X).activations
    # Rounding may put gelu a hair below its lowest value.
    counts = [np.histogram(np.maximum(a, edges[0]), edges)[0] / a.size for a in seen]
    return Layers(
        np.array(counts),
        np.array([np.mean(a > edges[-1]) for a in seen]),
        np.array([a.mean(dtype=np.float64) for a in seen]),
        np.array([a.std(dtype=np.float64) for a in seen]),
    )


DEMO = Demo(
    "histograms",
    "Activations of ten layers",
    HistogramsState(),
    CONTROLS,
    picture,
    buttons=BUTTONS,
    press=press,
)


def histograms_demo(**state: object) -> Live[HistogramsState]:
    """Show how the activations of ten layers lie for weights of some size.

    Parameters
    ----------
    **state
        Where to start: `activation` ("sigmoid", "tanh", "relu" or "gelu"), `std` of the
        weights (.01 to 1), `n_units` in a layer (25 to 200), `seed` (0 to 9).

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
    CS231n, "Neural Networks Part 2", "Weight Initialization", calibrating the variances with
    1/sqrt(n); its lecture draws such histograms.  The inputs are 50 samples of the standard
    normal distribution.  What lies beyond 3 for relu and gelu is counted, not drawn.

    Examples
    --------
    >>> histograms_demo(std=0.1).state().std
    0.1
    """
    return Live(DEMO, **state)
