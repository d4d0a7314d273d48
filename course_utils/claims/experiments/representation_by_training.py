"""Rows 87, 88 and 90: what training finds of all that networks can represent."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array
from course_utils.approximation import bump_sum, relu_interpolant
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.claims.experiments._representation import DOMAIN, WAVES
from course_utils.datasets import make_curve, make_spirals
from course_utils.network import MLP, count
from course_utils.training import Recipe, train_ensemble

GRID = np.linspace(*DOMAIN, 1001)
DEPTHS = (1, 2, 3, 4, 5, 6)


def existence_and_training(seeds: Seeds) -> Result:
    """Build a net of 32 ReLUs, and train others of that size by Adam (row 87)."""
    built = relu_interpolant(WAVES, np.linspace(*DOMAIN, 33)).forward(GRID[:, np.newaxis])[:, 0]
    zero = [_rectifiers(seed, spread=False) for seed in seeds]
    spread = [_rectifiers(seed, spread=True) for seed in seeds]
    x = np.linspace(*DOMAIN, 129)
    recipe = Recipe(
        "squared_error", "adam", learning_rate=0.03, n_steps=4000, record_every=4000
    )
    history = train_ensemble([*zero, *spread], _scaled(x), WAVES(x), recipe)
    found = np.array([n.forward(_scaled(GRID))[:, 0] for n in history.networks])
    largest = abs(found - WAVES(GRID)).max(axis=1).reshape(2, -1)
    error = float(abs(built - WAVES(GRID)).max())
    rms, best = _rms(found[len(zero) :]), _rms(built)
    rows = [(s, *map(float, pair)) for s, pair in zip(seeds, largest.T, strict=True)]
    return Result(
        {
            "largest error of the net that is built": error,
            "median largest error of those trained, biases 0 at first": float(
                np.median(largest[0])
            ),
            "the same, bends spread out at first": float(np.median(largest[1])),
            "share of trained nets that are worse than the built one": float(
                np.mean(largest > error)
            ),
            "median root mean square error, bends spread out, as multiple of the built": float(
                np.median(rms / best)
            ),
        },
        Table(("seed", "biases 0 at first", "bends spread at first"), tuple(rows)),
    )


def bins_against_a_net(seeds: Seeds) -> Result:
    """Fit 25 noisy samples with the best bins and with 20 tanh units (row 88)."""
    short = Recipe("squared_error", "adam", learning_rate=0.01, n_steps=1500, record_every=1500)
    long = Recipe("squared_error", "adam", learning_rate=0.01, n_steps=5000, record_every=5000)
    bins, net = _fits(seeds, 0.1, short)
    noisy_bins, noisy_net = _fits(seeds, 0.2, long)
    columns = (bins, net, noisy_bins, noisy_net)
    rows = [(s, *map(float, cells)) for s, *cells in zip(seeds, *columns, strict=True)]
    return Result(
        {
            "mean error of the best bins, noise 0.1": float(bins.mean()),
            "median error of the net": float(np.median(net)),
            "share of seeds in which the net is better": float(np.mean(net < bins)),
            "the same, noise 0.2 and trained for 5,000 steps": float(
                np.mean(noisy_net < noisy_bins)
            ),
        },
        Table(
            ("seed", "bins, noise 0.1", "net, noise 0.1", "bins, noise 0.2", "net, noise 0.2"),
            tuple(rows),
        ),
    )


def depth_at_equal_budget(seeds: Seeds) -> Result:
    """Train 1 to 6 hidden layers with as many parameters on three spirals (row 90)."""
    accuracy = {budget: _by_depth(seeds, budget) for budget in (600, 150)}
    rows = [
        (budget, depth, _width(depth, budget), float(scores.mean()), float(scores.std()))
        for budget, by_depth in accuracy.items()
        for depth, scores in zip(DEPTHS, by_depth, strict=True)
    ]
    means = accuracy[600].mean(axis=1)
    small = accuracy[150]
    return Result(
        {
            "600 parameters: best minus worst mean accuracy of the depths": float(
                np.ptp(means)
            ),
            "600 parameters: smallest mean accuracy": float(means.min()),
            "150 parameters: 3-layer minus 2-layer, median": float(
                np.median(small[1] - small[0])
            ),
            "150 parameters: share of seeds in which 7 layers lose to 3": float(
                np.mean(small[5] < small[1])
            ),
            "150 parameters: spread of 7 layers over the seeds": float(small[5].std()),
        },
        Table(("parameters", "hidden layers", "width", "mean", "spread"), tuple(rows)),
    )


def _rectifiers(seed: int, *, spread: bool) -> MLP:
    """Draw 32 ReLUs that all bend in the middle, or anywhere on the interval."""
    rng = np.random.default_rng([87, seed])
    network = MLP([1, 32, 1], "relu", seed=rng, dtype=np.float32)
    if not spread:
        return network
    b1 = -network.parameters()["W1"][:, 0] * rng.uniform(-1, 1, 32)
    return network.with_parameters({"b1": b1.astype(np.float32)})


def _scaled(x: Array) -> Array:
    """Return places on [0, 2] as inputs from -1 to 1."""
    inputs: Array = x[:, np.newaxis] - 1
    return inputs


def _rms(values: Array) -> Array:
    """Return the root mean square error on the grid."""
    errors: Array = np.sqrt(np.mean((values - WAVES(GRID)) ** 2, axis=-1))
    return errors


def _fits(seeds: Seeds, noise: float, recipe: Recipe) -> tuple[Array, Array]:
    """Return the errors of the best bins and of the nets, one for each seed."""
    rngs = [np.random.default_rng([88, seed]) for seed in seeds]
    curves = [make_curve("waves", 25, noise=noise, seed=rng) for rng in rngs]
    bins = [min(_error_of_bins(X[:, 0], y, n) for n in range(1, 26)) for X, y in curves]
    networks = [MLP([1, 20, 1], "tanh", seed=rng, dtype=np.float32) for rng in rngs]
    inputs = np.array([_stretched(X) for X, _ in curves])
    trained = train_ensemble(networks, inputs, np.array([y for _, y in curves]), recipe)
    outputs = [n.forward(_stretched(GRID[:, np.newaxis]))[:, 0] for n in trained.networks]
    return np.array(bins), _rms(np.array(outputs))


def _stretched(X: Array) -> Array:
    """Return places on [0, 2] as inputs from -2 to 2, about as wide as standardised ones."""
    inputs: Array = 2 * (X - 1)
    return inputs


def _error_of_bins(x: Array, y: Array, n_bins: int) -> float:
    """Average the samples in each bin; an empty one takes a value between its neighbours."""
    edges = np.linspace(*DOMAIN, n_bins + 1)
    samples, _ = np.histogram(x, edges)
    totals, _ = np.histogram(x, edges, weights=y)
    filled = samples > 0
    middles = (edges[:-1] + edges[1:]) / 2
    heights = np.interp(middles, middles[filled], totals[filled] / samples[filled])
    edges[-1] += 1e-9  # the last bin has its right edge too
    return float(_rms(bump_sum(GRID, edges, heights)))


def _by_depth(seeds: Seeds, budget: int) -> Array:
    """Return the test accuracy of each depth and seed, (n_depths, n_seeds)."""
    samples = [make_spirals(seed=_rng(seed, 0)) for seed in seeds]
    tests = [make_spirals(3000, seed=_rng(seed, 1)) for seed in seeds]
    X, y = np.array([s[0] for s in samples]), np.array([s[1] for s in samples])
    recipe = Recipe(
        optimizer="adam", learning_rate=0.01, n_steps=600, batch_size=100, record_every=600
    )
    accuracy = []
    for depth in DEPTHS:
        sizes = [2, *[_width(depth, budget)] * depth, 3]
        networks = [MLP(sizes, seed=_rng(seed, 2), dtype=np.float32) for seed in seeds]
        trained = train_ensemble(networks, X, y, recipe).networks
        accuracy.append([_share(n, *test) for n, test in zip(trained, tests, strict=True)])
    return np.array(accuracy)


def _share(network: MLP, X: Array, y: NDArray[np.int_]) -> float:
    return float(np.mean(network.predict(X) == y))


def _width(depth: int, budget: int) -> int:
    """Return the width that comes nearest to the budget."""
    return min(
        range(2, 120),
        key=lambda width: abs(count([2, *[width] * depth, 3]).n_parameters - budget),
    )


def _rng(seed: int, part: int) -> np.random.Generator:
    return np.random.default_rng([90, seed, part])


EXPERIMENTS = {
    87: Experiment(existence_and_training, slow=True),
    88: Experiment(bins_against_a_net, slow=True),
    90: Experiment(depth_at_equal_budget, slow=True),
}
