"""Networks on three spirals, trained by plain gradient descent, rows 42 to 54."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.claims._result import Seeds
from course_utils.datasets import make_spirals
from course_utils.diagnostics import layer_statistics
from course_utils.network import MLP
from course_utils.training import EnsembleHistory, Recipe, train_ensemble

N_STEPS = 300


@dataclass(frozen=True, eq=False)
class Runs:
    """What has become of one network for each rate and seed, in this order.

    Parameters
    ----------
    history : EnsembleHistory
        The trained networks and their losses.
    X, y : ndarray
        What each of them learnt from.
    n_rates : int
        How many rates there are.
    """

    history: EnsembleHistory
    X: Array
    y: Labels
    n_rates: int

    @property
    def dead(self) -> Array:
        """Share of dead units by rate, seed and hidden layer."""
        pairs = zip(self.history.networks, self.X, strict=True)
        return self._by_rate([dead_by_layer(network, X) for network, X in pairs])

    @property
    def accuracy(self) -> Array:
        """Accuracy on the training samples by rate and seed."""
        return self.accuracy_on(self.X, self.y)

    @property
    def diverged(self) -> Array:
        """1 for a run whose loss is no longer finite, else 0, by rate and seed."""
        return self._by_rate(self.history.diverged.astype(float))

    @property
    def final_loss(self) -> Array:
        """Loss after the last step by rate and seed."""
        return self._by_rate(self.history.loss[:, -1])

    def accuracy_on(self, X: Array, y: Labels) -> Array:
        """Return the accuracy on one set of samples for each run, by rate and seed."""
        sets = zip(self.history.networks, X, y, strict=True)
        return self._by_rate([accuracy(*one) for one in sets])

    def _by_rate(self, values: Sequence[object] | Array) -> Array:
        all_runs = np.array(values, dtype=float)
        return all_runs.reshape(self.n_rates, -1, *all_runs.shape[1:])


def spirals(
    row: int, seeds: Seeds, n_samples: int = 300, part: int = 0
) -> tuple[Array, Labels]:
    """Draw one set of samples for each seed."""
    sets = [make_spirals(n_samples, seed=_rng(row, seed, part)) for seed in seeds]
    return np.array([X for X, _ in sets]), np.array([y for _, y in sets])


def start(row: int, seed: int, sizes: Sequence[int], activation: str) -> MLP:
    """Draw the weights from which training starts."""
    return MLP(sizes, activation, seed=_rng(row, seed, 9), dtype=np.float32)


def descend(
    row: int, seeds: Seeds, sizes: Sequence[int], rates: Sequence[float], activation: str
) -> Runs:
    """Train a network for each rate and seed on all samples at each step."""
    X, y = (np.concatenate([part] * len(rates)) for part in spirals(row, seeds))
    networks = [start(row, seed, sizes, activation) for seed in seeds] * len(rates)
    recipes = [plain_recipe(rate) for rate in rates for _ in seeds]
    return Runs(train_ensemble(networks, X, y, recipes), X, y, len(rates))


def plain_recipe(rate: float, n_steps: int = N_STEPS) -> Recipe:
    """Return gradient descent without momentum."""
    return Recipe(optimizer="sgd", learning_rate=rate, n_steps=n_steps, record_every=n_steps)


def dead_by_layer(network: MLP, X: Array) -> list[float]:
    """Return the share of dead units of each hidden layer."""
    return [layer.dead for layer in layer_statistics(network, X)[:-1]]


def accuracy(network: MLP, X: Array, y: Labels) -> float:
    """Return the share of samples that are classified as labelled."""
    return float(np.mean(network.predict(X) == y))


def _rng(row: int, seed: int, part: int) -> np.random.Generator:
    return np.random.default_rng([row, seed, part])
