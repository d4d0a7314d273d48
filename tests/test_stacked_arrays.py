"""Many networks in one array."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP, Dense
from course_utils.training._stacked_arrays import (
    Stack,
    first_product,
    product,
    sum_over_samples,
    with_ones,
)

NETS = [
    MLP.from_layers([Dense([[k + 1.0, k + 2], [k + 3, k + 4]], [k + 5.0, k + 6]),
                     Dense([[k + 7.0, k + 8]], [k + 9.0])])
    for k in (0.0, 10.0)
]  # fmt: skip


def test_biases_are_the_last_column() -> None:
    first, second = Stack.of(NETS).layers

    assert first.tolist() == [[[1, 2, 5], [3, 4, 6]], [[11, 12, 15], [13, 14, 16]]]
    assert second.tolist() == [[[7, 8, 9]], [[17, 18, 19]]]


def test_layers_are_views_of_one_flat_array() -> None:
    stack = Stack.of(NETS)

    stack.flat += 100

    assert stack.flat.shape == (18,)
    assert stack.layers[0][1, 1].tolist() == [113, 114, 116]
    assert stack.layers[1][0, 0].tolist() == [107, 108, 109]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_stack_has_the_precision_of_the_networks(dtype: Any) -> None:
    stack = Stack.of([MLP([2, 3, 1], dtype=dtype)])

    assert stack.flat.dtype == stack.like().flat.dtype == dtype


def test_another_one_of_the_shape_is_empty() -> None:
    stack = Stack.of(NETS)
    other = stack.like()

    assert [layer.shape for layer in other.layers] == [(2, 2, 3), (2, 1, 3)]
    assert not other.flat.any()
    assert stack.flat.all()


def test_values_are_spread_to_where_they_belong() -> None:
    spread = Stack.of(NETS).spread(np.array([1.0, 2.0]))

    assert spread.tolist() == [1] * 6 + [2] * 6 + [1] * 3 + [2] * 3


@pytest.mark.parametrize("n_nets", [1, 2, 3])
def test_one_value_is_enough_if_all_are_equal(n_nets: int) -> None:
    stack = Stack.of((NETS * 2)[:n_nets])

    assert stack.spread(np.full(n_nets, 3.0)).tolist() == [3]


@pytest.mark.parametrize("values", [(1.0, 2.0), (2.0, 2.0)])
def test_values_for_weights_leave_the_biases_out(values: tuple[float, float]) -> None:
    spread = Stack.of(NETS).spread(np.array(values), biases=False)

    a, b = values
    assert spread[:12].tolist() == [a, a, 0] * 2 + [b, b, 0] * 2
    assert spread[12:].tolist() == [a, a, 0, b, b, 0]


@pytest.mark.parametrize("values", [(1.0, 2.0), (2.0, 2.0)])
def test_spread_values_have_the_precision_of_the_stack(values: tuple[float, float]) -> None:
    stack = Stack.of([MLP([1, 1], dtype=np.float32)] * 2)

    assert stack.spread(np.array(values)).dtype == np.float32


def test_some_networks_can_be_copied() -> None:
    stack, other = Stack.of(NETS), Stack.of(NETS).like()

    other.copy_from(stack, np.array([False, True]))

    assert not other.layers[0][0].any()
    assert not other.layers[1][0].any()
    assert (other.layers[0][1] == stack.layers[0][1]).all()
    assert (other.layers[1][1] == stack.layers[1][1]).all()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("layer", [0, 1])
def test_knows_which_networks_are_finite(layer: int, bad: float) -> None:
    stack = Stack.of(NETS)
    assert stack.are_finite().tolist() == [True, True]

    stack.layers[layer][1, 0, -1] = bad

    assert stack.are_finite().tolist() == [True, False]


def test_networks_come_back_with_the_numbers_of_the_stack() -> None:
    stack = Stack.of(NETS)
    stack.flat *= 2

    networks = stack.written_to(NETS)

    for before, after in zip(NETS, networks, strict=True):
        assert list(after.parameters()) == ["W1", "b1", "W2", "b2"]
        for name, values in after.parameters().items():
            assert (values == 2 * before.parameters()[name]).all()


def test_ones_go_under_the_inputs() -> None:
    shared = with_ones(np.array([[2.0, 3.0]], np.float32))
    own = with_ones(np.array([[[2.0]], [[3.0]]]))

    assert shared.tolist() == [[2, 3], [1, 1]]
    assert shared.dtype == np.float32
    assert own.tolist() == [[[2], [1]], [[3], [1]]]


@pytest.mark.parametrize("n_inner", [1, 2, 5])
def test_product_multiplies_net_by_net(n_inner: int) -> None:
    rng = np.random.default_rng(n_inner)
    A, B, out = (
        rng.normal(size=(3, 4, n_inner)),
        rng.normal(size=(3, n_inner, 6)),
        np.zeros((3, 4, 6)),
    )

    product(A, B, out)

    assert out == pytest.approx(np.einsum("rij,rjk->rik", A, B), rel=1e-13)


@pytest.mark.parametrize("sets", [(), (3,)])
def test_products_with_the_samples(sets: tuple[int, ...]) -> None:
    rng = np.random.default_rng(0)
    W, X, d = (
        rng.normal(size=(3, 4, 2)),
        rng.normal(size=(*sets, 2, 6)),
        rng.normal(size=(3, 4, 6)),
    )
    z, g = np.zeros((3, 4, 6)), np.zeros((3, 4, 2))

    first_product(W, X, z)
    sum_over_samples(d, X, g)

    every = np.broadcast_to(X, (3, 2, 6))
    assert z == pytest.approx(np.einsum("rhi,rin->rhn", W, every), rel=1e-13)
    assert g == pytest.approx(np.einsum("rhn,rin->rhi", d, every), rel=1e-13)
