"""Training against test accuracy, over the size of a net."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, first_part, second_part

overfit_gap = Exercise("overfit_gap", target="overfit_gap", title="The gap")


@overfit_gap.reference
def overfit_gap_reference(
    train_accuracy: ArrayLike, test_accuracy: ArrayLike
) -> tuple[Any, int]:
    """Return training minus test accuracy, and the index of the first best size by test."""
    test = np.asarray(test_accuracy)
    return np.asarray(train_accuracy) - test, int(np.argmax(test))


# In 64ths, for growing nets.  The sizes with the best test accuracy, the best training
# accuracy, the largest and the smallest gap are four different ones.
TRAIN = np.array([38, 47, 55, 60, 63, 61])
TEST = np.array([42, 45, 51, 48, 47, 43])


def curves(rng: Generator) -> tuple[Array, Array]:
    """Return both accuracies over a few sizes; one gap is below zero.

    Some poor nets come first, so that the best size stands at another place each time.
    """
    poor = 30 + np.arange(rng.integers(0, 4))
    train, test = np.append(poor + 1, TRAIN), np.append(poor, TEST)
    jitter = rng.uniform(-0.3, 0.3, size=(2, len(train)))  # too little to change an order
    return (train + jitter[0]) / 64, (test + jitter[1]) / 64


@overfit_gap.check(
    "the gap of each size is its training accuracy minus its test accuracy",
    points=1,
    hint="For three sizes there are three gaps. One below zero stays below zero.",
    call=first_part,
)
def _(rng: Generator) -> Cases:
    for _ in range(3):
        yield curves(rng)


@overfit_gap.check(
    "the best size is the one with the highest test accuracy",
    points=1,
    hint="A net that knows its training set by heart may still be poor on new points.",
    call=second_part,
)
def _(rng: Generator) -> Cases:
    # Once more from large nets to small ones, so that the place alone decides nothing.
    for _ in range(3):
        train, test = curves(rng)
        yield train, test
        yield train[::-1], test[::-1]


@overfit_gap.check(
    "the answer is a pair; ties go to the first; lists are fine, and nothing is changed",
    points=1,
    hint="Which index do you return when two sizes share the best test accuracy?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Here the best in training is always among the best in the test, and the first of them.
    # Sixteenths are exact in float32.
    low, high = rng.integers(4, 8) / 16, rng.integers(9, 12) / 16
    test = np.array([low, high, low, high, high])
    train = test + np.array([0.25, 0.3125, 0.125, 0.1875, 0.0625])
    yield train.tolist(), test.tolist()
    yield read_only(train), read_only(test)
    yield train[1:], test[1:]
    yield train[:2][::-1], test[:2][::-1]
    yield train[1::2].astype(np.float32), test[1::2].astype(np.float32)
    yield [1, 1], [1, 0]
    yield [high], [low]
