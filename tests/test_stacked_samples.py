"""Samples in columns, and the order in which each network sees them."""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP
from course_utils.training._stacked_samples import Columns, fitting_columns

SHARED = Columns(
    np.array([[0.0, 1, 2, 3, 4], [1, 1, 1, 1, 1]]), np.array([[0.0, 10, 20, 30, 40]])
)
OWN = Columns(
    np.stack([SHARED.X, SHARED.X + np.array([[100], [0]])]),
    np.stack([SHARED.targets, SHARED.targets + 1000]),
)
NETS = [MLP([2, 3]), MLP([2, 3])]


def orders(seed: int, size: int, n_batches: int) -> list[list[int]]:
    rng = np.random.default_rng(seed)
    found: list[list[int]] = []
    while len(found) < n_batches:
        order = rng.permutation(5).tolist()
        found += [order[start : start + size] for start in range(0, 5, size)]
    return found[:n_batches]


@pytest.mark.parametrize("size", [5, 6, 100])
@pytest.mark.parametrize("columns", [SHARED, OWN])
def test_full_batches_are_the_samples_themselves(columns: Columns, size: int) -> None:
    batches = list(islice(columns.batches(size, [0, 1]), 3))

    assert all(batch is columns for batch in batches)


@pytest.mark.parametrize("n_nets", [1, 2, 3])
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_equal_seeds_share_their_minibatches(size: int, n_nets: int) -> None:
    batches = islice(SHARED.batches(size, [3] * n_nets), 7)

    for batch, order in zip(batches, orders(3, size, 7), strict=True):
        assert batch.X.tolist() == [order, [1] * len(order)]
        assert batch.targets.tolist() == [[10 * n for n in order]]


@pytest.mark.parametrize("seeds", [(3, 3), (3, 4)])
@pytest.mark.parametrize("columns", [SHARED, OWN])
@pytest.mark.parametrize("size", [1, 2, 4])
def test_every_network_has_the_order_of_its_seed(
    columns: Columns, seeds: Any, size: int
) -> None:
    batches = list(islice(columns.batches(size, seeds), 7))

    for net, seed in enumerate(seeds):
        extra = net * 100 if columns is OWN else 0
        for batch, order in zip(batches, orders(seed, size, 7), strict=True):
            inputs, targets = (
                np.broadcast_to(a, (2, *a.shape[-2:]))[net].tolist()
                for a in (batch.X, batch.targets)
            )
            assert inputs == [[n + extra for n in order], [1] * len(order)]
            assert targets == [[10 * n + 10 * extra for n in order]]


def test_number_of_samples() -> None:
    assert SHARED.n_samples == OWN.n_samples == 5


def test_some_networks_see_their_own_sets() -> None:
    some = OWN.of(slice(1, 2))

    assert SHARED.of(slice(1, 2)) is SHARED
    assert some.X[0, 0].tolist() == [100, 101, 102, 103, 104]
    assert some.targets.tolist() == [[[1000, 1010, 1020, 1030, 1040]]]


def test_shared_samples_become_columns() -> None:
    X, y = fitting_columns(NETS, [[1, 2], [3, 4]], [0, 2], "cross_entropy")

    assert X.tolist() == [[1, 3], [2, 4], [1, 1]]
    assert y.tolist() == [0, 2]


def test_own_samples_become_columns() -> None:
    X, y = fitting_columns(NETS, [[[1, 2]], [[3, 4]]], [[0], [2]], "cross_entropy")

    assert X.tolist() == [[[1], [2], [1]], [[3], [4], [1]]]
    assert y.tolist() == [[0], [2]]


def test_samples_take_the_precision_of_the_networks() -> None:
    networks = [MLP([2, 3], dtype=np.float32)]

    X, _ = fitting_columns(networks, np.ones((4, 2)), np.ones((4, 3)), "squared_error")

    assert X.dtype == np.float32
