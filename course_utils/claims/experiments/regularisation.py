"""Rows 100, 104, 105, 106 and 108: the penalty on weights, its rivals and the demo."""

from __future__ import annotations

import numpy as np

from course_utils._arrays import Array
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.claims.experiments._regularisation import (
    DEMO_LAYERS,
    SETS,
    SQUARE,
    accuracies,
    all_points,
    best_on_held_out,
    border,
    both_ways,
    by_demo,
    kept,
    linear_fits,
    squares_for,
    starts_for,
    stopped_early,
    train_each,
    weight_norm,
)
from course_utils.datasets import square_boundary
from course_utils.diagnostics import boundary_length, decision_regions

STRENGTHS = (0.0, 0.001, 0.01, 0.1, 1.0)
BLUR = 0.2  # noise on the points of the square
BLURRED = 25  # copies of each of them


def noise_is_a_penalty(seeds: Seeds) -> Result:
    """Fit a linear neuron to blurred inputs, and compare with a penalty (row 100)."""
    fits = [linear_fits(np.random.default_rng([100, seed, 0])) for seed in seeds]
    noise, dropout, factor, by_training = (list(column) for column in zip(*fits, strict=True))
    without, blurred = _with_and_without_blur(seeds)
    gains = blurred - without
    by_seed = map(float, gains.reshape(-1, SETS).mean(axis=1))
    rows = zip(seeds, noise, dropout, factor, by_seed, strict=True)
    return Result(
        {
            "difference of the weights, noise or penalty, as share of them": _mean(noise),
            "weight decay that does the same, as multiple of the variance": _mean(factor),
            "largest difference of weights trained with it and computed": max(by_training),
            "difference of the weights, dropout or its penalty, as share of them": _mean(
                dropout
            ),
            "mean gain in accuracy of 20 tanh units by noise of 0.2": float(gains.mean()),
            "share of nets that gain": float(np.mean(gains > 0)),
        },
        Table(("seed", "noise", "dropout", "factor", "gain on the square"), tuple(rows)),
    )


def smoother_borders(seeds: Seeds) -> Result:
    """Train 20 tanh units with five strengths, and measure border and accuracy (row 104)."""
    squares = squares_for(104, seeds, 2 * SETS)
    starts, points = starts_for(104, seeds, 2 * SETS), all_points(squares)
    by_strength = train_each(starts, points, *STRENGTHS)
    accuracy = np.array([accuracies(nets, squares) for nets in by_strength])
    length = np.array([[border(net) for net in nets] for nets in by_strength])
    norm = np.array([[weight_norm(net) for net in nets] for nets in by_strength])
    means = [values.mean(axis=1) for values in (length, norm, accuracy)]
    rows = zip(STRENGTHS, *(map(float, mean) for mean in means), strict=True)
    true = decision_regions(lambda X: X[:, 1] > square_boundary(X[:, 0]), SQUARE, n=60)
    return Result(
        {
            "length of the true border": boundary_length(true),
            "mean length at 0.001": float(means[0][1]),
            "mean length at 0.01": float(means[0][2]),
            "mean length at 0.1": float(means[0][3]),
            "share of nets whose weights shrink at every step": float(
                np.mean((np.diff(norm, axis=0) < 0).all(axis=0))
            ),
            "accuracy at 0.01 minus that at 0.001": float(np.mean(accuracy[2] - accuracy[1])),
            "accuracy at 0.01 minus that at 0.1": float(np.mean(accuracy[2] - accuracy[3])),
            "longest border at 1": float(length[4].max()),
            "accuracy at 0.01 minus that at 1": float(np.mean(accuracy[2] - accuracy[4])),
        },
        Table(("strength", "length of the border", "weight norm", "accuracy"), tuple(rows)),
    )


def two_conventions(seeds: Seeds) -> Result:
    """Train as the demo counts its penalty, and as this course does (row 105)."""
    sizes = (1, 10, 50)
    rows = [(seed, size, *both_ways(seed, size)) for seed in seeds for size in sizes]
    squares = squares_for(105, seeds)
    starts, points = starts_for(105, seeds), all_points(squares)
    ours, demos = train_each(starts, points, 0.01, 0.01 / 10)
    norms = [np.mean([weight_norm(net) for net in nets]) for nets in (ours, demos)]
    gains = accuracies(ours, squares) - accuracies(demos, squares)
    return Result(
        {
            "largest difference of weights, ours being the demo's over the batch size": max(
                divided for *_, divided, _ in rows
            ),
            "smallest difference with equal numbers, batches of 10": min(
                equal for _, size, _, equal in rows if size == 10
            ),
            "weight norm at the demo's 0.01, as multiple of that at ours": float(
                norms[1] / norms[0]
            ),
            "mean gain in accuracy of our 0.01 over the demo's": float(gains.mean()),
        },
        Table(("seed", "batch", "lambda divided by the batch", "equal lambda"), tuple(rows)),
    )


def rivals_of_the_penalty(seeds: Seeds) -> Result:
    """Hold out 10 of 40 points, to stop early by or to choose the penalty by (row 106)."""
    squares = squares_for(106, seeds)
    starts = starts_for(106, seeds)
    by_strength = train_each(starts, kept(squares), *STRENGTHS[:4])
    candidates = zip(*by_strength, strict=True)
    chosen = list(map(best_on_held_out, candidates, squares))
    early = list(map(stopped_early, starts, squares))
    (known,) = train_each(starts, all_points(squares), 0.01)
    none, early_share, chosen_share, known_share = (
        accuracies(nets, squares) for nets in (by_strength[0], early, chosen, known)
    )
    columns = (none, early_share, chosen_share, known_share)
    rows = [tuple(map(float, cells)) for cells in zip(*columns, strict=True)]
    return Result(
        {
            "median accuracy with nothing, 30 points": float(np.median(none)),
            "median accuracy with early stopping, 30 and 10 points": float(
                np.median(early_share)
            ),
            "median accuracy with a penalty chosen by the same 10": float(
                np.median(chosen_share)
            ),
            "median accuracy with a penalty of 0.01, all 40 points": float(
                np.median(known_share)
            ),
            "share of nets that early stopping improves": float(np.mean(early_share > none)),
            "median of penalty chosen minus early stopping": float(
                np.median(chosen_share - early_share)
            ),
        },
        Table(("nothing", "early stopping", "penalty chosen", "penalty known"), tuple(rows)),
    )


def the_demo(seeds: Seeds) -> Result:
    """Train the demo's first network on its circle and its spiral (row 108)."""
    (circle,) = by_demo(seeds, "circle", DEMO_LAYERS, 8000)
    early, _, _, spiral = by_demo(seeds, "spiral", DEMO_LAYERS, 16_000, every=4000)
    (wide,) = by_demo(seeds, "spiral", (2, 20, 2), 4000, momentum=0.9)
    columns = (map(float, column) for column in (circle, early, spiral, wide))
    rows = zip(np.repeat(seeds, SETS).tolist(), *columns, strict=True)
    return Result(
        {
            "circle, 8,000 steps: share of nets with every point right": float(
                np.mean(circle == 1)
            ),
            "spiral, 4,000 steps: share of nets with 95 % right": float(np.mean(early >= 0.95)),
            "spiral, 16,000 steps: mean accuracy": float(spiral.mean()),
            "spiral, 16,000 steps: share of nets with 95 % right": float(
                np.mean(spiral >= 0.95)
            ),
            "spiral, 4,000 steps, 20 units and momentum 0.9: share with 95 % right": float(
                np.mean(wide >= 0.95)
            ),
        },
        Table(("seed", "circle", "spiral early", "spiral", "spiral, 20 units"), tuple(rows)),
    )


def _with_and_without_blur(seeds: Seeds) -> tuple[Array, Array]:
    """Train on 25 copies of each point of the square, alike or blurred."""
    squares = squares_for(100, seeds)
    starts = starts_for(100, seeds)
    shares = []
    for blur in (0.0, BLUR):
        points = []
        for n, square in enumerate(squares):
            rng = np.random.default_rng([100, seeds[n // SETS], 2, n % SETS])
            X = np.repeat(square.X, BLURRED, axis=0)
            points.append(
                (X + blur * rng.standard_normal(X.shape), np.repeat(square.y, BLURRED))
            )
        (trained,) = train_each(starts, points, 0.0, batch=100)
        shares.append(accuracies(trained, squares))
    return shares[0], shares[1]


def _mean(values: list[float]) -> float:
    return float(np.mean(values))


EXPERIMENTS = {
    100: Experiment(noise_is_a_penalty, slow=True),
    104: Experiment(smoother_borders, slow=True),
    105: Experiment(two_conventions, slow=True),
    106: Experiment(rivals_of_the_penalty, slow=True),
    108: Experiment(the_demo, slow=True),
}
