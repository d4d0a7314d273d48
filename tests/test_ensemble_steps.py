"""Looks at an ensemble on its way: what a shorter run would have ended with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP
from course_utils.training import Recipe, train_ensemble
from course_utils.training import _ensemble as module
from course_utils.training._ensemble import ensemble_steps

X = np.random.default_rng(0).normal(size=(20, 2))
LABELS = np.arange(20) % 2
RECIPE = Recipe(optimizer="adam", learning_rate=0.05, n_steps=12, batch_size=6)


def parameters(networks: Any) -> list[list[Any]]:
    return [[p.tolist() for p in network.parameters().values()] for network in networks]


@pytest.mark.parametrize("chunk_bytes", [1, 600_000])
@pytest.mark.parametrize("hidden", [(3,), (3, 4)])
def test_each_look_is_where_a_shorter_run_ends(
    hidden: tuple[int, ...], chunk_bytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK_BYTES", chunk_bytes)
    networks = [MLP([2, *hidden, 2], "tanh", seed=seed) for seed in range(3)]
    recipes = [replace(RECIPE, seed=seed) for seed in range(3)]

    looks = list(ensemble_steps(networks, X, LABELS, recipes, every=5))

    assert len(looks) == 2
    for n_steps, look in zip((5, 10), looks, strict=True):
        shorter = [replace(recipe, n_steps=n_steps) for recipe in recipes]
        ended = train_ensemble(networks, X, LABELS, shorter).networks
        assert parameters(look) == parameters(ended)


def test_one_that_diverges_stays_as_it_last_was_and_leaves_the_others_alone() -> None:
    networks = [MLP([2, 1], seed=seed) for seed in range(2)]
    calm = Recipe("squared_error", "sgd", learning_rate=0.01, n_steps=400)
    recipes = [calm, replace(calm, learning_rate=20.0)]

    looks = list(ensemble_steps(networks, X, X[:, 0], recipes, every=50))
    alone = train_ensemble(networks[:1], X, X[:, 0], calm).networks

    assert parameters(looks[-1])[1] == parameters(looks[-2])[1]
    assert looks[-1][0].parameters()["W1"] == pytest.approx(alone[0].parameters()["W1"])


def test_what_does_not_fit_is_told() -> None:
    with pytest.raises(ValueError, match="X must have shape"):
        next(ensemble_steps([MLP([3, 2])], X, LABELS, RECIPE, every=5))
