"""The net of the approximator that is trained: a run that is kept and carried on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array
from course_utils.datasets import TARGETS
from course_utils.demos._approximator_sums import Built, from_network
from course_utils.demos._runs import Runs, bare
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer

__all__ = ["LAST_STEP", "TICK", "trained"]

TICK, LAST_STEP = 20, 2000
SEED = 4
RECIPE = Recipe("squared_error", "adam", learning_rate=0.03)  # as in the claim of row 87
N_SAMPLES = 129


@lru_cache(maxsize=8)
def trained(target: str, n: int, n_steps: int) -> Built:
    """Return the net of n ReLUs after `n_steps` steps of Adam on 129 samples."""
    network = _RUNS.looks(1 + n_steps // TICK, target, n)[-1]
    low, high = TARGETS[target].interval

    def inputs(x: Array) -> Array:
        scaled: Array = 2 * (np.asarray(x) - low) / (high - low) - 1
        return scaled

    W, b = (network.parameters()[name].astype(float) for name in ("W1", "b1"))
    W = np.where(W[:, 0] == 0, 1e-9, W[:, 0])
    return from_network(network, target, n, low + (1 - b / W) * (high - low) / 2, inputs)


def _train(target: str, n: int) -> Iterator[MLP]:
    f = TARGETS[target]
    x = np.linspace(*f.interval, N_SAMPLES)
    start = MLP([1, n, 1], "relu", seed=SEED, dtype=np.float32)
    trainer = Trainer(start, np.linspace(-1, 1, N_SAMPLES)[:, np.newaxis], f(x), RECIPE)
    while True:
        yield bare(trainer.network)
        trainer.advance(TICK)


_RUNS = Runs(_train)
