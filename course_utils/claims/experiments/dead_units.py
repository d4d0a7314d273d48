"""Rows 42 to 47: units that die, how many, and whether they come back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array, Labels
from course_utils.activations import get_activation
from course_utils.claims._result import Cell, Experiment, Result, Seeds, Table
from course_utils.claims.experiments._dead_units import (
    dead_by_layer,
    descend,
    spirals,
    start,
)
from course_utils.diagnostics import dead_fraction, dead_units, layer_statistics, revivals
from course_utils.network import MLP, Dense
from course_utils.training import Recipe, train, training_steps

ONE_HIDDEN = (2, 100, 3)
TWO_HIDDEN = (2, 50, 50, 3)
POINTS = np.linspace(0, 1, 100)[:, np.newaxis]
OUTLIERS = (0.0, -0.1, -1.0, -2.0, -5.0, -10.0, -20.0)
RATES = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 10.0)
BATCH_SIZES = (1, 10, 100, 300)


def one_sided(seeds: Seeds) -> Result:
    """Count the slopes of ReLU that are 0, before and after training (row 42)."""
    relu = get_activation("relu").derivative(np.array([-1.0, 1e6]))
    rows = [_saturation(42, seeds, activation) for activation in ("relu", "sigmoid")]
    return Result(
        {
            "slope of ReLU at -1": float(relu[0]),
            "slope of ReLU at a million": float(relu[1]),
            "share of slopes that are 0 at the start": rows[0][1],
            "the same after training": rows[0][2],
            "share of the sigmoid's slopes below .01 at the start": rows[1][1],
        },
        Table(("activation", "at the start", "after training"), tuple(rows)),
    )


def one_large_gradient(seeds: Seeds) -> Result:
    """Show one outlier to one ReLU unit, in a single step of rate .1 (row 43)."""
    rows = []
    for target in OUTLIERS:
        step = _after_outlier(1.0, 0.1, 1.0, target)
        rows.append((target, *_weight_and_bias(step), _n_active(step)))
    killed = _after_outlier(1.0, 0.1, 1.0, -20.0)
    line = POINTS + 0.1
    later = train(killed, POINTS, line, _squared(1000)).network
    drift = np.subtract(_weight_and_bias(later), _weight_and_bias(killed))
    whole = train(_unit(1.0, 0.1), POINTS, np.append(line[:-1], -20.0), _squared(1)).network
    return Result(
        {
            "points on which the unit is active before": _n_active(_unit(1.0, 0.1)),
            "weight after the step": float(rows[-1][1]),
            "bias after the step": float(rows[-1][2]),
            "points on which it is active after": float(rows[-1][3]),
            "largest change in 1,000 more steps": float(abs(drift).max()),
            "active points where the step averages all 100 samples": _n_active(whole),
            "random units that a target of -20 kills": _share_killed(seeds, -20.0),
            "random units that a target of -.5 kills": _share_killed(seeds, -0.5),
        },
        Table(("target", "weight", "bias", "active points"), tuple(rows)),
    )


def deaths_and_revivals(seeds: Seeds) -> Result:
    """Follow dead units in two hidden layers, by gradient descent and Adam (row 44)."""
    plain = _events(seeds, Recipe(optimizer="sgd", learning_rate=2.0, n_steps=300))
    adam = _events(seeds, Recipe(optimizer="adam", learning_rate=1.0, n_steps=300))
    rows: list[tuple[Cell, ...]] = [
        (name, seed, *counts.ravel().tolist())
        for name, runs in (("sgd", plain), ("adam", adam))
        for seed, counts in zip(seeds, runs, strict=True)
    ]
    return Result(
        {
            "deaths in the first hidden layer, per run": float(plain[:, 0, 0].mean()),
            "revivals in the first hidden layer, in all runs": int(plain[:, 0, 1].sum()),
            "revivals in the second hidden layer, per run": float(plain[:, 1, 1].mean()),
            "by Adam, revivals in the first hidden layer, per run": float(adam[:, 0, 1].mean()),
        },
        Table(
            (
                "optimiser",
                "seed",
                "deaths, first layer",
                "revivals, first layer",
                "deaths, second layer",
                "revivals, second layer",
            ),
            tuple(rows),
        ),
    )


def dead_by_rate(seeds: Seeds) -> Result:
    """Train 100 hidden ReLUs at rates from proper to far too high (row 45)."""
    runs = descend(45, seeds, ONE_HIDDEN, RATES, "relu")
    dead, right = runs.dead[:, :, 0], runs.accuracy
    columns = (RATES, dead.mean(1), dead.min(1), dead.max(1), right.mean(1))
    rows = [tuple(map(float, cells)) for cells in zip(*columns, strict=True)]
    of_rate = {rate: share for rate, share, *_ in rows}
    return Result(
        {
            "mean share of dead units, rate 2": of_rate[2],
            "mean share of dead units, rate 5": of_rate[5],
            "mean share of dead units, rate 10": of_rate[10],
            "mean accuracy, rate 2": float(right[RATES.index(2)].mean()),
            "mean accuracy, rate 5": float(right[RATES.index(5)].mean()),
        },
        Table(("rate", "mean dead", "fewest dead", "most dead", "accuracy"), tuple(rows)),
    )


def dead_at_proper_rates(seeds: Seeds) -> Result:
    """Compare dead units at rates up to 1 with those of the start and of rate 3 (row 46)."""
    rates = (0.3, 1.0, 3.0)
    one = descend(46, seeds, ONE_HIDDEN, rates, "relu").dead.mean(axis=2)
    two = descend(46, seeds, TWO_HIDDEN, rates, "relu").dead.mean(axis=2)
    at_start = [_dead_at_start(46, seeds, sizes) for sizes in (ONE_HIDDEN, TWO_HIDDEN)]
    means = zip(rates, one.mean(axis=1), two.mean(axis=1), strict=True)
    rows = [tuple(map(float, cells)) for cells in means]
    return Result(
        {
            "1 hidden layer: mean share of dead units, rate 1": rows[1][1],
            "2 hidden layers: mean share at the start": at_start[1],
            "2 hidden layers: mean share, rate 1": rows[1][2],
            "2 hidden layers: largest share in a run at rates up to 1": float(two[:2].max()),
            "2 hidden layers: mean share, rate 3": rows[2][2],
        },
        Table(("rate", "1 hidden layer", "2 hidden layers"), ((0.0, *at_start), *rows)),
    )


def batch_and_whole_set(seeds: Seeds) -> Result:
    """Count dead units in batches, and over the whole training set (row 47)."""
    rates = (1.0, 4.0)
    runs = descend(47, seeds, ONE_HIDDEN, rates, "relu")
    counts = np.array(
        [
            _shares_in_batches(network.trace(X).activations[0], seed)
            for network, X, seed in zip(
                runs.history.networks, runs.X, [*seeds] * len(rates), strict=True
            )
        ]
    ).reshape(len(rates), len(seeds), len(BATCH_SIZES), 2)
    rows = [
        (rate, size, float(counts[i, :, j, 0].mean()))
        for i, rate in enumerate(rates)
        for j, size in enumerate(BATCH_SIZES)
    ]
    share = {row[:2]: row[2] for row in rows}
    return Result(
        {
            "rate 1: dead on the whole set": share[1.0, 300],
            "rate 1: silent in a batch of 10": share[1.0, 10],
            "rate 4: dead on the whole set": share[4.0, 300],
            "rate 4: silent in a batch of 10": share[4.0, 10],
            "batches that count fewer than the whole set": float(counts[..., 1].sum()),
        },
        Table(("rate", "batch size", "share counted as dead"), tuple(rows)),
    )


def _saturation(row: int, seeds: Seeds, activation: str) -> tuple[str, float, float]:
    runs = descend(row, seeds, ONE_HIDDEN, (1.0,), activation)
    starts = [start(row, seed, ONE_HIDDEN, activation) for seed in seeds]
    shares = [
        [layer_statistics(n, X)[0].saturated for n, X in zip(networks, runs.X, strict=True)]
        for networks in (starts, runs.history.networks)
    ]
    return activation, float(np.mean(shares[0])), float(np.mean(shares[1]))


def _unit(w: float, b: float) -> MLP:
    return MLP.from_layers([Dense([[w]], [b], "relu")])


def _squared(n_steps: int) -> Recipe:
    return Recipe("squared_error", "sgd", learning_rate=0.1, n_steps=n_steps)


def _after_outlier(w: float, b: float, x: float, target: float) -> MLP:
    return train(_unit(w, b), [[x]], [target], _squared(1)).network


def _weight_and_bias(unit: MLP) -> tuple[float, float]:
    return float(unit.layers[0].W.item()), float(unit.layers[0].b.item())


def _n_active(unit: MLP) -> int:
    return int((unit.forward(POINTS) > 0).sum())


def _share_killed(seeds: Seeds, target: float) -> float:
    killed = []
    for seed in seeds:
        w, b, x = np.random.default_rng([43, seed]).uniform([0.5, 0, 0], [1.5, 0.5, 1])
        killed.append(_n_active(_after_outlier(w, b, x, target)) == 0)
    return float(np.mean(killed))


def _events(seeds: Seeds, recipe: Recipe) -> Labels:
    """Count deaths and revivals, shape (n_seeds, n_layers, 2)."""
    counts = []
    for seed, X, y in zip(seeds, *spirals(44, seeds, 150), strict=True):
        network = start(44, seed, (2, 20, 20, 3), "relu")
        looks = training_steps(network, X, y, recipe, every=5)
        dead = np.array([_dead(network, X), *(_dead(look.network, X) for look in looks)])
        # A death is a revival of the opposite.
        counts.append([(revivals(~layer), revivals(layer)) for layer in dead.swapaxes(0, 1)])
    return np.array(counts)


def _dead(network: MLP, X: Array) -> list[NDArray[np.bool_]]:
    return [dead_units(a) for a in network.trace(X).activations[:-1]]


def _dead_at_start(row: int, seeds: Seeds, sizes: tuple[int, ...]) -> float:
    X, _ = spirals(row, seeds)
    networks = (start(row, seed, sizes, "relu") for seed in seeds)
    return float(np.mean([dead_by_layer(n, x) for n, x in zip(networks, X, strict=True)]))


def _shares_in_batches(a: Array, seed: int) -> list[tuple[float, int]]:
    """Return for each batch size the mean share, and how often it is below the whole one."""
    whole = dead_fraction(a)
    a = np.random.default_rng([47, seed]).permutation(a)
    found = []
    for size in BATCH_SIZES:
        shares = [dead_fraction(a[first : first + size]) for first in range(0, len(a), size)]
        found.append((float(np.mean(shares)), sum(share < whole for share in shares)))
    return found


EXPERIMENTS = {
    42: Experiment(one_sided),
    43: Experiment(one_large_gradient),
    44: Experiment(deaths_and_revivals, slow=True),
    45: Experiment(dead_by_rate, slow=True),
    46: Experiment(dead_at_proper_rates, slow=True),
    47: Experiment(batch_and_whole_set),
}
