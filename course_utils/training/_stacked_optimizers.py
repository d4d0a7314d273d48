"""The update rules for many networks at once, in place, on one flat array of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from course_utils._arrays import Array
from course_utils.training._recipe import ADAM_EPSILON, ADAM_MEMORY, Recipe
from course_utils.training._stacked_arrays import Stack


class Optimizer(Protocol):
    """Moves all parameters one step; the gradients are spent by it."""

    def step(self, parameters: Array, gradients: Array) -> None:
        """Change `parameters` in place, both of shape (n_numbers,)."""


class SGD:
    """Step against the gradient: ``p -= learning_rate * g``."""

    def __init__(self, learning_rate: Array) -> None:
        self.learning_rate = learning_rate

    def step(self, parameters: Array, gradients: Array) -> None:
        """Change `parameters` in place, both of shape (n_numbers,)."""
        gradients *= self.learning_rate
        parameters -= gradients


class Momentum:
    """Keep some speed: ``v = momentum * v - learning_rate * g; p += v``."""

    def __init__(self, learning_rate: Array, momentum: Array, n_numbers: int) -> None:
        self.learning_rate, self.momentum = learning_rate, momentum
        self.velocity = np.zeros(n_numbers, learning_rate.dtype)

    def step(self, parameters: Array, gradients: Array) -> None:
        """Change `parameters` in place, both of shape (n_numbers,)."""
        gradients *= self.learning_rate
        self.velocity *= self.momentum
        self.velocity -= gradients
        parameters += self.velocity


class Adam:
    """Divide the mean of past gradients by the root of the mean of their squares."""

    def __init__(self, learning_rate: Array, n_numbers: int) -> None:
        self.learning_rate = learning_rate
        self.mean, self.mean_square = np.zeros((2, n_numbers), learning_rate.dtype)
        self.n_steps = 0

    def step(self, parameters: Array, gradients: Array) -> None:
        """Change `parameters` in place, both of shape (n_numbers,)."""
        self.n_steps += 1
        beta1, beta2 = ADAM_MEMORY
        self.mean *= beta1
        self.mean += (1 - beta1) * gradients
        gradients *= gradients
        gradients *= 1 - beta2
        self.mean_square *= beta2
        self.mean_square += gradients
        # Both averages start at 0, so the first ones are too small by a factor that is known.
        np.sqrt(self.mean_square, out=gradients)
        gradients *= (1 - beta2**self.n_steps) ** -0.5
        gradients += ADAM_EPSILON
        np.divide(self.mean, gradients, out=gradients)
        gradients *= self.learning_rate / (1 - beta1**self.n_steps)
        parameters -= gradients


def stacked_optimizer(recipes: Sequence[Recipe], parameters: Stack) -> Optimizer:
    """Return the optimiser of the recipes, each of which speaks for one network."""
    rates = parameters.spread(np.array([recipe.learning_rate for recipe in recipes]))
    match recipes[0].optimizer:
        case "sgd":
            return SGD(rates)
        case "momentum":
            momentum = parameters.spread(np.array([recipe.momentum for recipe in recipes]))
            return Momentum(rates, momentum, parameters.flat.size)
        case _:
            return Adam(rates, parameters.flat.size)
