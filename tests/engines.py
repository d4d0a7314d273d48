"""The fast engine and the clear one side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pytest

from course_utils.losses import LOSSES
from course_utils.network import MLP
from course_utils.training import Recipe
from course_utils.training._clear_engine import ClearEngine
from course_utils.training._fast_engine import FastEngine
from course_utils.training._samples import Samples, fitting_samples

Both = tuple[FastEngine, ClearEngine]
RECIPE = Recipe(learning_rate=0.05, weight_decay=0.01, seed=3)


def make_samples(network: MLP, loss: str, rng: np.random.Generator, n: int = 23) -> Samples:
    n_in, n_out = network.layer_sizes[0], network.layer_sizes[-1]
    X = rng.normal(size=(n, n_in))
    y: Any = rng.integers(0, max(2, n_out), n)
    if LOSSES[loss].kind == "targets":
        y = rng.normal(size=(n, n_out))
    return fitting_samples(network, X, y, loss)


def make_both(network: MLP, recipe: Recipe = RECIPE, n: int = 23) -> Both:
    samples = make_samples(network, recipe.loss, np.random.default_rng(5), n)
    return FastEngine(network, samples, recipe), ClearEngine(network, samples, recipe)


def on_both(engines: Iterable[Any], act: Callable[[Any], object]) -> None:
    for engine in engines:
        act(engine)


def assert_same(engines: Both, *, rtol: float = 1e-9) -> None:
    fast, clear = engines
    expected = clear.network().parameters()
    for name, values in fast.network().parameters().items():
        difference = np.abs(values - expected[name]).max()
        assert difference <= rtol * np.abs(expected[name]).max(), name
    assert fast.scores() == pytest.approx(clear.scores(), rel=100 * rtol, abs=rtol)
    assert fast.loss() == pytest.approx(clear.loss(), rel=rtol)
