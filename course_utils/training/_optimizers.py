"""Optimisers: how a gradient becomes a step. Each looks after one array of parameters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

import numpy as np

from course_utils._arrays import Array
from course_utils.training._recipe import ADAM_EPSILON, ADAM_MEMORY, Recipe


class Optimizer(Protocol):
    """What `SGD`, `Momentum` and `Adam` have in common."""

    recipe: Recipe

    def __init__(self, recipe: Recipe) -> None: ...

    def step(self, p: Array, g: Array) -> Array:
        """Return the parameters after one step, given their gradient."""


class SGD:
    """Stochastic gradient descent: go against the gradient.

    Parameters
    ----------
    recipe : Recipe
        Its `learning_rate` counts.

    Notes
    -----
    CS231n, "Neural Networks Part 3", "SGD and bells and whistles".

    Examples
    --------
    >>> SGD(Recipe(learning_rate=0.5)).step(np.array([1.0]), np.array([0.4]))
    array([0.8])
    """

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def step(self, p: Array, g: Array) -> Array:
        """Return the parameters after one step, ``p - learning_rate * g``.

        Parameters
        ----------
        p : ndarray, any shape
            The parameters.
        g : ndarray, same shape
            The gradient of the loss with respect to them.

        Returns
        -------
        ndarray, same shape
            The new parameters.
        """
        return p - self.recipe.learning_rate * g


class Momentum:
    """Gradient descent with inertia: a ball that rolls, where SGD crawls.

    Parameters
    ----------
    recipe : Recipe
        Its `learning_rate` and `momentum` count.

    Notes
    -----
    CS231n, "Neural Networks Part 3", "SGD and bells and whistles".

    Examples
    --------
    The same gradient twice: the second step is longer, by 0.9 times the first.

    >>> ball = Momentum(Recipe(learning_rate=0.5, momentum=0.9))
    >>> p = ball.step(np.array([1.0]), np.array([0.4]))
    >>> p, ball.step(p, np.array([0.4]))
    (array([0.8]), array([0.42]))
    """

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.velocity: Array | float = 0.0

    def step(self, p: Array, g: Array) -> Array:
        """Return the parameters after one step, ``p + v`` with the new velocity v.

        Parameters
        ----------
        p : ndarray, any shape
            The parameters.
        g : ndarray, same shape
            The gradient of the loss with respect to them.

        Returns
        -------
        ndarray, same shape
            The new parameters.
        """
        self.velocity = self.recipe.momentum * self.velocity - self.recipe.learning_rate * g
        return p + self.velocity


class Adam:
    """Give each parameter its own step length, about the learning rate.

    Parameters
    ----------
    recipe : Recipe
        Its `learning_rate` counts.

    Notes
    -----
    Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), Algorithm 1; CS231n,
    "Neural Networks Part 3", "Per-parameter adaptive learning rate methods".

    Examples
    --------
    The first step is as long as the learning rate, however large the gradient is:

    >>> p = Adam(Recipe(learning_rate=0.5)).step(np.array([1.0, 1.0]), np.array([7.0, -0.1]))
    >>> p.round(6)
    array([0.5, 1.5])
    """

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.mean: Array | float = 0.0
        self.mean_square: Array | float = 0.0
        self.n_steps = 0

    def step(self, p: Array, g: Array) -> Array:
        """Return the parameters after one step.

        Parameters
        ----------
        p : ndarray, any shape
            The parameters.
        g : ndarray, same shape
            The gradient of the loss with respect to them.

        Returns
        -------
        ndarray, same shape
            The new parameters.
        """
        beta1, beta2 = ADAM_MEMORY
        self.n_steps += 1
        self.mean = beta1 * self.mean + (1 - beta1) * g
        self.mean_square = beta2 * self.mean_square + (1 - beta2) * g**2
        # Both averages start at 0, so the first ones are too small by a factor that is known.
        mean = self.mean / (1 - beta1**self.n_steps)
        mean_square = self.mean_square / (1 - beta2**self.n_steps)
        moved: Array = p - self.recipe.learning_rate * mean / (
            np.sqrt(mean_square) + ADAM_EPSILON
        )
        return moved


OPTIMIZERS: Mapping[str, type[Optimizer]] = MappingProxyType(
    {"sgd": SGD, "momentum": Momentum, "adam": Adam}
)
