"""Standardising by the training set's own numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, round_cloud

standardise = Exercise(
    "standardise",
    target="standardise",
    title="Standardise",
    atol=1e-4,  # subtracting a mean of 9 in float32 errs by up to 1e-6
)


@standardise.reference
def standardise_reference(train: ArrayLike, test: ArrayLike) -> Any:
    """Return both sets, moved and scaled by mean and spread of the training set."""
    known = np.asarray(train, np.float64)
    mean = known.mean(axis=0)
    spread = np.sqrt(known.var(axis=0))
    scale = np.where(spread > 0, spread, 1.0)
    return [(np.asarray(rows, np.float64) - mean) / scale for rows in (known, test)]


def part(answer: Any, place: int) -> Any:
    """Return one of two results; anything but two stays as it is, and fails by its shape."""
    pair = type(answer) in (tuple, list, np.ndarray) and len(answer) == 2
    return answer[place] if pair else answer


def only_train(function: Any, train: Any, test: Any) -> Any:
    """Return what became of the training set."""
    return part(function(train, test), 0)


def only_test(function: Any, train: Any, test: Any) -> Any:
    """Return what became of the test set."""
    return part(function(train, test), 1)


def rows(rng: Generator, n_samples: int, n_features: int) -> Array:
    """Draw samples; means of alternating signs lie far apart, spreads far from 1."""
    signs = rng.choice([-1, 1]) * (-1.0) ** np.arange(n_features)
    mean, spread = signs * rng.uniform(3, 9, n_features), rng.uniform(2, 5, n_features)
    return np.asarray(round_cloud(rng, n_samples, n_features) * spread + mean)


def strangers(rng: Generator, n_samples: int, n_features: int) -> Array:
    """Draw test samples that lie far from all training samples."""
    return 30.0 + rng.uniform(-6, 6, size=(n_samples, n_features))


@standardise.check(
    "the training set gets mean 0 and spread 1, whatever the test set is; nothing has changed",
    points=1,
    hint="Take mean and std of each column of your first result. Is `train` as it was before?",
    call=only_train,
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Far test rows show whether they are looked at; square shapes hide no wrong axis.
    for n_train, n_test, n_features in ((8, 5, 3), (6, 6, 1), (5, 5, 4), (5, 1, 4)):
        yield rows(rng, n_train, n_features), strangers(rng, n_test, n_features)
    train, test = rows(rng, 8, 4), strangers(rng, 6, 4)
    yield read_only(1000 * train), read_only(test)
    yield train / 10, test
    yield train[:, ::2], test[::-1, ::2]
    yield train.astype(np.float32), test.astype(np.float32)
    yield np.rint(10 * train).astype(int), np.rint(test).astype(int)


@standardise.check(
    "the test set is moved and scaled by the training set's numbers",
    points=1,
    hint="Which rows give the mean and the std? A test set of one row is enough to see it.",
    call=only_test,
)
def _(rng: Generator) -> Cases:
    # A single row has no spread of its own; the lists are the only ones of this exercise.
    for n_train, n_test, n_features in ((8, 5, 3), (6, 1, 1), (5, 5, 4), (5, 1, 4)):
        yield rows(rng, n_train, n_features), strangers(rng, n_test, n_features)
    train, test = rows(rng, 8, 4), strangers(rng, 6, 4)
    yield train.tolist(), test.tolist()
    yield train.astype(np.float32), test.astype(np.float32)


@standardise.check(
    "a feature that is constant in training is divided by 1, in both sets",
    points=1,
    hint="Give all training rows the same value in one column, and a test row another one.",
)
def _(rng: Generator) -> Cases:
    # Whole numbers and 8 rows, or 1: then the mean is exact however it is computed, and so
    # is a spread of 0.
    train, test = rows(rng, 8, 3), strangers(rng, 8, 3)
    for column in (0, 2):
        value = rng.integers(2, 9)
        constant = train.copy()
        constant[:, column] = value
        yield constant, test
        same = test.copy()
        same[:, column] = value
        yield constant, same
    yield np.zeros((8, 2)), test[:, :2]
    yield np.rint(train[:1]), test[:1]
