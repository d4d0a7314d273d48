"""The demo of wrong labels counts what its network reproduces."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course_utils.datasets import make_noisy_square
from course_utils.demos.marks import Line, Points
from course_utils.demos.overfitting import DEMO, LAST_STEP, TICK, OverfittingState
from course_utils.network import MLP
from course_utils.training import Recipe, train


@pytest.mark.parametrize(
    "state",
    [
        OverfittingState(),
        OverfittingState(flipped=30, n_hidden=6, weight_decay=0.001, seed=1, n_steps=200),
    ],
)
def test_every_number_is_that_of_a_network_trained_in_one_go(state: OverfittingState) -> None:
    data = make_noisy_square(flip=state.flipped / 100, n_test=1000, seed=state.seed)
    recipe = Recipe(
        "binary_cross_entropy",
        "adam",
        learning_rate=0.03,
        weight_decay=state.weight_decay,
        n_steps=state.n_steps,
    )
    start = MLP([2, state.n_hidden, 1], "tanh", seed=state.seed, dtype=np.float32)
    network = train(start, data.X, data.y, recipe).network
    right = network.predict(data.X) == data.y
    test = np.mean(network.predict(data.X_test) == data.y_test)
    given = f"{right[data.flipped].sum()} of {data.flipped.sum()} wrong labels reproduced"

    picture = DEMO.picture(state)

    assert picture.status == (
        f"Step {state.n_steps}: {right.mean():.0%} of the training labels reproduced, {given}, "
        f"{test:.1%} of the clean test points right."
    )
    assert picture.panels[1].title == given
    assert picture.panels[0].title == f"Regions: {test:.1%} of test points right"
    ends = [mark.y[-1] for mark in picture.panels[1].marks if isinstance(mark, Line)]
    shares = [right.mean(), test, right[data.flipped].mean()]
    assert ends == pytest.approx(shares, abs=1e-5)


@pytest.mark.parametrize("flipped", [0, 15, 40])
def test_each_wrong_label_lies_on_a_diamond(flipped: int) -> None:
    panel = DEMO.picture(OverfittingState(flipped=flipped, n_steps=0)).panels[0]
    by_shape = {mark.shape: len(mark.x) for mark in panel.marks if isinstance(mark, Points)}

    assert by_shape["diamond"] == 40 * flipped // 100
    assert by_shape["circle"] + by_shape["square"] == 40


def test_without_wrong_labels_no_share_of_them_is_shown() -> None:
    picture = DEMO.picture(OverfittingState(flipped=0))

    assert picture.panels[1].title == "No label is wrong"
    assert sum(isinstance(mark, Line) for mark in picture.panels[1].marks) == 2
    assert "two shares over the steps" in picture.alt


def test_one_unit_is_singular() -> None:
    assert "with 1 tanh unit and" in DEMO.picture(OverfittingState(n_hidden=1)).alt


def test_weight_decay_keeps_the_network_from_learning_by_heart() -> None:
    def seen(decay: float) -> tuple[int, float]:
        status = DEMO.picture(OverfittingState(weight_decay=decay, n_steps=2000)).status
        found = re.search(r"(\d+) of 6 .* ([\d.]+)% of the clean", status)
        assert found
        return int(found[1]), float(found[2])

    (plain, test), (decayed, better) = seen(0.0), seen(0.01)
    assert plain == 6
    assert decayed <= 1
    assert better > test + 5


def test_a_picture_does_not_depend_on_what_was_asked_before() -> None:
    early = OverfittingState(seed=7, n_steps=40)
    before = DEMO.picture(early)
    DEMO.picture(OverfittingState(seed=7, n_steps=400))

    assert DEMO.picture(early) == before


def test_time_goes_on_to_the_last_step() -> None:
    assert DEMO.ticked(OverfittingState(n_steps=40)) == OverfittingState(n_steps=40 + TICK)
    assert DEMO.ticked(OverfittingState(n_steps=LAST_STEP)) is None
