"""Gradient descent for one neuron, with either loss."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, sigma, signs

train_neuron = Exercise(
    "train_neuron",
    target="train_neuron",
    title="Train one neuron",
    # Weights near zero are sums whose parts cancel; in float32 they err by up to 1e-6.
    atol=1e-4,
)


@train_neuron.reference
def train_reference(
    X: ArrayLike,
    y: ArrayLike,
    loss: str,
    learning_rate: float,
    weight_decay: float,
    n_steps: int,
) -> Any:
    """Train with the bias as the last weight, whose input is 1 and which does not decay."""
    inputs = np.column_stack([np.asarray(X), np.ones(np.shape(y))])
    # A sample times its sign: the dot product with the weights is then its margin.
    signed = signs(y)[:, None] * inputs
    weights = np.zeros_like(inputs[0])
    decay = np.full(weights.shape, weight_decay)
    decay[-1] = 0.0
    for _ in range(n_steps):
        margins = signed @ weights
        pull = sigma(-margins) if loss == "softmax" else margins < 1.0
        weights = weights + learning_rate * (pull @ signed / len(signed) - decay * weights)
    return weights[:-1], weights[-1]


def nearest_corner(X: Array, y: Array, learning_rate: float, weight_decay: float) -> float:
    """Return how near any margin comes to the corner of the hinge in the first six steps."""
    gaps = []
    for n_steps in range(7):
        w, b = train_reference(X, y, "svm", learning_rate, weight_decay, n_steps)
        gaps.append(abs(signs(y) * (X @ w + b) - 1.0).min())
    return float(min(gaps))


def data(rng: Generator, y: list[int], n_features: int, *rates: float) -> tuple[Any, ...]:
    """Draw samples, most of which the first feature sorts, with labels and rates.

    The last sample lies on the wrong side, so that training never comes to rest.  Draws
    that bring a margin close to the corner, where rounding would decide, are thrown away.
    """
    labels = np.array(y)
    while True:
        X = rng.normal(scale=0.7, size=(len(y), n_features))
        X[:, 0] = signs(y) * rng.uniform(1.0, 2.0, size=len(y))
        X[-1, 0] *= -1.0
        if nearest_corner(X, labels, *rates) > 1e-3:
            return X, labels


MOSTLY_1 = [1, 1, 0, 1, 1, 1]
MOSTLY_0 = [0, 0, 1, 0, 0]


def without_decay(rng: Generator, loss: str) -> Cases:
    """Draw a few steps of training: many features and one, one class and one sample."""
    for y, n_features in ((MOSTLY_1, 2), (MOSTLY_0, 3), (MOSTLY_1, 1)):
        for learning_rate, n_steps in ((0.5, 3), (1.5, 1), (1.0, 5)):
            X, labels = data(rng, y, n_features, learning_rate, 0.0)
            yield X, labels, loss, learning_rate, 0.0, n_steps
    # Tiny steps leave the margin between 0 and 1, where a sample is right and still pulls.
    X, labels = data(rng, [0], 3, 0.05, 0.0)
    yield X, labels, loss, 0.05, 0.0, 2


@train_neuron.check(
    'without decay, loss "softmax" gives the right w and b',
    points=1,
    hint="From zeros every output is 0.5. Work one step for X = [[2]], y = [1] by hand.",
)
def _(rng: Generator) -> Cases:
    yield from without_decay(rng, "softmax")


@train_neuron.check(
    'without decay, loss "svm" gives the right w and b',
    points=1,
    hint="At zero weights every margin is 0, so every sample pulls. Which way, how much?",
)
def _(rng: Generator) -> Cases:
    yield from without_decay(rng, "svm")


@train_neuron.check(
    "weight decay shrinks the weights as the update rule says",
    points=1,
    hint="After the first step from zero: which numbers does the second step shrink?",
)
def _(rng: Generator) -> Cases:
    # Most labels are alike, so the bias moves, and one that decays shows.
    for loss in ("softmax", "svm"):
        for rates in ((0.5, 0.4), (1.0, 0.5), (0.8, 0.3)):
            X, labels = data(rng, MOSTLY_1, 2, *rates)
            yield X, labels, loss, *rates, 4
            X, labels = data(rng, MOSTLY_0, 3, *rates)
            yield X, labels, loss, *rates, 3
        # Again tiny steps, for a margin between 0 and 1.
        X, labels = data(rng, [1], 2, 0.05, 0.4)
        yield X, labels, loss, 0.05, 0.4, 3


@train_neuron.check(
    "a sample exactly on margin 1 does not pull",
    points=0.5,
    hint='Try X = [[1]], y = [1], "svm", learning rate 0.5. The first step reaches margin 1.',
)
def _(rng: Generator) -> Cases:
    # Fractions of two: the first step reaches margin 1 without any rounding.
    for label in (0, 1):
        yield np.array([[rng.choice([-1.0, 1.0])]]), np.array([label]), "svm", 0.5, 0.0, 3
        yield rng.choice([-1.0, 1.0], size=(1, 3)), np.array([label]), "svm", 0.25, 0.0, 2


@train_neuron.check(
    "no step, lists, float32 and huge scores are fine, and nothing that came in has changed",
    points=0.5,
    hint="No step returns zeros. Then try X = [[100], [-80], [60], [90]], y = [1, 0, 1, 0].",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # The hinge takes one step only: what the margin does later is asked above, without luck.
    X, y = data(rng, MOSTLY_1, 2, 0.5, 0.0)
    yield X, y, "softmax", 0.5, 0.1, 0
    yield X, y, "svm", 0.5, 0.1, 0
    yield X.tolist(), y.tolist(), "softmax", 0.5, 0.0, 2
    yield X.tolist(), y.tolist(), "svm", 0.5, 0.0, 1
    yield [[2, 1], [0, 3], [1, -1]], [1, 1, 0], "softmax", 1, 0, 2
    yield X.astype(np.float32), y.astype(np.float32), "softmax", 0.5, 0.0, 3
    yield X[:, ::-1], y.astype(float), "svm", 0.5, 0.0, 1
    yield read_only(X), read_only(y), "softmax", 0.5, 0.0, 1
    yield read_only(X), read_only(y), "svm", 0.5, 0.0, 1
    # After one step all scores are beyond 200 in size, and the last sample stays wrong.
    large = np.array([[100.0], [-80.0], [60.0], [90.0]]) * rng.uniform(1.0, 1.5)
    yield large, np.array([1, 0, 1, 0]), "softmax", 1.0, 0.0, 3
