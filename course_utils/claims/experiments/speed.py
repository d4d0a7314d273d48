"""Rows 37 and 39 to 41: which activation learns fastest, and which is computed fastest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from time import process_time
from types import MappingProxyType

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.activations import relu, sigmoid, tanh
from course_utils.claims._result import Cell, Experiment, Result, Seeds, Table
from course_utils.datasets import make_spirals
from course_utils.diagnostics import saturated_fraction
from course_utils.network import MLP
from course_utils.training import Recipe
from course_utils.training._ensemble import ensemble_steps

WIDTHS: Mapping[int, int] = MappingProxyType({1: 50, 3: 24})
ERRORS = (0.25, 0.1)
LOOK = 4  # steps from one look at the training error to the next
LAST = 1500  # who has not arrived by then counts as if it had arrived then
FLAT = 0.1
DEPTH = 3  # of row 40
LINEAR, SATURATED = 0.1, 10.0  # factors on the first weights of tanh
TIMED = (256, 512)
REPEATS = 60
MARGIN = 1.5


@dataclass(frozen=True)
class Entrant:
    """Who takes part in the race."""

    activation: str  # of the hidden units
    n_hidden: int  # layers
    learning_rate: float  # of gradient descent with all samples
    scale: float = 1.0  # what the weights of hidden layers are multiplied by before the start


# Of those tried round them these came within 2 % of the fewest mean steps to 10 % error on
# the seeds 5000 to 5019: USUAL by the rate, with the weights that `MLP` draws; LARGER by the
# rate and by a factor on the weights of the hidden layers, from 2 to 40.
USUAL = (
    Entrant("relu", 1, 1.5),
    Entrant("tanh", 1, 5.0),
    Entrant("sigmoid", 1, 7.0),
    Entrant("relu", 3, 0.7),
    Entrant("tanh", 3, 0.7),
    Entrant("sigmoid", 3, 2.0),
)
LARGER = (
    Entrant("relu", 1, 3.0, 3.0),
    Entrant("tanh", 1, 10.0, 40.0),
    Entrant("sigmoid", 1, 20.0, 20.0),
    Entrant("relu", 3, 0.15, 3.0),
    Entrant("tanh", 3, 0.5, 5.0),
    Entrant("sigmoid", 3, 5.0, 20.0),
)


@dataclass(frozen=True)
class Runs:
    """How the race went for one entrant, one place for each seed."""

    steps: Array  # (n_seeds, 2): when the error was first at most 25 % and 10 %
    flat: Array  # (n_seeds,): mean share of flat slopes on the way, 0 if nobody watched


def race(entrant: Entrant, row: int, seeds: Seeds, *, watch: bool = False) -> Runs:
    """Train one network for each seed until its error is at most 10 %."""
    X, y = map(np.array, zip(*(_sample(row, seed) for seed in seeds), strict=True))
    networks = tuple(_start(entrant, row, seed) for seed in seeds)
    recipe = Recipe("cross_entropy", "sgd", entrant.learning_rate, n_steps=LAST)
    looks = ensemble_steps(networks, X, y, recipe, every=LOOK)
    steps = np.full((len(networks), len(ERRORS)), float(LAST))
    flat = np.zeros(len(networks))
    for step in range(LOOK, LAST + 1, LOOK):
        running = np.flatnonzero(steps[:, -1] == LAST)
        if not running.size:
            break
        for n in running if watch else ():
            flat[n] += _flat_share(networks[n], X[n])
        networks = next(looks)
        for n in running:
            arrived = np.mean(networks[n].predict(X[n]) != y[n]) <= ERRORS
            steps[n, arrived] = np.minimum(steps[n, arrived], step)
    return Runs(steps, flat * LOOK / steps[:, -1])


def tanh_and_sigmoid(seeds: Seeds) -> Result:
    """Race tanh against the sigmoid, and let both be an output (row 37)."""
    names = ("tanh", "sigmoid")
    usual = {e: race(e, 37, seeds) for e in USUAL if e.activation in names}
    larger = {e: race(e, 37, seeds) for e in LARGER if e.activation in names}
    z = np.random.default_rng([37, *seeds]).standard_normal(10_000)
    firsts = [_steps(usual, "tanh", n) < _steps(usual, "sigmoid", n) for n in WIDTHS]
    return Result(
        {
            "steps of the sigmoid / steps of tanh, 1 hidden layer": _ratio(
                usual, "sigmoid", "tanh", 1
            ),
            "the same, 3 hidden layers": _ratio(usual, "sigmoid", "tanh", 3),
            "races that tanh wins": float(np.mean(firsts)),
            "larger first weights, 1 hidden layer": _ratio(larger, "sigmoid", "tanh", 1),
            "larger first weights, 3 hidden layers": _ratio(larger, "sigmoid", "tanh", 3),
            "outputs of tanh that can be a probability or a gate": float(np.mean(tanh(z) >= 0)),
        },
        _table({**usual, **larger}),
    )


def race_of_activations(seeds: Seeds) -> Result:
    """Race ReLU against tanh and the sigmoid, each at its own rate (row 39)."""
    usual = {entrant: race(entrant, 39, seeds) for entrant in USUAL}
    larger = {e: race(e, 39, seeds) for e in LARGER if e.activation != "sigmoid"}
    cells = {
        (n, k): _ratio(usual, "tanh", "relu", n, k) for n in WIDTHS for k in range(len(ERRORS))
    }
    slowest = [_ratio(usual, "sigmoid", "relu", n, k) for n, k in cells]
    return Result(
        {
            "steps of tanh / steps of ReLU, 1 hidden layer, to 25 % error": cells[1, 0],
            "1 hidden layer, to 10 %": cells[1, 1],
            "3 hidden layers, to 25 %": cells[3, 0],
            "3 hidden layers, to 10 %": cells[3, 1],
            "the four cells above 1": float(sum(ratio > 1 for ratio in cells.values())),
            "sigmoid / ReLU, smallest of the four": min(slowest),
            "sigmoid / ReLU, largest of the four": max(slowest),
            "larger first weights, tanh / ReLU, 1 hidden layer": _ratio(
                larger, "tanh", "relu", 1
            ),
            "larger first weights, tanh / ReLU, 3 hidden layers": _ratio(
                larger, "tanh", "relu", 3
            ),
        },
        _table({**usual, **larger}),
    )


def flat_units(seeds: Seeds) -> Result:
    """Count flat slopes in the race, with tanh started linear or flat as well (row 40)."""
    deep = {e.activation: e for e in USUAL if e.n_hidden == DEPTH}
    linear = replace(deep["tanh"], scale=LINEAR)
    flat = replace(deep["tanh"], scale=SATURATED)
    entrants = (*deep.values(), linear, flat)
    runs = {entrant: race(entrant, 40, seeds, watch=True) for entrant in entrants}
    shares = {entrant: float(run.flat.mean()) for entrant, run in runs.items()}
    arrivals = {entrant: run.steps[:, -1] for entrant, run in runs.items()}
    steps = _table(runs)
    rows = tuple((*row, shares[e]) for e, row in zip(runs, steps.rows, strict=True))
    tanh_steps = arrivals[deep["tanh"]]
    return Result(
        {
            "slopes of ReLU that are flat on the way": shares[deep["relu"]],
            "slopes of tanh that are": shares[deep["tanh"]],
            "steps of tanh / steps of ReLU": _typical(tanh_steps / arrivals[deep["relu"]]),
            "tanh started in its linear zone: flat slopes": shares[linear],
            "its steps / steps of tanh": _typical(arrivals[linear] / tanh_steps),
            "tanh started saturated: flat slopes": shares[flat],
            "its steps / steps of tanh as drawn": _typical(arrivals[flat] / tanh_steps),
            "rank correlation of flat slopes and steps": _rank_correlation(
                np.concatenate([run.flat for run in runs.values()]),
                np.concatenate(list(arrivals.values())),
            ),
        },
        Table((*steps.columns, "flat slopes"), rows),
    )


def cost_of_activations(seeds: Seeds) -> Result:
    """Time ReLU, tanh, the sigmoid, and whole layers (row 41)."""
    rng = np.random.default_rng([41, *seeds])
    z, W = rng.standard_normal(TIMED), rng.standard_normal((TIMED[1], TIMED[1]))
    functions = {"relu": relu, "tanh": tanh, "sigmoid": sigmoid}
    alone = _best_times({name: partial(f, z) for name, f in functions.items()})
    layers = _best_times({name: partial(_layer, f, z, W) for name, f in functions.items()})
    # Times differ from run to run; whether they pass a wide margin does not.
    rows = [
        (name, _is_slower(alone[name], alone["relu"]), _is_slower(layers[name], layers["relu"]))
        for name in ("tanh", "sigmoid")
    ]
    return Result(
        {
            "tanh takes at least 1.5 times as long as ReLU": rows[0][1],
            "the sigmoid does": rows[1][1],
            "a layer with tanh takes at least 1.5 times as long": rows[0][2],
            "a layer with the sigmoid does": rows[1][2],
        },
        Table(("activation", "slower alone", "slower as a layer"), tuple(rows)),
    )


def _sample(row: int, seed: int) -> tuple[Array, Labels]:
    return make_spirals(seed=np.random.default_rng([row, seed, 0]))


def _start(entrant: Entrant, row: int, seed: int) -> MLP:
    """Draw a network, and multiply the weights of its hidden layers."""
    sizes = [2, *[WIDTHS[entrant.n_hidden]] * entrant.n_hidden, 3]
    rng = np.random.default_rng([row, seed, 1])
    network = MLP(sizes, entrant.activation, seed=rng, dtype=np.float32)
    before = network.parameters()
    names = [f"W{n}" for n in range(1, entrant.n_hidden + 1)]
    return network.with_parameters(
        {name: before[name] * np.float32(entrant.scale) for name in names}
    )


def _flat_share(network: MLP, X: Array) -> float:
    """Return the share of hidden units and samples whose slope is below .1."""
    sums = network.trace(X).pre_activations[:-1]
    slopes = [
        layer.activation.derivative(z)
        for layer, z in zip(network.layers[:-1], sums, strict=True)
    ]
    return saturated_fraction(slopes, FLAT)


def _steps(
    runs: Mapping[Entrant, Runs], activation: str, n_hidden: int, error: int = 1
) -> Array:
    (entrant,) = (e for e in runs if (e.activation, e.n_hidden) == (activation, n_hidden))
    return runs[entrant].steps[:, error]


def _ratio(
    runs: Mapping[Entrant, Runs], slow: str, fast: str, n_hidden: int, error: int = 1
) -> float:
    """Return the typical ratio of the steps of two activations on the same seeds."""
    return _typical(_steps(runs, slow, n_hidden, error) / _steps(runs, fast, n_hidden, error))


def _typical(ratios: Array) -> float:
    """Return the geometric mean, for which twice and half as long cancel."""
    return float(np.exp(np.log(ratios).mean()))


def _rank_correlation(x: Array, y: Array) -> float:
    """Return Spearman's coefficient; equal numbers share their mean rank."""
    return float(np.corrcoef(_ranks(x), _ranks(y))[0, 1])


def _ranks(values: Array) -> Array:
    below = (values[:, np.newaxis] > values).sum(axis=1)
    equal = (values[:, np.newaxis] == values).sum(axis=1)
    ranks: Array = below + (equal - 1) / 2
    return ranks


def _layer(activation: Callable[[Array], Array], X: Array, W: Array) -> Array:
    return activation(X @ W.T)


def _best_times(calls: Mapping[str, Callable[[], Array]]) -> dict[str, float]:
    """Take turns, and keep the best time that the processor spent, on all its cores."""
    best = dict.fromkeys(calls, np.inf)
    for _ in range(REPEATS):
        for name, call in calls.items():
            start = process_time()
            call()
            best[name] = min(best[name], process_time() - start)
    return best


def _is_slower(seconds: float, reference: float) -> float:
    return float(seconds >= MARGIN * reference)


def _table(runs: Mapping[Entrant, Runs]) -> Table:
    """Return the median steps of each entrant."""
    rows: list[tuple[Cell, ...]] = []
    for e, run in runs.items():
        medians = map(float, np.median(run.steps, axis=0))
        rows.append((e.activation, e.n_hidden, e.learning_rate, e.scale, *medians))
    columns = ("activation", "hidden layers", "learning rate", "factor", "to 25 %", "to 10 %")
    return Table(columns, tuple(rows))


EXPERIMENTS = {
    37: Experiment(tanh_and_sigmoid, slow=True),
    39: Experiment(race_of_activations, slow=True),
    40: Experiment(flat_units, slow=True),
    41: Experiment(cost_of_activations),
}
