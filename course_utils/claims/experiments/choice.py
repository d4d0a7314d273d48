"""Rows 56 to 58: which activations to choose, and whether they may be mixed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.activations import relu, sigmoid
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import load_digits, make_spirals
from course_utils.network import MLP
from course_utils.training import Recipe, train, train_ensemble

N_DIGITS = 300  # to learn from; the other 1,497 are the test
DIGIT_STEPS = 100
SPIRAL_STEPS = 150
WIDTH = 32
MAXOUT_WIDTH = 20  # two pieces of 20 have about as many parameters as 32 ordinary units
OUTPUT_STEPS = 300
GATED_STEPS = 100

# Of .003, .01, .03 and .1 the best on the seeds 5000 to 5019, by the mean test accuracy.
RATES = {
    "relu": 0.01,
    "leaky_relu": 0.01,
    "maxout": 0.01,
    "tanh": 0.01,
    "gelu": 0.01,
    "silu": 0.01,
    "sigmoid": 0.03,
}
DEEP_RATE = 0.01  # the best of these rates for six layers of ReLU or of sigmoids, too
SPIRAL_RATE = 0.03
SIX = ("relu", "leaky_relu", "maxout", "tanh", "gelu", "silu")


def mixed_layers(seeds: Seeds) -> Result:
    """Give each of three hidden layers ReLU or tanh, in all eight ways (row 56)."""
    ways = list(product(("relu", "tanh"), repeat=3))
    digits = np.array([_on_digits(56, seeds, way, RATES["relu"]) for way in ways])
    spirals = np.array([_on_spirals(56, seeds, way) for way in ways])
    rows = [
        (", ".join(way), float(on_digits.mean()), float(on_spirals.mean()))
        for way, on_digits, on_spirals in zip(ways, digits, spirals, strict=True)
    ]
    return Result(
        {
            "digits: mixes minus pure networks": _mixes_minus_pure(digits),
            "digits: worst mix minus worse pure network": _worst_minus_worse(digits),
            "spirals: mixes minus pure networks": _mixes_minus_pure(spirals),
            "spirals: worst mix minus worse pure network": _worst_minus_worse(spirals),
        },
        Table(("hidden layers", "digits", "spirals"), tuple(rows)),
    )


def advice(seeds: Seeds) -> Result:
    """Compare six activations at their best rate, two at ten times that rate (row 57)."""
    scores = {name: _on_digits(57, seeds, [name] * 2, RATES[name]) for name in SIX}
    lost = {
        name: scores[name] - _on_digits(57, seeds, [name] * 2, 10 * RATES[name])
        for name in ("relu", "tanh")
    }
    above = {name: float((score - scores["relu"]).mean()) for name, score in scores.items()}
    rows = [(name, float(score.mean()), above[name]) for name, score in scores.items()]
    return Result(
        {
            "accuracy of ReLU": float(scores["relu"].mean()),
            "tanh minus ReLU": above["tanh"],
            "leaky ReLU minus ReLU": above["leaky_relu"],
            "maxout minus ReLU": above["maxout"],
            "GELU minus ReLU": above["gelu"],
            "SiLU minus ReLU": above["silu"],
            "what ten times the rate costs ReLU": float(lost["relu"].mean()),
            "what ten times the rate costs tanh": float(lost["tanh"].mean()),
        },
        Table(("activation", "accuracy", "minus ReLU"), tuple(rows)),
    )


def uses_of_sigmoid(seeds: Seeds) -> Result:
    """Try the sigmoid as an output, as a gate, and in hidden layers (row 58)."""
    outputs = {name: _probabilities(seeds, name) for name in ("sigmoid", "relu", "tanh")}
    z = np.random.default_rng([58, *seeds]).standard_normal(10_000)
    shallow = [_on_digits(58, seeds, [a] * 2, RATES[a]) for a in ("sigmoid", "relu")]
    deep = [_on_digits(58, seeds, [a] * 6, DEEP_RATE) for a in ("sigmoid", "relu")]
    rows = [(name, *figures) for name, figures in outputs.items()]
    return Result(
        {
            "median distance from the true probability, sigmoid output": rows[0][1],
            "the same, ReLU output": rows[1][1],
            "the same, tanh output": rows[2][1],
            "ReLU outputs that are no probability": rows[1][2],
            "cells beyond a million after 100 steps, ReLU gate": _exploded(relu(z)),
            "the same, sigmoid gate": _exploded(sigmoid(z)),
            "digits, 2 hidden layers: sigmoid minus ReLU": float(
                np.mean(shallow[0] - shallow[1])
            ),
            "digits, 6 hidden layers: sigmoid minus ReLU": float(np.mean(deep[0] - deep[1])),
        },
        Table(("output", "distance from the truth", "outside 0 to 1"), tuple(rows)),
    )


def _on_digits(row: int, seeds: Seeds, activations: Sequence[str], rate: float) -> Array:
    """Return the test accuracy on handwritten digits, one for each seed."""
    X, y = load_digits()
    X = X / 16 - 0.5
    orders = np.array([_rng(row, seed, 0).permutation(len(y)) for seed in seeds])
    few, rest = orders[:, :N_DIGITS], orders[:, N_DIGITS:]
    recipe = _adam(rate, DIGIT_STEPS)
    width = MAXOUT_WIDTH if "maxout" in activations else WIDTH
    networks = [_network(row, seed, [64, width, 10], activations) for seed in seeds]
    return _accuracy(_trained(networks, X[few], y[few], recipe), X[rest], y[rest])


def _on_spirals(row: int, seeds: Seeds, activations: Sequence[str]) -> Array:
    """Return the test accuracy on three spirals, one for each seed."""
    X, y = _stacked([make_spirals(seed=_rng(row, seed, 2)) for seed in seeds])
    test = _stacked([make_spirals(3000, seed=_rng(row, seed, 3)) for seed in seeds])
    networks = [_network(row, seed, [2, 16, 3], activations) for seed in seeds]
    return _accuracy(_trained(networks, X, y, _adam(SPIRAL_RATE, SPIRAL_STEPS)), *test)


def _network(row: int, seed: int, sizes: Sequence[int], activations: Sequence[str]) -> MLP:
    """Draw a network with as many hidden layers of one width as there are activations."""
    n_in, width, n_out = sizes
    layers = [n_in, *[width] * len(activations), n_out]
    return MLP(layers, activations, seed=_rng(row, seed, 1), dtype=np.float32)


def _trained(networks: Sequence[MLP], X: Array, y: Labels, recipe: Recipe) -> Sequence[MLP]:
    if "maxout" in networks[0].activations:  # which cannot be stacked
        return [
            train(network, X[n], y[n], recipe).network for n, network in enumerate(networks)
        ]
    return train_ensemble(networks, X, y, recipe).networks


def _accuracy(networks: Sequence[MLP], X: Array, y: Labels) -> Array:
    right = [network.predict(X[n]) == y[n] for n, network in enumerate(networks)]
    shares: Array = np.mean(right, axis=1)
    return shares


def _mixes_minus_pure(accuracy: Array) -> float:
    """Compare the mean of the six mixes with that of the first and the last way, all pure."""
    return float(accuracy[1:-1].mean() - accuracy[[0, -1]].mean())


def _worst_minus_worse(accuracy: Array) -> float:
    means = accuracy.mean(axis=1)
    return float(means[1:-1].min() - means[[0, -1]].min())


def _probabilities(seeds: Seeds, output: str) -> tuple[float, float]:
    """Fit one neuron to labels; return how far from the truth, and how often outside."""
    rngs = [_rng(58, seed, 2) for seed in seeds]
    X = np.array([rng.standard_normal((200, 2)) for rng in rngs])
    truth = sigmoid(X @ [2.0, -1.0])
    y = np.array([rng.random(200) < p for rng, p in zip(rngs, truth, strict=True)])
    neurons = [
        MLP([2, 1], output_activation=output, seed=rng, dtype=np.float32) for rng in rngs
    ]
    recipe = Recipe("squared_error", "adam", learning_rate=0.05, n_steps=OUTPUT_STEPS)
    fitted = train_ensemble(neurons, X, y.astype(float), recipe).networks
    outputs = np.array([n.forward(x)[:, 0] for n, x in zip(fitted, X, strict=True)])
    outside = (outputs < 0) | (outputs > 1)
    # A ReLU that starts dead stays at 0, so the median neuron tells more than the mean.
    distances = abs(outputs - truth).mean(axis=1)
    return float(np.median(distances)), float(outside.mean())


def _exploded(gates: Array) -> float:
    """Return the share of cells beyond a million, each kept 100 times by its own gate."""
    with np.errstate(over="ignore"):
        return float(np.mean(gates**GATED_STEPS > 1e6))


def _adam(rate: float, n_steps: int) -> Recipe:
    return Recipe(optimizer="adam", learning_rate=rate, n_steps=n_steps, record_every=n_steps)


def _stacked(samples: Sequence[tuple[Array, Labels]]) -> tuple[Array, Labels]:
    return np.array([X for X, _ in samples]), np.array([y for _, y in samples])


def _rng(row: int, seed: int, part: int) -> np.random.Generator:
    return np.random.default_rng([row, seed, part])


EXPERIMENTS = {
    56: Experiment(mixed_layers, slow=True),
    57: Experiment(advice, slow=True),
    58: Experiment(uses_of_sigmoid, slow=True),
}
