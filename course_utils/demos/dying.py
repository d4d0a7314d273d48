"""Demo: units of ReLU that die at a rate too high, and which of them come back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array, Labels
from course_utils.activations import softmax
from course_utils.datasets import make_spirals
from course_utils.demos._plane import CLASS_MARKS, class_points, field_middles
from course_utils.demos._runs import Runs, bare, step_by
from course_utils.demos.controls import Choice, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Line,
    Mark,
    Points,
    Raster,
    Role,
    Shape,
    Style,
    Text,
    class_levels,
    numbers,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.diagnostics import dead_units, revivals
from course_utils.network import MLP
from course_utils.training import Recipe, training_steps

__all__ = ["DEMO", "DyingState", "dying_demo"]

TICK, LAST_STEP = 5, 300
N_SAMPLES = 150
SIZES: Mapping[str, tuple[int, ...]] = {"1": (100,), "2": (50, 50)}
COLUMNS = 10  # of the map of units
RARE = 0.1  # a unit with a sum above 0 at a smaller share of the points is rarely on
REACH = 1.2
SIDE = 48  # fields along a side of the regions
PALE = 0.2
STATES: tuple[tuple[str, Role, Shape], ...] = (
    ("alive", "curve", "circle"),
    ("on for < 10%", "second", "diamond"),
    ("dead", "accent", "square"),
)
LINES: tuple[tuple[Role, Style], ...] = (("curve", "solid"), ("second", "dashed"))


@dataclass(frozen=True)
class DyingState:
    """What the controls set: rate, activation, depth, where chance starts, and time."""

    learning_rate: float = 2.0
    activation: str = "relu"
    hidden_layers: str = "2"
    seed: int = 0
    n_steps: int = 60


CONTROLS = (
    Ladder("learning_rate", "learning rate η", (0.1, 0.3, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 10.0)),
    Choice("activation", "activation f", ("relu", "leaky_relu")),
    Choice("hidden_layers", "hidden layers", tuple(SIZES)),
    Slider("seed", "seed", low=0, high=9, step=1),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=TICK),
)


@dataclass(frozen=True, eq=False)
class Look:
    """How training stands after `step` steps, layer by layer."""

    step: int
    network: MLP
    dead: tuple[NDArray[np.bool_], ...]
    active: tuple[Array, ...]  # share of the points at which a unit's sum is above 0
    right: float


def picture(state: DyingState) -> Picture:
    """Show which units are dead, how many were so when, and what the network says."""
    looks = _looks(state)
    back = _come_back(looks)
    status = f"{_time(state, looks)} {_unit_words(looks, back)}"
    return Picture(
        panels=(_unit_panel(looks[-1]), _share_panel(looks, back), _region_panel(state, looks)),
        alt=(
            f"Three plots of a network with {_words(state)} units of {state.activation}, which "
            f"learns three spirals by steps of rate {state.learning_rate:g}. Left, a mark for "
            "each unit: a circle if it is alive, a diamond if its sum is above 0 "
            f"at fewer than {RARE:.0%} of the points, a "
            "square if it is dead. In the middle, the share of dead units over the steps, "
            f"looked at every {TICK} of them. Right, the regions of the classes with the "
            f"points. {status}"
        ),
        status=status,
    )


# ---- Words -------------------------------------------------------------------------------


def _words(state: DyingState) -> str:
    return " and ".join(str(size) for size in SIZES[state.hidden_layers])


def _time(state: DyingState, looks: list[Look]) -> str:
    step = looks[-1].step
    if step < state.n_steps:
        return f"Diverged after step {step}, which you see:"
    return f"Step {step}:"


def _unit_words(looks: list[Look], back: list[int]) -> str:
    now = looks[-1]
    parts = [
        f"in layer {n} {dead.mean():.0%} are dead, {_revivals(times)}"
        for n, (dead, times) in enumerate(zip(now.dead, back, strict=True), start=1)
    ]
    return f"{'; '.join(parts)}; {now.right:.0%} of the points are right."


def _revivals(times: int) -> str:
    """Count how often units came back: one unit may do so several times."""
    return f"{times} revival" + "s" * (times != 1)


# ---- Panels ------------------------------------------------------------------------------


def _unit_panel(now: Look) -> Panel:
    marks: list[Mark] = []
    top = -0.2
    for n, (dead, active) in enumerate(zip(now.dead, now.active, strict=True), start=1):
        marks.append(Text(-0.3, top, f"layer {n}"))
        marks += _squares(dead, active, top - 1.0)
        top -= len(dead) / COLUMNS + 1.4
    for n, (name, role, shape) in enumerate(STATES):
        at, y = ((-0.2, -13.1), (-0.2, -14.3), (4.8, -13.1))[n]
        marks += [Points((at + 0.1,), (y,), role, shape), Text(at + 0.7, y, name, role)]
    n_dead, n_units = (sum(map(count, now.dead)) for count in (np.count_nonzero, len))
    title = f"{n_dead} of {n_units} units dead"
    return Panel(
        title, "", "", (-0.7, COLUMNS - 0.3), (-14.9, 0.5), tuple(marks), 0.88, framed=False
    )


def _squares(dead: NDArray[np.bool_], active: Array, top: float) -> list[Mark]:
    """Draw the units of a layer in rows, from `top` down."""
    kinds = np.where(dead, 2, np.where(active < RARE, 1, 0))
    places = np.arange(len(dead))
    rows, columns = np.divmod(places, COLUMNS)
    return [
        Points(numbers(columns[kinds == k]), numbers(top - rows[kinds == k]), role, shape, 9.0)
        for k, (_, role, shape) in enumerate(STATES)
    ]


def _share_panel(looks: list[Look], back: list[int]) -> Panel:
    steps = numbers([look.step for look in looks])
    marks: list[Mark] = []
    for n, (times, (role, style)) in enumerate(zip(back, LINES, strict=False)):
        shares = numbers([look.dead[n].mean() for look in looks])
        marks += [
            Line(steps, shares, role, style),
            Points(steps[-1:], shares[-1:], role),
            Text(8.0, 1.24 - 0.11 * n, f"layer {n + 1}, {style}: {_revivals(times)}", role),
        ]
    title = "Dead: " + ", ".join(
        f"{dead.mean():.0%} of layer {n}" for n, dead in enumerate(looks[-1].dead, start=1)
    )
    span = (0.0, float(LAST_STEP + TICK))
    return Panel(title, "steps", "share of dead units", span, (-0.03, 1.32), tuple(marks), 1.1)


def _region_panel(state: DyingState, looks: list[Look]) -> Panel:
    now = looks[-1]
    p = softmax(np.nan_to_num(bare(now.network).forward(_grid())))
    sure = (p.max(axis=1) * len(CLASS_MARKS) - 1) / (len(CLASS_MARKS) - 1)
    levels = class_levels(p.argmax(axis=1), PALE + (1 - PALE) * sure)
    span = (-REACH, REACH)
    marks = (Raster(span, span, levels, SIDE, "classes"), *_points(state.seed))
    title = f"Regions: {now.right:.0%} right"
    return Panel(title, "x1, first input", "x2, second input", span, span, marks, 0.95)


@lru_cache(maxsize=1)
def _grid() -> Array:
    return field_middles(REACH, SIDE).astype(np.float32)


@lru_cache(maxsize=64)
def _points(seed: int) -> tuple[Mark, ...]:
    return class_points(*_samples(seed), 5.0)


# ---- Training ----------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _samples(seed: int) -> tuple[Array, Labels]:
    return make_spirals(N_SAMPLES, seed=np.random.default_rng([44, seed, 0]))


def _looks(state: DyingState) -> list[Look]:
    """Return how training stood at each look so far, whatever was asked for before."""
    settings = state.learning_rate, state.activation, state.hidden_layers, state.seed
    return _RUNS.looks(1 + state.n_steps // TICK, *settings)


def _train(rate: float, activation: str, depth: str, seed: int) -> Iterator[Look]:
    X, y = _samples(seed)
    rng = np.random.default_rng([44, seed, 1])
    network = MLP([2, *SIZES[depth], len(CLASS_MARKS)], activation, seed=rng, dtype=np.float32)
    yield _look(0, network, X, y)
    recipe = Recipe(optimizer="sgd", learning_rate=rate, n_steps=LAST_STEP)
    for snapshot in training_steps(network, X, y, recipe, every=TICK):
        if not np.isfinite(snapshot.loss):
            return
        yield _look(snapshot.step, snapshot.network, X, y)


def _look(step: int, network: MLP, X: Array, y: Labels) -> Look:
    trace = network.trace(X.astype(np.float32))
    return Look(
        step,
        network,
        tuple(dead_units(a) for a in trace.activations[:-1]),
        tuple(np.mean(z > 0, axis=0) for z in trace.pre_activations[:-1]),
        float(np.mean(trace.scores.argmax(axis=1) == y)),
    )


_RUNS = Runs(_train)


def _come_back(looks: list[Look]) -> list[int]:
    """Count for each layer how often a unit was dead at one look and alive at the next."""
    by_layer = zip(*(look.dead for look in looks), strict=True)
    return [revivals(np.array(history)) for history in by_layer]


DEMO = Demo(
    "dying",
    "Units that die",
    DyingState(),
    CONTROLS,
    picture,
    tick=step_by(TICK, LAST_STEP),
    pace=60,
)


def dying_demo(**state: object) -> Live[DyingState]:
    """Show how ReLUs die at a learning rate too high, and in which layer some come back.

    Parameters
    ----------
    **state
        Where to start: `learning_rate` (.1 to 10), `activation` ("relu" or "leaky_relu"),
        `hidden_layers` ("1", with 100 units, or "2", with 50 each), `seed` (0 to 9),
        `n_steps` (0 to 300).

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
    CS231n, "Neural Networks Part 1", "Commonly used activation functions", "ReLU": with a
    high learning rate "as much as 40% of your network can be dead".  The notes call that
    irreversible, which holds in the first layer alone: the inputs of a second one still move.

    Examples
    --------
    >>> dying_demo(learning_rate=5.0).state().learning_rate
    5.0
    """
    return Live(DEMO, **state)
