"""A learning rate that kills a part of the units."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise
from autograder.outcome import foreign_type
from course_utils.comparison import read_array

from .common import Cases


def dead_share(rate: float) -> float:
    """Train as the notebook's `train` does, and return the share of dead units.

    Up to a rate of 1.2 it is at most .16, from 2 to 5.5 between .33 and .57, from 8 on
    above .63, so rounding decides nothing for the answers of the bank.
    """
    rng = np.random.default_rng(2)
    label = np.arange(60) % 3
    turn = 2 * np.pi * label / 3
    X = 1 + np.stack([np.cos(turn), np.sin(turn)], axis=1) + rng.normal(0, 0.5, size=(60, 2))
    W1, b1 = rng.normal(size=(100, 2)), np.zeros(100)
    W2, b2 = rng.normal(size=(3, 100)) / 20, np.zeros(3)
    for _ in range(30):
        z = X @ W1.T + b1
        scores = np.maximum(z, 0) @ W2.T + b2
        error = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = (error / error.sum(axis=1, keepdims=True) - np.eye(3)[label]) / 60
        back = (error @ W2) * (z > 0)
        W2, b2 = W2 - rate * error.T @ np.maximum(z, 0), b2 - rate * error.sum(axis=0)
        W1, b1 = W1 - rate * back.T @ X, b1 - rate * back.sum(axis=0)
    return float(np.mean((X @ W1.T + b1).max(axis=0) <= 0))


def number_in(target: Any) -> Any:
    """Return the student's number, or a word for what it is instead.

    A student hands in a number; the reference is a function that returns one, because tools
    that look for its source need a function.

    Raises
    ------
    NotImplementedError
        If the name holds three dots: the exercise was not attempted.
    """
    kind = foreign_type(target)
    if kind == "ellipsis":
        raise NotImplementedError
    value = target() if callable(target) and kind in ("", "function") else target
    array = read_array(value)
    if array is None or array.shape != () or array.dtype.kind == "b":
        return "not one number"
    return float(array)


def placed(target: Any, lowest: float, highest: float) -> str:
    """Say where the share of dead units lies, in words that tell typical mistakes apart."""
    rate = number_in(target)
    if isinstance(rate, str):
        return rate
    if not math.isfinite(rate) or not 0 < rate <= 1000:
        return "not above 0 and up to 1000"
    share = dead_share(rate)
    if lowest <= share <= highest:
        return "inside"
    if 0.3 <= rate <= 0.6:
        return "the share itself"
    if share == 0:
        return "no dead unit at all"
    return "too few" if share < lowest else "too many"


chosen_learning_rate = Exercise(
    "chosen_learning_rate",
    target="chosen_learning_rate",
    title="A rate that kills",
    call=placed,
)


@chosen_learning_rate.reference
def chosen_learning_rate_reference() -> float:
    """Return a rate from the middle of the range that will do."""
    return 3.5


@chosen_learning_rate.check(
    "with your rate between 10 and 75 of the 100 units are dead",
    points=1,
    hint="Try rates that differ by a factor of 10, and compare the shares of dead units.",
)
def _(_rng: Generator) -> Cases:
    yield 0.1, 0.75


@chosen_learning_rate.check(
    "with your rate between 30 and 60 of the 100 units are dead",
    points=1,
    hint="You need one rate with too few dead units, one with too many; then look between.",
)
def _(_rng: Generator) -> Cases:
    yield 0.3, 0.6
