"""The samples of exclusive or, and the networks that are to part them: by hand, trained."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import make_xor
from course_utils.demos._runs import Runs, bare
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer

__all__ = ["EVERY", "LAST_STEP", "best_score", "network", "samples"]

N_SAMPLES = 200
LAST_STEP = 400
EVERY = 5  # training steps from one picture to the next
# Both units look along x1 + x2. The first one bends before the second one does.
FOLDS = {
    "relu": ([[1.0, 1.0], [1.0, 1.0]], [0.0, -1.0]),
    "tanh": ([[2.0, 2.0], [2.0, 2.0]], [-1.0, -3.0]),
}
RECIPE = Recipe("binary_cross_entropy", optimizer="sgd", learning_rate=0.2)
DIRECTIONS = np.linspace(0, 2 * np.pi, 360, endpoint=False)


@lru_cache(maxsize=8)
def network_by_hand(hidden: str, w1: float, w2: float, bias: float) -> MLP:
    """Build the neuron with these weights, after two hidden units if there are any."""
    if hidden == "none":
        return MLP([2, 1]).with_parameters({"W1": [[w1, w2]], "b1": [bias]})
    W, b = FOLDS[hidden]
    return MLP([2, 2, 1], hidden).with_parameters(
        {"W1": W, "b1": b, "W2": [[w1, w2]], "b2": [bias]}
    )


def _train(hidden: str, w1: float, w2: float, bias: float, noise: float) -> Iterator[MLP]:
    trainer = Trainer(network_by_hand(hidden, w1, w2, bias), *samples(noise), RECIPE)
    while True:
        yield bare(trainer.network)
        trainer.advance(EVERY)


_RUNS = Runs(_train)


@lru_cache(maxsize=64)
def samples(noise: float) -> tuple[Array, Labels]:
    """Return the clusters and their classes."""
    return make_xor(N_SAMPLES, noise=noise, seed=3)


def network(hidden: str, w1: float, w2: float, bias: float, noise: float, n_steps: int) -> MLP:
    """Return the network with these last weights, or what training has made of it."""
    if n_steps == 0:
        return network_by_hand(hidden, w1, w2, bias)
    return bare(_RUNS.looks(1 + n_steps // EVERY, hidden, w1, w2, bias, noise)[-1])


def best_score(
    hidden: str, w1: float, w2: float, bias: float, noise: float, n_steps: int
) -> float:
    """Return the best score of lines in 360 directions, for what the last neuron sees."""
    if hidden == "none" or n_steps == 0:
        # Then it is the same for every line, and need not be looked for again.
        return _best_score(hidden, 0.0, 0.0, 0.0, noise, 0)
    return _best_score(hidden, w1, w2, bias, noise, n_steps)


@lru_cache(maxsize=64)
def _best_score(
    hidden: str, w1: float, w2: float, bias: float, noise: float, n_steps: int
) -> float:
    X, y = samples(noise)
    if hidden != "none":
        X = network(hidden, w1, w2, bias, noise, n_steps).layers[0].forward(X)
    sums = X @ np.array([np.cos(DIRECTIONS), np.sin(DIRECTIONS)])
    order = np.argsort(-sums, axis=0)
    signs, sums = 2 * y[order] - 1, np.take_along_axis(sums, order, axis=0)
    gained = np.cumsum(signs, axis=0)[:-1]
    # A line fits between two neighbours only where they differ.
    gained = np.where(sums[:-1] - sums[1:] > 1e-9, gained, 0)
    return float(max(gained.max(), 0) + (y == 0).sum()) / len(y)
