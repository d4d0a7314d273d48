"""Row 28: what large first weights do to a network of sigmoids."""

from __future__ import annotations

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.activations import get_activation
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import make_spirals
from course_utils.diagnostics import gradient_statistics, saturated_fraction
from course_utils.network import MLP
from course_utils.training import Recipe, train_ensemble

SPREADS = (0.01, 0.1, 1.0, 10.0, 100.0)
RATES = (0.1, 0.3, 1.0)
SIZES = (2, 16, 16, 3)
N_SAMPLES = 150
N_STEPS = 500


def large_first_weights(seeds: Seeds) -> Result:
    """Measure slopes at the start and errors at the end, for five sizes of weights (row 28)."""
    samples = [make_spirals(N_SAMPLES, seed=_rng(seed, 0)) for seed in seeds]
    X, y = np.array([s[0] for s in samples]), np.array([s[1] for s in samples])
    rows, error = [], {}
    for spread in SPREADS:
        networks = [_network(spread, seed) for seed in seeds]
        starts = [_start(n, *sample) for n, sample in zip(networks, samples, strict=True)]
        error[spread] = _errors(networks, X, y)
        means = np.mean(starts, axis=0).tolist()
        rows.append((spread, *means, float(error[spread].mean()), *_ends(error[spread])))
    start = {row[0]: row[1:4] for row in rows}
    return Result(
        {
            "mean slope of the hidden units at the start, weights of 1": start[1][0],
            "mean slope of the hidden units at the start, weights of 10": start[10][0],
            "mean slope of the hidden units at the start, weights of 100": start[100][0],
            "share of slopes below .01, weights of 10": start[10][1],
            "share of slopes below .01, weights of 100": start[100][1],
            "gradient of the first layer, weights of 10 to weights of 1": (
                start[10][2] / start[1][2]
            ),
            "median error after training, weights of .01": float(np.median(error[0.01])),
            "median error after training, weights of 10": float(np.median(error[10])),
            "mean error after training, weights of 100": float(error[100].mean()),
            "share of seeds in which weights of 100 end worse than those of 10": float(
                np.mean(error[100] > error[10])
            ),
        },
        Table(
            (
                "standard deviation of the weights",
                "mean slope",
                "share of slopes below .01",
                "gradient of the first layer",
                "mean error",
                "lowest error",
                "highest error",
            ),
            tuple(rows),
        ),
    )


def _network(spread: float, seed: int) -> MLP:
    return MLP(SIZES, "sigmoid", initialization=spread, seed=_rng(seed, 1), dtype=np.float32)


def _start(network: MLP, X: Array, y: Labels) -> tuple[float, float, float]:
    """Return mean slope, share of flat slopes, and size of the first layer's gradient."""
    hidden = np.array(network.trace(X).pre_activations[:2])
    slopes = get_activation("sigmoid").derivative(hidden)
    first = gradient_statistics(network, X, y)[0].weight_rms
    return float(slopes.mean()), saturated_fraction(slopes), first


def _errors(networks: list[MLP], X: Array, y: Labels) -> Array:
    """Return the error of each network on its samples, at the best of the rates for it."""
    recipes = [_recipe(rate) for rate in RATES for _ in networks]
    n_rates = len(RATES)
    trained = train_ensemble(
        networks * n_rates, np.tile(X, (n_rates, 1, 1)), np.tile(y, (n_rates, 1)), recipes
    )
    wrong = [
        np.mean(network.predict(X[n % len(X)]) != y[n % len(X)])
        for n, network in enumerate(trained.networks)
    ]
    best: Array = np.array(wrong).reshape(n_rates, -1).min(axis=0)
    return best


def _recipe(rate: float) -> Recipe:
    return Recipe(learning_rate=rate, n_steps=N_STEPS, record_every=N_STEPS)


def _ends(values: Array) -> tuple[float, float]:
    return float(values.min()), float(values.max())


def _rng(seed: int, part: int) -> np.random.Generator:
    return np.random.default_rng([28, seed, part])


EXPERIMENTS = {
    28: Experiment(large_first_weights, slow=True),
}
