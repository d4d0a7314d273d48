"""The fast engine agrees with the clear one when recipe or samples change on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP
from tests.engines import RECIPE, assert_same, make_both, make_samples, on_both


@pytest.mark.parametrize(
    "change",
    [
        {"learning_rate": 0.3},
        {"weight_decay": 0.0},
        {"weight_decay": 0.5},
        {"momentum": 0.2},
        {"optimizer": "sgd"},
        {"optimizer": "adam"},
        {"batch_size": 7},
        {"loss": "hinge"},
    ],
)
@pytest.mark.parametrize("batch_size", [None, 5])
def test_a_change_of_the_recipe(change: dict[str, Any], batch_size: int | None) -> None:
    first = replace(RECIPE, batch_size=batch_size)
    engines = make_both(MLP([2, 4, 2], "tanh"), first)
    second = replace(first, **change)
    samples = make_samples(engines[1].network(), second.loss, np.random.default_rng(5))

    for recipe in (first, second, first, first):
        for engine in engines:
            engine.prepare(samples, recipe)
            engine.run(7)

    assert_same(engines)


@pytest.mark.parametrize("n", [3, 40])
@pytest.mark.parametrize("batch_size", [None, 5])
def test_a_change_of_the_samples(n: int, batch_size: int | None) -> None:
    recipe = replace(RECIPE, batch_size=batch_size)
    engines = make_both(MLP([2, 4, 2], "tanh"), recipe)
    other = make_samples(engines[1].network(), recipe.loss, np.random.default_rng(6), n)

    on_both(engines, lambda engine: engine.run(7))
    on_both(engines, lambda engine: engine.prepare(other, recipe))
    assert_same(engines)
    on_both(engines, lambda engine: engine.run(7))

    assert_same(engines)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
def test_restored_parameters_go_on_without_a_past(optimizer: str) -> None:
    recipe = replace(RECIPE, optimizer=optimizer)
    engines, fresh = (make_both(MLP([2, 4, 2], "tanh"), recipe) for _ in range(2))

    on_both(engines, lambda engine: engine.run(9))
    on_both(engines, lambda engine: engine.restore())
    assert_same(engines)
    on_both((*engines, fresh[1]), lambda engine: engine.run(9))

    assert_same(engines)
    assert_same((engines[0], fresh[1]))


def test_kept_parameters_are_those_of_that_moment() -> None:
    engines = make_both(MLP([2, 4, 2], "tanh"))
    on_both(engines, lambda engine: engine.run(5))
    then = engines[0].network().parameters()["W1"]

    on_both(engines, lambda engine: engine.keep())
    on_both(engines, lambda engine: engine.run(5))
    on_both(engines, lambda engine: engine.restore())

    assert engines[0].network().parameters()["W1"].tolist() == then.tolist()
    assert_same(engines)


@pytest.mark.parametrize("batch_size", [None, 5])
def test_looking_on_does_not_disturb(batch_size: int | None) -> None:
    recipe = replace(RECIPE, batch_size=batch_size)
    watched, alone = (make_both(MLP([2, 4, 2], "relu"), recipe)[0] for _ in range(2))

    for _ in range(6):
        watched.run(1)
        watched.loss(), watched.scores(), watched.network()
    alone.run(6)

    assert (
        watched.network().parameters()["W2"].tolist()
        == alone.network().parameters()["W2"].tolist()
    )
