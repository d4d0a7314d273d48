"""A strength chosen by the validation set."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Array, Cases

# Strengths are small numbers, handed back as they came: only relative distances matter.
choose_weight_decay = Exercise(
    "choose_weight_decay", target="choose_weight_decay", title="Choosing lambda", atol=1e-9
)

STRENGTHS = np.array([0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0])

# Scores in 40ths: training, validation, test.  Each way to choose wrongly has a row of its
# own: the best in training, the best in the test, the best on average, the smallest gap, and
# the worst in validation.  Only the first row is right.
RIVALS = np.array(
    [[34, 38, 33], [40, 30, 30], [35, 31, 38], [39, 36, 36], [25, 25, 24], [30, 20, 28]]
)


@choose_weight_decay.reference
def choose_weight_decay_reference(
    values: ArrayLike,
    _train_scores: ArrayLike,
    validation_scores: ArrayLike,
    _test_scores: ArrayLike,
) -> Any:
    """Return the value with the best validation score, of equals the largest."""
    scores = np.asarray(validation_scores)
    return np.max(np.asarray(values)[scores == np.max(scores)])


def contest(rng: Generator) -> tuple[Array, Array]:
    """Return six strengths and their scores.

    The right one is neither the largest nor the smallest, and stands neither first nor last.
    """
    values = np.sort(rng.choice(STRENGTHS, size=6, replace=False))
    middle, place = (int(n) for n in rng.integers(1, 5, size=2))
    others = rng.permutation(np.delete(values, middle))
    rivals = rng.permutation(RIVALS[1:])
    scores = np.insert(rivals, place, RIVALS[0], axis=0) / 40
    return np.insert(others, place, values[middle]), scores


@choose_weight_decay.check(
    "the best validation score decides, not the training or the test score",
    points=1,
    hint="Which of the three score lists may be looked at while you still choose?",
)
def _(rng: Generator) -> Cases:
    # Four draws: the right one stands at another place and has another size each time.
    for _ in range(4):
        values, scores = contest(rng)
        yield values, *scores.T


@choose_weight_decay.check(
    "of equal validation scores the larger value wins, wherever it stands",
    points=1,
    hint="Try two equal scores with the larger value first, and then with it second.",
)
def _(rng: Generator) -> Cases:
    # The winner has the poorer training and test scores, and a larger value did worse.
    small, middle, winner, large = np.sort(rng.choice(STRENGTHS, size=4, replace=False))
    scores = np.array([[39, 36, 37], [38, 36, 36], [34, 36, 32], [30, 28, 27]]) / 40
    values = np.array([small, middle, winner, large])
    for order in ([2, 0, 3], [0, 3, 2], [3, 1, 0, 2], [1, 2, 0, 3]):
        yield values[order], *scores[order].T
    yield values[[1, 3, 0]], *np.full((3, 3), 0.75)
    # Close is not equal.
    yield values[[0, 2, 3]], np.full(3, 0.75), np.array([0.7, 0.75, 0.749]), np.full(3, 0.75)


@choose_weight_decay.check(
    "lists, whole numbers, a single value and negative scores are fine; nothing is changed",
    points=1,
    hint="A score may be minus a loss. Which score is better, -0.2 or -0.9?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # No ties here.  All scores of a contest may be negative: minus a loss.
    values, scores = contest(rng)
    yield values.tolist(), *scores.T.tolist()
    values, scores = contest(rng)
    yield values, *(scores - 2.0).T
    values, scores = contest(rng)
    yield values.astype(np.float32), *scores.astype(np.float32).T
    values, scores = contest(rng)
    whole = np.searchsorted(STRENGTHS, values) + 2
    yield whole[::-1], *(40 * scores).round().astype(int)[::-1].T
    yield np.array([rng.uniform(0.01, 0.3)]), np.ones(1), np.array([0.5]), np.array([0.75])
