"""Rows 93, 94 and 96: what a net of some size can fit, and into how many regions it cuts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import NoisySquare, make_noisy_square
from course_utils.diagnostics import count_regions, decision_regions
from course_utils.network import MLP
from course_utils.training import Recipe, train_ensemble

SETS_PER_SEED = 5  # single data sets differ so much that 20 of them leave signs open
LEARNING_RATE = 0.03
N_STEPS = 2000
GRID_POINTS = 80
SQUARE = (-1, 1, -1, 1)
WIDTHS = (1, 3, 6, 20, 100)
NETS = "nets on noisy squares"  # what `trained` keeps


@dataclass(frozen=True)
class Setting:
    """What is trained on the noisy squares.

    Attributes
    ----------
    hidden : tuple of int
        The sizes of the hidden layers.
    weight_decay : float
        The notes' lambda.
    activation : str
        That of the hidden units.
    flip : float
        The share of wrong labels among the training points.
    """

    hidden: tuple[int, ...]
    weight_decay: float = 0.0
    activation: str = "tanh"
    flip: float = 0.15


def rng_of(seed: int, *parts: int) -> np.random.Generator:
    """Start random numbers that are the same whichever row asks."""
    return np.random.default_rng([93, seed, *parts])


@lru_cache(maxsize=4)
def squares(seeds: tuple[int, ...], flip: float = 0.15) -> tuple[NoisySquare, ...]:
    """Draw some data sets for each seed."""
    return tuple(
        make_noisy_square(flip=flip, seed=rng_of(seed, copy, 0))
        for seed in seeds
        for copy in range(SETS_PER_SEED)
    )


@lru_cache(maxsize=32)
def trained(seeds: tuple[int, ...], setting: Setting) -> tuple[MLP, ...]:
    """Train one net on each data set; rows that ask for the same nets share them."""
    networks = [
        MLP(
            [2, *setting.hidden, 1],
            setting.activation,
            seed=rng_of(seed, copy, 1),
            dtype=np.float32,
        )
        for seed in seeds
        for copy in range(SETS_PER_SEED)
    ]
    sets = squares(seeds, setting.flip)
    X, y = np.array([s.X for s in sets]), np.array([s.y for s in sets])
    recipe = Recipe(
        "binary_cross_entropy",
        "adam",
        learning_rate=LEARNING_RATE,
        weight_decay=setting.weight_decay,
        n_steps=N_STEPS,
        record_every=N_STEPS,
    )
    return train_ensemble(networks, X, y, recipe).networks


def training_accuracy(seeds: Seeds, setting: Setting) -> Array:
    """Return the share of training labels, wrong ones too, that each net gives back."""
    seeds = tuple(seeds)
    pairs = zip(trained(seeds, setting), squares(seeds, setting.flip), strict=True)
    return np.array([np.mean(n.predict(s.X) == s.y) for n, s in pairs])


def test_accuracy(seeds: Seeds, setting: Setting) -> Array:
    """Return the share of clean test points that each net gets right."""
    seeds = tuple(seeds)
    pairs = zip(trained(seeds, setting), squares(seeds, setting.flip), strict=True)
    return np.array([np.mean(n.predict(s.X_test) == s.y_test) for n, s in pairs])


def per_seed(scores: Array) -> list[float]:
    """Return the mean of each seed's data sets."""
    means: list[float] = scores.reshape(-1, SETS_PER_SEED).mean(axis=1).tolist()
    return means


def accuracy_by_size(seeds: Seeds) -> Result:
    """Train nets of growing width and depth, and see how much they fit (row 93)."""
    shapes = [*((width,) for width in WIDTHS), (3, 3), (3, 3, 3)]
    scores = {shape: training_accuracy(seeds, Setting(shape)) for shape in shapes}
    rows = [("-".join(map(str, s)), float(a.mean()), float(a.std())) for s, a in scores.items()]
    figures = {
        f"training accuracy with {width} hidden unit{'s' * (width > 1)}": float(
            scores[width,].mean()
        )
        for width in WIDTHS
    }
    figures |= {
        "gain of a second hidden layer of 3": float(np.mean(scores[3, 3] - scores[3,])),
        "gain of a third": float(np.mean(scores[3, 3, 3] - scores[3, 3])),
        "largest difference of 3 units and the same with 97 idle ones": max(
            _change_by_idle_units(seed) for seed in seeds
        ),
    }
    return Result(figures, Table(("hidden layers", "mean", "spread"), tuple(rows)))


def regions_by_size(seeds: Seeds) -> Result:
    """Count the connected regions that nets of each width cut (row 94)."""
    decayed = _regions(seeds, Setting((20,), weight_decay=0.01))
    plain = {width: _regions(seeds, Setting((width,))) for width in WIDTHS}
    columns = [per_seed(counts) for counts in (*plain.values(), decayed)]
    rows = tuple(zip(seeds, *columns, strict=True))
    return Result(
        {
            "regions with 1 unit": float(plain[1].mean()),
            "regions with 3 units": float(plain[3].mean()),
            "regions with 6 units": float(plain[6].mean()),
            "regions with 20 units": float(plain[20].mean()),
            "100 units minus 20": float(np.mean(plain[100] - plain[20])),
            "regions with 20 units and lambda 0.01": float(decayed.mean()),
        },
        Table(("seed", *map(str, WIDTHS), "20, lambda 0.01"), rows),
    )


def fits_everything(seeds: Seeds) -> Result:
    """See which nets of 20 units give back all labels, and with how many regions (row 96)."""
    settings = {
        "tanh": Setting((20,)),
        "ReLU": Setting((20,), activation="relu"),
        "tanh, lambda 0.01": Setting((20,), weight_decay=0.01),
    }
    fit = {name: training_accuracy(seeds, setting) for name, setting in settings.items()}
    whole = {name: float(np.mean(scores == 1)) for name, scores in fit.items()}
    regions = _regions(seeds, settings["tanh"])[fit["tanh"] == 1]
    rows = [(name, whole[name], float(scores.mean())) for name, scores in fit.items()]
    return Result(
        {
            "share of data sets that tanh fits wholly": whole["tanh"],
            "the same for ReLU": whole["ReLU"],
            "mean training accuracy of ReLU": float(fit["ReLU"].mean()),
            "the same for tanh with lambda 0.01": whole["tanh, lambda 0.01"],
            "share of the wholly fitted cut into more than 2 regions": float(
                np.mean(regions > 2)
            ),
        },
        Table(("net", "fitted wholly", "mean training accuracy"), tuple(rows)),
    )


def _regions(seeds: Seeds, setting: Setting) -> Array:
    networks = trained(tuple(seeds), setting)
    grids = (decision_regions(network, SQUARE, n=GRID_POINTS) for network in networks)
    return np.array([float(count_regions(grid)) for grid in grids])


def _change_by_idle_units(seed: int) -> float:
    """Put a net of 3 units into one of 100 that does not listen to the other 97."""
    rng = rng_of(seed, SETS_PER_SEED)
    small, large = MLP([2, 3, 1], "tanh", seed=rng), MLP([2, 100, 1], "tanh", seed=rng)
    parts, kept = small.parameters(), large.parameters()
    W1, b1, W2 = kept["W1"].copy(), kept["b1"].copy(), np.zeros_like(kept["W2"])
    W1[:3], b1[:3], W2[:, :3] = parts["W1"], parts["b1"], parts["W2"]
    same = large.with_parameters({"W1": W1, "b1": b1, "W2": W2, "b2": parts["b2"]})
    X = rng.uniform(-1, 1, (200, 2))
    return float(abs(small.forward(X) - same.forward(X)).max())


EXPERIMENTS = {
    93: Experiment(accuracy_by_size, slow=True, shares=NETS),
    94: Experiment(regions_by_size, slow=True, shares=NETS),
    96: Experiment(fits_everything, slow=True, shares=NETS),
}
