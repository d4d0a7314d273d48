"""Many small networks at once: what an experiment on seeds does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import ModuleType

import numpy as np

from benchmarks import peers
from benchmarks._report import Row, compared
from benchmarks._timing import interleaved
from course_utils._arrays import Array, Labels
from course_utils.datasets import make_circles
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer, train_ensemble
from course_utils.training._clear_engine import ClearEngine
from course_utils.training._samples import fitting_samples

FIGURE = "ensemble of 200, a step of a 2-20-1"
RECIPE = Recipe(loss="binary_cross_entropy", learning_rate=0.1, momentum=0.9)
N_NETWORKS, N_STEPS = 200, 250
N_IN_A_LOOP = 4  # in a loop each network takes as long as the next, so a few will do
CLEAR, PLAIN, FAST = "our clear loop", "loop in plain NumPy", "loop over Trainer"
EXPERIMENT_SIZES, EXPERIMENT_SEEDS, EXPERIMENT_STEPS = (1, 2, 3, 4, 6, 10, 20), 100, 2000
EXPERIMENT = "loss against size, 7 sizes x 100 x 2000"
EXPERIMENT_SECONDS = 6.0


def rows() -> Iterator[Row]:
    """Yield a step of a network in an ensemble, and the experiment on loss and size.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    points, y = make_circles(300, seed=0)
    X = points.astype(np.float32)
    yield from _steps(X, y)
    yield _experiment(X, y)


def _steps(X: Array, y: Labels) -> Iterator[Row]:
    networks, xla = networks_of(20, N_NETWORKS), peers.load("xla")
    few = networks[:N_IN_A_LOOP]
    recipe = replace(RECIPE, n_steps=N_STEPS, record_every=N_STEPS)
    subjects: dict[str, Callable[[], object]] = {
        "ours": lambda: train_ensemble(networks, X, y, recipe),
        CLEAR: lambda: [clear_training(network, X, y, recipe) for network in few],
        PLAIN: lambda: [plain_training(network, X, y, recipe) for network in few],
        FAST: lambda: [fast_training(network, X, y, recipe) for network in few],
    }
    n_units = dict.fromkeys([CLEAR, PLAIN, FAST], N_IN_A_LOOP * N_STEPS)
    n_units["ours"] = N_NETWORKS * N_STEPS
    if xla is not None:
        subjects[xla.NAME_OF_MANY] = xla.ensemble(networks, X, y, recipe, N_STEPS)[0]
        n_units[xla.NAME_OF_MANY] = N_NETWORKS * N_STEPS
    check_agreement(few, X, y, xla)
    timings = interleaved(subjects, n_units=n_units)
    if xla is None:
        yield Row(FIGURE, peers.REMEDIES["xla"], target=2.5)
    else:
        yield compared(FIGURE, timings, xla.NAME_OF_MANY, 2.5)
    yield compared(FIGURE, timings, CLEAR, 8.0)
    yield compared(FIGURE, timings, PLAIN, None)
    yield compared(FIGURE, timings, FAST, None)


def networks_of(n_hidden: int, n_networks: int) -> list[MLP]:
    """Return networks of one shape, each with its own seed."""
    return [
        MLP((2, n_hidden, 1), "tanh", seed=seed, dtype=np.float32) for seed in range(n_networks)
    ]


def clear_training(network: MLP, X: Array, y: Labels, recipe: Recipe) -> MLP:
    """Train one network by the code that `train` uses for networks of every kind."""
    engine = ClearEngine(network, fitting_samples(network, X, y, recipe.loss), recipe)
    engine.run(recipe.n_steps)
    return engine.network()


def plain_training(network: MLP, X: Array, y: Labels, recipe: Recipe) -> dict[str, Array]:
    """Train one network of one hidden tanh layer, as a lesson writes it down in NumPy."""
    values, targets = dict(network.parameters()), y[:, np.newaxis].astype(X.dtype)
    velocity = {name: np.zeros_like(value) for name, value in values.items()}
    for _ in range(recipe.n_steps):
        a = np.tanh(X @ values["W1"].T + values["b1"])
        scores = a @ values["W2"].T + values["b2"]
        dscores = (1 / (1 + np.exp(-scores)) - targets) / len(X)
        dz = dscores @ values["W2"] * (1 - a**2)
        slopes = {"W1": dz.T @ X, "b1": dz.sum(0), "W2": dscores.T @ a, "b2": dscores.sum(0)}
        for name, slope in slopes.items():
            velocity[name] = recipe.momentum * velocity[name] - recipe.learning_rate * slope
            values[name] = values[name] + velocity[name]
    return values


def fast_training(network: MLP, X: Array, y: Labels, recipe: Recipe) -> MLP:
    """Train one network by the course's own trainer."""
    trainer = Trainer(network, X, y, recipe)
    trainer.advance(recipe.n_steps)
    return trainer.network


def check_agreement(
    networks: Sequence[MLP], X: Array, y: Labels, xla: ModuleType | None
) -> None:
    """Train the same networks in every way, and compare the weights."""
    recipe = replace(RECIPE, n_steps=20)
    together = train_ensemble(networks, X, y, recipe).networks
    ours = np.stack([network.parameters()["W1"] for network in together])
    alone = [plain_training(network, X, y, recipe)["W1"] for network in networks]
    np.testing.assert_allclose(ours, np.stack(alone), atol=1e-4)
    if xla is not None:
        _, first_weights = xla.ensemble(networks, X, y, recipe, recipe.n_steps)
        np.testing.assert_allclose(ours, first_weights(), atol=1e-4)


def _experiment(X: Array, y: Labels) -> Row:
    """Time how the loss of small and large networks varies with the seed."""
    timings = interleaved({"ours": lambda: loss_of_all_sizes(X, y)}, n_rounds=3, block=0.0)
    return compared(EXPERIMENT, timings.with_limit(EXPERIMENT_SECONDS), "limit", 1.0)


def loss_of_all_sizes(
    X: Array, y: Labels, n_seeds: int = EXPERIMENT_SEEDS, n_steps: int = EXPERIMENT_STEPS
) -> dict[int, Array]:
    """Train networks of each size from many seeds.

    Parameters
    ----------
    X : ndarray of shape (n_samples, 2)
        Points.
    y : ndarray of int, shape (n_samples,)
        Their classes, 0 and 1.
    n_seeds : int, default 100
        How many networks of each size.
    n_steps : int, default 2000
        Steps of each.

    Returns
    -------
    dict of int to ndarray of shape (n_seeds,)
        The final losses by the number of hidden units.
    """
    recipe = replace(RECIPE, n_steps=n_steps, record_every=n_steps)
    return {
        n_hidden: train_ensemble(networks_of(n_hidden, n_seeds), X, y, recipe).loss[:, -1]
        for n_hidden in EXPERIMENT_SIZES
    }
