"""Networks that diverge: they are told apart, and leave the others alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP, Dense
from course_utils.training import Recipe, train, train_ensemble

X = np.random.default_rng(0).normal(size=(20, 2))
TARGETS = 3 * X[:, 0]
CALM = Recipe("squared_error", "sgd", learning_rate=0.01, n_steps=300, record_every=7)
WILD = replace(CALM, learning_rate=20.0)


@pytest.mark.parametrize("hidden", [(), (3,), (4, 3)])
@pytest.mark.parametrize("optimizer", ["sgd", "momentum"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_diverging_network_does_not_disturb_the_others(
    hidden: tuple[int, ...], optimizer: str, dtype: Any
) -> None:
    networks = [MLP([2, *hidden, 1], "relu", seed=seed, dtype=dtype) for seed in range(3)]
    recipes = [replace(recipe, optimizer=optimizer) for recipe in (CALM, WILD, CALM)]

    history = train_ensemble(networks, X, TARGETS, recipes)
    calm = train_ensemble(networks[::2], X, TARGETS, recipes[0])

    assert history.diverged.tolist() == [False, True, False]
    assert history.loss[::2] == pytest.approx(
        calm.loss, rel=1e-5 if dtype == np.float32 else 1e-9
    )
    assert np.isfinite(history.loss[::2]).all()


@pytest.mark.parametrize("hidden", [(), (3,)])
def test_diverging_network_ends_like_one_alone(hidden: tuple[int, ...]) -> None:
    network = MLP([2, *hidden, 1], "relu", seed=3)

    history = train_ensemble([network], X, TARGETS, WILD)
    alone = train(network, X, TARGETS, WILD)

    n_sound = len(alone.loss) - 1
    assert alone.diverged
    assert history.loss[0, :n_sound] == pytest.approx(alone.loss[:n_sound], rel=1e-6)
    assert np.isnan(history.loss[0, n_sound:]).all()
    for name, values in alone.network.parameters().items():
        assert history.networks[0].parameters()[name] == pytest.approx(values, rel=1e-6)


def test_last_record_can_be_the_one_that_diverges() -> None:
    network = MLP.from_layers([Dense([[1.0]], [0.0])])
    recipe = Recipe("squared_error", "sgd", learning_rate=1e200, n_steps=1)

    history = train_ensemble([network], [[1.0]], [0.0], recipe)

    assert history.loss[0, 0] == 1
    assert np.isnan(history.loss[0, 1])
    assert history.networks[0].parameters()["W1"].tolist() == [[1.0]]


def test_network_that_overflows_from_the_start_stays_as_it_was() -> None:
    network = MLP.from_layers([Dense([[1e200]], [0.0])])

    history = train_ensemble([network], [[1.0]], [0.0], Recipe("squared_error", n_steps=20))

    assert history.diverged.all()
    assert np.isnan(history.loss).all()
    assert history.networks[0].parameters()["W1"].tolist() == [[1e200]]


def test_infinite_parameters_are_a_divergence_though_the_loss_is_finite() -> None:
    # The step makes -inf of the first weight.  Then tanh is -1, the score -5e299, the loss 0.
    network = MLP.from_layers([Dense([[0.0]], [0.0], "tanh"), Dense([[1.0]], [0.0])])
    recipe = Recipe("binary_cross_entropy", "sgd", learning_rate=1e300, n_steps=1)

    history = train_ensemble([network], [[1e10]], [0], recipe)

    assert history.diverged.all()
    assert train(network, [[1e10]], [0], recipe).diverged


def test_infinite_score_is_a_divergence_though_the_loss_is_finite() -> None:
    # Infinitely far on the right side the hinge is 0; `train` says that this is no loss.
    network = MLP.from_layers([Dense([[1e300, 0.0]], [0.0])])
    samples, recipe = ([[1e300, 1.0], [1.0, 1.0]], [1, 1]), Recipe("binary_hinge", n_steps=1)

    history = train_ensemble([network], *samples, recipe)

    assert history.diverged.all()
    assert train(network, *samples, recipe).diverged


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("name", ["learning_rate", "weight_decay"])
@pytest.mark.parametrize("values", [(1e300, 1e300), (1e300, 0.01)])
def test_numbers_too_large_for_float32_are_a_divergence(
    optimizer: str, name: str, values: tuple[float, ...]
) -> None:
    recipe = Recipe(optimizer=optimizer, n_steps=3)
    options: list[dict[str, Any]] = [{name: value} for value in values]
    recipes = [replace(recipe, **option) for option in options]

    history = train_ensemble([MLP([2, 3], dtype=np.float32)] * 2, X, X[:, 0] > 0, recipes)

    assert history.diverged.tolist() == [value == 1e300 for value in values]


@pytest.mark.parametrize("batch_size", [None, 6])
def test_network_that_diverged_stays_so(batch_size: int | None) -> None:
    networks = [MLP([2, 5, 1], "relu", seed=seed) for seed in range(2)]
    recipes = [replace(recipe, batch_size=batch_size) for recipe in (WILD, CALM)]

    history = train_ensemble(networks, X, TARGETS, recipes)

    is_nan = np.isnan(history.loss[0])
    assert is_nan[is_nan.argmax() :].all()
    assert not is_nan[0]
    assert all(np.isfinite(W).all() for W in history.networks[0].parameters().values())
