"""The slopes of the cross-entropy."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, away_from_zero, batch, sigma


def part(function: Any, index: int, *arguments: Any) -> Any:
    """Return one of the two slopes: a slip in the other one must not cost this point."""
    answer = function(*arguments)
    is_pair = isinstance(answer, tuple | list) and len(answer) == 2
    return answer[index] if is_pair else answer


cross_entropy_gradient = Exercise(
    "cross_entropy_gradient",
    target="cross_entropy_gradient",
    title="The slopes of the cross-entropy",
    # A slope near zero is a sum whose parts cancel; in float32 it errs by 1e-7.
    atol=1e-4,
)


@cross_entropy_gradient.reference
def gradient_reference(X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float) -> Any:
    """Return the mean of error times input, and the mean error."""
    errors = sigma(np.asarray(X) @ np.asarray(w) + b) - np.asarray(y)
    return np.mean(errors[:, None] * np.asarray(X), axis=0), np.mean(errors)


def problems(rng: Generator) -> Cases:
    """Draw data with a neuron: several samples, one sample, one feature, and a square X.

    With one class alone nothing can cancel, so every mistake shows there.
    """
    for y in ([0, 0, 0, 0, 0], [1, 1, 1], [0, 1, 1, 0, 1, 1], [1], [0, 1, 0]):
        yield (*batch(rng, y, 3), away_from_zero(rng, 3), float(away_from_zero(rng)))
    yield (*batch(rng, [1, 1, 0, 1], 1), away_from_zero(rng, 1), 0.75)


@cross_entropy_gradient.check(
    "dw holds one slope for each weight",
    points=1,
    hint="X with 6 rows and 3 columns gives a dw of shape (3,): the samples are averaged.",
    call=part,
)
def _(rng: Generator) -> Cases:
    for problem in problems(rng):
        yield 0, *problem


@cross_entropy_gradient.check(
    "db is the slope for the bias, one number",
    points=1,
    hint="The bias behaves like a weight whose input is always 1.",
    call=part,
)
def _(rng: Generator) -> Cases:
    for problem in problems(rng):
        yield 1, *problem


@cross_entropy_gradient.check(
    "scores as large as 10,000 are still right",
    points=0.5,
    hint="Try one sample with a score of 800 and one with -800, and look for nan.",
)
def _(rng: Generator) -> Cases:
    # Right and wrong labels.  The last two scores are large in their parts and small in sum,
    # so a step function fails them; sixteenths keep all their digits in float32.
    for score in (-1e4, -800.0, 800.0, 1e4):
        for label in (0, 1):
            scale = rng.choice([-2.0, 2.0])
            yield (
                np.array([[score / scale]]),
                np.array([label]),
                np.array([scale]),
                rng.uniform(-1, 1),
            )
    for small in (-rng.integers(8, 32) / 16, rng.integers(8, 32) / 16):
        yield np.array([[2.0, 1.0]]), np.array([1]), np.array([1000.0, -1000.0]), small - 1000.0


@cross_entropy_gradient.check(
    "lists, float32 and views are fine, and nothing that came in has changed",
    points=0.5,
    hint="X, y and w may be plain lists, and the caller still needs them afterwards.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    X, y = batch(rng, [0, 0, 1, 0], 6)
    w, b = away_from_zero(rng, 6), 0.5
    yield X.tolist(), y.tolist(), w.tolist(), b
    yield [[2, 1], [0, 3], [1, -1]], [1, 1, 0], [1, -1], 1
    yield X.astype(np.float32), y.astype(np.float32), w.astype(np.float32), b
    yield X[::2, ::-2], y[::2].astype(float), w[::-2], b
    yield read_only(X), read_only(y), read_only(w), b
