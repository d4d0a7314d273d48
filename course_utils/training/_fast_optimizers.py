"""Optimisers as lists of calls on the flat vector of all parameters, for the fast engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import numpy as np

from course_utils._arrays import Array
from course_utils.training._fast_activations import Calls
from course_utils.training._recipe import ADAM_EPSILON, ADAM_MEMORY, Recipe


class Memory:
    """What an optimiser remembers of past gradients."""

    def __init__(self, like: Array, optimizer: str) -> None:
        self.first, self.second = np.zeros_like(like), np.zeros_like(like)
        self.n_steps = 0
        self.optimizer = optimizer

    def serve(self, optimizer: str) -> None:
        """Forget everything, unless it is the same optimiser as before."""
        if optimizer != self.optimizer:
            self.clear()
        self.optimizer = optimizer

    def clear(self) -> None:
        """Forget everything."""
        self.first.fill(0)
        self.second.fill(0)
        self.n_steps = 0


def update_calls(
    p: Array, g: Array, decay: Array | None, memory: Memory, recipe: Recipe
) -> Calls:
    """Return the calls that move the parameters `p` one step; they spoil the gradient `g`.

    `decay` holds the weight decay of each parameter, 0 for a bias; None is none at all.
    """
    update = _UPDATES[recipe.optimizer](p, g, memory, recipe)
    if decay is None:
        return update
    spare = np.empty_like(p)
    return [partial(np.multiply, p, decay, spare), partial(np.add, g, spare, g), *update]


def _sgd(p: Array, g: Array, _: Memory, recipe: Recipe) -> Calls:
    learning_rate = np.asarray(recipe.learning_rate, p.dtype)
    return [partial(np.multiply, g, learning_rate, g), partial(np.subtract, p, g, p)]


def _momentum(p: Array, g: Array, memory: Memory, recipe: Recipe) -> Calls:
    velocity, kept = memory.first, np.asarray(recipe.momentum, p.dtype)
    learning_rate = np.asarray(recipe.learning_rate, p.dtype)
    return [
        partial(np.multiply, velocity, kept, velocity),
        partial(np.multiply, g, learning_rate, g),
        partial(np.subtract, velocity, g, velocity),
        partial(np.add, p, velocity, p),
    ]


def _adam(p: Array, g: Array, memory: Memory, recipe: Recipe) -> Calls:
    # The averages of Adam without their factors 1 - beta, which saves two calls a step: the
    # factors, the correction of the first steps and the learning rate are one number, `rate`.
    # What is taken out of the root has to be taken out of epsilon, too.
    beta1, beta2 = ADAM_MEMORY
    mean, mean_square = memory.first, memory.second
    keep1, keep2 = np.asarray(beta1, p.dtype), np.asarray(beta2, p.dtype)
    rate, epsilon = np.empty((), p.dtype), np.empty((), p.dtype)

    def count_the_step() -> None:
        memory.n_steps += 1
        root = ((1 - beta2) / (1 - beta2**memory.n_steps)) ** 0.5
        epsilon[()] = ADAM_EPSILON / root
        rate[()] = recipe.learning_rate * (1 - beta1) / (1 - beta1**memory.n_steps) / root

    return [
        count_the_step,
        partial(np.multiply, mean, keep1, mean),
        partial(np.add, mean, g, mean),
        partial(np.multiply, g, g, g),
        partial(np.multiply, mean_square, keep2, mean_square),
        partial(np.add, mean_square, g, mean_square),
        partial(np.sqrt, mean_square, g),
        partial(np.add, g, epsilon, g),
        partial(np.divide, mean, g, g),
        partial(np.multiply, g, rate, g),
        partial(np.subtract, p, g, p),
    ]


_UPDATES: Mapping[str, Callable[[Array, Array, Memory, Recipe], Calls]] = MappingProxyType(
    {"sgd": _sgd, "momentum": _momentum, "adam": _adam}
)
