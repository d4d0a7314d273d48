"""The two engines: gradients against the public ones, and which networks the fast one takes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.activations import get_activation
from course_utils.network import MLP
from course_utils.training import Recipe, gradients
from course_utils.training._ensemble import _chunks, _columns
from course_utils.training._stacked_arrays import Stack
from course_utils.training._stacked_network import StackedNetwork
from course_utils.training._stacked_one_hidden import OneHiddenLayer, has_one_score
from course_utils.training._stacked_run import StackedRun, recorded_steps

BCE, CE = "binary_cross_entropy", "cross_entropy"


def shifted(network: MLP) -> MLP:
    """Return the network with biases that are not 0."""
    parameters = network.parameters()
    return network.with_parameters({name: v + 0.1 for name, v in parameters.items()})


def run_of(sizes: Any, activation: Any, loss: str, *, own: bool = False) -> tuple[Any, ...]:
    rng = np.random.default_rng(len(sizes))
    networks = [shifted(MLP(sizes, activation, seed=seed)) for seed in range(3)]
    X = rng.normal(size=(3, 7, sizes[0]))
    y = rng.integers(0, 2, size=(3, 7))
    if not own:
        X, y = X[0], y[0]
    samples = _columns(networks, X, y, loss)
    return StackedRun(networks, [Recipe(loss)] * 3, samples), networks, X, y


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("activation", ["tanh", "relu", "softplus"])
@pytest.mark.parametrize(
    ("sizes", "loss"),
    [
        *[((2, n_hidden, 1), BCE) for n_hidden in (1, 2, 5, 6, 7, 12)],
        *[((2, n_hidden, 2), CE) for n_hidden in (1, 5, 6)],
        ((2, 4, 1), "binary_hinge"),
        ((2, 4, 2), "hinge"),
        ((2, 4, 1, 3), CE),
        ((2, 3, 4, 1), BCE),
    ],
)
def test_gradients_are_the_public_ones(
    sizes: Any, activation: str, loss: str, own: bool
) -> None:
    run, networks, X, y = run_of(sizes, activation, loss, own=own)
    engine = run._engine(run.samples)

    scores = engine.forward(run.samples.X)
    run.loss.gradient(scores, run.samples.targets, engine.dscores)
    engine.backward(run.samples.X)

    for n, network in enumerate(networks):
        samples = (X[n], y[n]) if own else (X, y)
        _, expected = gradients(network, *samples, loss=loss)
        for name, values in run.gradients._of_net(n).items():
            assert values == pytest.approx(expected[name], rel=1e-10, abs=1e-14), name


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("sizes", [(2, 3), (2, 4, 3), (2, 3, 1, 3)])
def test_scores_are_those_of_the_networks(sizes: Any, own: bool) -> None:
    run, networks, X, _ = run_of(sizes, "elu", CE, own=own)

    scores = run._scores(run.samples)

    for n, network in enumerate(networks):
        expected = network.forward(X[n] if own else X)
        assert scores[n] == pytest.approx(expected.T, rel=1e-12)


@pytest.mark.parametrize("loss", [BCE, "binary_hinge"])
@pytest.mark.parametrize("own", [False, True])
def test_one_score_is_that_of_the_network(loss: str, own: bool) -> None:
    run, networks, X, _ = run_of((2, 4, 1), "relu", loss, own=own)

    scores = run._scores(run.samples)

    for n, network in enumerate(networks):
        expected = network.forward(X[n] if own else X)
        assert scores[n] == pytest.approx(expected.T, rel=1e-12)


def test_two_scores_become_their_difference() -> None:
    run, networks, X, _ = run_of((2, 4, 2), "tanh", CE)

    scores = run._scores(run.samples)

    for n, network in enumerate(networks):
        both = network.forward(X)
        assert scores[n, 0] == pytest.approx(both[:, 1] - both[:, 0], rel=1e-12)


@pytest.mark.parametrize(
    ("sizes", "activation", "loss", "expected"),
    [
        ((2, 3, 1), "tanh", BCE, True),
        ((2, 3, 1), "relu", "binary_hinge", True),
        ((2, 3, 1), "relu", "squared_error", True),
        ((2, 3, 2), "tanh", CE, True),
        ((2, 3, 2), "tanh", "hinge", False),
        ((2, 3, 2), "tanh", "squared_error", False),
        ((2, 3, 3), "tanh", CE, False),
        ((2, 3, 1), "sigmoid", BCE, False),
        ((2, 3, 1), "leaky_relu", BCE, False),
        ((2, 1), "tanh", BCE, False),
        ((2, 3, 3, 1), "tanh", BCE, False),
    ],
)
def test_which_networks_the_fast_engine_takes(
    sizes: Any, activation: Any, loss: str, expected: bool
) -> None:
    hidden = () if len(sizes) == 2 else activation
    network = MLP(sizes, hidden)

    assert has_one_score(network, loss) == expected


def test_fast_engine_wants_plain_scores() -> None:
    assert not has_one_score(MLP([2, 3, 1], "tanh", output_activation="tanh"), BCE)


@pytest.mark.parametrize(
    ("activation", "engine"), [("tanh", OneHiddenLayer), ("elu", StackedNetwork)]
)
def test_engine_is_chosen_by_the_network(activation: str, engine: type) -> None:
    run, *_ = run_of((2, 3, 1), activation, BCE)

    assert type(run._engine(run.samples)) is engine
    assert run._engine(run.samples) is run._engine(run.samples)


@pytest.mark.parametrize(("n_hidden", "few"), [(1, True), (5, True), (6, False), (20, False)])
def test_units_are_weighted_where_they_are_few(n_hidden: int, few: bool) -> None:
    parameters = Stack(2, [2, n_hidden, 1], np.dtype(np.float64))
    tanh = [get_activation("tanh"), get_activation("identity")]

    assert OneHiddenLayer(parameters, parameters.like(), tanh, 4).few_units == few


@pytest.mark.parametrize(
    ("n_steps", "every", "expected"),
    [(1, 10, [0, 1]), (10, 10, [0, 10]), (11, 10, [0, 10, 11]), (5, 2, [0, 2, 4, 5])],
)
def test_times_of_the_records(n_steps: int, every: int, expected: list[int]) -> None:
    assert recorded_steps(Recipe(n_steps=n_steps, record_every=every)).tolist() == expected


@pytest.mark.parametrize(
    ("sizes", "n_samples", "dtype", "n_nets", "expected"),
    [
        # 21 neurons, 300 samples, 4 bytes: 25,200 bytes a network, of which 23 fit in 600,000
        ((2, 20, 1), 300, np.float32, 50, [(0, 23), (23, 46), (46, 69)]),
        ((2, 20, 1), 300, np.float64, 12, [(0, 11), (11, 22)]),
        ((2, 20, 1), 300, np.float64, 11, [(0, 11)]),
        ((2, 3, 1), 10**6, np.float64, 2, [(0, 1), (1, 2)]),
    ],
)
def test_chunks_fit_in_the_cache(
    sizes: Any, n_samples: int, dtype: Any, n_nets: int, expected: list[tuple[int, int]]
) -> None:
    chunks = _chunks([MLP(sizes, dtype=dtype)] * n_nets, n_samples)

    assert [(nets.start, nets.stop) for nets in chunks] == expected
