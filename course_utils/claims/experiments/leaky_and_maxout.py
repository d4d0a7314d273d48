"""Rows 49, 50 and 54: the units that are said not to die."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.claims.experiments._dead_units import (
    accuracy,
    descend,
    plain_recipe,
    spirals,
    start,
)
from course_utils.datasets import make_noisy_square
from course_utils.losses import cross_entropy_gradient
from course_utils.network import MLP
from course_utils.training import History, Recipe, train, train_ensemble

ONE_HIDDEN = (2, 50, 3)
TWO_HIDDEN = (2, 30, 30, 3)
RATES = (1.0, 10.0, 30.0, 100.0)
MAXOUT = (2, 20, 20, 3)

Samples: TypeAlias = tuple[Array, Labels, Array, Labels]  # to train on, to test on


def alive_but_not_learning(seeds: Seeds) -> Result:
    """Train leaky ReLU at rates up to 100, and beside ReLU at a proper one (row 49)."""
    leaky = descend(49, seeds, ONE_HIDDEN, RATES, "leaky_relu")
    deep = descend(49, seeds, TWO_HIDDEN, (10.0,), "leaky_relu")
    relu = descend(49, seeds, ONE_HIDDEN, (1.0,), "relu")
    ratio = leaky.final_loss[0] / relu.final_loss[0]
    most_dead = leaky.dead[:, :, 0].max(axis=1)
    columns = (RATES, most_dead, leaky.accuracy.mean(axis=1), leaky.diverged.mean(axis=1))
    rows = [tuple(map(float, cells)) for cells in zip(*columns, strict=True)]
    return Result(
        {
            "largest share of dead units": float(max(most_dead.max(), deep.dead.max())),
            "mean accuracy, rate 1": rows[0][2],
            "mean accuracy, rate 10": rows[1][2],
            "mean accuracy, rate 30": rows[2][2],
            "share of runs that diverge, rate 100": rows[3][3],
            "2 hidden layers: share that diverge, rate 10": float(deep.diverged.mean()),
            "rate 1: final loss as a multiple of ReLU's, median": float(np.median(ratio)),
        },
        Table(("rate", "most dead", "mean accuracy", "share diverged"), tuple(rows)),
    )


def paired_with_relu(seeds: Seeds) -> Result:
    """Compare test accuracies of ReLU, leaky ReLU and PReLU, seed by seed (row 50)."""
    gains = _gains(seeds, "spirals", _spirals(seeds), (2, 30, 3), plain_recipe(1.0))
    gains |= _gains(seeds, "square", _squares(seeds), (2, 20, 2), plain_recipe(0.5, 200))
    rows = [(*key, float(g.mean()), _standard_error(g)) for key, g in gains.items()]
    gain = {row[:2]: row[2] for row in rows}
    return Result(
        {
            "spirals: mean gain of leaky ReLU": gain["spirals", "leaky_relu"],
            "spirals: standard error of that": rows[0][3],
            "noisy square: mean gain of leaky ReLU": gain["square", "leaky_relu"],
            "spirals: mean gain of PReLU": gain["spirals", "prelu"],
            "spirals: share of seeds in which PReLU gains": float(
                np.mean(gains["spirals", "prelu"] > 0)
            ),
            "by how much more PReLU gains on spirals than on the noisy square": (
                gain["spirals", "prelu"] - gain["square", "prelu"]
            ),
        },
        Table(("data", "units", "mean gain on ReLU", "standard error"), tuple(rows)),
    )


def pieces_that_never_win(seeds: Seeds) -> Result:
    """Look in maxout networks for units without gradient, and for lost pieces (row 54)."""
    X, y = spirals(54, seeds, 150)
    first = [start(54, seed, MAXOUT, "maxout") for seed in seeds]
    proper = _each_trained(first, X, y, plain_recipe(0.3, 200))
    fast = _each_trained(first, X, y, plain_recipe(10.0, 200))
    relu = descend(54, seeds, MAXOUT, (10.0,), "relu")
    trained = [history.network for history in proper]
    before, after = (_lost_by_layer(networks, X) for networks in (first, trained))
    without = [_without_gradient(*one) for one in zip(trained, X, y, strict=True)]
    rows = [
        (layer, *map(float, shares))
        for layer, *shares in zip((1, 2), before, after, strict=True)
    ]
    return Result(
        {
            "largest share of units without gradient": max(without),
            "second hidden layer: units with a lost piece at the start": rows[1][1],
            "the same after training at rate .3": rows[1][2],
            "rate 10: share of maxout nets that diverge": float(
                np.mean([history.diverged for history in fast])
            ),
            "rate 10: share of ReLU nets that diverge": float(relu.diverged.mean()),
        },
        Table(("hidden layer", "lost at the start", "lost after training"), tuple(rows)),
    )


def _spirals(seeds: Seeds) -> Samples:
    return (*spirals(50, seeds), *spirals(50, seeds, 3000, part=1))


def _squares(seeds: Seeds) -> Samples:
    sets = [make_noisy_square(seed=np.random.default_rng([50, seed])) for seed in seeds]
    return (
        np.array([one.X for one in sets]),
        np.array([one.y for one in sets]),
        np.array([one.X_test for one in sets]),
        np.array([one.y_test for one in sets]),
    )


def _gains(
    seeds: Seeds, name: str, samples: Samples, sizes: Sequence[int], recipe: Recipe
) -> dict[tuple[str, str], Array]:
    """Return by how much leaky ReLU and PReLU are better than ReLU, for each seed."""
    X, y, *test = samples
    scores = {}
    for units in ("relu", "leaky_relu", "prelu"):
        networks = [start(50, seed, sizes, units) for seed in seeds]
        if units == "prelu":
            trained = [h.network for h in _each_trained(networks, X, y, recipe)]
        else:
            trained = [*train_ensemble(networks, X, y, recipe).networks]
        scores[units] = np.array([accuracy(*one) for one in zip(trained, *test, strict=True)])
    return {(name, units): scores[units] - scores["relu"] for units in ("leaky_relu", "prelu")}


def _each_trained(
    networks: Sequence[MLP],
    X: Array,
    y: Labels,
    recipe: Recipe,
) -> list[History]:
    """Train one by one what cannot be stacked."""
    return [train(*one, recipe) for one in zip(networks, X, y, strict=True)]


def _without_gradient(network: MLP, X: Array, y: Labels) -> float:
    """Return the share of hidden units to none of whose weights any gradient comes."""
    trace = network.trace(X)
    slopes = network.backward(trace, cross_entropy_gradient(trace.scores, y))
    hidden = [slopes[f"W{n}"] for n in range(1, network.n_layers)]
    return float(np.mean([(W == 0).all(axis=(0, 2)).mean() for W in hidden]))


def _lost_by_layer(networks: Sequence[MLP], X: Array) -> Array:
    """Return for each hidden layer the mean share of units with a lost piece."""
    shares: Array = np.mean([_lost(*one) for one in zip(networks, X, strict=True)], axis=0)
    return shares


def _lost(network: MLP, X: Array) -> list[float]:
    """Return for each hidden layer the share of units with a piece that never wins."""
    shares = []
    for z in network.trace(X).pre_activations[:-1]:
        pieces = np.arange(len(z))[:, np.newaxis, np.newaxis]
        wins = (z.argmax(axis=0) == pieces).any(axis=1)
        shares.append(float(np.mean(~wins.all(axis=0))))
    return shares


def _standard_error(values: Array) -> float:
    return float(values.std(ddof=1) / np.sqrt(len(values)))


EXPERIMENTS = {
    49: Experiment(alive_but_not_learning, slow=True),
    50: Experiment(paired_with_relu, slow=True),
    54: Experiment(pieces_that_never_win, slow=True),
}
