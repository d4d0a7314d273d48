"""Rows 30 to 34: the signs of gradients, the zig-zag that they cause, and how bad it is."""

from __future__ import annotations

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.activations import sigmoid
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.claims.experiments._two_weights import (
    ANGLES,
    Samples,
    arrivals,
    descend,
    first,
)
from course_utils.datasets import make_blobs, make_moons, make_spirals
from course_utils.diagnostics import gradient_statistics, same_sign_share, zigzag_ratio
from course_utils.losses import get_loss
from course_utils.network import MLP, Dense
from course_utils.preprocessing import standardise
from course_utils.training import Recipe, gradients, train_ensemble

N_INPUTS = 10
BATCHES = (1, 2, 4, 8, 16, 32, 64)
LOWEST = {
    "inputs centred": -0.5,
    "inputs from 0 to 1": 0.0,
    "inputs from .5 to 1.5": 0.5,
}  # inputs are 1 wide
FAR = "inputs from .5 to 1.5"
RATE = 0.2
WRONG_SCORE = -8.0
OFFSETS = {"standardised": (0, 0), "both +10": (10, 10), "+10 and -10": (10, -10)}
TRIED = (0.2, 0.3, 0.4, 0.6, 0.8, 1.2)
RATES = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0)


def one_sign(seeds: Seeds) -> Result:
    """Compute gradients of single samples, for inputs of one sign and others (row 30)."""
    rows = [(n, *_shares_of_one_sign(n, seeds), 2.0 ** (1 - n)) for n in range(2, N_INPUTS + 1)]
    behind = {name: _share_behind(name, seeds) for name in ("sigmoid", "tanh")}
    return Result(
        {
            "gradients of one sign, ten inputs above 0": rows[-1][1],
            "gradients of one sign, ten centred inputs": rows[-1][2],
            "gradients of one sign behind ten sigmoids": behind["sigmoid"],
            "gradients of one sign behind ten tanh units": behind["tanh"],
        },
        Table(("inputs", "above 0", "centred", "chance of one sign"), tuple(rows)),
    )


def zig_zag(seeds: Seeds) -> Result:
    """Compare the path of two weights, one sample a step, with the straight line (row 31)."""
    one = {name: Samples(31, lowest, 250) for name, lowest in LOWEST.items()}
    ratios = {name: _path_ratios(samples, seeds) for name, samples in one.items()}
    ratios[FAR + ", 64 samples a step"] = _path_ratios(Samples(31, LOWEST[FAR], 150, 64), seeds)
    rows = [(a, *map(float, row)) for a, *row in zip(ANGLES, *ratios.values(), strict=True)]
    paths = {f"path to straight line, {k}": float(v.mean()) for k, v in ratios.items()}
    return Result(
        {
            **paths,
            "from .5 to 1.5, both weights grow alike": float(ratios[FAR][ANGLES.index(45)]),
            "from .5 to 1.5, one grows as the other falls": float(
                ratios[FAR][ANGLES.index(135)]
            ),
            **{f"condition number, {k}": _condition(v, seeds) for k, v in one.items()},
        },
        Table(("angle of the target in degrees", *ratios), tuple(rows)),
    )


def softened_by_batches(seeds: Seeds) -> Result:
    """Average gradients over batches, at the start and at the minimum (row 32)."""
    start, minimum = np.mean(
        [_shares_by_batch(seed, part) for seed in seeds for part in range(4)], axis=0
    ).tolist()
    rows = tuple(zip(BATCHES, start, minimum, strict=True))
    return Result(
        {
            "gradients of one sign at the start, 1 sample": start[0],
            "gradients of one sign at the start, 2 samples": start[1],
            "gradients of one sign at the start, 8 samples": start[3],
            "gradients of one sign at the start, 64 samples": start[6],
            "gradients of one sign at the minimum, 8 samples": minimum[3],
            "gradients of one sign at the minimum, 64 samples": minimum[6],
        },
        Table(("samples", "at the start", "at the minimum"), rows),
    )


def zig_zag_against_saturation(seeds: Seeds) -> Result:
    """Compare what off-centre inputs and what saturation cost (row 33)."""
    steps = {name: _fewest_steps(seeds, lowest) for name, lowest in LOWEST.items()}
    left = [_gradient_left(seed) for seed in seeds]
    waits = {loss: _waits(seeds, loss) for loss in ("squared_error", "binary_cross_entropy")}
    rows = (
        *(("steps, " + name, steps[name]) for name in LOWEST),
        *(("steps from a saturated start over a fresh one, " + k, v) for k, v in waits.items()),
        ("gradient that nine layers of sigmoids leave", float(np.exp(np.mean(np.log(left))))),
    )
    return Result(
        {
            "steps with inputs from 0 to 1 to steps with centred ones": (
                steps["inputs from 0 to 1"] / steps["inputs centred"]
            ),
            "steps with inputs from .5 to 1.5 to steps with centred ones": (
                steps[FAR] / steps["inputs centred"]
            ),
            "gradient that nine layers of sigmoids leave": rows[-1][1],
            "steps from a saturated start to steps from a fresh one, squared error": waits[
                "squared_error"
            ],
            "steps from a saturated start to steps from a fresh one, cross-entropy": waits[
                "binary_cross_entropy"
            ],
        },
        Table(("what", "number"), rows),
    )


def zero_mean_data(seeds: Seeds) -> Result:
    """Train on standardised samples and on the same off centre, at six rates (row 34)."""
    steps = {name: _first_steps(seeds, at, "sgd", 1500) for name, at in OFFSETS.items()}
    steps["both +10, Adam"] = _first_steps(seeds, OFFSETS["both +10"], "adam", 600)
    learned = {name: float(np.isfinite(of_seeds).mean()) for name, of_seeds in steps.items()}
    rows = [
        (seed, *map(float, cells)) for seed, *cells in zip(seeds, *steps.values(), strict=True)
    ]
    return Result(
        {
            "seeds that learn within 60 steps, standardised": float(
                np.mean(steps["standardised"] <= 60)
            ),
            "seeds that learn within 1,500 steps, both inputs 10 higher": learned["both +10"],
            "seeds that learn within 1,500 steps, one 10 higher and one lower": learned[
                "+10 and -10"
            ],
            "seeds that learn within 600 steps of Adam, both inputs 10 higher": learned[
                "both +10, Adam"
            ],
            "first gradients of one sign, both inputs 10 higher": _first_signs(
                seeds, OFFSETS["both +10"]
            ),
            "first gradients of one sign, one 10 higher and one lower": _first_signs(
                seeds, OFFSETS["+10 and -10"]
            ),
        },
        Table(("seed", *steps), tuple(rows)),
    )


def _rng(row: int, seed: int, part: int) -> np.random.Generator:
    return np.random.default_rng([row, seed, part])


def _single_gradients(scores: Array, X: Array, y: Labels) -> Array:
    """Return the gradient of each sample's own loss by the weights of a sigmoid neuron."""
    slopes = get_loss("binary_cross_entropy").gradient(scores.reshape(-1, 1), y)
    # The loss is a mean over the samples; without the division each stands for itself.
    single: Array = len(X) * slopes * X
    return single


def _shares_of_one_sign(n_inputs: int, seeds: Seeds) -> tuple[float, float]:
    slopes = []
    for seed in seeds:
        rng = _rng(30, seed, n_inputs)
        X, y = rng.uniform(0, 1, (2000, n_inputs)), rng.integers(0, 2, 2000)
        w = rng.standard_normal(n_inputs)
        slopes.append([_single_gradients(inputs @ w, inputs, y) for inputs in (X, X - 0.5)])
    positive, centred = np.swapaxes(slopes, 0, 1).reshape(2, -1, n_inputs)
    return same_sign_share(positive), same_sign_share(centred)


def _share_behind(activation: str, seeds: Seeds) -> float:
    """Return the share for an output neuron, whose inputs are the units of a hidden layer."""
    slopes = []
    for seed in seeds:
        rng = _rng(30, seed, 0)
        X, y = rng.standard_normal((2000, 100)), rng.integers(0, 2, 2000)
        trace = MLP([100, N_INPUTS, 1], activation, seed=rng).trace(X)
        slopes.append(_single_gradients(trace.scores, trace.activations[0], y))
    return same_sign_share(np.concatenate(slopes))


def _path_ratios(samples: Samples, seeds: Seeds) -> Array:
    """Return path to straight line for each angle of the target, a mean over the runs."""
    paths = descend(samples.draw(seeds), RATE)
    steps = arrivals(paths).astype(int)
    ratios = [zigzag_ratio(paths[at][: n + 1]) for at, n in np.ndenumerate(steps)]
    means: Array = np.reshape(ratios, steps.shape).mean(axis=0)
    return means


def _condition(samples: Samples, seeds: Seeds) -> float:
    """Return how many times steeper the loss is across the valley than along it."""
    X = samples.draw(seeds).reshape(-1, 2)
    return float(np.linalg.cond(X.T @ X))


def _shares_by_batch(seed: int, part: int) -> list[list[float]]:
    """Return the share for each size of batch, at the start and at the minimum."""
    rng = _rng(32, seed, part)
    X, direction = rng.uniform(0, 1, (6400, N_INPUTS)), rng.standard_normal(N_INPUTS)
    # The labels come from the neuron with the scores z, which is thus the best there is.
    z = (X - 0.5) @ (10 * direction / np.linalg.norm(direction))
    y = (rng.random(len(z)) < sigmoid(z)).astype(int)
    single = [_single_gradients(scores, X, y) for scores in (np.zeros_like(z), z)]
    return [
        [same_sign_share(g.reshape(-1, size, N_INPUTS).mean(axis=1)) for size in BATCHES]
        for g in single
    ]


def _fewest_steps(seeds: Seeds, lowest: float) -> float:
    """Return the median number of steps to the targets, at the best of the rates."""
    X = Samples(33, lowest, 150).draw(seeds)
    return min(float(np.median(arrivals(descend(X, rate)))) for rate in TRIED)


def _gradient_left(seed: int) -> float:
    """Return the gradient at the first of nine layers of sigmoids, as a share of the last's."""
    X, y = make_spirals(seed=_rng(33, seed, 2))
    network = MLP([2, *[64] * 9, 3], "sigmoid", seed=_rng(33, seed, 3))
    layers = gradient_statistics(network, X, y)
    return layers[0].activation_rms / layers[8].activation_rms


def _waits(seeds: Seeds, loss: str) -> float:
    """Return how many times more steps a neuron takes from the saturated wrong side."""
    samples = [make_blobs(60, seed=_rng(33, seed, 4)) for seed in seeds]
    X, y = np.array([s[0] for s in samples]), np.array([s[1] for s in samples])
    # Cross-entropy puts the sigmoid on the scores itself.
    activation = "sigmoid" if loss == "squared_error" else "identity"
    recipe = Recipe(loss, "sgd", learning_rate=0.3, n_steps=3000, record_every=1)
    # The middles of the classes are at (-1, -1) and (1, 1).
    neurons = [
        MLP.from_layers([Dense([[score / 2, score / 2]], [0.0], activation)])
        for score in (0, WRONG_SCORE)
        for _ in seeds
    ]
    loss_by_step = train_ensemble(
        neurons, np.tile(X, (2, 1, 1)), np.tile(y, (2, 1)), recipe
    ).loss
    fresh, saturated = np.median(first(loss_by_step < 0.1).reshape(2, -1), axis=1)
    return float(saturated / fresh)


def _off_centre(seed: int, offset: tuple[int, int]) -> tuple[MLP, Array, Labels]:
    """Return a network, and samples that are standardised and then moved."""
    X, y = make_moons(100, seed=_rng(34, seed, 0))
    network = MLP([2, 16, 1], "tanh", seed=_rng(34, seed, 1), dtype=np.float32)
    return network, standardise(X) + offset, y


def _first_signs(seeds: Seeds, offset: tuple[int, int]) -> float:
    """Return the share of hidden units whose first gradient is of one sign."""
    starts = (_off_centre(seed, offset) for seed in seeds)
    slopes = [gradients(*start, "binary_cross_entropy")[1]["W1"] for start in starts]
    return same_sign_share(np.concatenate(slopes))


def _first_steps(seeds: Seeds, offset: tuple[int, int], optimizer: str, n_steps: int) -> Array:
    """Return for each seed the fewest steps to a loss below .2, at the best of the rates."""
    starts = [_off_centre(seed, offset) for seed in seeds]
    runs = [(start, rate) for rate in RATES for start in starts]
    history = train_ensemble(
        [network for (network, _, _), _ in runs],
        np.array([X for (_, X, _), _ in runs]),
        np.array([y for (_, _, y), _ in runs]),
        [
            Recipe("binary_cross_entropy", optimizer, learning_rate=rate, n_steps=n_steps)
            for _, rate in runs
        ],
    )
    records = first(history.loss < 0.2).reshape(len(RATES), -1).min(axis=0)
    steps: Array = records * history.steps[1]
    return steps


EXPERIMENTS = {
    30: Experiment(one_sign),
    31: Experiment(zig_zag),
    32: Experiment(softened_by_batches),
    33: Experiment(zig_zag_against_saturation, slow=True),
    34: Experiment(zero_mean_data, slow=True),
}
