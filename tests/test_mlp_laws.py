"""Laws that hold for every network, tried on random ones."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS
from course_utils.network import MLP, collapse

NAMES = [*sorted(ACTIVATIONS), "prelu", "maxout"]
KINKED = {"relu", "leaky_relu", "prelu", "maxout", "elu"}

seeds = st.integers(0, 2**32 - 1)
sizes = st.lists(st.integers(1, 6), min_size=2, max_size=4)
activations = st.lists(st.sampled_from(NAMES), min_size=3, max_size=3)


def drawn(sizes: list[int], activations: Any, seed: int) -> MLP:
    """Return a network with every parameter drawn."""
    if not isinstance(activations, str):
        activations = activations[: len(sizes) - 2]
    network = MLP(sizes, activations, seed=seed)
    rng = np.random.default_rng(seed)
    return network.with_parameters(
        {name: rng.normal(size=a.shape) for name, a in network.parameters().items()}
    )


def samples(n_samples: int, n_in: int, seed: int) -> Array:
    return np.random.default_rng([seed, 1]).normal(size=(n_samples, n_in))


@given(sizes, activations, seeds)
def test_a_batch_is_its_samples_one_by_one(
    sizes: list[int], activations: list[str], seed: int
) -> None:
    network = drawn(sizes, activations, seed)
    X = samples(7, sizes[0], seed)

    one_by_one = np.concatenate([network.forward(X[n : n + 1]) for n in range(7)])

    np.testing.assert_allclose(network.forward(X), one_by_one, rtol=1e-10, atol=1e-10)


@given(st.integers(1, 5), st.integers(2, 9), st.sampled_from(NAMES), seeds)
def test_hidden_units_may_change_places(
    n_in: int, n_hidden: int, activation: str, seed: int
) -> None:
    network = drawn([n_in, n_hidden, 2], activation, seed)
    order = np.random.default_rng(seed).permutation(n_hidden)
    p = network.parameters()
    moved = {"W1": p["W1"][..., order, :], "b1": p["b1"][..., order], "W2": p["W2"][:, order]}
    if activation == "prelu":
        moved["alpha1"] = p["alpha1"][order]
    X = samples(5, n_in, seed)

    same = network.with_parameters(moved).forward(X)

    np.testing.assert_allclose(same, network.forward(X), rtol=1e-10, atol=1e-10)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=5), seeds)
def test_a_linear_network_is_one_layer(sizes: list[int], seed: int) -> None:
    network = drawn(sizes, "identity", seed)
    X = samples(5, sizes[0], seed)

    one = collapse(network)

    assert one.layer_sizes == (sizes[0], sizes[-1])
    scale = float(np.prod(sizes))
    np.testing.assert_allclose(
        one.forward(X), network.forward(X), atol=1e-12 * scale, rtol=1e-10
    )


@given(sizes, activations, seeds)
def test_columns_are_rows_turned_round(
    sizes: list[int], activations: list[str], seed: int
) -> None:
    network = drawn(sizes, activations, seed)
    x = samples(4, sizes[0], seed).T

    columns = network.forward_columns(x)

    np.testing.assert_allclose(columns, network.forward(x.T).T, rtol=1e-12, atol=1e-12)


@given(st.integers(1, 4), st.integers(1, 5), seeds)
def test_relu_networks_without_biases_scale(n_in: int, n_hidden: int, seed: int) -> None:
    network = drawn([n_in, n_hidden, 2], "relu", seed)
    network = network.with_parameters({"b1": np.zeros(n_hidden), "b2": np.zeros(2)})
    X = samples(5, n_in, seed)

    np.testing.assert_allclose(network.forward(3 * X), 3 * network.forward(X), rtol=1e-12)


@settings(max_examples=150)
@given(sizes, activations, seeds)
def test_backward_gives_the_slopes(sizes: list[int], activations: list[str], seed: int) -> None:
    network = drawn(sizes, activations, seed)
    X = samples(4, sizes[0], seed)
    dscores = np.random.default_rng(seed).normal(size=(4, sizes[-1]))
    trace = network.trace(X)
    if too_near_a_kink(network, X):
        return

    gradients = network.backward(trace, dscores)

    for name, values in network.parameters().items():
        direction = np.random.default_rng(seed).normal(size=values.shape)
        ahead, behind = (
            np.sum(network.with_parameters({name: values + h * direction}).forward(X) * dscores)
            for h in (1e-6, -1e-6)
        )
        expected = (ahead - behind) / 2e-6
        assert np.sum(gradients[name] * direction) == pytest.approx(
            expected, rel=1e-4, abs=1e-4
        )


def too_near_a_kink(network: MLP, X: Array) -> bool:
    """Say whether a sum is so small that a step could carry it across 0, or past a piece."""
    for z, name in zip(network.trace(X).pre_activations, network.activations, strict=True):
        gap = np.abs(z[0] - z[1]) if name == "maxout" else np.abs(z)
        if name in KINKED and gap.min() < 1e-3:
            return True
    return False
