"""Row 27: what the slopes of the sigmoid do to the gradient of a network."""

from __future__ import annotations

import numpy as np

from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import make_spirals
from course_utils.diagnostics import gradient_statistics
from course_utils.network import MLP


def gradient_by_layer(seeds: Seeds) -> Result:
    """Follow the gradient down nine hidden layers of 64 (row 27)."""
    factors: dict[str, list[float]] = {}
    rows = []
    for activation in ("sigmoid", "tanh", "relu"):
        sizes = np.array([_sizes_of_gradients(activation, seed) for seed in seeds])
        factors[activation] = (sizes[:, 0] / sizes[:, -1]) ** (1 / 8)
        rows += [(activation, n, float(size)) for n, size in enumerate(sizes.mean(axis=0), 1)]
    first_to_last = float(np.exp(8 * np.log(factors["sigmoid"]).mean()))
    means = {name: float(np.mean(of_seeds)) for name, of_seeds in factors.items()}
    return Result(
        {
            "factor from layer to layer, sigmoid": means["sigmoid"],
            "factor from layer to layer, tanh": means["tanh"],
            "factor from layer to layer, ReLU": means["relu"],
            "first hidden layer to last, sigmoid": first_to_last,
        },
        Table(("activation", "hidden layer", "mean size of the gradient"), tuple(rows)),
    )


def _sizes_of_gradients(activation: str, seed: int) -> list[float]:
    rng = np.random.default_rng([27, seed])
    X, y = make_spirals(seed=rng)
    network = MLP([2, *[64] * 9, 3], activation, seed=rng)
    return [layer.activation_rms for layer in gradient_statistics(network, X, y)[:9]]


EXPERIMENTS = {
    27: Experiment(gradient_by_layer),
}
