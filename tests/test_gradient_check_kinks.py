"""A gradient check says where a kink may have misled it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.activations import ACTIVATIONS, get_activation
from course_utils.network import MLP, Dense, Maxout
from course_utils.training import gradient_check


def kinks(network: MLP, X: Any, y: Any, loss: Any = "squared_error") -> list[str]:
    return [c.name for c in gradient_check(network, X, y, loss=loss).parameters if c.near_kink]


@pytest.mark.parametrize(
    ("activation", "bends"),
    [
        *((name, name in {"relu", "leaky_relu"}) for name in ACTIVATIONS),
        (get_activation("elu", alpha=2.0), True),
        ("prelu", True),
    ],
)
def test_a_kink_at_0_is_met_by_its_layer_and_those_before(activation: Any, bends: bool) -> None:
    layers = [
        Dense([[1.0]], [1.0], "tanh"),
        Dense([[1.0]], [0.0], activation),
        Dense([[1.0]], [1.0]),
    ]
    network = MLP.from_layers(layers)
    left, near, right = ([np.arctanh(z) - 1] for z in (-2e-4, 9e-5, 2e-4))

    found = kinks(network, [left, near], [0.0, 0.0])

    assert set(found) - {"alpha2"} == ({"W1", "b1", "W2", "b2"} if bends else set())
    assert kinks(network, [left, right], [0.0, 0.0]) == []


@pytest.mark.parametrize(
    ("gap", "lowest", "found"),
    [(9e-5, -3.0, ["W1", "b1"]), (2e-4, -3.0, []), (1.0, -0.5, [])],
)
def test_maxout_has_a_kink_where_the_best_two_meet(
    gap: float, lowest: float, found: list[str]
) -> None:
    layers = [
        Maxout([[[1.0]], [[1.0]], [[1.0]]], [[0.5], [lowest], [0.5 - gap]]),
        Dense([[1.0]], [0.0]),
    ]
    assert kinks(MLP.from_layers(layers), [[1.0]], [0.0]) == found


def test_maxout_of_one_piece_has_no_kink() -> None:
    assert kinks(MLP.from_layers([Maxout([[[1.0]]], [[0.0]])]), [[1.0]], [0.0]) == []


@pytest.mark.parametrize(
    ("loss", "scores", "label", "near"),
    [
        ("binary_hinge", [1.00009], 1, True),
        ("binary_hinge", [-0.99991], 0, True),
        ("binary_hinge", [1.0002], 1, False),
        ("binary_hinge", [-1.0], 1, False),
        ("hinge", [0.5, 1.50009, 7.0], 1, True),
        ("hinge", [0.5, 1.4998, 7.0], 1, False),
        ("hinge", [2.0, 1.0, 7.0], 1, False),
        ("cross_entropy", [1.0, 0.0, 0.0], 0, False),
    ],
)
def test_hinge_losses_have_kinks_at_the_margin(
    loss: str, scores: list[float], label: int, near: bool
) -> None:
    network = MLP.from_layers([Dense(np.zeros((len(scores), 1)), scores)])
    assert kinks(network, [[0.0]], [label], loss) == (["W1", "b1"] if near else [])
