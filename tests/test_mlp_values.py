"""Networks as values: copies, refusals, tables of shapes, and the collapse of linear ones."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP, Dense, collapse, count

X = np.random.default_rng(0).normal(size=(5, 3))

every_kind = pytest.mark.parametrize("activation", ["relu", "leaky_relu", "prelu", "maxout"])


@every_kind
@pytest.mark.parametrize(
    "duplicate", [copy.copy, copy.deepcopy, lambda network: pickle.loads(pickle.dumps(network))]
)
def test_copies_compute_the_same(activation: str, duplicate: Callable[[MLP], MLP]) -> None:
    network = MLP([3, 4, 1], activation)
    expected = network.forward(X)  # and now it holds buffers that no copy should have

    twin = duplicate(network)

    assert "_forward" not in vars(twin)
    assert twin.forward(X).tolist() == expected.tolist()
    assert not any(values.flags.writeable for values in twin.parameters().values())


def test_the_layers_of_a_network_cannot_be_replaced() -> None:
    network = MLP([3, 4, 1])
    with pytest.raises(
        AttributeError, match="layers of MLP cannot be changed; build a new MLP"
    ):
        network.layers = ()


@every_kind
def test_the_parameters_of_a_network_are_read_only(activation: str) -> None:
    for values in MLP([3, 4, 1], activation).parameters().values():
        with pytest.raises(ValueError, match="read-only"):
            values[...] = 0


def test_nothing_writes_into_what_comes_in() -> None:
    samples = X.copy()
    samples.flags.writeable = False
    network = MLP([3, 4, 1])

    network.forward(samples)[:] = 7
    network.backward(network.trace(samples), np.ones((5, 1)))

    assert samples.tolist() == X.tolist()


def test_traces_are_told_apart() -> None:
    network = MLP([3, 2])

    assert len({network.trace(X), network.trace(X)}) == 2


def test_reprs_say_how_large_it_is() -> None:
    network = MLP([3, 4, 4, 1], ["relu", "tanh"], dtype=np.float32)

    assert repr(network) == "MLP(3-4-4-1, relu tanh identity, float32, 41 parameters)"


@pytest.mark.parametrize(
    ("activation", "words"),
    [
        (
            ["relu"],
            "activation must be one name, or one for each of the 2 hidden layers; got 1",
        ),
        (["relu"] * 3, "hidden layers; got 3: ['relu', 'relu', 'relu']"),
        ("rleu", "there is no activation called 'rleu'; did you mean 'relu'"),
        (["relu", "softmax"], "'softmax' is not one fixed operation"),
    ],
)
def test_activations_that_do_not_fit(activation: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        MLP([3, 4, 4, 1], activation)


@pytest.mark.parametrize("dtype", [np.float16, int, "xyz", 64, np.complex64])
def test_other_precisions(dtype: Any) -> None:
    with pytest.raises(ValueError, match=r"dtype must be np.float32 or np.float64, got "):
        MLP([3, 4, 1], dtype=dtype)


def test_an_unknown_initialization() -> None:
    with pytest.raises(ValueError, match="no initialization called 'hee'; did you mean 'he'"):
        MLP([3, 4, 1], initialization="hee")


@pytest.mark.parametrize(
    ("layers", "error", "words"),
    [
        ([], ValueError, "a network needs at least one layer, got none"),
        ([Dense([[1.0]], [0.0]), "relu"], TypeError, "layer 2 must be a Dense or Maxout layer"),
        (
            [Dense(np.ones((4, 3)), np.zeros(4)), Dense(np.ones((1, 5)), [0.0])],
            ValueError,
            "layer 2 takes 5 inputs, but layer 1 puts out 4",
        ),
        (
            [Dense([[1.0]], [0.0]), Dense(np.ones((1, 1), np.float32), [0.0])],
            ValueError,
            "layer 1 computes in float64, but layer 2 in float32",
        ),
    ],
)
def test_layers_that_do_not_fit(layers: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        MLP.from_layers(layers)


def test_shapes_of_cifar_10() -> None:
    rows = MLP([3072, 100, 10], initialization="zero").shape_trace(columns=True).rows

    assert [(row.W, row.b, row.output) for row in rows] == [
        ((100, 3072), (100, 1), (100, 1)),
        ((10, 100), (10, 1), (10, 1)),
    ]


def test_shape_trace_prints_a_table() -> None:
    table = MLP([3, 4, 2], ["maxout"]).shape_trace(5)

    assert (
        str(table).splitlines()
        == repr(table).splitlines()
        == [
            "layer       W          b      output",
            "input                         5 × 3",
            "1 maxout    2 × 4 × 3  2 × 4  5 × 4",
            "2 identity  2 × 4      2      5 × 2",
        ]
    )


def test_shape_trace_of_one_sample_where_nothing_is_said() -> None:
    assert MLP([3, 4]).shape_trace().input == (1, 3)


def test_shape_trace_is_a_table_in_a_notebook() -> None:
    html = MLP([3, 2]).shape_trace(5)._repr_html_()

    assert html.startswith("<table><tr><th>layer</th><th>W</th><th>b</th><th>output</th></tr>")
    assert html.endswith(
        "<tr><td>1 identity</td><td>2 × 3</td><td>2</td><td>5 × 2</td></tr></table>"
    )


def test_shape_trace_needs_a_sample() -> None:
    with pytest.raises(ValueError, match="n_samples must be 1 or more, got 0"):
        MLP([3, 2]).shape_trace(0)


def test_three_linear_layers_are_one() -> None:  # ledger row 3
    network = MLP([2, 64, 64, 2], "identity")
    network = network.with_parameters({"b1": np.arange(64.0), "b3": [1.0, -1.0]})
    X = np.random.default_rng(0).normal(size=(50, 2))

    one = collapse(network)

    assert (network.n_parameters, one.n_parameters) == (4482, 6)
    assert one.layers[0].W.shape == (2, 2)
    assert np.abs(one.forward(X) - network.forward(X)).max() < 1e-12
    assert one.dtype == np.float64


def test_a_single_linear_layer_collapses_to_itself() -> None:
    network = MLP([3, 2], dtype=np.float32)

    assert collapse(network).layers[0].W.tolist() == network.layers[0].W.tolist()
    assert collapse(network).dtype == np.float32


def test_what_a_network_tells_of_itself_cannot_be_changed() -> None:
    network = MLP([3, 2])
    for told, name in [
        (count([3, 2]), "n_layers"),
        (network.trace(X), "X"),
        (network.shape_trace(), "rows"),
    ]:
        with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
            setattr(told, name, None)
