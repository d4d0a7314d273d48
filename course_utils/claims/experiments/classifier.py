"""Rows 14 to 20: one neuron as a classifier."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import numpy as np

from course_utils.activations import sigmoid, softmax
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.claims.experiments._classifier import (
    GATES,
    accuracies,
    bend,
    best_of_many,
    calibration_gap,
    cross_entropy_at,
    decay_alone,
    logistic_data,
    margins_without_penalty,
    misses_and_alarms,
    move_without,
    norms,
    on_contour,
    separable,
    slope_by_formula,
)
from course_utils.losses import binary_hinge_gradient
from course_utils.network import MLP
from course_utils.neuron import BinarySoftmaxClassifier, BinarySVM, Neuron
from course_utils.training import numerical_gradient


def linear_regions(seeds: Seeds) -> Result:
    """Trace a contour of the output, then walk along the weights and back (row 14)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([14, seed])
        neuron = Neuron(rng.standard_normal(2), float(rng.standard_normal()))
        points = on_contour(neuron, rng.uniform(-3, 3, (10, 2)), level=rng.uniform(0.1, 0.9))
        walk = 10 * neuron.weights / (neuron.weights @ neuron.weights)
        liked = np.mean(neuron.forward(points + walk) > 0.99)
        disliked = np.mean(neuron.forward(points - walk) < 0.01)
        rows.append((seed, bend(points, neuron.weights), float(liked), float(disliked)))
    return Result(
        {
            "largest deviation of a contour from the right angle to w": _largest(rows, 1),
            "points far along w that are liked": _mean(rows, 2),
            "points far against w that are disliked": _mean(rows, 3),
        },
        Table(("seed", "deviation", "liked", "disliked"), tuple(rows)),
    )


def probability(seeds: Seeds) -> Result:
    """Compare outputs with a softmax of two scores and with shares of labels (row 15)."""
    rows = []
    for seed in seeds:
        X, y = logistic_data(np.random.default_rng([15, seed]))
        model = BinarySoftmaxClassifier(weight_decay=0.0).fit(X, y)
        p, scores = model.predict_proba(X), model.decision_function(X)
        two_scores = np.column_stack([np.zeros_like(scores), scores])
        to_softmax = float(abs(p - softmax(two_scores)).max())
        sums = float(abs(p.sum(axis=1) - 1).max())
        rows.append((seed, sums, to_softmax, calibration_gap(p[:, 1], y)))
    return Result(
        {
            "largest distance of the sum to 1": _largest(rows, 1),
            "largest difference to a softmax of the scores 0 and z": _largest(rows, 2),
            "mean gap of output and share of class 1, over tenths": _mean(rows, 3),
        },
        Table(("seed", "sum to 1", "to softmax", "gap"), tuple(rows)),
    )


def logistic_regression(seeds: Seeds) -> Result:
    """Compare the slope of the cross-entropy with the mean of (p - y) x (row 16)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([16, seed])
        X, y = logistic_data(rng, n_samples=200)
        w, b = rng.standard_normal(2), float(rng.standard_normal())
        numeric = numerical_gradient(partial(cross_entropy_at, X=X, y=y, b=b), w)
        difference = abs(numeric - slope_by_formula(X, y, w, b)).max()
        model = BinarySoftmaxClassifier(weight_decay=0.01).fit(X, y)
        at_the_end = slope_by_formula(X, y, model.weights_, model.bias_)
        flat = abs(at_the_end + 0.01 * model.weights_).max()
        start = abs(model.loss_history_[0] - math.log(2))
        rows.append((seed, float(difference), float(flat), float(start)))
    return Result(
        {
            "largest difference of formula and numerical slope": _largest(rows, 1),
            "largest slope of loss and penalty where the fit ends": _largest(rows, 2),
            "largest distance of the loss to ln 2 at weights of 0": _largest(rows, 3),
        },
        Table(("seed", "difference", "slope at the end", "distance to ln 2"), tuple(rows)),
    )


def threshold(seeds: Seeds) -> Result:
    """Decide at .5, and at .2 where a miss costs 4 times a false alarm (row 17)."""
    rows = []
    for seed in seeds:
        X, y = logistic_data(np.random.default_rng([17, seed]), n_samples=100_000)
        model = BinarySoftmaxClassifier().fit(X[:1000], y[:1000])
        scores, outputs = model.decision_function(X), model.predict_proba(X)[:, 1]
        agree = float(np.mean((outputs > 0.5) == (scores > 0)))
        misread = float(np.mean((outputs > 0.5) != (scores > 0.5)))
        (miss, alarm), (early_miss, early_alarm) = (
            misses_and_alarms(outputs > at, y) for at in (0.5, 0.2)
        )
        added = early_miss + early_alarm - miss - alarm
        saved = 4 * miss + alarm - 4 * early_miss - early_alarm
        rows.append((seed, agree, misread, added, saved))
    return Result(
        {
            "points on which output above .5 and score above 0 agree": _mean(rows, 1),
            "points on which score above .5 decides otherwise": _mean(rows, 2),
            "errors that a threshold of .2 adds": _mean(rows, 3),
            "cost that it saves where a miss costs 4 times as much": _mean(rows, 4),
        },
        Table(("seed", "agree", "misread", "errors added", "cost saved"), tuple(rows)),
    )


def support_vectors(seeds: Seeds) -> Result:
    """Drop the samples beyond the margin, then the penalty (row 18)."""
    rngs = [np.random.default_rng([18, seed]) for seed in seeds]
    shares = margins_without_penalty(rngs)
    rows = []
    for seed, rng, share in zip(seeds, rngs, shares, strict=True):
        X, y = logistic_data(rng, n_samples=200)
        svm = BinarySVM(weight_decay=0.01).fit(X, y)
        scores, signs = svm.decision_function(X), 2 * y - 1
        beyond = signs * scores > 1.001  # on the margin itself, rounding decides
        slopes = binary_hinge_gradient(scores, y)[beyond]
        behind_sigmoid = float(np.mean(signs * sigmoid(scores) > 1))
        moved = move_without(beyond, svm, X, y)
        rows.append((seed, float(abs(slopes).max()), moved, behind_sigmoid, share))
    return Result(
        {
            "largest gradient of a sample beyond the margin": _largest(rows, 1),
            "largest move of a weight when they are dropped": _largest(rows, 2),
            "samples beyond the margin with the hinge behind the sigmoid": _mean(rows, 3),
            "margin without a penalty, as share of the SVM's": _mean(rows, 4),
        },
        Table(("seed", "gradient", "move", "behind sigmoid", "margin share"), tuple(rows)),
    )


def forgetting(seeds: Seeds) -> Result:
    """Decay weights with and without data (row 19)."""
    alone = [decay_alone(np.random.default_rng([19, seed])) for seed in seeds]
    sets = [separable(np.random.default_rng([19, seed])) for seed in seeds]
    X, y = (np.stack(part) for part in zip(*sets, strict=True))
    free = [norms(X, y, n_steps=10**k) for k in (2, 3, 4)]
    decayed = [norms(X, y, n_steps=10**k, weight_decay=0.1) for k in (3, 4)]
    rows = list(zip(seeds, *free, *decayed, strict=True))
    return Result(
        {
            "share of a weight left by 50 steps of decay alone": _mean(alone, 0),
            "largest difference to the closed form": _largest(alone, 1),
            "norm at which the weights settle with data": _mean(rows, 5),
            "largest change of that norm in 9,000 more steps": max(
                abs(row[5] - row[4]) for row in rows
            ),
            "runs without decay whose norm grows from 10^2 to 10^3 to 10^4 steps": float(
                np.mean([row[1] < row[2] < row[3] for row in rows])
            ),
        },
        Table(("seed", "10^2", "10^3", "10^4", "10^3 decayed", "10^4 decayed"), tuple(rows)),
    )


def gates(seeds: Seeds) -> Result:
    """Train one neuron on AND, OR and XOR with three losses, then try any neuron (row 20)."""
    starts = [MLP([2, 1], seed=np.random.default_rng([20, seed])) for seed in seeds]
    rows = [
        (gate, loss, seed, accuracy)
        for gate in GATES
        for loss in ("binary_cross_entropy", "binary_hinge", "squared_error")
        for seed, accuracy in zip(seeds, accuracies(gate, loss, starts), strict=True)
    ]
    random = [best_of_many("XOR", np.random.default_rng([20, seed])) for seed in seeds]
    return Result(
        {
            "lowest accuracy on AND and OR": min(row[3] for row in rows if row[0] != "XOR"),
            "best accuracy on XOR, trained": max(row[3] for row in rows if row[0] == "XOR"),
            "best accuracy on XOR, of random neurons": max(random),
        },
        Table(("gate", "loss", "seed", "accuracy"), tuple(rows)),
    )


def _mean(rows: Sequence[tuple[float, ...]], column: int) -> float:
    return float(np.mean([row[column] for row in rows]))


def _largest(rows: Sequence[tuple[float, ...]], column: int) -> float:
    return max(row[column] for row in rows)


EXPERIMENTS = {
    14: Experiment(linear_regions),
    15: Experiment(probability),
    16: Experiment(logistic_regression),
    17: Experiment(threshold),
    18: Experiment(support_vectors),
    19: Experiment(forgetting),
    20: Experiment(gates),
}
