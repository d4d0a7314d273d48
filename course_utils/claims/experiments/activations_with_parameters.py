"""Rows 21, 48, 51 to 53 and 55: leaky ReLU, PReLU and maxout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import (
    ACTIVATIONS,
    get_activation,
    leaky_relu,
    maxout,
    prelu,
    prelu_alpha_slope,
    relu,
    softmax,
)
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import make_moons
from course_utils.network import MLP
from course_utils.training import Recipe, numerical_gradient, train

HALF_STEP = 1e-5


def one_number_in(seeds: Seeds) -> Result:
    """Shuffle the numbers of a matrix, before and after each activation (row 21)."""
    rng = np.random.default_rng(21)
    W1, W2 = rng.standard_normal((2, 4, 4))
    b1, b2 = rng.standard_normal((2, 4))
    others: dict[str, Callable[..., Array]] = {
        "prelu": partial(prelu, alpha=[0.1, 0.2, 0.3, 0.4]),
        "maxout": partial(maxout, W1=W1, b1=b1, W2=W2, b2=b2),
        "softmax": softmax,
    }
    fixed = [(name, _share_indifferent(f, seeds)) for name, f in ACTIVATIONS.items()]
    rest = [(name, _share_indifferent(f, seeds)) for name, f in others.items()]
    return Result(
        {
            "shuffles that each of the ten fixed activations passes": min(
                share for _, share in fixed
            ),
            "shuffles that PReLU, maxout or softmax passes": max(share for _, share in rest),
        },
        Table(("activation", "shuffles passed"), (*fixed, *rest)),
    )


def leaky_formula(seeds: Seeds) -> Result:
    """Compare leaky ReLU with its formula, and with max(z, alpha z) (row 48)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([48, seed])
        z = np.append(rng.uniform(-5, 5, 100), 0.0)
        small, large = float(rng.uniform(0.01, 0.3)), float(rng.uniform(1.5, 3))
        formula = (z < 0) * small * z + (z >= 0) * z
        other = (z <= 0) * small * z + (z > 0) * z
        wrong = np.maximum(z, large * z) != leaky_relu(z, large)
        differences = (abs(leaky_relu(z, small) - form).max() for form in (formula, other))
        rows.append((seed, small, *map(float, differences), float(wrong[z != 0].mean())))
    slopes = get_activation("leaky_relu").derivative(np.array([-1.0, 1.0]))
    return Result(
        {
            "largest difference to the formula": _largest(rows, 2),
            "largest difference with 0 on the other side": _largest(rows, 3),
            "slope left of 0": float(slopes[0]),
            "slope right of 0": float(slopes[1]),
            "numbers where max(z, alpha z) is wrong for alpha above 1": _mean(rows, 4),
        },
        Table(("seed", "alpha", "difference", "0 on the other side", "max wrong"), tuple(rows)),
    )


def learnt_slopes(seeds: Seeds) -> Result:
    """Check the slope by alpha, and train a network of PReLU units (row 51)."""
    recipe = Recipe(learning_rate=0.05, n_steps=100, record_every=100)
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([51, seed])
        z, alpha = rng.standard_normal((20, 6)), rng.uniform(0, 0.5, 6)
        numeric = numerical_gradient(partial(_sum_of_prelu, z), alpha)
        error = abs(prelu_alpha_slope(z).sum(axis=0) - numeric).max()
        X, y = make_moons(60, seed=rng)
        trained = train(MLP([2, 6, 2], "prelu", seed=rng), X, y, recipe).network
        slopes = np.sort(trained.parameters()["alpha1"])
        rows.append((seed, float(error), float(slopes[0]), float(slopes[-1])))
    return Result(
        {
            "largest difference of slope by alpha and numerical slope": _largest(rows, 1),
            "mean distance of smallest and largest alpha after training": _mean(rows, 3)
            - _mean(rows, 2),
            "runs in which the alphas differ": float(np.mean([r[2] < r[3] for r in rows])),
        },
        Table(("seed", "difference", "smallest alpha", "largest alpha"), tuple(rows)),
    )


def larger_of_two(seeds: Seeds) -> Result:
    """Compare maxout with its formula; test midpoints and directions (row 52)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([52, seed])
        W, b = rng.standard_normal((2, 1, 3)), rng.standard_normal((2, 1))
        unit = partial(maxout, W1=W[0], b1=b[0], W2=W[1], b2=b[1])
        X, other = rng.normal(0, 3, (2, 500, 3))
        by_hand = [
            max(float(w @ x + c) for w, c in zip(W[:, 0], b[:, 0], strict=True)) for x in X
        ]
        difference = float(abs(unit(X)[:, 0] - by_hand).max())
        excess = float((unit((X + other) / 2) - (unit(X) + unit(other)) / 2).max())
        directions = _n_directions(unit, X[:40])
        single = _n_directions(partial(_plain_unit, W=W[0], b=b[0]), X[:40])
        rows.append((seed, difference, excess, directions, single))
    return Result(
        {
            "largest difference to the formula": _largest(rows, 1),
            "largest height of a midpoint above its chord": _largest(rows, 2),
            "directions in which a unit's gradients point, at least": min(r[3] for r in rows),
            "the same for f(w x + b), at most": _largest(rows, 4),
        },
        Table(("seed", "difference", "above the chord", "maxout", "f(w x + b)"), tuple(rows)),
    )


def special_cases(seeds: Seeds) -> Result:
    """Build ReLU and leaky ReLU from maxout (row 53)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([53, seed])
        W, b, X = rng.standard_normal((4, 3)), rng.standard_normal(4), rng.normal(0, 3, (50, 3))
        z = X @ W.T + b
        differences = (
            float(abs(maxout(X, alpha * W, alpha * b, W, b) - leaky_relu(z, alpha)).max())
            for alpha in (0.0, 0.01, 0.5, 2.0)
        )
        rows.append((seed, *differences))
    return Result(
        {
            "largest difference to ReLU, with w1 and b1 of 0": _largest(rows, 1),
            "largest difference to leaky ReLU, alpha .01 and .5": max(
                _largest(rows, 2), _largest(rows, 3)
            ),
            "smallest difference to leaky ReLU, alpha 2": min(row[4] for row in rows),
        },
        Table(("seed", "alpha 0", "alpha .01", "alpha .5", "alpha 2"), tuple(rows)),
    )


def doubled_parameters(seeds: Seeds) -> Result:
    """Count the parameters of random networks with ReLU and with maxout (row 55)."""
    rows = []
    for seed in seeds:
        sizes = [int(n) for n in np.random.default_rng([55, seed]).integers(1, 20, 3)]
        plain, doubled = MLP(sizes, "relu"), MLP(sizes, "maxout")
        of_layer = doubled.layers[0].n_parameters / plain.layers[0].n_parameters
        whole = doubled.n_parameters / plain.n_parameters
        rows.append(("-".join(map(str, sizes)), of_layer, whole))
    return Result(
        {
            "smallest ratio for a hidden layer": min(row[1] for row in rows),
            "largest ratio for a hidden layer": max(row[1] for row in rows),
            "largest ratio for a network": max(row[2] for row in rows),
            "parameters of a maxout neuron with 10 inputs": MLP([10, 1, 1], "maxout")
            .layers[0]
            .n_parameters,
        },
        Table(("sizes", "hidden layer", "network"), tuple(rows)),
    )


def _share_indifferent(function: Callable[[Array], Array], seeds: Seeds) -> float:
    """Return the share of shuffles of the inputs that shuffle the outputs alike."""
    passed = []
    for seed in seeds:
        rng = np.random.default_rng([21, seed])
        z, order = rng.normal(0, 3, 20), rng.permutation(20)
        shuffled = function(z[order].reshape(5, 4)).ravel()
        passed.append(np.allclose(shuffled, function(z.reshape(5, 4)).ravel()[order], 1e-12))
    return float(np.mean(passed))


def _sum_of_prelu(z: Array, alpha: Array) -> float:
    return float(prelu(z, alpha).sum())


def _plain_unit(X: Array, W: Array, b: Array) -> Array:
    return relu(X @ W.T + b)


def _n_directions(unit: Callable[[Array], Array], X: Array) -> int:
    """Count the directions that the gradients by x have, over all samples."""
    steps = HALF_STEP * np.eye(X.shape[1])
    columns = [(unit(X + step) - unit(X - step))[:, 0] / (2 * HALF_STEP) for step in steps]
    return int(np.linalg.matrix_rank(np.column_stack(columns), tol=1e-3))


def _mean(rows: Sequence[Sequence[float]], column: int) -> float:
    return float(np.mean([row[column] for row in rows]))


def _largest(rows: Sequence[Sequence[float]], column: int) -> float:
    return max(row[column] for row in rows)


EXPERIMENTS = {
    21: Experiment(one_number_in),
    48: Experiment(leaky_formula),
    51: Experiment(learnt_slopes),
    52: Experiment(larger_of_two),
    53: Experiment(special_cases),
    55: Experiment(doubled_parameters),
}
