"""Demo: a network that learns wrong labels by heart, and what weight decay does about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import sigmoid
from course_utils.datasets import NoisySquare, make_noisy_square, square_boundary
from course_utils.demos._plane import class_points, field_middles
from course_utils.demos._runs import Runs, bare, step_by
from course_utils.demos.controls import Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import (
    Line,
    Mark,
    Points,
    Raster,
    Role,
    Style,
    Text,
    numbers,
    two_sided_levels,
)
from course_utils.demos.picture import Panel, Picture
from course_utils.network import MLP
from course_utils.training import Recipe, training_steps

__all__ = ["DEMO", "OverfittingState", "overfitting_demo"]

TICK, LAST_STEP = 20, 2000
REACH = 1.05
SIDE = 60  # fields along a side of the regions
CURVES: tuple[tuple[str, Role, Style], ...] = (
    ("training labels reproduced", "curve", "solid"),
    ("clean test points right", "second", "dashed"),
    ("wrong labels reproduced", "accent", "dotted"),
)


@dataclass(frozen=True)
class OverfittingState:
    """What the controls set: wrong labels, size, weight decay, where chance starts, time."""

    flipped: int = 15
    n_hidden: int = 20
    weight_decay: float = 0.0
    seed: int = 3
    n_steps: int = 400


CONTROLS = (
    Slider("flipped", "wrong labels", low=0, high=40, step=5, unit="%"),
    Ladder("n_hidden", "hidden units H", (1, 2, 3, 6, 20, 50, 100)),
    Ladder("weight_decay", "weight decay λ", (0.0, 0.001, 0.003, 0.01, 0.03, 0.1)),
    Slider("seed", "seed", low=0, high=9, step=1),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=TICK),
)


@dataclass(frozen=True, eq=False)
class Look:
    """How training stands: the network, and its shares in the order of `CURVES`."""

    network: MLP
    shares: tuple[float, float, float]


def picture(state: OverfittingState) -> Picture:
    """Show what the network says where, and what share of which labels it reproduces."""
    looks = _looks(state)
    training, test, wrong = looks[-1].shares
    n_wrong = int(_square(state.flipped, state.seed).flipped.sum())
    given = f"{round(wrong * n_wrong)} of {n_wrong} wrong labels reproduced"
    given = given if n_wrong else "no label is wrong"
    units = "1 tanh unit" if state.n_hidden == 1 else f"{state.n_hidden} tanh units"
    status = (
        f"Step {state.n_steps}: {training:.0%} of the training labels reproduced, {given}, "
        f"{test:.1%} of the clean test points right."
    )
    return Picture(
        panels=(_region_panel(state, looks[-1], test), _share_panel(looks, given, n_wrong)),
        alt=(
            f"Two plots of a network with {units} and weight decay "
            f"{state.weight_decay:g}. Left, its regions in colour with 40 training points and "
            "the true border; points with a wrong label lie on a large diamond. Right, "
            f"{'three' if n_wrong else 'two'} shares over the steps. {status}"
        ),
        status=status,
    )


# ---- Panels ------------------------------------------------------------------------------


def _region_panel(state: OverfittingState, now: Look, test: float) -> Panel:
    p = sigmoid(bare(now.network).forward(_grid())[:, 0])
    span = (-REACH, REACH)
    x = np.linspace(*span, 121)
    marks = (
        Raster(span, span, two_sided_levels((2 * p - 1).reshape(SIDE, SIDE)), SIDE, "two"),
        Line(numbers(x), numbers(square_boundary(x)), "muted", "dashed", 1.6),
        *_points(_square(state.flipped, state.seed)),
    )
    title = f"Regions: {test:.1%} of test points right"
    return Panel(title, "x1, first input", "x2, second input", span, span, marks, 0.8)


def _points(square: NoisySquare) -> list[Mark]:
    """Draw the points with the labels that the network is told, wrong ones on a diamond."""
    x1, x2 = square.X[square.flipped].T
    wrong = Points(numbers(x1), numbers(x2), "accent", "diamond", 18.0)
    return [wrong, *class_points(square.X, square.y, 7.0, 2)]


def _share_panel(looks: list[Look], given: str, n_wrong: int) -> Panel:
    steps = numbers(np.arange(len(looks)) * TICK)
    by_curve = zip(*(look.shares for look in looks), strict=True)
    marks: list[Mark] = []
    # A share of no wrong labels would mean nothing.
    curves = CURVES if n_wrong else CURVES[:2]
    for n, (shares, (name, role, style)) in enumerate(zip(by_curve, curves, strict=False)):
        words = f"{name}, {style}: {shares[-1]:.0%}"
        marks += [
            Line(steps, numbers(shares), role, style),
            Points(steps[-1:], numbers(shares[-1:]), role),
            Text(0.02 * LAST_STEP, 1.36 - 0.12 * n, words, role),
        ]
    span = (0.0, 1.02 * LAST_STEP)
    title = given[0].upper() + given[1:]
    return Panel(title, "steps", "share", span, (-0.04, 1.46), tuple(marks))


@lru_cache(maxsize=1)
def _grid() -> Array:
    return field_middles(REACH, SIDE).astype(np.float32)


# ---- Training ----------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _square(flipped: int, seed: int) -> NoisySquare:
    return make_noisy_square(flip=flipped / 100, n_test=1000, seed=seed)


def _looks(state: OverfittingState) -> list[Look]:
    """Return how training stood at each look so far, whatever was asked for before."""
    settings = state.flipped, state.n_hidden, state.weight_decay, state.seed
    return _RUNS.looks(1 + state.n_steps // TICK, *settings)


def _train(flipped: int, n_hidden: int, weight_decay: float, seed: int) -> Iterator[Look]:
    square = _square(flipped, seed)
    network = MLP([2, n_hidden, 1], "tanh", seed=seed, dtype=np.float32)
    recipe = Recipe(
        "binary_cross_entropy",
        "adam",
        learning_rate=0.03,
        weight_decay=weight_decay,
        n_steps=LAST_STEP,
    )
    yield _look(network, square)
    for snapshot in training_steps(network, square.X, square.y, recipe, every=TICK):
        yield _look(snapshot.network, square)


def _look(network: MLP, square: NoisySquare) -> Look:
    right = network.predict(square.X) == square.y
    test = float(np.mean(network.predict(square.X_test) == square.y_test))
    wrong = float(np.mean(right[square.flipped])) if square.flipped.any() else 0.0
    return Look(bare(network), (float(np.mean(right)), test, wrong))


_RUNS = Runs(_train)

DEMO = Demo(
    "overfitting",
    "Wrong labels",
    OverfittingState(),
    CONTROLS,
    picture,
    tick=step_by(TICK, LAST_STEP),
    pace=60,
)


def overfitting_demo(**state: object) -> Live[OverfittingState]:
    """Show how a large network learns wrong labels by heart, and how weight decay stops it.

    Parameters
    ----------
    **state
        Where to start: `flipped` labels (0 to 40 %), `n_hidden` units (1 to 100),
        `weight_decay` (0 to .1), `seed` (0 to 9) of points and weights, `n_steps` (0 to
        2000).

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
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes": overfitting
    means fitting "the noise in the data instead of the (assumed) underlying relationship".

    Examples
    --------
    >>> overfitting_demo(weight_decay=0.01).state().n_hidden
    20
    """
    return Live(DEMO, **state)
