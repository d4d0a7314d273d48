"""The same neuron, as a class."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases, sigma


def fire(neuron_class: Any, weights: Any, bias: float, inputs: Any) -> Any:
    """Build one neuron and ask it once."""
    return neuron_class(weights, bias).forward(inputs)


def fire_again(neuron_class: Any, weights: Any, bias: float, inputs: Any, others: Any) -> Any:
    """Build a neuron, then another one; ask the first one twice and return its last answer."""
    first = neuron_class(weights, bias)
    neuron_class(others, -bias)
    first.forward(inputs)
    return first.forward(inputs)


neuron_class = Exercise("neuron_class", target="Neuron", title="The Neuron class", call=fire)


@neuron_class.reference
class NeuronReference:
    """The notes' neuron, usable as a method and stable."""

    def __init__(self, weights: ArrayLike, bias: float) -> None:
        self.weights = np.asarray(weights, dtype=np.float64)
        self.bias = bias

    def forward(self, inputs: ArrayLike) -> Any:
        """Return the activation for one input vector."""
        return sigma(self.weights @ np.asarray(inputs) + self.bias)


@neuron_class.check(
    "Neuron(weights, bias).forward(inputs) is the activation",
    points=1,
    hint="Make one object, call forward on it, and compare with your function neuron.",
)
def _(rng: Generator) -> Cases:
    # Arrays, lists and float32; one weight and many.
    for n_inputs in (1, 3, 7):
        weights, inputs = rng.normal(size=(2, n_inputs))
        yield weights, rng.uniform(0.3, 1.5), inputs
    weights, inputs = rng.normal(size=(2, 4))
    yield weights.tolist(), -0.7, inputs.tolist()
    yield weights.astype(np.float32), 1, inputs.astype(np.float32)


@neuron_class.check(
    "each neuron keeps its own weights, however often it is asked",
    points=1,
    hint="Make two neurons with different weights, then ask the first one twice.",
    call=fire_again,
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # A second neuron with other weights must not reach into the first.
    for n_inputs in (2, 5):
        weights, inputs, others = rng.normal(size=(3, n_inputs))
        yield weights, rng.uniform(0.3, 1.5), inputs, others


@neuron_class.check(
    "sums as large as 10,000 are still right",
    points=1,
    hint="Ask a neuron whose weighted sum is -800, and read the error message.",
)
def _(rng: Generator) -> Cases:
    # As for the function: the last two are ordinary in sum only.
    for total in (-1e4, -800.0, 800.0, 1e4):
        weights = rng.choice([-2.0, 2.0], size=2)
        yield weights, rng.uniform(-1, 1), np.array([total, total]) / (2 * weights)
    for small in (-rng.integers(8, 32) / 16, rng.integers(8, 32) / 16):
        yield np.array([1000.0, -1000.0]), small - 1000.0, np.array([2.0, 1.0])
