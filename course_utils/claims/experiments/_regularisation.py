"""Data, training and measures for penalties and their rivals, rows 100 to 108."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.claims._result import Seeds
from course_utils.datasets import NoisySquare, make_convnetjs, make_noisy_square
from course_utils.diagnostics import boundary_length, decision_regions
from course_utils.losses import cross_entropy
from course_utils.network import MLP
from course_utils.training import Recipe, gradients, train, train_ensemble
from course_utils.training._ensemble import ensemble_steps
from course_utils.training._order import minibatches

Points = tuple[Array, Labels]

COPIES = 500  # of each of 200 samples, with other noise: 100,000 in all
NOISE = 0.5
KEPT = 0.5  # share of the inputs that dropout lets through
SETS = 2  # point sets for each seed
SQUARE = (-1.0, 1.0, -1.0, 1.0)
HELD_OUT = 10  # of 40 points

DEMO_LAYERS = (2, 6, 2, 2)
DEMO_RATE = 0.01
DEMO_MOMENTUM = 0.1
DEMO_BATCH = 10
DEMO_DECAY = 0.001
DEMO_STEPS = 50  # to compare the two rules on


def linear_fits(rng: np.random.Generator) -> tuple[float, float, float, float]:
    """Compare noise and dropout on the inputs of a linear neuron with penalties.

    Returns
    -------
    noise, dropout : float
        How far the weights are from those of the penalty, as share of their length.
    factor : float
        Our weight decay whose weights are as long as those of the noise, over its variance.
    training : float
        Largest difference of weights trained with twice the variance and those computed.
    """
    X, y = _correlated(rng)
    copies, targets = np.tile(X, (COPIES, 1)), np.tile(y, COPIES)
    blurred = _fit(copies + NOISE * rng.standard_normal(copies.shape), targets)
    ridge = _fit(X, y, NOISE**2 * np.ones(X.shape[1]))
    dropped = _fit(copies * (rng.random(copies.shape) < KEPT) / KEPT, targets)
    scaled = _fit(X, y, (1 - KEPT) / KEPT * np.mean(X**2, axis=0))
    decays = NOISE**2 * np.linspace(1.5, 2.5, 41)
    lengths = [np.linalg.norm(_fit(X, y, decay / 2 * np.ones(X.shape[1]))) for decay in decays]
    # Lengths fall as the decay rises, and np.interp wants rising numbers.
    decay = np.interp(np.linalg.norm(blurred), lengths[::-1], decays[::-1])
    return (
        _relative(blurred, ridge),
        _relative(dropped, scaled),
        float(decay / NOISE**2),
        float(abs(_descend(X, y, 2 * NOISE**2) - ridge).max()),
    )


def _correlated(rng: np.random.Generator) -> tuple[Array, Array]:
    """Draw 200 samples of five centred inputs that go together, and what they should give."""
    X = rng.standard_normal((200, 5)) @ rng.normal(0, 0.5, (5, 5)) + rng.standard_normal(
        (200, 5)
    )
    X = X - X.mean(axis=0)
    y = X @ rng.standard_normal(5) + rng.standard_normal(200)
    return X, y - y.mean()


def _fit(X: Array, y: Array, penalties: Array | float = 0.0) -> Array:
    """Minimise mean((X w + b - y)^2) + sum(penalties * w^2), and return w."""
    X, y = X - X.mean(axis=0), y - y.mean()
    square = X.T @ X / len(X) + penalties * np.eye(X.shape[1])
    w: Array = np.linalg.solve(square, X.T @ y / len(X))
    return w


def _descend(X: Array, y: Array, weight_decay: float) -> Array:
    recipe = Recipe(
        "squared_error", learning_rate=0.03, weight_decay=weight_decay, n_steps=1000
    )
    w: Array = train(MLP([X.shape[1], 1]), X, y, recipe).network.layers[0].W[0]
    return w


def _relative(w: Array, v: Array) -> float:
    return float(np.linalg.norm(w - v) / np.linalg.norm(v))


def squares_for(row: int, seeds: Seeds, sets: int = SETS) -> list[NoisySquare]:
    """Draw noisy squares, `sets` for each seed."""
    return [
        make_noisy_square(n_test=1000, seed=np.random.default_rng([row, seed, 0, n]))
        for seed in seeds
        for n in range(sets)
    ]


def starts_for(row: int, seeds: Seeds, sets: int = SETS) -> list[MLP]:
    """Draw a network of 20 tanh units for each square."""
    return [
        MLP([2, 20, 2], "tanh", seed=np.random.default_rng([row, seed, 1, n]), dtype=np.float32)
        for seed in seeds
        for n in range(sets)
    ]


def train_each(
    starts: Sequence[MLP],
    points: Sequence[Points],
    *weight_decays: float,
    batch: int | None = None,
) -> list[tuple[MLP, ...]]:
    """Train each network on points of its own, once for each weight decay."""
    recipe = Recipe(learning_rate=0.3, n_steps=1500, batch_size=batch, record_every=1500)
    recipes = [replace(recipe, weight_decay=decay) for decay in weight_decays for _ in starts]
    X, y = (np.stack([*part] * len(weight_decays)) for part in zip(*points, strict=True))
    trained = train_ensemble([*starts] * len(weight_decays), X, y, recipes).networks
    return [trained[n : n + len(starts)] for n in range(0, len(trained), len(starts))]


def all_points(squares: Sequence[NoisySquare]) -> list[Points]:
    """Return the training points of each square."""
    return [(square.X, square.y) for square in squares]


def accuracies(networks: Sequence[MLP], squares: Sequence[NoisySquare]) -> Array:
    """Return the share of clean test points that each network gets right."""
    return np.array(
        [
            np.mean(n.predict(s.X_test) == s.y_test)
            for n, s in zip(networks, squares, strict=True)
        ]
    )


def border(network: MLP) -> float:
    """Return the length of the border between the classes inside the square."""
    return boundary_length(decision_regions(network, SQUARE, n=60))


def weight_norm(network: MLP) -> float:
    """Return how long all weights are, taken as one vector."""
    return float(np.sqrt(sum(float(np.sum(layer.W**2)) for layer in network.layers)))


def kept(squares: Sequence[NoisySquare]) -> list[Points]:
    """Return the points of each square that are not held out."""
    return [(square.X[HELD_OUT:], square.y[HELD_OUT:]) for square in squares]


def best_on_held_out(candidates: Sequence[MLP], square: NoisySquare) -> MLP:
    """Return the network with the smallest loss on the points held out."""
    X, y = square.X[:HELD_OUT], square.y[:HELD_OUT]
    return min(candidates, key=lambda network: cross_entropy(network.forward(X), y))


def stopped_early(network: MLP, square: NoisySquare) -> MLP:
    """Train on the points kept until the loss on those held out no longer falls."""
    recipe = Recipe(learning_rate=0.3, n_steps=1500, record_every=5, patience=20)
    X, y = square.X, square.y
    history = train(
        network,
        X[HELD_OUT:],
        y[HELD_OUT:],
        recipe,
        validation=(X[:HELD_OUT], y[:HELD_OUT]),
    )
    return history.network


def both_ways(seed: int, batch_size: int) -> tuple[float, float]:
    """Train by the demo's rule and by ours; return how far the weights are apart.

    Returns
    -------
    divided, equal : float
        With our weight decay the demo's over the batch size, and with the same number.
    """
    decay = 0.01
    X, y = make_convnetjs("circle", seed=np.random.default_rng([105, seed, 2]))
    network = MLP(DEMO_LAYERS, "tanh", seed=np.random.default_rng([105, seed, 3]))
    demo = _demo_rule(network, (X, y), decay, batch_size, seed)
    recipe = Recipe(
        learning_rate=DEMO_RATE,
        momentum=DEMO_MOMENTUM,
        weight_decay=decay / batch_size,
        n_steps=DEMO_STEPS,
        batch_size=batch_size,
        seed=seed,
    )
    divided = train(network, X, y, recipe).network
    equal = train(network, X, y, replace(recipe, weight_decay=decay)).network
    return _apart(demo, divided), _apart(demo, equal)


def _demo_rule(
    network: MLP, points: Points, l2_decay: float, batch_size: int, seed: int
) -> MLP:
    """Train as ConvNetJS does: sum slopes, add the penalty's once, divide by the batch size."""
    X, y = points
    steps = {name: np.zeros_like(p) for name, p in network.parameters().items()}
    order = minibatches(len(y), batch_size, np.random.default_rng(seed))
    for batch in islice(order, DEMO_STEPS):
        _, means = gradients(network, X[batch], y[batch])
        moved = {}
        for name, p in network.parameters().items():
            total = means[name] * batch_size + (l2_decay * p if name.startswith("W") else 0)
            rate = DEMO_RATE / batch_size
            steps[name] = DEMO_MOMENTUM * steps[name] - rate * total
            moved[name] = p + steps[name]
        network = network.with_parameters(moved)
    return network


def _apart(network: MLP, other: MLP) -> float:
    pairs = zip(network.layers, other.layers, strict=True)
    return max(float(abs(a.W - b.W).max()) for a, b in pairs)


def by_demo(
    seeds: Seeds,
    name: str,
    layers: Sequence[int],
    n_steps: int,
    *,
    momentum: float = DEMO_MOMENTUM,
    every: int | None = None,
) -> list[Array]:
    """Train with the demo's settings on its points, and look at the end or every so often.

    Returns
    -------
    list of ndarray
        For each look the training accuracy of every net.
    """
    rngs = [np.random.default_rng([108, seed, n]) for seed in seeds for n in range(SETS)]
    points = [make_convnetjs(name, seed=rng) for rng in rngs]
    starts = [
        MLP(layers, "tanh", initialization="lecun", seed=rng, dtype=np.float32) for rng in rngs
    ]
    recipe = Recipe(
        learning_rate=DEMO_RATE,
        momentum=momentum,
        weight_decay=DEMO_DECAY / DEMO_BATCH,  # row 105
        n_steps=n_steps,
        batch_size=DEMO_BATCH,
    )
    # The demo takes the points in their order, all of one class first; here they are shuffled.
    recipes = [replace(recipe, seed=seed) for seed in seeds for _ in range(SETS)]
    X, y = (np.stack(part) for part in zip(*points, strict=True))
    return [
        np.array([np.mean(n.predict(p) == t) for n, p, t in zip(networks, X, y, strict=True)])
        for networks in ensemble_steps(starts, X, y, recipes, every=every or n_steps)
    ]
