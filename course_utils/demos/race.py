"""Demo: activations race to a training error, each at its own learning rate or all at one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import make_spirals
from course_utils.demos._runs import Runs, step_by
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Area,
    Handle,
    Line,
    Mark,
    Points,
    Role,
    Rule,
    Shape,
    Style,
    Text,
    numbers,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.network import MLP
from course_utils.training import Recipe, train_ensemble

__all__ = ["DEMO", "RaceState", "race_demo"]

TICK, LAST_STEP = 5, 300
N_SEEDS, N_SAMPLES = 10, 90
SIZES: Mapping[str, tuple[int, ...]] = MappingProxyType({"1": (30,), "3": (16, 16, 16)})
TUNED, SAME = "tuned for each", "the same for all"

# Of those tried these came down to 10 % error in the fewest mean steps on seeds 5000 to 5011.
# Who had not arrived after 400 counts as 410: nearly all sigmoids of 3 layers.
RATES: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "1": {"sigmoid": 5.0, "tanh": 5.0, "relu": 1.5, "leaky_relu": 1.5, "gelu": 3.0},
        "3": {"sigmoid": 3.0, "tanh": 0.7, "relu": 0.7, "leaky_relu": 0.5, "gelu": 0.7},
    }
)
LOOKS: Mapping[str, tuple[Role, Style, Shape]] = MappingProxyType(
    {
        "sigmoid": ("second", "dotted", "diamond"),
        "tanh": ("accent", "dashed", "square"),
        "relu": ("curve", "solid", "circle"),
        "leaky_relu": ("class1", "dashed", "circle"),
        "gelu": ("muted", "solid", "square"),
    }
)


@dataclass(frozen=True)
class RaceState:
    """What the controls set: depth, whose rates, the error to reach, and time."""

    hidden_layers: str = "1"
    rates: str = TUNED
    threshold: int = 25
    n_steps: int = 25


CONTROLS = (
    Choice("hidden_layers", "hidden layers", tuple(SIZES)),
    Choice("rates", "learning rates", (TUNED, SAME)),
    Slider("threshold", "error to reach", low=5, high=50, step=5, unit="%"),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=TICK),
)


def picture(state: RaceState) -> Picture:
    """Show the training errors on the way, and when each network reached the threshold."""
    errors = {name: _errors(name, state) for name in LOOKS}
    arrivals = {name: _arrivals(e, state.threshold / 100) for name, e in errors.items()}
    times = {name: float(np.median(steps)) for name, steps in arrivals.items()}
    status = _status(state, times)
    return Picture(
        panels=(_error_panel(state, errors), _arrival_panel(state, arrivals, times)),
        alt=(
            "Two plots of a race of five activations on three spirals in networks "
            f"with {_units(SIZES[state.hidden_layers])} hidden units, "
            f"{N_SEEDS} seeds each, with learning rates {state.rates}. Left, the "
            "training error over the steps, the median as a line "
            "in a band from quartile to quartile, falls from about two thirds. Right, a row "
            f"of dots for each activation, one where each network reached the error. {status}"
        ),
        status=status,
    )


def drag(state: RaceState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Turn the pulled threshold into per cent."""
    return {"threshold": 100 * y}


def _units(sizes: tuple[int, ...]) -> str:
    return f"{sizes[0]}" if len(sizes) == 1 else f"{len(sizes)} × {sizes[0]}"


def _status(state: RaceState, times: Mapping[str, float]) -> str:
    parts = [
        f"{name} {_steps(steps, state)}{_ratio(name, times)}" for name, steps in times.items()
    ]
    return (
        f"Step {state.n_steps}: median steps to {state.threshold}% training error are "
        f"{', '.join(parts)}."
    )


def _steps(steps: float, state: RaceState) -> str:
    if np.isfinite(steps):
        return f"{steps:g}"
    return "not yet" if state.n_steps < LAST_STEP else f"not within {LAST_STEP}"


def _ratio(name: str, times: Mapping[str, float]) -> str:
    """Say how many times the steps of ReLU an activation took, once both have arrived."""
    known = np.isfinite([times[name], times["relu"]]).all() and times["relu"] > 0
    return f" ({times[name] / times['relu']:.1f} × relu)" if known and name != "relu" else ""


# ---- Panels ------------------------------------------------------------------------------


def _error_panel(state: RaceState, errors: Mapping[str, Array]) -> Panel:
    limit = state.threshold / 100
    bands: list[Mark] = []
    lines: list[Mark] = []
    for name, e in errors.items():
        steps = numbers(np.arange(len(e)) * TICK)
        low, middle, high = np.percentile(e, [25, 50, 75], axis=1)
        role, style, shape = LOOKS[name]
        bands.append(Area(steps, numbers(low), numbers(high), role))
        lines.append(Line(steps, numbers(middle), role, style))
        lines.append(Points(steps[-1:], numbers(middle[-1:]), role, shape, 6.0))
    handle = Handle("threshold", 0.97 * LAST_STEP, limit, "y", "e", role="curve")
    marks = (*bands, Rule("y", limit), *lines, handle)
    span = (-6.0, LAST_STEP + 6.0)  # or the points at the ends would be cut in half
    return Panel(
        f"Training error in {state.n_steps} steps",
        "steps",
        "e, share of errors",
        span,
        (0.0, 0.75),
        marks,
    )


def _arrival_panel(
    state: RaceState, arrivals: Mapping[str, Array], times: Mapping[str, float]
) -> Panel:
    marks: list[Mark] = []
    for row, (name, steps) in enumerate(arrivals.items()):
        y = float(len(LOOKS) - row)
        role, style, shape = LOOKS[name]
        there = steps[np.isfinite(steps)]
        took = f"{_steps(times[name], state)}{_ratio(name, times)}"
        words = f"{name}, η {_rate(name, state):g}: {took}"
        marks += [
            Line((4.0, 26.0), (y + 0.3, y + 0.3), role, style),
            Text(32.0, y + 0.3, words, role),
            Points(numbers(there), numbers(np.full(len(there), y - 0.12)), role, shape, 6.0),
        ]
        if np.isfinite(times[name]):
            marks.append(Line((times[name],) * 2, (y - 0.32, y + 0.08), role))
    title = f"Steps to {state.threshold}% error, {N_SEEDS} seeds"
    span = (0.0, float(LAST_STEP + TICK))
    label = "a row for each activation"
    return Panel(title, "steps", label, span, (0.5, 5.6), tuple(marks), numbered="x")


# ---- Training ----------------------------------------------------------------------------


def _rate(activation: str, state: RaceState) -> float:
    """Return a rate; the one for all is that which suits ReLU."""
    return RATES[state.hidden_layers]["relu" if state.rates == SAME else activation]


def _arrivals(errors: Array, limit: float) -> Array:
    """Return for each seed after how many steps the limit was reached; infinity if never."""
    there = errors <= limit
    return np.where(there.any(axis=0), there.argmax(axis=0) * TICK, np.inf)


def _errors(activation: str, state: RaceState) -> Array:
    """Return the errors at each look so far by seed, whatever was asked for before."""
    settings = activation, state.hidden_layers, _rate(activation, state)
    return np.array(_RUNS.looks(1 + state.n_steps // TICK, *settings))


def _train(activation: str, depth: str, rate: float) -> Iterator[Array]:
    X, y = _samples()
    networks: tuple[MLP, ...] = tuple(
        MLP([2, *SIZES[depth], 3], activation, seed=_rng(seed, 1), dtype=np.float32)
        for seed in range(N_SEEDS)
    )
    # Plain gradient descent remembers nothing, so it may stop for a look and go on.
    recipe = Recipe(optimizer="sgd", learning_rate=rate, n_steps=TICK, record_every=TICK)
    while True:
        said = [net.predict(points) for net, points in zip(networks, X, strict=True)]
        yield np.mean(np.array(said) != y, axis=1)
        networks = train_ensemble(networks, X, y, recipe).networks


@lru_cache(maxsize=1)
def _samples() -> tuple[Array, Labels]:
    """Draw the points of all seeds, shapes (n_seeds, n_samples, 2) and (n_seeds, n_samples)."""
    sets = [make_spirals(N_SAMPLES, seed=_rng(seed, 0)) for seed in range(N_SEEDS)]
    return np.array([X for X, _ in sets], np.float32), np.array([y for _, y in sets])


def _rng(seed: int, part: int) -> np.random.Generator:
    return np.random.default_rng([39, seed, part])


_RUNS = Runs(_train, n_kept=16)  # five run at a time

DEMO = Demo(
    "race",
    "A race of activations",
    RaceState(),
    CONTROLS,
    picture,
    drag,
    tick=step_by(TICK, LAST_STEP),
    pace=60,
)


def race_demo(**state: object) -> Live[RaceState]:
    """Race five activations to a training error, with fair learning rates or unfair ones.

    Parameters
    ----------
    **state
        Where to start: `hidden_layers` ("1" of 30 units, or "3" of 16), `rates` ("tuned for
        each", or "the same for all", which is the one that suits ReLU), `threshold` (5 to
        50 %), `n_steps` (0 to 300).

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
    CS231n, "Neural Networks Part 1", "Commonly used activation functions": ReLU "was found to
    greatly accelerate" training, "e.g. a factor of 6" in a figure of one network.  How much
    it is depends on depth, on the error to reach and on how the rates were chosen.

    Examples
    --------
    >>> race_demo(threshold=10).state().threshold
    10
    """
    return Live(DEMO, **state)
