"""From a probability to a decision."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, away_from_zero

predict = Exercise("predict", target="predict", title="Decide")


@predict.reference
def predict_reference(X: ArrayLike, w: ArrayLike, b: float, threshold: float = 0.5) -> Any:
    """Return 1 where the score is above the score that has the threshold's probability."""
    edge = np.log(threshold) - np.log1p(-threshold)
    return np.where(np.asarray(X) @ np.asarray(w) + b > edge, 1, 0)


def numbers(function: Any, *arguments: Any) -> Any:
    """Call `function` and read True as 1: its kind costs points in a check of its own."""
    answer = function(*arguments)
    if isinstance(answer, list | np.ndarray) and np.asarray(answer).dtype.kind == "b":
        return np.asarray(answer).astype(int)
    return answer


def with_scores(rng: Generator, scores: ArrayLike, n_features: int) -> tuple[Any, ...]:
    """Draw a neuron, and samples that it gives these scores; the bias is 0.6 at least."""
    w, b = away_from_zero(rng, n_features), rng.choice([-1, 1]) * rng.uniform(0.6, 1.5)
    X = rng.normal(size=(np.size(scores), n_features))
    missing: Array = np.asarray(scores) - (X @ w + b)
    return X + missing[:, None] * w / (w @ w), w, b


@predict.check(
    "without a threshold, 1 where the probability is greater than a half",
    points=1,
    hint="Which score gives a probability of one half? It is not the score 0.5.",
    call=numbers,
)
def _(rng: Generator) -> Cases:
    # Scores of +-0.3 tell whether the bias counts, and 0.3 tells the score from 0.5.
    for n_features in (1, 2, 5):
        yield with_scores(rng, [-3.0, -0.3, 0.3, 0.8, rng.uniform(1, 3), -1.0], n_features)


@predict.check(
    "another threshold is a threshold of the probability",
    points=1,
    hint="With threshold 0.1 a score of -1 gives 1, for its probability is 0.27.",
    call=numbers,
)
def _(rng: Generator) -> Cases:
    # Two scores to each side of the edge; the nearer one is 0.4 away.  Those of +-0.2 tell
    # a threshold that is ignored from one that is taken for a shift of the score.
    for threshold in (0.1, 0.9, rng.uniform(0.2, 0.3), rng.uniform(0.7, 0.8)):
        edge = np.log(threshold / (1 - threshold))
        scores = np.append(edge + np.array([-1.5, -0.4, 0.4, 1.5]), [-0.2, 0.2])
        yield *with_scores(rng, scores, 3), threshold


@predict.check(
    "a probability equal to the threshold gives 0",
    points=0.5,
    hint="Try X = [[1, 2]], w = [2, -1], b = 0. The score is 0, so the probability is 0.5.",
    call=numbers,
)
def _(rng: Generator) -> Cases:
    # Whole numbers: the score in the middle is 0 whatever the order of the sum.  The bias is
    # larger than a step of the first feature, so without it all three answers are the same.
    for n_features in (1, 2, 4):
        w = rng.integers(1, 5, size=n_features) * rng.choice([-1, 1])
        X = np.tile(rng.integers(5, 10, size=n_features), (3, 1))
        X[:, 0] += np.array([-1, 0, 1])
        yield X.astype(float), w.astype(float), -float(X[1] @ w)
        yield X, w, -int(X[1] @ w), 0.5


@predict.check(
    "0 and 1 for lists, float32, one sample, huge scores too; nothing that came in has changed",
    points=0.5,
    hint="Try a plain list with one sample: one number in a row. True and False don't count.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    X, w, b = with_scores(rng, [-0.3, 0.3, 2.0, -2.0], 3)
    yield X.tolist(), w.tolist(), float(b)
    yield X.astype(np.float32), w.astype(np.float32), b
    yield X[::-2], w, b, 0.5
    yield X[:, ::-1], w[::-1], b
    yield read_only(X), read_only(w), b
    for score in (-1e4, -1.0, 1.0, 1e4):
        yield with_scores(rng, [score], 2)
    yield with_scores(rng, [-1e4, 800.0, -1.0, 1.0, -800.0, 1e4], 1)
