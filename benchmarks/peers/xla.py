"""The same training in JAX: compiled by XLA, many steps in one call by ``lax.scan``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.network import MLP
from course_utils.training import Recipe

NAME = "JAX scan"
NAME_OF_MANY = "JAX vmap + scan"


def training(
    network: MLP, X: Array, y: Labels, recipe: Recipe, n_steps: int
) -> tuple[Callable[[], Any], Callable[[], Array]]:
    """Return what makes `n_steps` full-batch steps, and what reads the first weights."""
    start = _parameters(network)
    run = _compiled(jax.grad(_loss_of_classes(X, y, recipe)), start, recipe, n_steps)
    return lambda: jax.block_until_ready(run()), lambda: np.array(run()["W1"])


def ensemble(
    networks: Sequence[MLP], X: Array, y: Labels, recipe: Recipe, n_steps: int
) -> tuple[Callable[[], Any], Callable[[], Array]]:
    """Return the same for many networks, stacked; all have one output."""
    each = [_parameters(network) for network in networks]
    start = jax.tree.map(lambda *leaves: jnp.stack(leaves), *each)
    gradient = jax.vmap(jax.grad(_loss_of_two(X, y)))
    run = _compiled(gradient, start, recipe, n_steps)
    return lambda: jax.block_until_ready(run()), lambda: np.array(run()["W1"])


def _parameters(network: MLP) -> dict[str, Any]:
    return {name: jnp.asarray(value) for name, value in network.parameters().items()}


def _scores(parameters: dict[str, Any], X: Any) -> Any:
    hidden = jnp.tanh(X @ parameters["W1"].T + parameters["b1"])
    return hidden @ parameters["W2"].T + parameters["b2"]


def _loss_of_classes(X: Array, y: Labels, recipe: Recipe) -> Callable[[Any], Any]:
    inputs, labels = jnp.asarray(X), jnp.asarray(y)

    def loss(parameters: dict[str, Any]) -> Any:
        log_shares = jax.nn.log_softmax(_scores(parameters, inputs))
        data = -jnp.take_along_axis(log_shares, labels[:, None], axis=1).mean()
        squares = sum((parameters[name] ** 2).sum() for name in ("W1", "W2"))
        return data + 0.5 * recipe.weight_decay * squares

    return loss


def _loss_of_two(X: Array, y: Labels) -> Callable[[Any], Any]:
    inputs, labels = jnp.asarray(X), jnp.asarray(y, dtype=X.dtype)

    def loss(parameters: dict[str, Any]) -> Any:
        scores = _scores(parameters, inputs)[:, 0]
        return (jnp.logaddexp(0.0, scores) - labels * scores).mean()

    return loss


def _compiled(
    gradient: Callable[[Any], Any], start: Any, recipe: Recipe, n_steps: int
) -> Callable[[], Any]:
    """Return a call that makes the steps from `start` and gives the parameters after them."""

    def step(state: Any, _: None) -> tuple[Any, None]:
        parameters, velocity = state
        velocity = jax.tree.map(
            lambda v, g: recipe.momentum * v - recipe.learning_rate * g,
            velocity,
            gradient(parameters),
        )
        return (jax.tree.map(jnp.add, parameters, velocity), velocity), None

    def steps(parameters: Any) -> Any:
        state = (parameters, jax.tree.map(jnp.zeros_like, parameters))
        return jax.lax.scan(step, state, None, length=n_steps)[0][0]

    compiled = jax.jit(steps)
    return lambda: compiled(start)
