"""SGD, momentum and Adam, one step at a time."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.network import MLP
from course_utils.training import OPTIMIZERS, SGD, Adam, Momentum, Recipe, Trainer
from course_utils.training._clear_engine import ClearEngine
from course_utils.training._samples import fitting_samples

numbers = st.floats(-10, 10)
RECIPE = Recipe(learning_rate=0.5, momentum=0.8)


def walk(
    optimizer: SGD | Momentum | Adam, slopes: list[float], start: float = 1.0
) -> list[float]:
    path, p = [], np.array([start])
    for slope in slopes:
        p = optimizer.step(p, np.array([slope]))
        path.append(p[0])
    return path


def test_sgd_worked_by_hand() -> None:
    assert walk(SGD(RECIPE), [0.4, -2.0]) == pytest.approx([0.8, 1.8], rel=1e-15)


def test_momentum_worked_by_hand() -> None:
    # v = -0.2, then 0.8 * -0.2 - 0.5 * 0.4 = -0.36, then 0.8 * -0.36 = -0.288
    path = walk(Momentum(RECIPE), [0.4, 0.4, 0.0])
    assert path == pytest.approx([0.8, 0.44, 0.152], rel=1e-14)


def test_adam_worked_by_hand() -> None:
    first = 1 - 0.5 * 3 / (3 + 1e-8)
    # After 3 and -1 the averages are 0.9 * 0.3 - 0.1 and 0.999 * 0.009 + 0.001; so far they
    # have the weights 1 - 0.9**2 and 1 - 0.999**2.
    mean, square = 0.17 / 0.19, 0.009991 / 0.001999
    second = first - 0.5 * mean / (math.sqrt(square) + 1e-8)

    assert walk(Adam(RECIPE), [3.0, -1.0]) == pytest.approx([first, second], rel=1e-13)


def test_adam_divides_by_a_root_that_cannot_be_0() -> None:
    # The root is |g| = 1e-8 and epsilon as much again: half a step.
    assert walk(Adam(RECIPE), [1e-8]) == pytest.approx([0.75], rel=1e-12)
    assert walk(Adam(RECIPE), [0.0]) == [1.0]


@given(numbers, st.floats(1e-4, 10))
def test_adam_starts_with_a_step_of_the_learning_rate(start: float, slope: float) -> None:
    (end,) = walk(Adam(RECIPE), [slope], start)
    assert start - end == pytest.approx(0.5, rel=1e-3)


@given(st.lists(numbers, min_size=1, max_size=5))
def test_momentum_0_is_sgd(slopes: list[float]) -> None:
    recipe = replace(RECIPE, momentum=0.0)
    assert walk(Momentum(recipe), slopes) == walk(SGD(recipe), slopes)


def test_momentum_approaches_a_speed_of_its_own() -> None:
    # A constant slope g ends at the speed learning_rate * g / (1 - momentum) = 0.5 / 0.2.
    path = walk(Momentum(RECIPE), [1.0] * 200)
    assert path[-2] - path[-1] == pytest.approx(2.5, rel=1e-12)


def test_a_new_recipe_counts_from_the_next_step() -> None:
    ball = Momentum(RECIPE)
    walk(ball, [0.4])

    ball.recipe = Recipe(learning_rate=0.1, momentum=0.5)

    assert walk(ball, [1.0]) == pytest.approx([1 - 0.1 - 0.1], rel=1e-15)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_optimizers_leave_their_input_alone_and_single_precision_as_it_is(name: str) -> None:
    p, g = np.ones((2, 3), np.float32), np.ones((2, 3), np.float32)
    p.flags.writeable = g.flags.writeable = False
    optimizer = OPTIMIZERS[name](RECIPE)

    moved = optimizer.step(optimizer.step(p, g), g)

    assert moved.dtype == np.float32
    assert moved.shape == (2, 3)


def test_table_of_optimizers() -> None:
    assert dict(OPTIMIZERS) == {"sgd": SGD, "momentum": Momentum, "adam": Adam}


@pytest.mark.parametrize("hidden", [[], ["prelu"]])
def test_decay_alone_is_gradual_forgetting(hidden: list[str]) -> None:  # ledger row 19
    network = MLP([2, *[3 for _ in hidden], 1], hidden, seed=1)
    recipe = Recipe("squared_error", "sgd", learning_rate=0.5, weight_decay=0.1)
    trainer = Trainer(network, np.zeros((4, 2)), np.zeros(4), recipe)

    trainer.advance(50)

    before, after = network.parameters(), trainer.network.parameters()
    assert after["W1"] == pytest.approx(0.95**50 * before["W1"], rel=1e-12)
    assert after["W1"] == pytest.approx(0.0769 * before["W1"], rel=1e-3)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_biases_and_slopes_of_prelu_do_not_decay(name: str) -> None:
    network = MLP([2, 3, 1], "prelu").with_parameters(
        {"b1": [1.0, 2.0, 3.0], "W2": [[0, 0, 0]]}
    )
    recipe = Recipe("squared_error", name, weight_decay=0.5)
    trainer = Trainer(network, np.ones((4, 2)), np.zeros(4), recipe)

    trainer.advance(20)

    after = trainer.network.parameters()
    assert after["b1"].tolist() == [1, 2, 3]
    assert after["alpha1"].tolist() == network.parameters()["alpha1"].tolist()
    assert (np.abs(after["W1"]) < np.abs(network.parameters()["W1"])).all()


def test_each_parameter_has_an_optimizer_of_its_own() -> None:
    network = MLP([1, 1]).with_parameters({"W1": [[1.0]], "b1": [0.0]})
    samples = fitting_samples(network, [[2.0]], [0.0], "squared_error")
    engine = ClearEngine(network, samples, Recipe("squared_error", learning_rate=0.01))

    engine.run(1)  # the error is 2, so the slopes are 2 * 2 * 2 and 2 * 2

    after = engine.network().parameters()
    assert after["W1"] == pytest.approx(np.array([[0.92]]), rel=1e-14)
    assert after["b1"] == pytest.approx(np.array([-0.04]), rel=1e-14)
