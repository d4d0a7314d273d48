"""Demo: hidden units that start alike stay alike, and a small push tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.activations import sigmoid
from course_utils.datasets import make_moons
from course_utils.demos._plane import class_points, field_middles
from course_utils.demos._runs import Runs, bare, step_by
from course_utils.demos._words import scientific
from course_utils.demos.controls import Choice, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Arrow,
    Line,
    Mark,
    Points,
    Raster,
    Rule,
    Text,
    numbers,
    two_sided_levels,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.initialization import constant, lecun, normal
from course_utils.losses import binary_cross_entropy
from course_utils.network import MLP
from course_utils.preprocessing import standardise
from course_utils.training import Recipe, training_steps

__all__ = ["DEMO", "SymmetryState", "symmetry_demo"]

N_UNITS, N_SAMPLES = 8, 100
TICK, LAST_STEP = 40, 4000
CONSTANT, RATE = 0.5, 0.5
APART = 0.05  # difference of two weights that can be seen
NEAR, FAR = 1.2, 6.4  # what is seen of the weights while they are small, and later
SIDE = 40  # fields along a side of the regions
SPAN = (-2.4, 2.4)


@dataclass(frozen=True)
class SymmetryState:
    """What the controls set: where the weights start, what chance adds, and time."""

    init: str = "constant"
    noise: float = 0.0
    seed: int = 0
    n_steps: int = 600


CONTROLS = (
    Choice("init", "first weights", ("zero", "constant", "random")),
    Ladder("noise", "noise added, std", (0.0, 1e-4, 1e-3, 0.01, 0.1, 0.5)),
    Slider("seed", "seed", low=0, high=9, step=1),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=TICK),
)


@dataclass(frozen=True, eq=False)
class Look:
    """How training stands after some steps."""

    network: MLP
    loss: float
    right: float

    @property
    def weights(self) -> Array:
        """Those of the hidden units, one unit in each row."""
        return self.network.parameters()["W1"]


def picture(state: SymmetryState) -> Picture:
    """Show the weights of the hidden units, the regions, and the loss so far."""
    looks = _looks(state)
    now = looks[-1]
    spread, rank = float(np.ptp(now.weights, axis=0).max()), _rank(now.weights)
    differ = f"differ by up to {_short(spread)}" if spread else "are exactly alike"
    status = (
        f"After {state.n_steps} steps the units {differ}, their weights have rank {rank}; "
        f"loss {now.loss:.3f}, {now.right:.0%} right."
    )
    return Picture(
        panels=(_weight_panel(now), _region_panel(state, now), _loss_panel(looks)),
        alt=(
            f"Three plots of a network with {N_UNITS} hidden units of tanh that learns two "
            f"half moons. Left, an arrow for the two weights of each unit: {_arrows(now)}. In "
            "the middle, the regions of the two classes with circles of class 0 and squares "
            f"of class 1. Right, the loss over the steps, from {looks[0].loss:.3f} to "
            f"{now.loss:.3f}. {status}"
        ),
        status=status,
    )


def _weight_panel(now: Look) -> Panel:
    reach = NEAR if np.abs(now.weights).max() < 1 else FAR
    marks: list[Mark] = [Rule("x", 0.0, style="solid"), Rule("y", 0.0, style="solid")]
    for x, y in now.weights.tolist():
        if np.hypot(x, y) > APART:
            marks.append(Arrow(0.0, 0.0, x, y, "accent", 1.8))
    w1, w2 = map(numbers, now.weights.T)
    marks.append(Points(w1, w2, "curve", size=6.0))
    n = _n_apart(now.weights)
    if n == 1:
        marks.append(_beside(now.weights[0], reach))
    title = f"Weights: {n} of {N_UNITS} told apart" if n > 1 else "Weights: all units alike"
    span = (-reach, reach)
    return Panel(
        title, "w1, from first input", "w2, from second input", span, span, tuple(marks)
    )


def _beside(weights: Array, reach: float) -> Text:
    """Write next to the point of all units, on the side where there is room."""
    x, y = weights.tolist()
    left = x > 0.25 * reach
    away = -0.08 if left else 0.08
    # Off the arrow, which comes from the middle, and off the axes.
    shift = 0.11 if y >= 0 else -0.11
    place = (x + away * reach, y + shift * reach)
    return Text(*place, f"all {N_UNITS} here", align="right" if left else "left")


def _region_panel(state: SymmetryState, now: Look) -> Panel:
    p = sigmoid(bare(now.network).forward(_grid())).reshape(SIDE, SIDE)
    points = class_points(*_samples(state.seed), 5.0, 2)
    shades = Raster(SPAN, SPAN, two_sided_levels(2 * p - 1), SIDE)
    marks: tuple[Mark, ...] = (shades, *points)
    title = f"Regions: {now.right:.0%} right"
    return Panel(title, "x1, first input", "x2, second input", SPAN, SPAN, marks)


def _loss_panel(looks: list[Look]) -> Panel:
    steps, losses = numbers(TICK * np.arange(len(looks))), numbers([k.loss for k in looks])
    marks = (
        Rule("y", float(np.log(2)), label="ln 2: a guess"),
        Line(steps, losses, "curve"),
        Points(steps[-1:], losses[-1:], "accent"),
    )
    # Large first weights cost so much that the axis can't be fixed for them all.
    top = 0.95 if losses[0] <= 0.95 else 1.05 * max(losses)
    span = (-60.0, LAST_STEP + 100.0)
    title = f"Loss: {looks[-1].loss:.3f}"
    return Panel(title, "steps", "loss (cross-entropy)", span, (-0.02, top), marks)


def _n_apart(weights: Array) -> int:
    """Count the units that are not as good as equal to one before them."""
    gaps = np.abs(weights[:, np.newaxis] - weights).max(axis=-1)
    return sum(bool((gaps[n, :n] > APART).all()) for n in range(len(weights)))


def _rank(weights: Array) -> int:
    return int(np.linalg.matrix_rank(weights))


def _short(value: float) -> str:
    if value >= 0.01:
        return f"{value:.2f}"
    return scientific(value)


def _arrows(now: Look) -> str:
    n = _n_apart(now.weights)
    if n == 1:
        return "all lie on top of each other" if now.weights.any() else "all have length 0"
    return f"{n} can be told apart"


# ---- Training ----------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _grid() -> Array:
    return field_middles(SPAN[1], SIDE)


@lru_cache(maxsize=64)
def _samples(seed: int) -> tuple[Array, Labels]:
    X, y = make_moons(N_SAMPLES, noise=0.1, seed=np.random.default_rng([112, seed, 0]))
    return standardise(X), y


def _looks(state: SymmetryState) -> list[Look]:
    """Return how training stood at each look so far, whatever was asked for before."""
    return _RUNS.looks(1 + state.n_steps // TICK, state.init, state.noise, state.seed)


def _train(init: str, noise: float, seed: int) -> Iterator[Look]:
    def draw(n_out: int, n_in: int, rng: np.random.Generator) -> Array:
        if init == "random":
            W = lecun(n_out, n_in, rng)
        else:
            W = constant(n_out, n_in, CONSTANT if init == "constant" else 0.0)
        return W + normal(n_out, n_in, noise, rng)

    X, y = _samples(seed)
    rng = np.random.default_rng([112, seed, 1])
    network = MLP([2, N_UNITS, 1], "tanh", initialization=draw, seed=rng)
    loss = binary_cross_entropy(network.forward(X), y)
    yield Look(bare(network), loss, _right(network, X, y))
    recipe = Recipe("binary_cross_entropy", "sgd", learning_rate=RATE, n_steps=LAST_STEP)
    for snapshot in training_steps(network, X, y, recipe, every=TICK):
        yield Look(bare(snapshot.network), snapshot.loss, _right(snapshot.network, X, y))


def _right(network: MLP, X: Array, y: Labels) -> float:
    return float(np.mean(network.predict(X) == y))


_RUNS = Runs(_train)

DEMO = Demo(
    "symmetry",
    "Units that start alike",
    SymmetryState(),
    CONTROLS,
    picture,
    tick=step_by(TICK, LAST_STEP),
    pace=60,
)


def symmetry_demo(**state: object) -> Live[SymmetryState]:
    """Show that equal hidden units stay equal, and how little noise tells them apart.

    Parameters
    ----------
    **state
        Where to start: `init` of the weights ("zero", "constant" or "random"), `noise` added
        to them (standard deviation, 0 to .5), `seed` (0 to 9), `n_steps` (0 to 4000).

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
    CS231n, "Neural Networks Part 2", "Weight Initialization", pitfall: all zero.  Zero weights
    do not sit in a minimum: the slightest noise lets them go.  "random" has a variance of 1/n
    for n inputs.  The seed draws the points as well.  The axes of the weights grow once, when
    a weight gets to 1.

    Examples
    --------
    >>> symmetry_demo(noise=0.01).state().noise
    0.01
    """
    return Live(DEMO, **state)
