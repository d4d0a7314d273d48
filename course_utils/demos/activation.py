"""Demo: an activation and its slope, where it is flat, and whether it is centred on 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import get_activation, prelu, prelu_slope
from course_utils.demos._words import minus
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Area, Band, Handle, Line, Mark, Points, Rule, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.diagnostics import saturated_fraction

__all__ = ["DEMO", "ActivationState", "activation_demo"]

REACH = 6.0
GRID = np.linspace(-REACH, REACH, 601)
NAMES = (
    "sigmoid",
    "tanh",
    "relu",
    "leaky_relu",
    "prelu",
    "elu",
    "gelu",
    "silu",
    "softplus",
    "identity",
)
WITH_ALPHA = ("leaky_relu", "prelu", "elu")
# By the name alone, so that the axis stands still while alpha moves.
HEIGHTS = {
    "sigmoid": (-1.4, 2.0),
    "tanh": (-1.4, 2.0),
    "leaky_relu": (-6.4, 6.4),
    "prelu": (-6.4, 6.4),
    "identity": (-6.4, 6.4),
}
ONE_SIDED = (-2.4, 6.4)
SLOPES = (-0.35, 1.75)
N_INPUTS = 2001
# In the middle of equal shares of a normal distribution: a sample without luck.
INPUTS = np.array([NormalDist().inv_cdf((i + 0.5) / N_INPUTS) for i in range(N_INPUTS)])


@dataclass(frozen=True)
class ActivationState:
    """What the controls set: the activation, its alpha, where to look, and another one."""

    activation: str = "sigmoid"
    alpha: float = 0.1
    z: float = 4.0
    spread: float = 2.0
    threshold: float = 0.05
    compare: str = "leaky_relu"


CONTROLS = (
    Choice("activation", "activation f", NAMES),
    Slider("alpha", "alpha α", low=0.0, high=1.5, step=0.01),
    Slider("z", "weighted sum z", low=-REACH, high=REACH, step=0.1),
    Slider("spread", "spread of z", low=0.2, high=5.0, step=0.1),
    Slider("threshold", "flat if |slope| below", low=0.01, high=0.3, step=0.01),
    Choice("compare", "dotted beside it", ("none", *NAMES)),
)


def picture(state: ActivationState) -> Picture:
    """Show values and slopes over z, shaded where the slope is almost 0."""
    name, alpha, z = state.activation, state.alpha, state.z
    a, slope = (float(v[0]) for v in _evaluate(name, alpha, np.array([z])))
    mean, flat = _over_inputs(name, alpha, state.spread, state.threshold)
    status = minus(
        f"At z = {z:g}: {name} is {a:.3f}, slope {slope:.4f}; mean output {mean:.2f}; "
        f"{flat:.0%} of inputs meet a slope below {state.threshold:g}."
    )
    return Picture(
        panels=(_value_panel(state, a, mean), _slope_panel(state, slope, flat)),
        alt=(
            f"Two plots over the weighted sum z from -6 to 6. Left, {_called(name, alpha)} "
            f"as a curve, with a line at its mean output; right, its slope, from "
            f"{_lowest(name, alpha)} to {_highest(name, alpha)}.{_beside(state)} Shaded where "
            f"the slope is below {state.threshold:g}: {_flat_in_words(state)}. {status}"
        ),
        status=status,
    )


def drag(state: ActivationState, handle: str, x: float, y: float) -> Mapping[str, float]:
    """Turn the pulled handle into z, or into the threshold."""
    del state
    return {"threshold": abs(y)} if handle == "threshold" else {"z": x}


def _value_panel(state: ActivationState, a: float, mean: float) -> Panel:
    low, high = HEIGHTS.get(state.activation, ONE_SIDED)
    ground = low + 0.07 * (high - low)
    aside = 0.04 if mean >= 0 else -0.04
    bell = np.exp(-0.5 * (GRID / state.spread) ** 2)
    bottom = np.full_like(GRID, low)
    marks: list[Mark] = [
        *_bands(state),
        Area(
            numbers(GRID), numbers(bottom), numbers(low + 0.2 * (high - low) * bell), "second"
        ),
        Rule("y", 0.0, style="solid"),
        Rule("y", mean, role="second"),
        *_curves(state, 0),
        *_marker(state.z, a, ground, (low, high)),
        # On the left no stem and no curve comes near, above a mean that is not negative.
        Text(-5.8, mean + aside * (high - low), minus(f"mean {mean:.2f}"), "second"),
        Handle("z", state.z, ground, "x", "z"),
    ]
    title = f"{state.activation}({state.z:g}) = {a:.3f}"
    if state.compare != "none":
        title += f" (dotted: {_at_z(state)[0]:.3f})"
    span = (-REACH, REACH)
    return Panel(
        minus(title), "z, weighted sum", "a, activation", span, (low, high), tuple(marks)
    )


def _slope_panel(state: ActivationState, slope: float, flat: float) -> Panel:
    marks: list[Mark] = [
        *_bands(state),
        Band("y", -state.threshold, state.threshold, "second"),
        Rule("y", 0.0, style="solid"),
        *_curves(state, 1),
        *_marker(state.z, slope, 0.0, SLOPES),
        Handle("threshold", REACH, state.threshold, "y", "t", role="second"),
    ]
    title = f"Slope {slope:.3f}; flat for {flat:.0%} of inputs"
    span = (-REACH, REACH)
    return Panel(minus(title), "z, weighted sum", "f'(z), slope", span, SLOPES, tuple(marks))


def _curves(state: ActivationState, which: int) -> list[Mark]:
    curves: list[Mark] = []
    if state.compare != "none":
        y = _evaluate(state.compare, state.alpha, GRID)[which]
        curves.append(Line(numbers(GRID), numbers(y), "muted", "dotted", 2.6))
    y = _evaluate(state.activation, state.alpha, GRID)[which]
    return [*curves, Line(numbers(GRID), numbers(y), "curve")]


def _marker(z: float, y: float, ground: float, span: tuple[float, float]) -> list[Mark]:
    top = min(max(y, span[0]), span[1])
    stem = Line((z, z), (ground, top), "accent", "dotted", 1.4)
    return [stem, Points((z,), (y,), "accent", "square")] if top == y else [stem]


def _bands(state: ActivationState) -> list[Mark]:
    return [Band("x", low, high) for low, high in _flat_parts(state)]


def _flat_parts(state: ActivationState) -> list[tuple[float, float]]:
    _, slopes = _evaluate(state.activation, state.alpha, GRID)
    flat = np.abs(slopes) < state.threshold
    turns = np.flatnonzero(np.diff(np.concatenate([[False], flat, [False]]).astype(int)))
    pairs = turns.reshape(-1, 2)
    return [(float(GRID[start]), float(GRID[end - 1])) for start, end in pairs]


def _evaluate(name: str, alpha: float, z: Array) -> tuple[Array, Array]:
    """Return values and slopes; PReLU is no fixed operation, so no table has it."""
    if name == "prelu":
        return prelu(z, alpha), prelu_slope(z, alpha)
    f = get_activation(name, alpha=alpha) if name in WITH_ALPHA else get_activation(name)
    return f(z), f.derivative(z)


@lru_cache(maxsize=64)
def _over_inputs(
    name: str, alpha: float, spread: float, threshold: float
) -> tuple[float, float]:
    values, slopes = _evaluate(name, alpha, spread * INPUTS)
    # Two decimals are shown, and adding 0 makes -0.0 a plain 0.
    return round(float(values.mean()), 2) + 0.0, saturated_fraction(slopes, threshold)


def _at_z(state: ActivationState) -> tuple[float, float]:
    value, slope = _evaluate(state.compare, state.alpha, np.array([state.z]))
    return float(value[0]), float(slope[0])


def _called(name: str, alpha: float) -> str:
    return f"{name} with alpha {alpha:g}" if name in WITH_ALPHA else name


def _lowest(name: str, alpha: float) -> str:
    return f"{_evaluate(name, alpha, GRID)[1].min():.2f}"


def _highest(name: str, alpha: float) -> str:
    return f"{_evaluate(name, alpha, GRID)[1].max():.2f}"


def _beside(state: ActivationState) -> str:
    if state.compare == "none":
        return ""
    value, slope = _at_z(state)
    name = _called(state.compare, state.alpha)
    return f" Dotted, {name}: {value:.3f} with slope {slope:.4f} at the same z."


def _flat_in_words(state: ActivationState) -> str:
    parts = [f"{low:.2f} to {high:.2f}" for low, high in _flat_parts(state)]
    return " and ".join(parts) if parts else "nowhere"


DEMO = Demo(
    "activation",
    "Activations and their slopes",
    ActivationState(),
    CONTROLS,
    picture,
    drag,
)


def activation_demo(**state: object) -> Live[ActivationState]:
    """Show an activation and its slope, where it is flat, and its mean output.

    Parameters
    ----------
    **state
        Where to start: `activation` and `compare` (names such as "gelu"; `compare` also
        "none"), `alpha` (0 to 1.5), `z` (-6 to 6), `spread` of the inputs (.2 to 5),
        `threshold` below which a slope counts as flat (.01 to .3).

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
    CS231n, "Neural Networks Part 1", "Commonly used activation functions". The inputs are
    2,001 numbers of mean 0, spread as a normal distribution is.

    Examples
    --------
    >>> activation_demo(activation="silu").state().activation
    'silu'
    """
    return Live(DEMO, **state)
