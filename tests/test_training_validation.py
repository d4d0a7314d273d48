"""Validation samples, and stopping early by their loss."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from course_utils.losses import LOSSES, get_loss
from course_utils.network import MLP
from course_utils.training import History, Recipe, train

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0, 1, 1, 0])
NETWORK = MLP([2, 4, 2], "tanh", seed=1)
LINEAR = MLP([2, 2], initialization="zero")
SHORT = Recipe(n_steps=25, learning_rate=0.5)


def same(first: MLP, second: MLP) -> bool:
    ours, theirs = first.parameters(), second.parameters()
    return all((ours[name] == theirs[name]).all() for name in ours)


@pytest.mark.parametrize(("patience", "stop"), [(1, 10), (3, 30)])
def test_patience_ends_a_run_that_only_gets_worse(patience: int, stop: int) -> None:
    recipe = Recipe(optimizer="sgd", n_steps=100, patience=patience)
    history = train(LINEAR, X, X[:, 0], recipe, validation=(X, 1 - X[:, 0]))

    assert history.steps.tolist() == list(range(0, stop + 1, 10))
    assert history.validation_loss is not None
    assert (np.diff(history.validation_loss) > 0).all()
    assert history.stopped_early
    assert same(history.network, LINEAR)


def noisy_run(patience: int | None) -> tuple[History, Any]:
    rng = np.random.default_rng(3)
    inputs, held_out = rng.normal(size=(20, 2)), rng.normal(size=(50, 2))
    labels, truth = (inputs[:, 0] > 0) ^ (rng.random(20) < 0.3), held_out[:, 0] > 0
    recipe = Recipe(n_steps=600, patience=patience)
    network = MLP([2, 20, 2], "tanh", seed=1)
    return train(network, inputs, labels, recipe, validation=(held_out, truth)), (
        held_out,
        truth,
    )


def test_patience_returns_the_best_network() -> None:
    history, (held_out, truth) = noisy_run(patience=4)
    losses = history.validation_loss

    assert losses is not None
    assert history.stopped_early
    assert losses.argmin() == len(losses) - 5 > 0
    best = LOSSES["cross_entropy"](history.network.forward(held_out), truth)
    assert best == pytest.approx(losses.min(), rel=1e-12)


def test_patience_counts_anew_after_each_better_record() -> None:
    patient, losses = noisy_run(patience=1000)[0], noisy_run(patience=None)[0].validation_loss
    assert losses is not None
    assert not patient.stopped_early
    assert patient.n_steps == 600
    assert patient.validation_loss is not None
    assert patient.validation_loss.tolist() == losses.tolist()


def test_a_loss_as_good_as_before_is_no_better() -> None:
    # Of the XOR points no line is better than none, so nothing moves.
    recipe = Recipe(n_steps=100, patience=2)
    history = train(LINEAR, X, XOR, recipe, validation=(X, XOR))
    assert (history.steps.tolist(), history.stopped_early) == ([0, 10, 20], True)


def test_patience_that_ends_with_the_last_step_stopped_nothing() -> None:
    recipe = Recipe(optimizer="sgd", n_steps=30, patience=3)
    history = train(LINEAR, X, X[:, 0], recipe, validation=(X, 1 - X[:, 0]))
    assert (history.n_steps, history.stopped_early) == (30, False)
    assert same(history.network, LINEAR)


def test_validation_without_patience_changes_nothing() -> None:
    history = train(NETWORK, X, XOR, SHORT, validation=(X, 1 - XOR))
    alone = train(NETWORK, X, XOR, SHORT)

    assert same(history.network, alone.network)
    assert alone.validation_loss is None
    assert not history.stopped_early
    assert history.validation_loss is not None
    expected = get_loss("cross_entropy")(history.network.forward(X), 1 - XOR)
    assert history.validation_loss[-1] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("validation", "words"),
    [
        (None, "patience=3 needs a validation loss to watch; try train(..., validation="),
        (X[:2], "validation must be a pair (X, y), got ndarray"),
        ((X, XOR, XOR), "validation must be a pair (X, y), got tuple of length 3"),
        (X, "validation must be a pair (X, y), got ndarray"),
        ((X[:, :1], XOR), "validation[0] must have shape (n_samples, 2), got (4, 1)"),
        ((X, XOR[:3]), "validation[1] must have shape (4,)"),
        ((X, 5 * XOR), "needs 6 outputs, the network has 2"),
    ],
)
def test_validation_that_does_not_fit(validation: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        train(NETWORK, X, XOR, Recipe(patience=3), validation=validation)
