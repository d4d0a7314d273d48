"""What an ensemble refuses, and how it says so."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils.activations import get_activation
from course_utils.network import MLP
from course_utils.training import Recipe, train_ensemble

X, Y = np.random.default_rng(0).normal(size=(6, 2)), np.arange(6) % 2
NET = MLP([2, 3, 1], "tanh")
RECIPE = Recipe("binary_cross_entropy", n_steps=2)


@pytest.mark.parametrize(
    ("networks", "error", "words"),
    [
        (NET, TypeError, "networks must be a sequence of MLP, got MLP"),
        (iter([NET]), TypeError, "networks must be a sequence of MLP, got list_iterator"),
        ([], ValueError, "networks must hold at least one MLP, got none"),
        ([NET, None], TypeError, "networks[1] must be an MLP, got NoneType"),
        (
            [NET, MLP([2, 4, 1], "tanh")],
            ValueError,
            "all networks must have the same layer sizes, activations and dtype, but "
            "networks[0] is 2-3-1 tanh, identity float64 and networks[1] is 2-4-1 tanh, "
            "identity float64",
        ),
        ([NET, NET, MLP([2, 3, 1], "relu")], ValueError, "networks[2] is 2-3-1 relu, identity"),
        ([NET, MLP([2, 3, 1], "tanh", dtype=np.float32)], ValueError, "identity float32"),
        (
            [MLP([2, 3, 1], get_activation("leaky_relu", alpha=a)) for a in (0.1, 0.2)],
            ValueError,
            "must have the same layer sizes, activations and dtype",
        ),
        (
            [MLP([2, 3, 1], "prelu")],
            ValueError,
            "networks[0] is 2-3-1 prelu, identity float64, but only dense layers with a fixed "
            "elementwise activation can be stacked; try train for each network",
        ),
        ([NET, MLP([2, 3, 1], "maxout")], ValueError, "networks[1] is 2-3-1 maxout, identity"),
    ],
)
def test_networks_that_do_not_fit(networks: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)):
        train_ensemble(networks, X, Y, RECIPE)


def test_equal_slopes_of_a_leaky_relu_fit() -> None:
    networks = [MLP([2, 3, 1], get_activation("leaky_relu", alpha=0.2)) for _ in range(2)]

    history = train_ensemble(networks, X, Y, RECIPE)

    assert (history.loss[0] == history.loss[1]).all()


@pytest.mark.parametrize(
    ("recipes", "error", "words"),
    [
        (None, TypeError, "recipes must be a Recipe or a sequence of them, got NoneType"),
        (
            [RECIPE],
            ValueError,
            "recipes has 1 entries for 2 networks; pass one for all, or a sequence with one "
            "for each",
        ),
        ([RECIPE] * 3, ValueError, "recipes has 3 entries for 2 networks"),
        ([RECIPE, "sgd"], TypeError, "recipes[1] must be a Recipe, got str"),
        (
            [RECIPE, replace(RECIPE, n_steps=3)],
            ValueError,
            "recipes may differ only in learning_rate, momentum, weight_decay, seed, but "
            "n_steps is 2 in recipes[0] and 3 in recipes[1]",
        ),
        (
            [RECIPE, replace(RECIPE, loss="binary_hinge")],
            ValueError,
            "but loss is 'binary_cross",
        ),
        (
            [RECIPE, replace(RECIPE, optimizer="sgd")],
            ValueError,
            "but optimizer is 'momentum' in",
        ),
        ([RECIPE, replace(RECIPE, batch_size=2)], ValueError, "but batch_size is None in"),
        ([RECIPE, replace(RECIPE, record_every=3)], ValueError, "but record_every is 10 in"),
        (
            replace(RECIPE, patience=4),
            ValueError,
            "recipes[0] has patience=4, but an ensemble does not stop early; try train for "
            "each network",
        ),
        (
            [RECIPE, replace(RECIPE, seed=np.random.default_rng(0))],
            TypeError,
            "the seed of recipes[1] must be a whole number, got a Generator, whose numbers "
            "depend on which network draws first",
        ),
    ],
)
def test_recipes_that_do_not_fit(recipes: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=re.escape(words)):
        train_ensemble([NET, NET], X, Y, recipes)


BAD = np.where(np.arange(12).reshape(6, 2) == 5, np.nan, 1.0)
INFINITE = np.where(np.arange(12).reshape(6, 2) == 5, np.inf, 1.0)


@pytest.mark.parametrize(
    ("inputs", "labels", "error", "words"),
    [
        (X[:, :1], Y, ValueError, "X must have shape (n_samples, 2), got (6, 1)"),
        (X[:0], Y[:0], ValueError, "X must have shape (n_samples, 2), got (0, 2)"),
        (BAD, Y, ValueError, "X must hold finite numbers, but X[2, 1] is nan"),
        (INFINITE, Y, ValueError, "X must hold finite numbers, but X[2, 1] is inf"),
        (X.astype(str), Y, TypeError, "X must hold real numbers"),
        (X.astype(object), Y, TypeError, "X must hold real numbers"),
        (X + 1j, Y, TypeError, "X must hold real numbers"),
        (X, Y[:5], ValueError, "y must have shape (6,)"),
        (X, Y + 1, ValueError, "each label must be 0 or 1, but y[1] is 2"),
        (X, np.stack([Y, Y]), ValueError, "y must have shape (6,), one label for each sample"),
        (X[None], Y[None], ValueError, "X of shape (1, 6, 2) has a set of samples for each"),
        (
            np.stack([X] * 3),
            np.stack([Y] * 3),
            ValueError,
            "but there are 2 networks and y has",
        ),
        (
            np.stack([X, X]),
            Y,
            ValueError,
            "X of shape (2, 6, 2) has a set of samples for each network, but there are 2 "
            "networks and y has shape (6,); pass X of shape (n_samples, n_features) if all "
            "networks learn from the same",
        ),
        (np.stack([X, X]), 1, ValueError, "y has shape ()"),
        (np.stack([X, BAD]), np.stack([Y, Y]), ValueError, "but X[1][2, 1] is nan"),
        (np.stack([X, X]), np.stack([Y, Y + 1]), ValueError, "but y[1][1] is 2"),
        (X[None, None], Y, ValueError, "X must have shape (n_samples, 2), got (1, 1, 6, 2)"),
    ],
)
def test_samples_that_do_not_fit(
    inputs: Any, labels: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=re.escape(words)):
        train_ensemble([NET, NET], inputs, labels, RECIPE)


def test_loss_that_does_not_fit_the_outputs() -> None:
    with pytest.raises(
        ValueError, match="binary_cross_entropy needs 1 output, the network has 3"
    ):
        train_ensemble([MLP([2, 3])], X, Y, RECIPE)


def test_labels_without_an_output() -> None:
    with pytest.raises(ValueError, match="cross_entropy with 3 classes needs 3 outputs"):
        train_ensemble([MLP([2, 4, 2])], X, np.arange(6) % 3, Recipe(n_steps=1))
