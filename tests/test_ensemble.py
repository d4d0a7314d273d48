"""Ensembles: every network comes out as if it had been trained alone."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import FrozenInstanceError, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.network import MLP, Dense
from course_utils.training import EnsembleHistory, Recipe, train, train_ensemble
from course_utils.training import _ensemble as module
from tests.stacked_reference import train_plainly

BCE = "binary_cross_entropy"

# sizes, activation of hidden layers, activation of the output, loss, optimiser
METHODS = [
    ((2, 3, 1), "tanh", "identity", BCE, "momentum"),
    ((2, 9, 1), "relu", "identity", BCE, "sgd"),
    ((1, 7, 2), "tanh", "identity", "cross_entropy", "adam"),
    ((2, 1, 2), "relu", "identity", "cross_entropy", "momentum"),
    ((3, 4, 3), "sigmoid", "identity", "cross_entropy", "momentum"),
    ((2, 3, 2, 1), ("tanh", "relu"), "identity", "binary_hinge", "adam"),
    ((2, 5, 1), "tanh", "identity", "binary_hinge", "sgd"),
    ((2, 3, 3), "silu", "identity", "hinge", "sgd"),
    ((1, 6, 1), "tanh", "identity", "squared_error", "adam"),
    ((2, 3, 2, 2), ("elu", "leaky_relu"), "identity", "squared_error", "momentum"),
    ((2, 3, 2), "softplus", "sigmoid", "squared_error", "momentum"),
    ((2, 4, 1), "tanh", "tanh", BCE, "adam"),
    ((3, 2), (), "identity", "cross_entropy", "sgd"),
    ((2, 1), (), "identity", BCE, "momentum"),
]


def networks_of(method: Any, n_nets: int = 3, dtype: Any = np.float64) -> list[MLP]:
    sizes, activation, output_activation, *_ = method
    return [
        MLP(
            sizes, activation, output_activation=output_activation,
            initialization=0.7, seed=seed, dtype=dtype,
        )
        for seed in range(n_nets)
    ]  # fmt: skip


def samples_of(method: Any, n_samples: int = 13, seed: int = 0) -> tuple[Any, Any]:
    sizes, _, _, loss, _ = method
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n_samples, sizes[0]))
    if loss == "squared_error":
        return X, rng.normal(size=(n_samples, sizes[-1]))
    return X, np.arange(n_samples) % max(2, sizes[-1])


def recipe_of(method: Any, **options: Any) -> Recipe:
    return Recipe(loss=method[3], optimizer=method[4], **options)


def assert_same(network: MLP, parameters: Any) -> None:
    for name, values in network.parameters().items():
        assert values == pytest.approx(parameters[name], rel=1e-9, abs=1e-10), name


@pytest.mark.parametrize("batch_size", [None, 5])
@pytest.mark.parametrize("method", METHODS)
def test_equals_plain_training(method: Any, batch_size: int | None) -> None:
    networks, (X, y) = networks_of(method), samples_of(method)
    recipe = recipe_of(
        method, learning_rate=0.05, weight_decay=0.02, n_steps=33, batch_size=batch_size
    )

    history = train_ensemble(networks, X, y, recipe)

    for n, network in enumerate(networks):
        losses, parameters = train_plainly(network, X, y, recipe)
        assert history.loss[n] == pytest.approx(losses, rel=1e-9)
        assert_same(history.networks[n], parameters)


@pytest.mark.parametrize("batch_size", [None, 16])
@pytest.mark.parametrize("activation", ["tanh", "relu", "gelu", "gelu_tanh", "elu"])
@pytest.mark.parametrize("sizes", [(2, 6, 1), (2, 20, 2), (2, 5, 4, 3)])
def test_equals_train_one_by_one(sizes: Any, activation: str, batch_size: int | None) -> None:
    method = (sizes, activation, "identity", BCE if sizes[-1] == 1 else "cross_entropy", "adam")
    networks, (X, y) = networks_of(method), samples_of(method, 50)
    recipe = recipe_of(method, learning_rate=0.01, n_steps=300, batch_size=batch_size)

    history = train_ensemble(networks, X, y, recipe)

    for n, network in enumerate(networks):
        alone = train(network, X, y, recipe)
        assert history.loss[n] == pytest.approx(alone.loss, rel=1e-9)
        assert_same(history.networks[n], alone.network.parameters())


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("batch_size", [None, 5])
def test_each_network_may_have_its_own_recipe(optimizer: str, batch_size: int | None) -> None:
    networks, (X, y) = networks_of(METHODS[0]), samples_of(METHODS[0])
    first = Recipe(BCE, optimizer, learning_rate=0.02, n_steps=40, batch_size=batch_size)
    recipes = [first, replace(first, learning_rate=0.05, weight_decay=0.1, seed=7)]
    recipes.append(replace(first, momentum=0.5, seed=8))

    history = train_ensemble(networks, X, y, recipes)

    for n, (network, recipe) in enumerate(zip(networks, recipes, strict=True)):
        losses, parameters = train_plainly(network, X, y, recipe)
        assert history.loss[n] == pytest.approx(losses, rel=1e-9)
        assert_same(history.networks[n], parameters)


@pytest.mark.parametrize("batch_size", [None, 5])
@pytest.mark.parametrize("seeds", [(0, 0, 0), (3, 4, 3)])
@pytest.mark.parametrize("method", METHODS)
def test_each_network_may_have_its_own_samples(
    method: Any, seeds: Any, batch_size: int | None
) -> None:
    networks = networks_of(method)
    sets = [samples_of(method, seed=n) for n in range(3)]
    X, y = (np.stack(arrays) for arrays in zip(*sets, strict=True))
    recipe = recipe_of(method, learning_rate=0.05, n_steps=20, batch_size=batch_size)
    recipes = [replace(recipe, seed=seed) for seed in seeds]

    history = train_ensemble(networks, X, y, recipes)

    for n, network in enumerate(networks):
        alone = train(network, *sets[n], recipes[n])
        assert history.loss[n] == pytest.approx(alone.loss, rel=1e-9)
        assert_same(history.networks[n], alone.network.parameters())


@pytest.mark.parametrize("chunk_bytes", [1, 13 * 4 * 8 * 2])
@pytest.mark.parametrize("own_samples", [False, True])
def test_chunks_change_nothing(
    monkeypatch: pytest.MonkeyPatch, chunk_bytes: int, own_samples: bool
) -> None:
    networks, (X, y) = networks_of(METHODS[0], 5), samples_of(METHODS[0])
    if own_samples:
        X, y = X + np.arange(5)[:, None, None], np.tile(y, (5, 1))
    recipe = Recipe(BCE, n_steps=30, batch_size=8)
    recipes = [replace(recipe, seed=n, learning_rate=0.01 * (n + 1)) for n in range(5)]
    together = train_ensemble(networks, X, y, recipes)

    monkeypatch.setattr(module, "CHUNK_BYTES", chunk_bytes)
    in_chunks = train_ensemble(networks, X, y, recipes)

    assert in_chunks.loss == pytest.approx(together.loss, rel=1e-9)
    for one, other in zip(in_chunks.networks, together.networks, strict=True):
        assert_same(one, other.parameters())


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(4)))
def test_order_of_the_networks_is_kept(order: list[int]) -> None:
    networks, (X, y) = networks_of(METHODS[0], 4), samples_of(METHODS[0])
    recipe = Recipe(BCE, n_steps=10)

    history = train_ensemble(networks, X, y, recipe)
    shuffled = train_ensemble([networks[n] for n in order], X, y, recipe)

    assert shuffled.loss == pytest.approx(history.loss[order], rel=1e-12)


@pytest.mark.parametrize(
    ("n_steps", "expected"), [(20, [0, 10, 20]), (25, [0, 10, 20, 25]), (1, [0, 1])]
)
def test_records_come_at_the_times_of_train(n_steps: int, expected: list[int]) -> None:
    networks, (X, y) = networks_of(METHODS[0]), samples_of(METHODS[0])
    recipe = Recipe(BCE, n_steps=n_steps)

    history = train_ensemble(networks, X, y, recipe)

    assert history.steps.tolist() == expected == train(networks[0], X, y, recipe).steps.tolist()
    assert history.loss.shape == (3, len(expected))


def test_default_recipe_is_that_of_train() -> None:
    method = METHODS[3]
    networks, (X, y) = networks_of(method), samples_of(method)

    history = train_ensemble(networks, X, y)

    assert history.steps[-1] == 1000
    assert history.loss[2] == pytest.approx(train(networks[2], X, y).loss, rel=1e-7)


def test_loss_does_not_count_the_penalty() -> None:
    network = MLP.from_layers([Dense([[0.0, 0.0]], [0.0]), Dense([[5.0]], [0.0])])

    history = train_ensemble([network], [[1.0, 1.0]], [1], Recipe(BCE, weight_decay=9.0))

    assert history.loss[0, 0] == pytest.approx(np.log(2), rel=1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_single_precision_stays(method: Any) -> None:
    X, y = samples_of(method)
    recipe = recipe_of(method, learning_rate=0.01, weight_decay=0.1, n_steps=20)

    single = train_ensemble(networks_of(method, dtype=np.float32), X, y, recipe)
    double = train_ensemble(networks_of(method), X, y, recipe)

    assert {network.dtype for network in single.networks} == {np.dtype(np.float32)}
    assert single.loss.dtype == double.loss.dtype == np.float64
    assert single.loss == pytest.approx(double.loss, rel=1e-4)


def test_nothing_that_comes_in_is_changed() -> None:
    networks, (X, y) = networks_of(METHODS[0]), samples_of(METHODS[0])
    before = [network.parameters()["W1"].copy() for network in networks]
    X.flags.writeable = y.flags.writeable = False

    history = train_ensemble(networks, X, y, Recipe(BCE, n_steps=5))

    assert all((n.parameters()["W1"] == W).all() for n, W in zip(networks, before, strict=True))
    assert (history.networks[0].parameters()["W1"] != before[0]).all()


@pytest.mark.parametrize("dtype", [np.uint8, bool, np.float32])
def test_labels_may_have_any_numeric_type(dtype: Any) -> None:
    networks, (X, y) = networks_of(METHODS[0]), samples_of(METHODS[0])
    recipe = Recipe(BCE, n_steps=5)

    history = train_ensemble(networks, X, y.astype(dtype), recipe)

    assert (history.loss == train_ensemble(networks, X, y, recipe).loss).all()


def test_history_says_in_short_what_happened() -> None:
    network = MLP([1, 1])
    history = EnsembleHistory(
        steps=np.array([0, 7]),
        loss=np.array([[1.0, 0.5], [1.0, np.nan], [1.0, 0.25]]),
        networks=(network, network, network),
        diverged=np.array([False, True, False]),
    )

    assert (history.n_nets, history.n_steps) == (3, 7)
    expected = "EnsembleHistory(n_nets=3, n_steps=7, final losses 0.25 to 0.5, 1 diverged)"
    assert repr(history) == expected


def test_history_is_a_value_of_its_own() -> None:
    parts = np.array([0]), np.array([[0.7]]), (MLP([1, 1]),), np.array([False])
    history = EnsembleHistory(*parts)

    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'loss'"):
        history.loss = history.loss  # type: ignore[misc]
    assert history != EnsembleHistory(*parts)


def test_history_of_a_success() -> None:
    history = EnsembleHistory(
        np.array([0]), np.array([[0.7], [0.6]]), (MLP([1, 1]),) * 2, np.array([False, False])
    )

    assert repr(history) == "EnsembleHistory(n_nets=2, n_steps=0, final losses 0.6 to 0.7)"


def test_history_of_a_disaster() -> None:
    history = EnsembleHistory(
        np.array([0]), np.array([[np.nan]]), (MLP([1, 1]),), np.array([True])
    )

    assert repr(history) == "EnsembleHistory(n_nets=1, n_steps=0, 1 diverged)"


@pytest.mark.parametrize("activation", ["leaky_relu", "elu"])
def test_copies_can_be_trained_with_their_originals(activation: str) -> None:
    network, recipe = MLP([2, 3, 3], activation), Recipe(n_steps=3)

    history = train_ensemble([network, deepcopy(network)], np.eye(2), [0, 2], recipe)

    assert history.loss[0].tolist() == history.loss[1].tolist()
