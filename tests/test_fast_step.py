"""The fast engine takes the same steps as the clear one."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils.activations import ACTIVATIONS, get_activation
from course_utils.losses import LOSSES
from course_utils.network import MLP
from course_utils.training import Recipe
from course_utils.training._clear_engine import ClearEngine
from course_utils.training._fast_activations import activation_calls
from course_utils.training._fast_engine import FastEngine, is_plain
from course_utils.training._fast_losses import fast_loss
from course_utils.training._fast_optimizers import Memory, update_calls
from course_utils.training._samples import fitting_samples
from tests.engines import RECIPE, assert_same, make_both, make_samples, on_both

ENGINES: tuple[Any, Any] = (FastEngine, ClearEngine)
IN_PLACE = ("identity", "tanh", "sigmoid", "relu", "leaky_relu")


def draw_network(loss: str, rng: np.random.Generator) -> MLP:
    hidden = rng.integers(1, 9, size=rng.integers(0, 4)).tolist()
    n_out = 1 if LOSSES[loss].kind == "binary" else int(rng.integers(2, 5))
    names = rng.choice(list(ACTIVATIONS), size=len(hidden)).tolist()
    network = MLP([int(rng.integers(1, 5)), *hidden, n_out], names, seed=rng)
    biases = {
        k: rng.normal(size=p.shape) for k, p in network.parameters().items() if k[0] == "b"
    }
    return network.with_parameters(biases)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("batch_size", [None, 1, 5, 23])
@pytest.mark.parametrize("seed", range(3))
def test_fast_steps_are_clear_steps(
    loss: str, optimizer: str, batch_size: int | None, seed: int
) -> None:
    rng = np.random.default_rng([seed, batch_size or 0, *loss.encode()])
    decay = float(rng.choice([0.0, 0.01]))
    recipe = Recipe(loss, optimizer, 0.02, 0.8, decay, batch_size=batch_size, seed=seed)
    engines = make_both(draw_network(loss, rng), recipe)

    on_both(engines, lambda engine: engine.run(50))

    assert_same(engines)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_also_at_the_output(activation: str) -> None:
    network = MLP([2, 4, 3, 2], activation, output_activation=activation)
    engines = make_both(network, replace(RECIPE, loss="squared_error"))

    on_both(engines, lambda engine: engine.run(50))

    assert_same(engines)


@pytest.mark.parametrize("n_out", [2, 3])
@pytest.mark.parametrize("loss", ["cross_entropy", "hinge"])
def test_two_classes_and_three(loss: str, n_out: int) -> None:
    engines = make_both(
        MLP([2, 5, n_out], "tanh"), replace(RECIPE, loss=loss, optimizer="adam")
    )

    on_both(engines, lambda engine: engine.run(200))

    assert_same(engines)


@pytest.mark.parametrize(
    "activation",
    [
        get_activation("leaky_relu", alpha=0.2),
        get_activation("leaky_relu", alpha=-0.5),
        get_activation("elu", alpha=2.0),
        replace(ACTIVATIONS["softplus"], name="tanh"),
    ],
)
def test_an_activation_of_your_own_is_not_mistaken(activation: Any) -> None:
    engines = make_both(MLP([2, 6, 2], activation))

    on_both(engines, lambda engine: engine.run(30))

    assert_same(engines)


@pytest.mark.parametrize("activation", IN_PLACE)
def test_pre_activations_of_0_have_the_slope_of_the_clear_form(activation: str) -> None:
    network = MLP([2, 4, 2], activation)
    samples = fitting_samples(network, np.zeros((3, 2)), [0, 1, 1], "cross_entropy")
    engines = FastEngine(network, samples, RECIPE), ClearEngine(network, samples, RECIPE)

    on_both(engines, lambda engine: engine.run(1))

    assert_same(engines)


@pytest.mark.parametrize(("loss", "n_out"), [("hinge", 2), ("binary_hinge", 1)])
def test_a_sample_on_the_margin_does_not_push(loss: str, n_out: int) -> None:
    network = MLP([1, n_out], initialization="zero").with_parameters({"W1": [[1], [0]][:n_out]})
    samples = fitting_samples(network, [[1.0], [-1.0]], [n_out % 2, 1 - n_out % 2], loss)
    engine = FastEngine(network, samples, Recipe(loss))

    engine.run(3)

    assert engine.network().parameters()["W1"].tolist() == [[1.0], [0.0]][:n_out]


@pytest.mark.parametrize("batch_size", [None, 4])
@pytest.mark.parametrize("optimizer", ["momentum", "adam"])
def test_single_precision_stays_and_agrees_as_far_as_it_goes(
    optimizer: str, batch_size: int | None
) -> None:
    network = MLP([2, 8, 2], "tanh", dtype=np.float32)
    engines = make_both(network, replace(RECIPE, optimizer=optimizer, batch_size=batch_size))

    on_both(engines, lambda engine: engine.run(50))

    assert_same(engines, rtol=1e-4)
    assert {p.dtype for p in engines[0].network().parameters().values()} == {np.dtype("f4")}
    assert engines[0].scores().dtype == np.float32


@pytest.mark.parametrize("scale", [1e4, 1e30])
@pytest.mark.parametrize("loss", LOSSES)
def test_huge_numbers_warn_of_nothing(loss: str, scale: float) -> None:
    n_out = 1 if LOSSES[loss].kind == "binary" else 2
    network = MLP([2, 3, n_out], "sigmoid", initialization=1.0, dtype=np.float32)
    network = network.with_parameters({"W2": scale * network.parameters()["W2"]})
    recipe = Recipe(loss, learning_rate=scale)

    for engine in make_both(network, recipe):
        engine.run(5)
        engine.loss()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_loss_of_scores_that_are_far_off_or_far_ahead(dtype: Any) -> None:
    for sizes, loss in (([1, 2], "cross_entropy"), ([1, 1], "binary_cross_entropy")):
        network = MLP(sizes, dtype=dtype).with_parameters({"W1": [[-60.0], [20.0]][: sizes[1]]})
        for X in ([[10.0], [-10.0]], [[1.0], [-1.0]], [[-1.0], [1.0]]):
            samples = fitting_samples(network, X, [1, 0], loss)
            fast, clear = (engine(network, samples, Recipe(loss)) for engine in ENGINES)
            assert fast.loss() == pytest.approx(clear.loss(), rel=1e-6, abs=0)


@pytest.mark.parametrize("loss", ["squared_error", "binary_hinge"])
def test_one_score_that_is_not_finite_is_noticed(loss: str) -> None:
    network = MLP([1, 1]).with_parameters({"W1": [[1e200]]})
    samples = fitting_samples(network, [[0.0], [1e200]], [0, 1], loss)
    fast, clear = (engine(network, samples, Recipe(loss)) for engine in ENGINES)

    clear.run(1)

    assert not np.isfinite([fast.loss(), clear.loss()]).any()
    assert not clear.is_finite()


@pytest.mark.parametrize("n_in", [31, 32, 40])
@pytest.mark.parametrize("batch_size", [None, 5])
@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
def test_wide_samples(loss: str, batch_size: int | None, n_in: int) -> None:
    recipe = replace(RECIPE, loss=loss, batch_size=batch_size)
    engines = make_both(MLP([n_in, 3, 2], "tanh"), recipe)

    on_both(engines, lambda engine: engine.run(12))

    assert_same(engines)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
def test_a_learning_rate_beyond_single_precision_warns_of_nothing(optimizer: str) -> None:
    recipe = Recipe("hinge", optimizer, learning_rate=1e39, weight_decay=1e39)
    for engine in make_both(MLP([2, 2], dtype=np.float32), recipe):
        engine.run(2)
        assert not engine.is_finite()


def test_the_fast_forms_are_used_where_there_are_some() -> None:
    a, p = np.ones((2, 3)), np.ones(4)
    calls: Any = activation_calls(ACTIVATIONS["tanh"], a, a, a)
    two, three = (
        make_samples(MLP([1, n]), "cross_entropy", np.random.default_rng(0)) for n in (2, 3)
    )
    memory = Memory(p, "sgd")

    assert calls[0][0].func is np.tanh
    assert (len(fast_loss(two, 2).targets), len(fast_loss(three, 3).targets)) == (1, 3)
    assert len(update_calls(p, p, None, memory, Recipe(optimizer="sgd"))) == 2
    assert len(update_calls(p, p, p, memory, Recipe(optimizer="sgd", weight_decay=1.0))) == 4


@pytest.mark.parametrize(("n_in", "in_columns"), [(31, True), (32, False)])
def test_wide_samples_lie_in_one_piece(n_in: int, in_columns: bool) -> None:
    fast, _ = make_both(MLP([n_in, 2]))
    assert fast._all.data.flags.c_contiguous is in_columns
    assert fast._all.data.flags.f_contiguous is not in_columns


def test_plain_networks_are_dense_and_learn_no_activation() -> None:
    assert is_plain(MLP([2, 3, 2], ["tanh"]))
    assert not is_plain(MLP([2, 3, 2], ["prelu"]))
    assert not is_plain(MLP([2, 3, 3, 2], ["relu", "maxout"]))


def test_a_copied_activation_works_in_place_too() -> None:
    a = np.ones((2, 3))
    forward, _ = activation_calls(deepcopy(ACTIVATIONS["leaky_relu"]), a, a, a)
    assert len(forward) == 2
