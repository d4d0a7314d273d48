"""How large networks are: the notes' own numbers, by two independent ways."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP, Counts, Dense, Maxout, count

WORKED = pytest.mark.parametrize(
    ("layer_sizes", "n_layers", "n_neurons", "n_weights", "n_parameters"),
    [
        ([3, 4, 2], 2, 6, 20, 26),
        ([3, 4, 4, 1], 3, 9, 32, 41),
        ([3072, 100, 10], 2, 110, 308_200, 308_310),
        ([3072, 10], 1, 10, 30_720, 30_730),
        ([2, 1], 1, 1, 2, 3),
    ],
)


@WORKED
def test_count_gives_the_numbers_of_the_notes(
    layer_sizes: list[int], n_layers: int, n_neurons: int, n_weights: int, n_parameters: int
) -> None:
    counts = count(layer_sizes)

    assert counts == Counts(n_layers, n_neurons, n_weights, n_biases=n_neurons)
    assert counts.n_parameters == n_parameters


@WORKED
def test_a_network_counts_what_it_holds(
    layer_sizes: list[int], n_layers: int, n_neurons: int, n_weights: int, n_parameters: int
) -> None:
    network = MLP(layer_sizes, initialization="zero")

    assert (network.n_layers, network.n_neurons) == (n_layers, n_neurons)
    assert (network.n_weights, network.n_biases) == (n_weights, n_neurons)
    assert network.n_parameters == n_parameters
    assert sum(a.size for a in network.parameters().values()) == n_parameters


def test_the_first_dense_layer_of_vgg_is_counted_without_memory() -> None:  # ledger row 74
    assert count([7 * 7 * 512, 4096]).n_parameters == 102_764_544


def test_counts_cannot_overflow() -> None:
    assert count(np.array([10**12, 10**12])).n_weights == 10**24


def test_counts_take_any_iterable() -> None:
    assert count(iter([3, 4, 2])) == count(np.array([3, 4, 2])) == count((3, 4, 2))


def test_a_maxout_layer_doubles_its_parameters_and_no_other() -> None:  # ledger row 55
    plain, doubled = MLP([3, 4, 2]), MLP([3, 4, 2], "maxout")

    assert doubled.n_parameters - plain.n_parameters == 4 * 3 + 4
    assert doubled.n_neurons == plain.n_neurons == 6
    assert (doubled.n_weights, doubled.n_biases) == (2 * 12 + 8, 2 * 4 + 2)


def test_the_slopes_of_prelu_are_parameters_but_neither_weights_nor_biases() -> None:
    network = MLP([3, 4, 2], "prelu")

    assert (network.n_weights, network.n_biases, network.n_parameters) == (20, 6, 30)


def test_sizes_of_layers_count_inputs_first() -> None:
    layers = [Maxout(np.ones((2, 4, 3)), np.zeros((2, 4))), Dense(np.ones((5, 4)), np.ones(5))]

    assert MLP.from_layers(layers).layer_sizes == (3, 4, 5)


@pytest.mark.parametrize("make", [count, MLP])
@pytest.mark.parametrize(
    ("sizes", "error", "words"),
    [
        (
            5,
            TypeError,
            r"layer_sizes must be a list of whole numbers, such as \(3, 4, 2\) .*; got 5",
        ),
        ("34", TypeError, "layer_sizes must be a list of whole numbers, .*; got '34'"),
        ([], ValueError, r"two entries or more, such as \(3, 4, 2\) .*; got \(\)"),
        ([3], ValueError, r"layer_sizes must have two entries or more, .*; got \(3,\)"),
        ([3, 0, 2], ValueError, r"layer_sizes\[1\] must be 1 or more, got 0"),
        ([3, 4.0], TypeError, r"layer_sizes\[1\] must be a whole number, got 4.0"),
        ([True, 2], TypeError, r"layer_sizes\[0\] must be a whole number, got True"),
    ],
)
def test_sizes_that_are_none(make: Any, sizes: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make(sizes)
