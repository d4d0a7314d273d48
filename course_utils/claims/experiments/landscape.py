"""Rows 101 to 103: where training ends, for small networks and for large ones."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import DTypeLike

from course_utils._arrays import Array
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import make_spirals
from course_utils.diagnostics import decision_regions
from course_utils.network import MLP
from course_utils.training import Recipe, gradients, train_ensemble

# Without noise the points are the same for every seed: the start alone makes the difference.
X, Y = make_spirals(120, n_classes=2, noise=0.0)
SQUARE = (-1.5, 1.5, -1.5, 1.5)
WIDTHS = (2, 3, 5, 10, 20, 50)

PENALTY = 0.001
STARTS = 2  # small networks for each seed
SHORT, LONG = 3000, 10_000
LEVEL = 1e-6  # a slope or a curvature below this is none
HALF_STEP = 1e-5


class Place(NamedTuple):
    """How the objective looks round the weights of a network."""

    slope: float
    lowest_curvature: float

    @property
    def falls(self) -> bool:
        """Whether there is a direction in which it bends down."""
        return self.lowest_curvature < -LEVEL

    @property
    def is_minimum(self) -> bool:
        """Whether it is level and bends down nowhere."""
        return self.slope < LEVEL and not self.falls


def minima_of_small_networks(seeds: Seeds) -> Result:
    """Train 2-3-2 networks until nothing moves, and measure slope and curvature (row 101)."""
    starts = [_network(101, s, n, 3, "tanh", float) for s in seeds for n in range(STARTS)]
    halfway, _ = _trained(starts, SHORT, PENALTY)
    networks, loss = _trained(halfway, LONG - SHORT, PENALTY)
    free, free_loss = _trained(starts[::STARTS], LONG, 0.0)
    large = [_network(101, seed, STARTS, 20, "tanh") for seed in seeds]
    early = [place(network, PENALTY) for network in halfway]
    ends = [place(network, PENALTY) for network in networks]
    open_ends = [place(network, 0.0) for network in free]
    minima = loss[[end.is_minimum for end in ends]]
    rows = [(PENALTY, *r) for r in zip(map(float, loss), *_columns(ends), strict=True)]
    rows += [(0.0, *r) for r in zip(map(float, free_loss), *_columns(open_ends), strict=True)]
    return Result(
        {
            "share of end points that are minima": float(np.mean([e.is_minimum for e in ends])),
            "different losses among them, to 3 decimals": len(set(minima.round(3).tolist())),
            "loss of the worst, as multiple of the best": float(minima.max() / minima.min()),
            "share of starts that end 5 times higher than the best": float(
                np.mean(loss > 5 * loss.min())
            ),
            "share with a direction that falls, after 3,000 steps": float(
                np.mean([e.falls for e in early])
            ),
            "largest loss of 20 units": float(_trained(large, SHORT, PENALTY)[1].max()),
            "without the penalty: share of end points that are no minima": float(
                np.mean([not end.is_minimum for end in open_ends])
            ),
        },
        Table(("penalty", "final loss", "slope", "lowest curvature"), tuple(rows)),
    )


def minima_of_large_networks(seeds: Seeds) -> Result:
    """Compare what 20 and 50 ReLUs end with, in loss, weights and function (row 102)."""
    starts = {width: [_network(102, s, 0, width, "relu") for s in seeds] for width in (20, 50)}
    trained = {width: _trained(nets, 2000, PENALTY) for width, nets in starts.items()}
    recipe = Recipe(learning_rate=0.3, n_steps=2000, record_every=1000)
    free = train_ensemble(starts[20], X, Y, recipe).loss
    rows = [
        (seed, width, float(loss))
        for width, (_, losses) in trained.items()
        for seed, loss in zip(seeds, losses, strict=True)
    ]
    return Result(
        {
            "largest minus smallest loss, 20 units": float(np.ptp(trained[20][1])),
            "largest minus smallest loss, 50 units": float(np.ptp(trained[50][1])),
            "smallest difference of two weight profiles, 20 units": _profile_gap(
                trained[20][0]
            ),
            "share of the square on which two nets differ, 20 units": disagreement(
                trained[20][0]
            ),
            "share of the square on which two nets differ, 50 units": disagreement(
                trained[50][0]
            ),
            "without the penalty: loss after 2,000 steps, as share of that after 1,000": float(
                np.mean(free[:, 2] / free[:, 1])
            ),
        },
        Table(("seed", "units", "final loss"), tuple(rows)),
    )


def luck_by_size(seeds: Seeds) -> Result:
    """Train ReLU networks of six sizes, and see how the final losses spread (row 103)."""
    losses = {
        width: _trained([_network(103, s, 0, width, "relu") for s in seeds], 1500, 0.0)[1]
        for width in WIDTHS
    }
    spread = {width: float(loss.std()) for width, loss in losses.items()}
    rows = [
        (seed, width, float(loss))
        for width, by_seed in losses.items()
        for seed, loss in zip(seeds, by_seed, strict=True)
    ]
    return Result(
        {
            "mean final loss of 3 units": float(losses[3].mean()),
            "mean final loss of 20 units": float(losses[20].mean()),
            "spread of the final loss, 3 units": spread[3],
            "spread of the final loss, 20 units": spread[20],
            "spread of 3 units, as multiple of that of 20": spread[3] / spread[20],
            "share of 3-unit nets that end 10 times above the worst of 20 units": float(
                np.mean(losses[3] > 10 * losses[20].max())
            ),
            "spread of 20 units, as share of their mean loss": spread[20]
            / float(losses[20].mean()),
        },
        Table(("seed", "units", "final loss"), tuple(rows)),
    )


def place(network: MLP, weight_decay: float) -> Place:
    """Measure the slope of the objective, and its lowest curvature in any direction."""
    rises = [
        _slope(_moved(network, HALF_STEP * d), weight_decay)
        - _slope(_moved(network, -HALF_STEP * d), weight_decay)
        for d in np.eye(network.n_parameters)
    ]
    hessian = np.array(rises) / (2 * HALF_STEP)
    lowest = np.linalg.eigvalsh((hessian + hessian.T) / 2)[0]
    return Place(float(np.linalg.norm(_slope(network, weight_decay))), float(lowest))


def disagreement(networks: list[MLP]) -> float:
    """Return the share of the square on which two networks say otherwise, over all pairs."""
    labels = [decision_regions(network, SQUARE, n=60).labels for network in networks]
    return float(np.mean([np.mean(a != b) for a, b in combinations(labels, 2)]))


def _slope(network: MLP, weight_decay: float) -> Array:
    _, slopes = gradients(network, X, Y, weight_decay=weight_decay)
    return np.concatenate([slopes[name].ravel() for name in network.parameters()])


def _moved(network: MLP, step: Array) -> MLP:
    parameters = network.parameters()
    ends = np.cumsum([p.size for p in parameters.values()])[:-1]
    parts = zip(parameters.items(), np.split(step, ends), strict=True)
    moved = {name: p + part.reshape(p.shape) for (name, p), part in parts}
    return network.with_parameters(moved)


def _profile_gap(networks: list[MLP]) -> float:
    """Return how far the two most similar networks are apart, as share of their length.

    The profile of a network is how strong its units are, in falling order.  Neither another
    order of the units nor a factor moved through a ReLU changes it.
    """
    profiles = [_profile(network) for network in networks]
    return min(
        float(np.linalg.norm(a - b) / np.linalg.norm(a)) for a, b in combinations(profiles, 2)
    )


def _profile(network: MLP) -> Array:
    hidden, output = network.layers
    return np.sort(np.linalg.norm(hidden.W, axis=1) * np.linalg.norm(output.W, axis=0))[::-1]


def _columns(places: list[Place]) -> tuple[list[float], list[float]]:
    return [p.slope for p in places], [p.lowest_curvature for p in places]


def _network(
    row: int, seed: int, part: int, width: int, activation: str, dtype: DTypeLike = np.float32
) -> MLP:
    rng = np.random.default_rng([row, seed, part])
    return MLP([2, width, 2], activation, seed=rng, dtype=dtype)


def _trained(networks: list[MLP], n_steps: int, weight_decay: float) -> tuple[list[MLP], Array]:
    """Train on all points at once; return the networks and their losses without penalty."""
    recipe = Recipe(
        learning_rate=0.3, weight_decay=weight_decay, n_steps=n_steps, record_every=n_steps
    )
    history = train_ensemble(networks, X, Y, recipe)
    return list(history.networks), history.loss[:, -1]


EXPERIMENTS = {
    101: Experiment(minima_of_small_networks, slow=True),
    102: Experiment(minima_of_large_networks),
    103: Experiment(luck_by_size),
}
