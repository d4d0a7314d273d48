"""The demo of seeds shows where networks really end."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.datasets import make_noisy_square, make_spirals
from course_utils.demos.marks import Points
from course_utils.demos.seeds import DEMO, LAST_STEP, SPIRALS, SQUARE, TICK, SeedsState
from course_utils.network import MLP
from course_utils.training import Recipe, train


def values_alone(width: int, seed: int, state: SeedsState) -> list[tuple[float, float]]:
    """Train one of the networks alone, in one go; return loss and accuracy on both sets."""
    if state.data == SPIRALS:
        X, y = make_spirals(60, n_classes=2, turns=0.75, seed=0)
        X_test, y_test = make_spirals(200, n_classes=2, turns=0.75, seed=1)
    else:
        made = make_noisy_square(n_test=200, seed=3)
        X, y, X_test, y_test = made.X, made.y, made.X_test, made.y_test
    network = MLP(
        [2, width, 1], "relu", seed=np.random.default_rng([103, seed]), dtype=np.float32
    )
    recipe = Recipe(
        "binary_cross_entropy",
        "sgd",
        0.7 if state.data == SPIRALS else 1.0,
        weight_decay=state.weight_decay,
        n_steps=state.n_steps,
    )
    network = train(network, X, y, recipe).network
    found = []
    for points, labels in ((X, y), (X_test, y_test)):
        z = network.forward(points)[:, 0].astype(float)
        loss = np.mean(np.log1p(np.exp(-np.where(labels == 1, z, -z))))
        found.append((float(loss), float(np.mean((z > 0) == labels))))
    return found


@pytest.mark.parametrize("data", [SPIRALS, SQUARE])
@pytest.mark.parametrize("measure", ["loss", "accuracy"])
def test_numbers_are_those_of_networks_trained_alone(data: str, measure: str) -> None:
    state = SeedsState(data, measure, 0.001, n_seeds=5, n_steps=100)
    which = ("loss", "accuracy").index(measure)
    alone = np.array(
        [[values_alone(width, seed, state) for seed in range(5)] for width in (3, 20)]
    )[..., which]

    picture = DEMO.picture(state)

    words = [
        " and ".join(
            f"{alone[n, :, k].mean():.3f} ± {alone[n, :, k].std():.3f} with {width} units"
            for n, width in enumerate((3, 20))
        )
        for k in range(2)
    ]
    assert picture.status == (
        f"Step 100, 5 seeds: training {measure} {words[0]}; test {measure} {words[1]}."
    )
    stds = alone[:, :, 1].std(axis=1)
    assert picture.panels[1].title == f"Test: std {stds[0]:.3f} at 3, {stds[1]:.3f} at 20"


def test_each_network_has_a_dot_and_more_seeds_keep_the_first() -> None:
    few, many = (
        DEMO.picture(SeedsState(n_seeds=n, n_steps=50)).panels[0].marks[0] for n in (5, 12)
    )
    assert isinstance(few, Points)
    assert isinstance(many, Points)

    assert (len(few.x), len(many.x)) == (7 * 5, 7 * 12)
    assert many.y[:5] == few.y[:5]


def test_small_networks_spread_and_large_ones_do_not() -> None:
    title = DEMO.picture(SeedsState(n_steps=1000)).panels[0].title

    small, large = (float(word) for word in title.split() if word.startswith("0."))
    assert small > 10 * large


def test_a_picture_does_not_depend_on_what_was_asked_before() -> None:
    before = DEMO.picture(SeedsState(weight_decay=0.01, n_steps=50))
    DEMO.picture(SeedsState(weight_decay=0.01, n_steps=200))

    assert DEMO.picture(SeedsState(weight_decay=0.01, n_steps=50)) == before


def test_time_goes_on_to_the_last_step() -> None:
    assert DEMO.ticked(SeedsState(n_steps=50)) == SeedsState(n_steps=50 + TICK)
    assert DEMO.ticked(SeedsState(n_steps=LAST_STEP)) is None
