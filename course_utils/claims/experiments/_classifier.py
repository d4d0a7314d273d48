"""Data and measures for one neuron as a classifier, rows 14 to 20."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array, Labels
from course_utils.activations import sigmoid
from course_utils.losses import binary_cross_entropy, l2_penalty_gradient
from course_utils.network import MLP
from course_utils.neuron import BinarySVM, Neuron
from course_utils.training import Recipe, train_ensemble

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
GATES = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}


def on_contour(neuron: Neuron, starts: Array, *, level: float) -> Array:
    """Go from each start along the weights to where the output has this level."""
    unit = neuron.weights / (neuron.weights @ neuron.weights)
    low, high = np.full((len(starts), 1), -100.0), np.full((len(starts), 1), 100.0)
    for _ in range(80):
        middle = (low + high) / 2
        above = neuron.forward(starts + middle * unit)[:, np.newaxis] > level
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    points: Array = starts + low * unit
    return points


def bend(points: Array, w: Array) -> float:
    """Return by how much a chord misses the right angle to w at most, in radians."""
    chords = points[1:] - points[0]
    lengths = np.linalg.norm(chords, axis=1) * np.linalg.norm(w)
    return float(np.arcsin(abs(chords @ w) / lengths).max())


def logistic_data(rng: np.random.Generator, *, n_samples: int = 4000) -> tuple[Array, Labels]:
    """Draw labels with the probabilities of a neuron whose weights have the length 2."""
    X = rng.standard_normal((n_samples, 2))
    y: Labels = (rng.random(n_samples) < sigmoid(2 * X @ _direction(rng))).astype(np.intp)
    return X, y


def separable(rng: np.random.Generator) -> tuple[Array, Labels]:
    """Draw 40 points, then push the two halves of the plane apart by 1."""
    w = _direction(rng)
    X = rng.standard_normal((40, 2))
    y: Labels = (X @ w > 0).astype(np.intp)
    return X + 0.5 * np.outer(2 * y - 1, w), y


def calibration_gap(p: Array, y: Labels) -> float:
    """Sort the samples by p, and compare mean and share of class 1 in each tenth."""
    tenths = np.argsort(p).reshape(10, -1)
    return float(abs(p[tenths].mean(axis=1) - y[tenths].mean(axis=1)).mean())


def cross_entropy_at(w: Array, X: Array, y: Labels, b: float) -> float:
    """Return the loss as a function of the weights."""
    return binary_cross_entropy(X @ w + b, y)


def slope_by_formula(X: Array, y: Labels, w: Array, b: float) -> Array:
    """Return the mean of (p - y) x."""
    slope: Array = (sigmoid(X @ w + b) - y) @ X / len(y)
    return slope


def misses_and_alarms(says_one: NDArray[np.bool_], y: Labels) -> tuple[float, float]:
    """Return the share of samples that are misses, and that of false alarms."""
    return float(np.mean(~says_one & (y == 1))), float(np.mean(says_one & (y == 0)))


def move_without(beyond: NDArray[np.bool_], svm: BinarySVM, X: Array, y: Labels) -> float:
    """Fit again without some samples, and return the largest change of a weight."""
    # The mean is over fewer samples now, so the penalty is rescaled to match.
    weight_decay = svm.weight_decay * len(y) / int(np.sum(~beyond))
    fewer = BinarySVM(weight_decay=weight_decay).fit(X[~beyond], y[~beyond])
    return float(abs(fewer.weights_ - svm.weights_).max())


def margins_without_penalty(rngs: list[np.random.Generator]) -> list[float]:
    """Train by the hinge loss alone, and divide each margin by that of an SVM."""
    sets = [separable(rng) for rng in rngs]
    starts = [MLP([2, 1], initialization=2.0, seed=rng) for rng in rngs]
    recipe = Recipe("binary_hinge", "sgd", learning_rate=0.3, n_steps=2000, record_every=2000)
    X, y = (np.stack(part) for part in zip(*sets, strict=True))
    shares = []
    for network, one_X, one_y in zip(
        train_ensemble(starts, X, y, recipe).networks, X, y, strict=True
    ):
        layer = network.layers[0]
        svm = BinarySVM(weight_decay=1e-4).fit(one_X, one_y)
        largest = _margin(svm.weights_, svm.bias_, one_X, one_y)
        shares.append(_margin(layer.W[0], float(layer.b[0]), one_X, one_y) / largest)
    return shares


def decay_alone(rng: np.random.Generator) -> tuple[float, float]:
    """Take 50 steps on the penalty alone: what is left, and how far from (1 - .05)^50."""
    w = start = rng.standard_normal(10)
    for _ in range(50):
        w = w - 0.1 * l2_penalty_gradient([w], 0.5)[0]
    return float(np.mean(w / start)), float(abs(w - 0.95**50 * start).max())


def norms(X: Array, y: Labels, *, n_steps: int, weight_decay: float = 0.0) -> list[float]:
    """Train one neuron on each set, from 0, and return how long its weights become."""
    recipe = Recipe(
        "binary_cross_entropy",
        "sgd",
        learning_rate=0.5,
        weight_decay=weight_decay,
        n_steps=n_steps,
        record_every=n_steps,
    )
    start = MLP([2, 1], initialization="zero")
    trained = train_ensemble([start] * len(X), X, y, recipe).networks
    return [float(np.linalg.norm(network.layers[0].W)) for network in trained]


def accuracies(gate: str, loss: str, starts: list[MLP]) -> list[float]:
    """Train each neuron on a gate, and return its accuracy on the four corners."""
    y = np.array(GATES[gate])
    targets = 2.0 * y - 1 if loss == "squared_error" else y
    recipe = Recipe(loss, "sgd", learning_rate=0.3, n_steps=500, record_every=500)
    trained = train_ensemble(starts, CORNERS, targets, recipe).networks
    return [float(np.mean(network.predict(CORNERS) == y)) for network in trained]


def best_of_many(gate: str, rng: np.random.Generator) -> float:
    """Return the best accuracy on a gate of 5,000 random neurons."""
    W, b = rng.standard_normal((5000, 2)), rng.standard_normal(5000)
    right = (CORNERS @ W.T + b > 0) == np.array(GATES[gate], dtype=bool)[:, np.newaxis]
    return float(right.mean(axis=0).max())


def _direction(rng: np.random.Generator) -> Array:
    angle = rng.uniform(0, 2 * np.pi)
    return np.array([np.cos(angle), np.sin(angle)])


def _margin(w: Array, b: float, X: Array, y: Labels) -> float:
    return float(((2 * y - 1) * (X @ w + b)).min() / np.linalg.norm(w))
