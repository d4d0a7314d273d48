"""Update rules on flat arrays, against numbers worked by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP
from course_utils.training import Recipe
from course_utils.training._stacked_arrays import Stack
from course_utils.training._stacked_optimizers import (
    SGD,
    Adam,
    Momentum,
    Optimizer,
    stacked_optimizer,
)

RATE = np.array([0.5])


def walk(optimizer: Optimizer, *gradients: Any) -> list[list[float]]:
    """Return where the parameters are after each gradient, from 1 and 2 on."""
    p, path = np.array([1.0, 2.0]), []
    for gradient in gradients:
        optimizer.step(p, np.array(gradient))
        path.append(p.tolist())
    return path


def test_sgd_goes_against_the_gradient() -> None:
    assert walk(SGD(RATE), [0.5, -1.0], [2.0, 0.0]) == [[0.75, 2.5], [-0.25, 2.5]]


def test_momentum_keeps_a_share_of_its_speed() -> None:
    path = walk(Momentum(RATE, np.array([0.5]), 2), [1.0, -2.0], [0.0, 4.0])

    # speeds: -0.5 and 1, then half of that: -0.25, and 0.5 - 2 = -1.5
    assert path == [[0.5, 3.0], [0.25, 1.5]]


def test_first_step_of_adam_is_the_learning_rate_long() -> None:
    path = walk(Adam(RATE, 2), [3.0, -0.02])

    assert path[0] == pytest.approx([0.5, 2.5], rel=1e-6)


def test_adam_adds_epsilon_to_the_root() -> None:
    path = walk(Adam(RATE, 2), [1e-8, 3e-8])

    assert path[0] == pytest.approx([1 - 0.5 / 2, 2 - 0.5 * 3 / 4], rel=1e-12)


def test_second_step_of_adam() -> None:
    path = walk(Adam(RATE, 2), [1.0, 1.0], [1.0, -1.0])

    # both squares average to 1; the means are 1, and (0.9*0.1 - 0.1) / (1 - 0.81) = -1/19
    assert path[1] == pytest.approx([1 - 0.5 - 0.5, 2 - 0.5 + 0.5 / 19], abs=1e-7)


@pytest.mark.parametrize(
    ("name", "kind"), [("sgd", SGD), ("momentum", Momentum), ("adam", Adam)]
)
def test_recipes_choose_the_optimizer(name: str, kind: type) -> None:
    recipes = [Recipe(optimizer=name, learning_rate=0.5, momentum=0.25)] * 2
    parameters = Stack.of([MLP([1, 2]), MLP([1, 2])])

    optimizer: Any = stacked_optimizer(recipes, parameters)

    assert optimizer.learning_rate.tolist() == [0.5]
    assert getattr(optimizer, "momentum", RATE / 2).tolist() == [0.25]
    assert type(optimizer) is kind


def test_one_network_is_an_ensemble_too() -> None:
    optimizer: Any = stacked_optimizer([Recipe(learning_rate=2.0)], Stack.of([MLP([1, 2])]))

    assert optimizer.learning_rate.tolist() == [2]


def test_each_network_gets_its_own_numbers() -> None:
    recipes = [Recipe(learning_rate=0.5, momentum=0.25), Recipe(learning_rate=2.0)]
    parameters = Stack.of([MLP([1, 2]), MLP([1, 2])])

    optimizer: Any = stacked_optimizer(recipes, parameters)

    assert optimizer.learning_rate.tolist() == [0.5] * 4 + [2.0] * 4
    assert optimizer.momentum.tolist() == [0.25] * 4 + [0.9] * 4


def test_single_precision_stays() -> None:
    networks = [MLP([1, 2], dtype=np.float32)] * 2
    recipes = [Recipe(optimizer="adam"), Recipe(optimizer="adam", learning_rate=0.2)]

    optimizer: Any = stacked_optimizer(recipes, Stack.of(networks))

    assert optimizer.learning_rate.dtype == optimizer.mean.dtype == np.float32
