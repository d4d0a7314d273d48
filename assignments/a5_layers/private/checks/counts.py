"""Layers, neurons, weights and parameters of a network, counted from its sizes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise

from .common import Cases

# A count is right or wrong, however large it is.
n_layers = Exercise("n_layers", target="n_layers", title="How many layers", rtol=0.0)
n_neurons = Exercise("n_neurons", target="n_neurons", title="How many neurons", rtol=0.0)
n_weights = Exercise("n_weights", target="n_weights", title="How many weights", rtol=0.0)
n_parameters = Exercise(
    "n_parameters", target="n_parameters", title="How many parameters", rtol=0.0
)


@n_layers.reference
def n_layers_reference(sizes: Sequence[int]) -> int:
    """Count one layer for each step from a size to the next."""
    return len(sizes) - 1


@n_neurons.reference
def n_neurons_reference(sizes: Sequence[int]) -> int:
    """Add all sizes, then take the inputs away."""
    return int(np.sum(sizes)) - int(sizes[0])


@n_weights.reference
def n_weights_reference(sizes: Sequence[int]) -> int:
    """Give each neuron as many weights as there are outputs in the layer before."""
    return sum(int(sizes[i - 1]) * int(sizes[i]) for i in range(1, len(sizes)))


@n_parameters.reference
def n_parameters_reference(sizes: Sequence[int]) -> int:
    """Give each neuron its weights and one number more, its bias."""
    return sum((int(sizes[i - 1]) + 1) * int(sizes[i]) for i in range(1, len(sizes)))


def deep(rng: Generator) -> Cases:
    """Draw networks with hidden layers.

    The first two have sizes that all differ, and none is small: counting a wrong layer,
    or a wrong number of biases, always shows.  In the third three sizes are equal.  The
    last has more inputs than everything else together.
    """
    a, b, c, d, e = (int(n) for n in 5 + 10 * rng.permutation(5) + rng.integers(0, 3, size=5))
    yield ([a, b, c],)
    yield ([a, b, c, d, e],)
    yield ([a, c, c, c, b, d],)
    yield ([3072, 100 + a, 10],)


def shallow(rng: Generator) -> Cases:
    """Draw networks without a hidden layer, and sizes that come as a tuple or an array."""
    a, b, c = (int(n) for n in 5 + 10 * rng.permutation(3) + rng.integers(0, 3, size=3))
    yield ([a, b],)
    yield ((b, a),)
    yield ((a, b, c),)
    yield (np.array([a, 1, c, b]),)


n_layers.check(
    "with hidden layers: they count, and so does the output layer, but not the inputs",
    points=0.5,
    hint="How many weight matrices does the network 4-5-2 have?",
)(deep)

n_layers.check(
    "without a hidden layer, and for sizes in a tuple or an array",
    points=0.5,
    hint="In 784-10 the inputs lead straight to the output layer. How many layers are that?",
    unchanged=True,
)(shallow)

n_neurons.check(
    "with hidden layers: hidden and output neurons count, inputs do not",
    points=0.5,
    hint="Draw 4-5-2. Which circles compute something?",
)(deep)

n_neurons.check(
    "without a hidden layer, and for sizes in a tuple or an array",
    points=0.5,
    hint="In 784-10 only the outputs are neurons.",
    unchanged=True,
)(shallow)

n_weights.check(
    "with hidden layers: one weight for each line between neighbouring layers",
    points=0.5,
    hint="Draw 2-3-2 and count its lines: there are 12.",
)(deep)

n_weights.check(
    "without a hidden layer, and for sizes in a tuple or an array",
    points=0.5,
    hint="How many entries does the one matrix of 4-3 have?",
    unchanged=True,
)(shallow)

n_parameters.check(
    "with hidden layers: all weights, and one bias for each neuron",
    points=1,
    hint="The network 2-3-4 has 25 parameters. Which of its circles have a bias?",
)(deep)

n_parameters.check(
    "without a hidden layer, and for sizes in a tuple or an array",
    points=1,
    hint="How many numbers do W and b hold in a network 4-3?",
    unchanged=True,
)(shallow)
