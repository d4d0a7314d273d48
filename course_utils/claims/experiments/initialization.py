"""Rows 109 to 114: what the first weights decide."""

from __future__ import annotations

from math import log10

import numpy as np

from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import make_moons
from course_utils.diagnostics import gradient_statistics, layer_statistics
from course_utils.network import MLP
from course_utils.training import Recipe, train, train_ensemble

DEEP = [500] * 11


def shrinking_gradients(seeds: Seeds) -> Result:
    """Train nine hidden layers of sigmoid units for 1,000 steps (row 109)."""
    X, y = make_moons(100, seed=np.random.default_rng(109))
    networks = [MLP([2, *[16] * 9, 2], "sigmoid", seed=_rng(109, seed)) for seed in seeds]
    recipe = Recipe(optimizer="sgd", learning_rate=0.1, n_steps=1000, record_every=1000)
    loss = train_ensemble(networks, X, y, recipe).loss
    rows = []
    for seed, network, (before, after) in zip(seeds, networks, loss, strict=True):
        flow = gradient_statistics(network, X, y)
        ratio = flow[0].weight_rms / flow[-1].weight_rms
        rows.append((seed, float(after / np.log(2)), ratio, float(before)))
    return Result(
        {
            "smallest share of the first loss that is left": min(row[1] for row in rows),
            "median ratio of the first to the last layer's gradient": float(
                np.median([row[2] for row in rows])
            ),
        },
        Table(("seed", "loss left / ln 2", "gradient ratio", "first loss"), tuple(rows)),
    )


def exploding_gradients(seeds: Seeds) -> Result:
    """Push samples through ten ReLU layers of 500 with a spread of 1 (row 110)."""
    rows = []
    for seed in seeds[:8]:
        rng = _rng(110, seed)
        network = MLP([*DEEP, 2], initialization=1.0, seed=rng)
        X, y = rng.standard_normal((50, 500)), rng.integers(0, 2, 50)
        spread = layer_statistics(network, X)[9].std
        step = Recipe("squared_error", "sgd", learning_rate=1e-3, n_steps=1, record_every=1)
        targets = np.stack([y, 1 - y], axis=1)
        before, after = (*train(network, X, targets, step).loss, np.inf)[:2]
        rows.append((seed, log10(spread), bool(not after <= before)))
    return Result(
        {
            "median spread of the activations of layer 10, as power of 10": float(
                np.median([row[1] for row in rows])
            ),
            "runs in which one step raises the loss": float(np.mean([row[2] for row in rows])),
        },
        Table(("seed", "power of 10", "loss rises"), tuple(rows)),
    )


def from_zero(seeds: Seeds) -> Result:
    """Train from zero weights, and from weights of 0.001 (row 111)."""
    X, y = make_moons(100, noise=0.1, seed=np.random.default_rng(111))
    still = train(MLP([2, 8, 1], "tanh", initialization="zero"), X, y, _logistic(2000))
    pushed = [MLP([2, 8, 1], "tanh", initialization=1e-3, seed=_rng(111, s)) for s in seeds]
    ends = train_ensemble(pushed, X, y, _logistic(4000)).loss[:, -1]
    return Result(
        {
            "loss after 2,000 steps from zero": float(still.loss[-1]),
            "largest hidden weight after 2,000 steps from zero": float(
                abs(still.network.parameters()["W1"]).max()
            ),
            "pushes of 0.001 that halve the loss within 4,000 steps": float(
                (ends < np.log(2) / 2).mean()
            ),
        },
        Table(("seed", "loss"), tuple(zip(seeds, map(float, ends), strict=True))),
    )


def equal_units(seeds: Seeds) -> Result:
    """Train eight equal units, one unit, and eight random ones (row 112)."""
    rows = []
    for seed in seeds:
        X, y = make_moons(100, noise=0.1, seed=_rng(112, seed))
        starts = (
            MLP([2, 8, 1], "tanh", initialization=lambda o, i, _: np.full((o, i), 0.5)),
            MLP([2, 1, 1], "tanh", initialization=lambda o, i, _: np.full((o, i), 0.5)),
            MLP([2, 8, 1], "tanh", seed=_rng(112, seed)),
        )
        ends = [train(start, X, y, _logistic(1000)).network for start in starts]
        W1 = ends[0].parameters()["W1"]
        apart, rank = float(np.ptp(W1, axis=0).max()), int(np.linalg.matrix_rank(W1))
        equal, one, free = (float((end.predict(X) == y).mean()) for end in ends)
        rows.append((seed, apart, rank, equal, one, free))
    return Result(
        {
            "largest difference of two units after training": max(row[1] for row in rows),
            "largest rank of the hidden weights": max(row[2] for row in rows),
            "mean gap in accuracy to a network of one unit": float(
                np.mean([abs(row[3] - row[4]) for row in rows])
            ),
            "mean accuracy with random weights": float(np.mean([row[5] for row in rows])),
        },
        Table(("seed", "apart", "rank", "equal", "one unit", "random"), tuple(rows)),
    )


def saturated_from_the_start(seeds: Seeds) -> Result:
    """Push samples through ten tanh layers of 500 with a spread of 1 (row 113)."""
    rows = []
    for seed in seeds[:5]:
        rng = _rng(113, seed)
        trace = MLP(DEEP, "tanh", output_activation="tanh", initialization=1.0, seed=rng).trace(
            rng.standard_normal((50, 500))
        )
        rows.append((seed, *(float((abs(a) > 0.99).mean()) for a in trace.activations)))
    smallest = min(min(row[1:]) for row in rows)
    titles = ("seed", *(f"layer {n}" for n in range(1, 11)))
    return Result(
        {"smallest share of tanh units beyond .99 in any layer": smallest},
        Table(titles, tuple(rows)),
    )


def scaled_by_size(seeds: Seeds) -> Result:
    """Follow the spread of a signal through ten layers of 500 (row 114)."""
    cases = {
        "tanh 1/sqrt(n)": ("tanh", "lecun"),
        "ReLU 1/sqrt(n)": ("relu", "lecun"),
        "ReLU sqrt(2/n)": ("relu", "he"),
    }
    rows: list[tuple[str | float, ...]] = []
    for seed in seeds[:5]:
        for case, (activation, how) in cases.items():
            rng = _rng(114, seed)
            network = MLP(
                DEEP, activation, output_activation=activation, initialization=how, seed=rng
            )
            layers = layer_statistics(network, rng.standard_normal((100, 500)))
            rows.append((case, seed, *(layer.std for layer in layers)))
    tanh, plain, scaled = (
        np.array([row[2:] for row in rows if row[0] == case], dtype=float) for case in cases
    )
    return Result(
        {
            "tanh 1/sqrt(n): mean spread of layer 10": float(tanh[:, 9].mean()),
            "ReLU 1/sqrt(n): mean loss of spread per layer, as a factor": float(
                ((plain[:, 9] / plain[:, 0]) ** (1 / 9)).mean()
            ),
            "ReLU sqrt(2/n): mean ratio of the last to the first layer's spread": float(
                (scaled[:, 9] / scaled[:, 0]).mean()
            ),
        },
        Table(("case", "seed", *(f"layer {n}" for n in range(1, 11))), tuple(rows)),
    )


def _rng(row: int, seed: int) -> np.random.Generator:
    return np.random.default_rng([row, seed])


def _logistic(n_steps: int) -> Recipe:
    return Recipe(
        "binary_cross_entropy", "sgd", learning_rate=0.5, n_steps=n_steps, record_every=n_steps
    )


EXPERIMENTS = {
    109: Experiment(shrinking_gradients, slow=True),
    110: Experiment(exploding_gradients, slow=True),
    111: Experiment(from_zero, slow=True),
    112: Experiment(equal_units, slow=True),
    113: Experiment(saturated_from_the_start),
    114: Experiment(scaled_by_size, slow=True),
}
