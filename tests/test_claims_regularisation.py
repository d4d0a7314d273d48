"""Regularisation and the landscape: the ledger's experiments against sums done by hand."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import Ridge

from course_utils.claims.experiments import _regularisation, landscape
from course_utils.claims.experiments._regularisation import (
    both_ways,
    linear_fits,
    stopped_early,
    train_each,
    weight_norm,
)
from course_utils.datasets import make_noisy_square
from course_utils.network import MLP
from course_utils.training import Recipe, gradients, train

SQUARE = make_noisy_square(n_test=100, seed=3)


def test_the_penalty_of_row_100_is_that_of_ridge_regression() -> None:
    X, y = _regularisation._correlated(np.random.default_rng(0))
    ridge = Ridge(alpha=0.25 * len(X)).fit(X, y)  # counts the sum over the samples

    assert _regularisation._fit(X, y, 0.25) == pytest.approx(ridge.coef_)


def test_fewer_copies_of_the_samples_blur_the_equality(monkeypatch: pytest.MonkeyPatch) -> None:
    noise, dropout, factor, _ = linear_fits(np.random.default_rng(0))
    monkeypatch.setattr(_regularisation, "COPIES", 2)
    few_noise, few_dropout, _, _ = linear_fits(np.random.default_rng(0))

    assert few_noise > 3 * noise
    assert few_dropout > 3 * dropout
    assert factor == pytest.approx(2, abs=0.05)


def test_in_the_middle_of_a_symmetric_net_the_objective_falls() -> None:
    zero = MLP([2, 3, 2], "tanh", initialization="zero")

    place = landscape.place(zero, 0.0)

    assert place.slope == pytest.approx(0, abs=1e-12)
    assert place.falls
    assert not place.is_minimum


def test_what_both_outputs_share_is_the_one_flat_direction() -> None:
    network = MLP([2, 2], initialization="zero")

    place = landscape.place(network, 0.01)

    # Adding a number to both biases changes nothing, and biases are not decayed.
    assert place.lowest_curvature == pytest.approx(0, abs=1e-9)
    assert not place.falls


def test_a_profile_knows_neither_order_nor_scale() -> None:
    network = MLP([2, 5, 2], seed=1)
    W1, W2, order = network.layers[0].W, network.layers[1].W, [3, 1, 0, 4, 2]
    other = network.with_parameters({"W1": 2 * W1[order], "W2": W2[:, order] / 2})

    assert landscape._profile(other) == pytest.approx(landscape._profile(network))


def test_networks_that_say_the_same_do_not_disagree() -> None:
    network = MLP([2, 5, 2], seed=1)
    layer = network.layers[-1]
    opposite = network.with_parameters({"W2": -layer.W, "b2": -layer.b})

    assert landscape.disagreement([network, network]) == 0
    assert landscape.disagreement([network, opposite]) == 1


def test_one_sample_in_a_batch_makes_the_two_conventions_one() -> None:
    divided, equal = both_ways(0, 1)

    assert divided == equal < 1e-12
    assert both_ways(0, 10)[1] > 1e-3


def test_the_penalty_is_half_the_strength_times_the_squared_norm() -> None:
    network = MLP([2, 20, 2], "tanh", seed=0)
    loss, _ = gradients(network, SQUARE.X, SQUARE.y)
    with_penalty, _ = gradients(network, SQUARE.X, SQUARE.y, weight_decay=0.1)

    assert with_penalty - loss == pytest.approx(0.05 * weight_norm(network) ** 2)


def test_stopping_early_ends_lower_on_the_points_held_out_than_training_on() -> None:
    network = MLP([2, 20, 2], "tanh", seed=0)
    held = SQUARE.X[:10], SQUARE.y[:10]
    recipe = Recipe(learning_rate=0.3, n_steps=1500, record_every=5)
    history = train(network, SQUARE.X[10:], SQUARE.y[10:], recipe, validation=held)
    assert history.validation_loss is not None

    stopped = stopped_early(network, SQUARE)

    best, _ = gradients(stopped, *held)
    assert best < history.validation_loss[0]
    assert best < history.validation_loss[-1]


def test_a_strong_penalty_leaves_nothing_but_the_bias() -> None:
    start = MLP([2, 20, 2], "tanh", seed=0, dtype=np.float32)

    ((network,),) = train_each([start], [(SQUARE.X, SQUARE.y)], 1.0)

    assert weight_norm(network) < 1e-3
