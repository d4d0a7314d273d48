"""Statistics of each layer's activations and gradients."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from math import exp, sqrt
from typing import Any

import numpy as np
import pytest

from course_utils.diagnostics import (
    GradientStatistics,
    LayerStatistics,
    gradient_statistics,
    layer_statistics,
)
from course_utils.losses import LOSSES
from course_utils.network import MLP, Dense, Maxout

RELU = Dense([[1.0, 0.0], [0.0, -1.0], [-1.0, -1.0]], [0.0, 0.0, 0.0], "relu")
TOP = Dense([[1.0, -2.0, 5.0]], [0.5])
NETWORK = MLP.from_layers([RELU, TOP])
X = [[1.0, 2.0], [3.0, -4.0]]  # units: 1 0 0, then 3 4 1; scores: 1.5, 0.5


def test_activations_worked_by_hand() -> None:
    hidden, top = layer_statistics(NETWORK, X)

    assert hidden.mean == pytest.approx((1 + 3 + 4 + 1) / 6)
    assert hidden.std == pytest.approx(sqrt((1 + 9 + 16 + 1) / 6 - 1.5**2))
    assert (hidden.layer, hidden.dead, hidden.saturated) == (1, 0, 2 / 6)
    assert top == LayerStatistics(2, 1.0, 0.5, 0.0, 0.0)


def test_a_dead_unit_is_seen() -> None:
    assert layer_statistics(NETWORK, X[:1])[0].dead == pytest.approx(2 / 3)


def test_dead_means_without_slope_not_without_output() -> None:
    network = MLP.from_layers([Dense(np.zeros((3, 2)), np.zeros(3), "tanh")])
    assert layer_statistics(network, X) == (LayerStatistics(1, 0.0, 0.0, 0.0, 0.0),)


def test_saturated_sigmoid_units_are_counted() -> None:
    network = MLP.from_layers([Dense([[1.0, 0.0]], [0.0], "sigmoid")])
    (layer,) = layer_statistics(network, [[0.0, 0.0], [5.0, 0.0], [-5.0, 0.0], [2.0, 0.0]])
    assert layer.saturated == 0.5
    assert layer.mean == pytest.approx((0.5 + 1 + 1 / (1 + exp(-2))) / 4)


def test_prelu_has_the_slopes_of_its_units() -> None:
    layer = Dense([[1.0], [1.0], [1.0]], [0.0] * 3, "prelu", alpha=[0.0, 0.001, 0.5])
    (only,) = layer_statistics(MLP.from_layers([layer]), [[-1.0], [-2.0]])
    assert (only.dead, only.saturated) == pytest.approx((1 / 3, 2 / 3))


def test_maxout_is_neither_dead_nor_saturated() -> None:
    layer = Maxout(np.zeros((2, 3, 2)), np.zeros((2, 3)))
    (only,) = layer_statistics(MLP.from_layers([layer]), X)
    assert only == LayerStatistics(1, 0.0, 0.0, 0.0, 0.0)


def test_single_precision_is_measured_in_double() -> None:
    one = np.ones((1, 1), np.float32)
    network = MLP.from_layers([Dense(one, [0.0])])

    (layer,) = layer_statistics(network, one * [[1e25], [-1e25]])
    (row,) = gradient_statistics(network, one, [[-5e24]], "squared_error")

    assert layer.std == pytest.approx(1e25)  # its square is beyond single precision
    assert [row.activation_rms, row.weight_rms] == pytest.approx([1e25, 1e25])


def test_sigmoid_activations_are_not_zero_centred() -> None:  # ledger row 29
    Z = np.random.default_rng(0).normal(size=(2000, 20))
    means = {
        name: layer_statistics(MLP([20, 50, 2], activation=name), Z)[0].mean
        for name in ("sigmoid", "tanh")
    }
    assert means == pytest.approx({"sigmoid": 0.5, "tanh": 0.0}, abs=0.02)


def test_gradients_worked_by_hand() -> None:
    # Scores 1.5 and 0.5 against 0.5 and 2.5: gradient 2 (s - t) / 2 = 1 and -2.
    hidden, top = gradient_statistics(NETWORK, X, [0.5, 2.5], "squared_error")

    # To the hidden units: (1, -2, 5) and (-2, 4, -10); through relu: (1, 0, 0) and the same.
    assert hidden.activation_rms == pytest.approx(sqrt((1 + 4 + 25) * 5 / 6))
    # dW1: (1, 2) - 2 (3, -4) = (-5, 10) for unit 1; 4 (3, -4) and -10 (3, -4) for the others.
    assert hidden.weight_rms == pytest.approx(sqrt((125 + 16 * 25 + 100 * 25) / 6))
    assert top.activation_rms == pytest.approx(sqrt(5 / 2))
    # dW2: (1, 0, 0) - 2 (3, 4, 1) = (-5, -8, -2).
    assert top.weight_rms == pytest.approx(sqrt(93 / 3))
    assert [hidden.layer, top.layer] == [1, 2]


def test_cross_entropy_is_the_default() -> None:
    network = MLP([2, 5, 3], activation="tanh")
    expected = gradient_statistics(network, X, [0, 2], LOSSES["cross_entropy"])
    assert gradient_statistics(network, X, [0, 2]) == expected
    assert gradient_statistics(network, X, [0, 2], "hinge") != expected


def test_weight_gradients_are_those_of_backward() -> None:
    network = MLP([4, 6, 6, 3], activation=["maxout", "prelu"], seed=3)
    rng = np.random.default_rng(0)
    samples, y = rng.normal(size=(9, 4)), rng.integers(0, 3, 9)

    trace = network.trace(samples)
    dW = network.backward(trace, LOSSES["cross_entropy"].gradient(trace.scores, y))

    for row in gradient_statistics(network, samples, y):
        expected = sqrt((dW[f"W{row.layer}"] ** 2).mean())
        assert row.weight_rms == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("activation", "factor"), [("sigmoid", 0.239), ("tanh", 0.985), ("relu", 0.825)]
)
def test_gradient_shrinks_from_layer_to_layer(activation: str, factor: float) -> None:  # row 27
    logs = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        samples, y = rng.normal(size=(200, 64)), rng.integers(0, 2, 200)
        network = MLP([64, *[64] * 9, 2], activation=activation, seed=seed)
        rows = gradient_statistics(network, samples, y)
        logs.append(np.log(rows[0].weight_rms / rows[8].weight_rms) / 8)
    assert np.exp(np.mean(logs)) == pytest.approx(factor, abs=0.05)


def test_statistics_of_gradients_are_a_value() -> None:
    layer = Dense([[0.5]], [0.0])
    rows = gradient_statistics(MLP.from_layers([layer]), [[4.0]], [[3.0]], "squared_error")
    assert rows == (GradientStatistics(layer=1, activation_rms=2.0, weight_rms=8.0),)


@pytest.mark.parametrize(
    "row",
    [
        layer_statistics(NETWORK, X)[0],
        gradient_statistics(NETWORK, X, [0, 0], "squared_error")[0],
    ],
)
def test_statistics_cannot_be_changed(row: Any) -> None:
    with pytest.raises(FrozenInstanceError, match="cannot assign"):
        row.layer = 5


@pytest.mark.parametrize(
    ("samples", "y", "loss", "error", "words"),
    [
        ([[1.0]], [0.0], "squared_error", ValueError, "X must have shape"),
        ([[1.0, np.nan]], [0.0], "squared_error", ValueError, "X must hold finite numbers"),
        ([["a", "b"]], [0.0], "squared_error", TypeError, "X must hold real numbers"),
        ([[1.0, 2.0]], [0.0, 1.0], "squared_error", ValueError, "shape"),
        ([[1.0, 2.0]], [0], "cross entropy", ValueError, "no loss called 'cross entropy'"),
    ],
)
def test_wrong_arguments(
    samples: Any, y: Any, loss: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        gradient_statistics(NETWORK, samples, y, loss)


def test_wrong_samples() -> None:
    with pytest.raises(ValueError, match="X must have shape"):
        layer_statistics(NETWORK, [1.0, 2.0])
