"""Networks at the edge: dead units, overflow, and what is not a name or a network."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.activations import tanh
from course_utils.network import MLP, save


def all_dead(n_out: int) -> MLP:
    network = MLP([2, 8, n_out], seed=2)
    W1 = -np.abs(network.parameters()["W1"])
    return network.with_parameters({"W1": W1, "b1": np.linspace(0.1, 0.8, 8)})


@pytest.mark.parametrize("n_out", [1, 3])
def test_a_network_of_dead_units_predicts_class_0(n_out: int) -> None:
    X = np.random.default_rng(0).uniform(5, 9, (20, 2))

    assert (all_dead(n_out).trace(X).scores == 0).all()
    assert (all_dead(n_out).predict(X) == 0).all()


@pytest.mark.parametrize(("dtype", "weight"), [(np.float64, 1e308), (np.float32, 1e38)])
def test_folded_biases_do_not_overflow(dtype: Any, weight: float) -> None:
    network = MLP([1, 4, 1], dtype=dtype).with_parameters(
        {"W1": -np.ones((4, 1)), "b1": np.full(4, 10.0), "W2": np.full((1, 4), weight)}
    )

    assert network.forward([[20.0]])[0, 0] == 0.0


@pytest.mark.parametrize(("activation", "shown"), [(tanh, "tanh"), (None, "None")])
def test_an_activation_is_given_by_its_name(activation: Any, shown: str) -> None:
    with pytest.raises(TypeError, match=f"must be a name such as 'tanh', got {shown}; see"):
        MLP([2, 4, 3], activation)


def test_save_says_what_stands_in_the_networks_place() -> None:
    with pytest.raises(
        TypeError, match="save takes a network, then a path; the first was a str"
    ):
        save("network.npz", MLP([2, 1]))  # type: ignore[arg-type]
