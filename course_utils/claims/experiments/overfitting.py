"""Rows 95, 97 to 99 and 107: what wrong labels do, and whether size or lambda helps."""

from __future__ import annotations

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.claims.experiments.capacity import (
    LEARNING_RATE,
    N_STEPS,
    NETS,
    SETS_PER_SEED,
    Setting,
    per_seed,
    rng_of,
    squares,
    test_accuracy,
    trained,
    training_accuracy,
)
from course_utils.datasets import NoisySquare, make_noisy_square, make_spirals
from course_utils.network import MLP, count
from course_utils.training import Recipe, train_ensemble

LAMBDA = 0.01
SIZES = tuple(Setting((width,)) for width in (1, 3, 6, 20))
STRENGTHS = tuple(Setting((20,), weight_decay=w) for w in (0.1, LAMBDA, 0.001, 0.0))
ONE, THREE, SIX, TWENTY = SIZES
HUNDRED = Setting((100,))
DECAYED = Setting((20,), weight_decay=LAMBDA)
# Parameters and words (tokens) read in training, Hoffmann et al. 2022.
GOPHER, CHINCHILLA = (280e9, 300e9), (70e9, 1.4e12)


def fitting_the_noise(seeds: Seeds) -> Result:
    """See which nets give back the wrong labels, and what that costs (row 95)."""
    settings = {"3": THREE, "20": TWENTY, "20, lambda 0.01": DECAYED}
    learnt = {name: _wrong_labels_learnt(seeds, s) for name, s in settings.items()}
    clean = Setting((20,), flip=0.0)
    without = test_accuracy(seeds, clean)
    gap = float(np.mean(training_accuracy(seeds, clean) - without))
    rows = zip(seeds, *(per_seed(shares) for shares in learnt.values()), strict=True)
    return Result(
        {
            "share of wrong labels given back by 20 units": float(learnt["20"].mean()),
            "the same by 3 units": float(learnt["3"].mean()),
            "the same by 20 units with lambda 0.01": float(learnt["20, lambda 0.01"].mean()),
            "test accuracy that wrong labels cost 20 units": float(
                np.mean(without - test_accuracy(seeds, TWENTY))
            ),
            "training minus test accuracy where no label is wrong": gap,
            "wrong labels beyond 3 standard deviations": sum(map(_outliers, _sets(seeds))),
        },
        Table(("seed", *learnt), tuple(rows)),
    )


def broad_strokes(seeds: Seeds) -> Result:
    """Compare 1, 3 and 20 units on the square, then 3 and 20 on two spirals (row 97)."""
    one, three, twenty = (test_accuracy(seeds, s) for s in (ONE, THREE, TWENTY))
    spirals = np.array([_on_spirals(seeds, width) for width in (3, 20)])
    columns = (*map(per_seed, (one, three, twenty)), *spirals.tolist())
    rows = tuple(zip(seeds, *columns, strict=True))
    return Result(
        {
            "test accuracy of 1 unit": float(one.mean()),
            "test accuracy of 3 units": float(three.mean()),
            "test accuracy of 20 units": float(twenty.mean()),
            "3 units minus 20, same data": float(np.mean(three - twenty)),
            "share of data sets in which 3 units beat 20": float(np.mean(three > twenty)),
            "the same on two spirals: 3 units minus 20": float(
                np.mean(spirals[0] - spirals[1])
            ),
        },
        Table(("seed", "1", "3", "20", "3 on spirals", "20 on spirals"), rows),
    )


def lambda_or_size(seeds: Seeds) -> Result:
    """Take size and lambda apart: 20 units with lambda against 3 with and without (row 98)."""
    large = test_accuracy(seeds, DECAYED)
    small = test_accuracy(seeds, THREE)
    small_decayed = test_accuracy(seeds, Setting((3,), weight_decay=LAMBDA))
    both, size_alone = large - small, large - small_decayed
    columns = map(per_seed, (large, small, small_decayed))
    return Result(
        {
            "20 units with lambda minus 3 without": float(both.mean()),
            "standard error of that": _standard_error(both),
            "share of data sets in which the 20 win": float(np.mean(both > 0)),
            "20 units with lambda minus 3 with it": float(size_alone.mean()),
            "its standard error": _standard_error(size_alone),
            "share of data sets in which these 20 win": float(np.mean(size_alone > 0)),
        },
        Table(
            ("seed", "20, lambda 0.01", "3", "3, lambda 0.01"),
            tuple(zip(seeds, *columns, strict=True)),
        ),
    )


def always_regularise(seeds: Seeds) -> Result:
    """Choose a size or a lambda by 40 further noisy points, and compare (row 99)."""
    by_size, sizes = _chosen(seeds, SIZES)
    by_lambda, _ = _chosen(seeds, STRENGTHS)
    gain = by_lambda - by_size
    one, strong, tuned = (test_accuracy(seeds, s) for s in (ONE, *STRENGTHS[:2]))
    costs = {setting.hidden: _multiply_adds(setting) for setting in (*SIZES, HUNDRED)}
    rows = zip(seeds, per_seed(by_lambda), per_seed(by_size), strict=True)
    return Result(
        {
            "20 units of chosen lambda minus chosen size": float(gain.mean()),
            "standard error of that": _standard_error(gain),
            "share of data sets in which the chosen lambda wins": float(np.mean(gain > 0)),
            "20 units with lambda 0.01 minus 1 unit without": float(np.mean(tuned - one)),
            "20 units with lambda 0.1 minus 1 unit without": float(np.mean(strong - one)),
            "multiply-adds per prediction of 20 units": costs[20,],
            "multiply-adds of 3 units": costs[3,],
            "multiply-adds of 1 unit": costs[1,],
            "mean multiply-adds of the chosen sizes": float(
                np.mean([costs[SIZES[n].hidden] for n in sizes])
            ),
        },
        Table(("seed", "chosen lambda", "chosen size"), tuple(rows)),
    )


def bigger_and_bigger(seeds: Seeds) -> Result:
    """Compare 20 with 100 units, each without lambda and with it (row 107)."""
    settings = (ONE, THREE, SIX, TWENTY, HUNDRED)
    by_size = {s.hidden[0]: test_accuracy(seeds, s) for s in settings}
    plain = by_size[100] - by_size[20]
    decayed = test_accuracy(seeds, Setting((100,), weight_decay=LAMBDA))
    rows = [(n, float(a.mean()), float(a.std())) for n, a in by_size.items()]
    return Result(
        {
            "100 units minus 20, without lambda": float(plain.mean()),
            "standard error of that": _standard_error(plain),
            "share of data sets in which the 100 win": float(np.mean(plain > 0)),
            "100 units minus 20, lambda 0.01": float(
                np.mean(decayed - test_accuracy(seeds, DECAYED))
            ),
            "20 units minus 1, without lambda": float(np.mean(by_size[20] - by_size[1])),
            "multiply-adds of 100 units, as multiple of 20": (
                _multiply_adds(HUNDRED) / _multiply_adds(TWENTY)
            ),
            "computation for 70 billion parameters, as multiple of that for 280": (
                _training_cost(*CHINCHILLA) / _training_cost(*GOPHER)
            ),
        },
        Table(("units", "mean test accuracy", "spread"), tuple(rows)),
    )


def _sets(seeds: Seeds) -> tuple[NoisySquare, ...]:
    return squares(tuple(seeds))


def _wrong_labels_learnt(seeds: Seeds, setting: Setting) -> Array:
    """Return for each net the share of wrong labels that it gives back."""
    pairs = zip(trained(tuple(seeds), setting), _sets(seeds), strict=True)
    return np.array([np.mean((n.predict(s.X) == s.y)[s.flipped]) for n, s in pairs])


def _outliers(data: NoisySquare) -> int:
    """Count wrong labels at points that lie far out in either coordinate."""
    far = abs(data.X - data.X.mean(axis=0)) > 3 * data.X.std(axis=0)
    return int(np.sum(far.any(axis=1) & data.flipped))


def _on_spirals(seeds: Seeds, width: int) -> list[float]:
    """Train on 100 points of two spirals; return the accuracy on 1,000 others."""
    samples = [_spirals(100, seed, 0) for seed in seeds]
    starts = [
        MLP([2, width, 1], "tanh", seed=np.random.default_rng([97, s, 2]), dtype=np.float32)
        for s in seeds
    ]
    X, y = np.array([s[0] for s in samples]), np.array([s[1] for s in samples])
    recipe = Recipe(
        "binary_cross_entropy",
        "adam",
        learning_rate=LEARNING_RATE,
        n_steps=N_STEPS,
        record_every=N_STEPS,
    )
    networks = train_ensemble(starts, X, y, recipe).networks
    tests = (_spirals(1000, seed, 1) for seed in seeds)
    pairs = zip(networks, tests, strict=True)
    return [float(np.mean(network.predict(X) == y)) for network, (X, y) in pairs]


def _spirals(n_samples: int, seed: int, part: int) -> tuple[Array, Labels]:
    """Wind two arms once round: more than three tanh units can follow."""
    rng = np.random.default_rng([97, seed, part])
    return make_spirals(n_samples, n_classes=2, turns=1.0, seed=rng)


def _chosen(seeds: Seeds, settings: tuple[Setting, ...]) -> tuple[Array, Array]:
    """Return the test accuracy of the setting that further points favour, and its place."""
    favour = np.array([_validation_accuracy(seeds, setting) for setting in settings])
    scores = np.array([test_accuracy(seeds, setting) for setting in settings])
    best = favour.argmax(axis=0)  # of equals the first: the smallest, or the most decayed
    return scores[best, np.arange(len(best))], best


def _validation_accuracy(seeds: Seeds, setting: Setting) -> Array:
    further = [
        make_noisy_square(n_test=1, seed=rng_of(seed, copy, 2))
        for seed in seeds
        for copy in range(SETS_PER_SEED)
    ]
    pairs = zip(trained(tuple(seeds), setting), further, strict=True)
    return np.array([np.mean(n.predict(s.X) == s.y) for n, s in pairs])


def _multiply_adds(setting: Setting) -> int:
    """Return the cost of one prediction: one multiply-add for each weight."""
    return count([2, *setting.hidden, 1]).n_weights


def _training_cost(n_parameters: float, n_tokens: float) -> float:
    """Return the usual estimate: two operations there and four back, for each weight."""
    return 6 * n_parameters * n_tokens


def _standard_error(differences: Array) -> float:
    return float(np.std(differences, ddof=1) / np.sqrt(len(differences)))


EXPERIMENTS = {
    95: Experiment(fitting_the_noise, slow=True, shares=NETS),
    97: Experiment(broad_strokes, slow=True, shares=NETS),
    98: Experiment(lambda_or_size, slow=True, shares=NETS),
    99: Experiment(always_regularise, slow=True, shares=NETS),
    107: Experiment(bigger_and_bigger, slow=True, shares=NETS),
}
