"""Training step by step, with changes on the way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils.losses import LOSSES
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer, gradients, train
from course_utils.training._clear_engine import ClearEngine
from course_utils.training._fast_engine import FastEngine

X = np.random.default_rng(0).normal(size=(12, 2))
Y = (X[:, 0] * X[:, 1] > 0).astype(int)
PLAIN, PRELU = MLP([2, 4, 2], "tanh", seed=1), MLP([2, 4, 2], "prelu", seed=1)
RECIPE = Recipe(learning_rate=0.05)
WILD = Recipe("squared_error", "sgd", learning_rate=1.5)
networks = pytest.mark.parametrize("network", [PLAIN, PRELU], ids=["fast", "clear"])


def weights(network: MLP) -> Any:
    return np.concatenate([p.ravel() for p in network.parameters().values()])


def diverged_trainer(activation: str, n_steps: int = 3) -> Trainer:
    trainer = Trainer(MLP([2, 4, 1], activation, seed=1), X, Y, WILD)
    trainer.advance(n_steps)
    assert not trainer.diverged
    trainer.advance(1000)
    return trainer


@networks
def test_advance_takes_the_steps_of_train(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    for n_steps in (1, 7, 12):
        trainer.advance(n_steps)
    history = train(network, X, Y, replace(RECIPE, n_steps=20))

    assert trainer.step == 20
    assert weights(trainer.network).tolist() == weights(history.network).tolist()
    assert trainer.loss == history.loss[-1]


@networks
def test_a_new_trainer_stands_at_the_start(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    assert (trainer.step, trainer.recipe, trainer.diverged) == (0, RECIPE, False)
    assert weights(trainer.network).tolist() == weights(network).tolist()
    assert trainer.loss == pytest.approx(LOSSES["cross_entropy"](network.forward(X), Y))


def test_the_default_recipe_is_used_if_none_is_given() -> None:
    assert Trainer(PLAIN, X, Y).recipe == Recipe()


@networks
def test_advance_takes_one_step_if_nothing_is_said(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    trainer.advance()
    assert trainer.step == 1


@networks
@pytest.mark.parametrize("batch_size", [None, 5])
def test_scores_and_loss_are_those_of_the_network(network: MLP, batch_size: int | None) -> None:
    trainer = Trainer(network, X, Y, replace(RECIPE, batch_size=batch_size))
    trainer.advance(9)

    assert trainer.scores == pytest.approx(trainer.network.forward(X), rel=1e-12, abs=1e-14)
    assert trainer.loss == pytest.approx(LOSSES["cross_entropy"](trainer.scores, Y), rel=1e-12)


@networks
def test_what_was_handed_out_does_not_change(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    scores, before = trainer.scores, trainer.network
    kept = scores.copy(), weights(before)

    trainer.advance(5)

    assert (scores == kept[0]).all()
    assert (weights(before) == kept[1]).all()
    assert (weights(trainer.network) != kept[1]).any()


def test_plain_networks_are_trained_fast_and_others_clearly() -> None:
    assert isinstance(Trainer(PLAIN, X, Y)._engine, FastEngine)
    assert isinstance(Trainer(PRELU, X, Y)._engine, ClearEngine)


@networks
def test_a_new_learning_rate_keeps_parameters_and_velocity(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    trainer.advance(1)
    trainer.change(replace(RECIPE, learning_rate=0.5))
    trainer.advance(1)

    velocity, p = np.zeros(1), network
    for rate in (0.05, 0.5):
        _, slopes = gradients(p, X, Y)
        velocity = 0.9 * velocity - rate * np.concatenate([g.ravel() for g in slopes.values()])
        p = p.with_parameters(split(weights(p) + velocity, p))
    assert weights(trainer.network) == pytest.approx(weights(p), rel=1e-12)
    assert (trainer.recipe.learning_rate, trainer.step) == (0.5, 2)


def split(flat: Any, network: MLP) -> dict[str, Any]:
    ends = np.cumsum([p.size for p in network.parameters().values()])
    parts = np.split(flat, ends[:-1])
    return {
        k: part.reshape(p.shape)
        for (k, p), part in zip(network.parameters().items(), parts, strict=True)
    }


@networks
@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_another_optimizer_starts_without_a_past(network: MLP, optimizer: str) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    trainer.advance(5)
    other = replace(RECIPE, optimizer=optimizer)
    fresh = Trainer(trainer.network, X, Y, other)

    trainer.change(other)
    trainer.advance(5)
    fresh.advance(5)

    assert weights(trainer.network) == pytest.approx(weights(fresh.network), rel=1e-12)


@networks
def test_another_loss_counts_at_once(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    trainer.change(replace(RECIPE, loss="hinge"))
    assert trainer.loss == pytest.approx(LOSSES["hinge"](network.forward(X), Y), rel=1e-12)


@networks
def test_minibatches_go_on_with_the_first_random_numbers(network: MLP) -> None:
    recipe = replace(RECIPE, optimizer="sgd", batch_size=12 // 2, seed=7)
    trainer = Trainer(network, X, Y, recipe)
    trainer.advance(2)
    trainer.change(replace(recipe, seed=1))
    trainer.advance(2)
    assert weights(trainer.network) == pytest.approx(
        weights(train(network, X, Y, replace(recipe, n_steps=4)).network), rel=1e-12
    )


@networks
def test_other_data_keep_the_parameters(network: MLP) -> None:
    trainer = Trainer(network, X, Y, replace(RECIPE, optimizer="sgd"))
    trainer.advance(5)
    middle = trainer.network

    trainer.replace_data(X[:7] + 1, 1 - Y[:7])

    assert weights(trainer.network).tolist() == weights(middle).tolist()
    assert trainer.loss == pytest.approx(
        LOSSES["cross_entropy"](middle.forward(X[:7] + 1), 1 - Y[:7])
    )
    trainer.advance(5)
    again = train(middle, X[:7] + 1, 1 - Y[:7], replace(RECIPE, optimizer="sgd", n_steps=5))
    assert weights(trainer.network) == pytest.approx(weights(again.network), rel=1e-12)
    assert trainer.step == 10


@networks
def test_a_recipe_after_other_data_is_for_the_other_data(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    trainer.replace_data(X[:5], Y[:5])
    trainer.change(replace(RECIPE, loss="hinge"))
    assert trainer.scores.shape == (5, 2)
    trainer.replace_data(X, Y)
    assert trainer.recipe.loss == "hinge"


@networks
def test_the_caller_may_write_into_the_samples_afterwards(network: MLP) -> None:
    inputs, labels = X.copy(), Y.copy()
    trainer = Trainer(network, inputs, labels, RECIPE)
    inputs[:], labels[:] = np.nan, -5

    trainer.advance(2)
    trainer.change(replace(RECIPE, n_steps=3))
    trainer.advance(2)

    assert trainer.loss == train(network, X, Y, replace(RECIPE, n_steps=4)).loss[-1]


@pytest.mark.parametrize("activation", ["identity", "prelu"])
def test_divergence_leaves_the_last_good_network(activation: str) -> None:
    trainer = diverged_trainer(activation)

    assert trainer.diverged
    assert not np.isfinite(trainer.loss)
    expected = train(MLP([2, 4, 1], activation, seed=1), X, Y, replace(WILD, n_steps=3))
    assert weights(trainer.network) == pytest.approx(weights(expected.network), rel=1e-12)


@pytest.mark.parametrize("activation", ["identity", "prelu"])
def test_a_diverged_trainer_stands_still(activation: str) -> None:
    trainer = diverged_trainer(activation)
    before = weights(trainer.network).tolist(), trainer.step

    trainer.advance(5)

    assert (weights(trainer.network).tolist(), trainer.step) == before == (before[0], 1003)


@pytest.mark.parametrize("activation", ["identity", "prelu"])
def test_a_gentler_recipe_makes_a_new_start(activation: str) -> None:
    trainer = diverged_trainer(activation)
    network = trainer.network

    trainer.change(replace(WILD, learning_rate=1e-6))
    trainer.advance(10)

    fresh = train(network, X, Y, replace(WILD, learning_rate=1e-6, n_steps=10))
    assert not trainer.diverged
    assert trainer.loss == pytest.approx(fresh.loss[-1], rel=1e-12)


@pytest.mark.parametrize("activation", ["relu", "prelu"])
def test_parameters_that_overflow_are_noticed_behind_a_finite_loss(activation: str) -> None:
    # The hidden neuron is off, so the loss stays as it is while its weight decays to -inf.
    network = MLP([1, 1, 1], activation).with_parameters({"W1": [[-1.0]], "W2": [[0.0]]})
    trainer = Trainer(network, [[1.0]], [0.0], Recipe("squared_error", "sgd", 1e200, 0, 1e3))
    trainer.advance(2)
    assert trainer.diverged
    assert weights(trainer.network).tolist() == weights(network).tolist()


@networks
@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        (
            replace(RECIPE, loss="binary_hinge"),
            "binary_hinge needs 1 output, the network has 2",
        ),
        (
            replace(RECIPE, patience=2),
            "patience=2 needs a validation loss to watch; try train(",
        ),
    ],
)
def test_a_recipe_that_does_not_fit_changes_nothing(
    network: MLP, recipe: Recipe, words: str
) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    with pytest.raises(ValueError, match=re.escape(words)):
        trainer.change(recipe)
    with pytest.raises(ValueError, match=re.escape(words)):
        Trainer(network, X, Y, recipe)
    trainer.advance(2)
    assert trainer.loss == train(network, X, Y, replace(RECIPE, n_steps=2)).loss[-1]
    assert trainer.recipe == RECIPE


def test_a_change_must_be_a_recipe() -> None:
    changes: Any = {}
    with pytest.raises(TypeError, match="recipe must be a Recipe, got dict"):
        Trainer(PLAIN, X, Y).change(changes)


@networks
def test_data_that_do_not_fit_change_nothing(network: MLP) -> None:
    trainer = Trainer(network, X, Y, RECIPE)
    with pytest.raises(ValueError, match=r"y must have shape \(12,\)"):
        trainer.replace_data(X, Y[:5])
    trainer.advance(2)
    assert trainer.loss == train(network, X, Y, replace(RECIPE, n_steps=2)).loss[-1]


@pytest.mark.parametrize(
    ("n_steps", "error", "words"),
    [
        (0, ValueError, "n_steps must be 1 or more, got 0"),
        (2.0, TypeError, "n_steps must be a whole number, got 2.0"),
    ],
)
def test_advance_refuses(n_steps: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Trainer(PLAIN, X, Y).advance(n_steps)
