"""The demo of layers that collapse: its numbers by another way, and what it claims."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.datasets import make_xor
from course_utils.demos.collapse import DEMO, LAST_STEP, RECIPE, WIDTH
from course_utils.demos.marks import Line, Raster
from course_utils.demos.picture import Picture
from course_utils.network import MLP
from course_utils.training import Trainer

POINTS = 2 * make_xor(80, noise=0.15, seed=3)[0] - 1
LABELS = make_xor(80, noise=0.15, seed=3)[1]


def shown(**changes: object) -> Picture:
    return DEMO.picture(DEMO.checked(DEMO.start, changes))


def trained(n_layers: int, activation: str, seed: int, n_steps: int) -> MLP:
    sizes = [2, *[WIDTH] * (n_layers - 1), 2]
    trainer = Trainer(MLP(sizes, activation, seed=seed), POINTS, LABELS, RECIPE)
    if n_steps:
        trainer.advance(n_steps)
    return trainer.network


@pytest.mark.parametrize("activation", ["identity", "relu", "tanh"])
@pytest.mark.parametrize(("n_layers", "n_steps"), [(1, 60), (2, 0), (3, LAST_STEP), (5, 30)])
def test_numbers_are_those_of_the_network(activation: str, n_layers: int, n_steps: int) -> None:
    picture = shown(activation=activation, n_layers=n_layers, n_steps=n_steps, seed=4)
    network = trained(n_layers, activation, 4, n_steps)
    W, b = np.eye(2), np.zeros(2)
    for layer in network.layers:
        W, b = layer.W @ W, layer.W @ b + layer.b
    gap = np.abs(network.forward(POINTS) - (POINTS @ W.T + b)).max()
    accuracy = np.mean(network.predict(POINTS) == LABELS)

    assert f"{network.n_parameters} parameters: accuracy {accuracy:.2f};" in picture.status
    assert picture.panels[0].title == f"XOR, step {n_steps}: accuracy {accuracy:.2f}"
    said = float(picture.panels[1].title.removeprefix("Dashed: matrix product, off by "))
    assert said == pytest.approx(gap, abs=0.0051 if gap > 0.01 else 1e-14)
    assert picture.status.endswith(f"off by {picture.panels[1].title.split()[-1]}.")


@pytest.mark.parametrize("seed", range(10))
def test_only_an_activation_learns_exclusive_or(seed: int) -> None:
    deep = shown(seed=seed, n_layers=5, n_steps=LAST_STEP)
    assert float(deep.panels[1].title.split()[-1]) < 1e-12
    assert float(deep.panels[0].title.split()[-1]) <= 0.75
    bent = shown(seed=seed, activation="relu", n_steps=LAST_STEP)
    assert float(bent.panels[0].title.split()[-1]) > 0.95


def test_linear_scores_are_straight_and_lie_on_one_layer() -> None:
    for n_layers in (1, 3, 5):
        lines = [m for m in shown(n_layers=n_layers).panels[1].marks if isinstance(m, Line)]
        for deep, single in zip(lines[:2], lines[2:], strict=True):
            assert deep.y == pytest.approx(single.y, abs=1e-4)
            assert np.diff(deep.y, n=2) == pytest.approx(0, abs=1e-4)


def test_relu_bends_the_scores() -> None:
    squares = next(
        m
        for m in shown(activation="relu", n_steps=LAST_STEP).panels[1].marks
        if isinstance(m, Line) and m.role == "class1"
    )
    assert squares.y[0] > 2 * squares.y[30] < squares.y[-1]


def test_run_shows_the_same_whatever_was_asked_before() -> None:
    late, early = shown(seed=7, n_steps=90), shown(seed=7, n_steps=10)

    assert shown(seed=7, n_steps=90) == late
    assert shown(seed=7, n_steps=10) == early
    assert isinstance(early.panels[0].marks[0], Raster)


def test_time_ends_after_the_last_step() -> None:
    state = DEMO.checked(DEMO.start, {"n_steps": LAST_STEP - 5})
    last = DEMO.ticked(state)

    assert last is not None
    assert last.n_steps == LAST_STEP
    assert DEMO.ticked(last) is None
