"""Graphs of neurons: the order of computation, cycles, and networks of any shape."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.activations import ACTIVATIONS, Activation, sigmoid
from course_utils.network import MLP, NeuronGraph, topological_order, unroll

Edge = tuple[int, int]

# any pair of different numbers, turned so that it points upwards, is an edge without cycle
acyclic = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] != e[1]).map(sorted),
    max_size=30,
).map(lambda edges: [(a, b) for a, b in edges])
any_edges = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14)


def steps(edges: list[Edge]) -> dict[int, int]:
    """Return for each node the length of the longest way from an input to it."""
    before = {node: [a for a, b in edges if b == node] for edge in edges for node in edge}
    depth: dict[int, int] = {}
    for node in TopologicalSorter(before).static_order():
        depth[node] = max((depth[a] + 1 for a in before[node]), default=0)
    return depth


def test_order_worked_by_hand() -> None:
    edges = [("h", "y"), ("x1", "h"), ("x2", "h"), ("x1", "y")]

    assert topological_order(edges) == ["x1", "x2", "h", "y"]


@given(acyclic)
def test_each_node_comes_once_and_after_all_that_leads_to_it(edges: list[Edge]) -> None:
    order = topological_order(edges)

    assert sorted(order) == sorted({node for edge in edges for node in edge})
    assert all(order.index(a) < order.index(b) for a, b in edges)


@given(acyclic)
def test_nodes_of_one_layer_stand_together_and_inputs_first(edges: list[Edge]) -> None:
    depth = steps(edges)

    assert [depth[node] for node in topological_order(edges)] == sorted(depth.values())


def test_inputs_come_as_the_edges_name_them() -> None:
    assert topological_order([("b", "y"), ("a", "y"), ("c", "y")]) == ["b", "a", "c", "y"]


def test_edges_that_come_twice_count_once() -> None:
    assert topological_order([("x", "y"), ("x", "y"), ("y", "z")]) == ["x", "y", "z"]


def test_an_edge_may_be_a_list() -> None:
    edges: Any = [["x", "y"], ["y", "z"]]

    assert topological_order(edges) == ["x", "y", "z"]


def test_there_may_be_no_edges() -> None:
    assert topological_order([]) == []


def test_edges_may_come_from_an_iterator() -> None:
    assert topological_order(iter([(1, 2)])) == [1, 2]


@pytest.mark.parametrize(
    ("edges", "cycle"),
    [
        ([("a", "b"), ("b", "a")], "a -> b -> a"),
        ([("a", "a")], "a -> a"),
        ([("x", "h"), ("h", "h"), ("h", "y")], "h -> h"),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("c", "y"), ("x", "a")], "a -> b -> c -> a"),
        ([("y", "z"), ("p", "q"), ("q", "p"), ("q", "y")], "q -> p -> q"),
    ],
)
def test_a_cycle_is_named(edges: list[tuple[str, str]], cycle: str) -> None:  # ledger row 66
    words = f"the edges form a cycle, {cycle}; a forward pass would run in circles"
    with pytest.raises(ValueError, match=words):
        topological_order(edges)


@given(any_edges)
def test_the_cycle_that_is_named_is_one(edges: list[Edge]) -> None:
    try:
        topological_order(edges)
    except ValueError as error:
        found = re.search(r"cycle, ([\d> -]+);", str(error))
        assert found is not None
        way = [int(node) for node in found[1].split(" -> ")]
        assert way[0] == way[-1]
        assert len(set(way)) == len(way) - 1 > 0
        assert set(pairwise(way)) <= set(edges)


@pytest.mark.parametrize("edge", ["ab", ("a",), ("a", "b", "c"), 5, None])
def test_an_edge_is_a_pair(edge: Any) -> None:
    words = re.escape(f"each edge must be a pair (from, to), got {edge!r}")
    with pytest.raises(TypeError, match=words):
        topological_order([("x", "y"), edge])


def test_a_long_chain_is_no_recursion() -> None:
    n = 20_000

    assert topological_order([(k, k + 1) for k in range(n)]) == list(range(n + 1))


def test_a_long_cycle_is_found() -> None:
    n = 5_000
    cycle = " -> ".join(map(str, [*range(n), 0]))

    with pytest.raises(ValueError, match=f"a cycle, {cycle};"):
        topological_order([(k, (k + 1) % n) for k in range(n)])


def test_unrolling_makes_copies_with_the_same_weights() -> None:
    cell = {("x", "h"): 2.0, ("h", "h"): 0.5}

    assert unroll(cell, 2) == {
        (("x", 0), ("h", 1)): 2.0,
        (("h", 0), ("h", 1)): 0.5,
        (("x", 1), ("h", 2)): 2.0,
        (("h", 1), ("h", 2)): 0.5,
    }


def test_an_unrolled_cell_is_a_recurrence() -> None:
    graph = NeuronGraph(unroll({("x", "h"): 2.0, ("h", "h"): 0.5}, 3), activations="tanh")
    xs = [0.3, -0.2, 0.7]

    h = 0.1
    for x in xs:
        h = np.tanh(2 * x + 0.5 * h)

    inputs = {("h", 0): 0.1, **{("x", t): x for t, x in enumerate(xs)}}
    assert graph.forward(inputs)["h", 3] == pytest.approx(h, abs=1e-15)


def test_unrolling_takes_a_step_at_least() -> None:
    with pytest.raises(ValueError, match="n_steps must be 1 or more, got 0"):
        unroll({("h", "h"): 1.0}, 0)


SKIPPING = {("x1", "h"): 2.0, ("x2", "h"): -1.0, ("h", "y"): 3.0, ("x1", "y"): 0.5}


def test_graph_with_a_connection_that_skips_worked_by_hand() -> None:
    graph = NeuronGraph(SKIPPING, biases={"h": -1.0, "y": 0.25}, activations={"h": "relu"})

    # h = relu(2*2 - 1*1 - 1) = 2 and y = 3*2 + 0.5*2 + 0.25
    assert graph.forward({"x1": 2.0, "x2": 1.0}) == {"h": 2.0, "y": 7.25}
    # h = relu(2*1 - 1*9 - 1) = 0 and y = 0.5*1 + 0.25
    assert graph.forward({"x2": 9, "x1": 1}) == {"h": 0.0, "y": 0.75}


def test_graph_takes_many_samples_at_once() -> None:
    graph = NeuronGraph(SKIPPING, activations={"h": "relu"})

    outputs = graph.forward({"x1": [2.0, 1.0], "x2": 1.0})

    assert outputs["y"].tolist() == [10.0, 3.5]
    assert list(outputs) == ["h", "y"]


def test_graph_says_what_it_is_made_of() -> None:
    graph = NeuronGraph({**SKIPPING, ("h", "side"): 1.0}, biases={"h": 2}, activations="tanh")

    assert (graph.inputs, graph.neurons) == (("x1", "x2"), ("h", "y", "side"))
    assert graph.outputs == ("y", "side")
    assert (graph.n_neurons, graph.n_weights, graph.n_biases, graph.n_parameters) == (
        3,
        5,
        3,
        8,
    )
    assert graph.biases == {"h": 2.0, "y": 0.0, "side": 0.0}
    assert set(graph.activations.values()) == {ACTIVATIONS["tanh"]}
    assert graph.weights == {**SKIPPING, ("h", "side"): 1.0}
    assert repr(graph) == "NeuronGraph(2 inputs, 3 neurons, 5 weights)"


def test_one_bias_serves_all_neurons() -> None:
    assert NeuronGraph(SKIPPING, biases=1.5).biases == {"h": 1.5, "y": 1.5}


def test_activation_and_bias_where_nothing_is_said() -> None:
    graph = NeuronGraph(SKIPPING)

    assert set(graph.activations.values()) == {ACTIVATIONS["identity"]}
    assert graph.forward({"x1": 0, "x2": 0}) == {"h": 0, "y": 0}


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid", "gelu"])
def test_a_graph_with_the_edges_of_a_network_is_the_network(activation: str) -> None:
    network = MLP([3, 4, 2, 2], activation)
    network = network.with_parameters({"b1": [1, 2, 3, 4], "b3": [-1.0, 1.0]})
    weights: dict[tuple[tuple[int, int], tuple[int, int]], float] = {}
    biases: dict[tuple[int, int], float] = {}
    activations: dict[tuple[int, int], Activation] = {}
    for n, layer in enumerate(network.layers):
        for k in range(layer.n_out):
            biases[n + 1, k] = float(layer.b[k])
            activations[n + 1, k] = layer.activation
            weights |= {((n, j), (n + 1, k)): float(layer.W[k, j]) for j in range(layer.n_in)}
    graph = NeuronGraph(weights, biases, activations)
    X = np.random.default_rng(0).normal(size=(6, 3))

    outputs = graph.forward({(0, j): X[:, j] for j in range(3)})

    scores = np.stack([outputs[3, 0], outputs[3, 1]], axis=1)
    assert scores == pytest.approx(network.forward(X), abs=1e-12)
    assert (graph.n_neurons, graph.n_parameters) == (network.n_neurons, network.n_parameters)


def test_a_graph_is_quiet_where_sums_overflow() -> None:
    graph = NeuronGraph({("x", "h"): 1e200, ("h", "y"): 1e200}, activations={"y": "sigmoid"})

    with np.errstate(all="raise"):
        assert graph.forward({"x": -1e200})["y"] == sigmoid(-np.inf) == 0


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (({},), ValueError, "weights must hold at least one connection"),
        (({("a", "b"): 1, ("b", "a"): 1},), ValueError, "a cycle, a -> b -> a"),
        (({"ab": 1.0},), TypeError, r"each edge must be a pair \(from, to\), got 'ab'"),
        (({("a", "b"): np.nan},), ValueError, "the weight of \\('a', 'b'\\) must hold finite"),
        (({("a", "b"): "1"},), TypeError, "the weight of \\('a', 'b'\\) must hold real"),
        ((SKIPPING, {"x1": 1.0}), ValueError, "biases belong to neurons, and 'x1' is none; "),
        ((SKIPPING, {"h": np.inf}), ValueError, "the bias of 'h' must hold finite numbers"),
        ((SKIPPING, 0.0, {"z": "relu"}), ValueError, "'z' is none; there are 'h', 'y'$"),
        (
            (SKIPPING, 0.0, "rleu"),
            ValueError,
            "no activation called 'rleu'; did you mean 'relu'",
        ),
    ],
)
def test_graphs_that_are_none(arguments: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        NeuronGraph(*arguments)


@pytest.mark.parametrize(
    ("inputs", "error", "words"),
    [
        ({"x1": 1.0}, ValueError, "inputs must be given for 'x1', 'x2'; 'x2' is missing"),
        ({"x1": 1, "x2": 1, "h": 1}, ValueError, "inputs must be given .*; 'h' is none"),
        ({"x1": np.nan, "x2": 1}, ValueError, "x1 must hold finite numbers, but x1 is nan"),
        ({"x1": "a", "x2": 1}, TypeError, "x1 must hold real numbers"),
        ({"x1": [1, 2], "x2": [1, 2, 3]}, ValueError, r"got x1 \(2,\), x2 \(3,\)"),
        (
            {"x1": [[1]], "x2": 1},
            ValueError,
            r"arrays of one shape \(n_samples,\); got x1 \(1, 1\), x2 \(\)",
        ),
    ],
)
def test_inputs_that_do_not_fit(inputs: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        NeuronGraph(SKIPPING).forward(inputs)
