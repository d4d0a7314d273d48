"""Training one network as slowly and plainly as can be: what ensembles must come out equal to.

Nothing here is derived by hand.  The gradient of a parameter is a complex step: for a smooth
formula f, the imaginary part of ``f(p + 1e-30j)`` divided by 1e-30 is f'(p) to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from course_utils.network import MLP
from course_utils.training import Recipe

Parameters = dict[str, Any]

FORMULAS: dict[str, Callable[[Any], Any]] = {
    "identity": lambda z: z,
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "relu": lambda z: np.where(z.real > 0, z, 0),
    "leaky_relu": lambda z: np.where(z.real > 0, z, 0.01 * z),
    "elu": lambda z: np.where(z.real > 0, z, np.exp(z) - 1),
    "silu": lambda z: z / (1 + np.exp(-z)),
    "softplus": lambda z: np.log(1 + np.exp(z)),
}


def forward(parameters: Parameters, activations: tuple[str, ...], X: Any) -> Any:
    a = X
    for n, name in enumerate(activations, start=1):
        a = FORMULAS[name](a @ parameters[f"W{n}"].T + parameters[f"b{n}"])
    return a


def loss_of(name: str, scores: Any, y: Any) -> Any:
    if name == "squared_error":
        return ((scores - y.reshape(scores.shape)) ** 2).mean()
    if name.startswith("binary"):
        lead = (2.0 * y - 1) * scores[:, 0]
        if name == "binary_hinge":
            return np.where(lead.real < 1, 1 - lead, 0).mean()
        return np.log(1 + np.exp(-lead)).mean()
    ahead = scores - scores[np.arange(len(y)), y][:, None]
    if name == "cross_entropy":
        return np.log(np.exp(ahead).sum(axis=1)).mean()
    missing = np.where(ahead.real > -1, ahead + 1, 0)
    return missing.sum(axis=1).mean() - 1  # the right class itself misses all of the margin


def slopes(loss: Callable[[Parameters], Any], parameters: Parameters) -> Parameters:
    found = {}
    for name, values in parameters.items():
        found[name] = np.zeros_like(values)
        for place in np.ndindex(values.shape):
            moved = values.astype(complex)
            moved[place] += 1e-30j
            found[name][place] = loss(parameters | {name: moved}).imag / 1e-30
    return found


def batches(n_samples: int, recipe: Recipe) -> Iterator[Any]:
    rng = np.random.default_rng(recipe.seed)
    size = recipe.batch_size or n_samples
    while True:
        everything = np.arange(n_samples)
        order = everything if size >= n_samples else rng.permutation(n_samples)
        yield from (order[start : start + size] for start in range(0, n_samples, size))


def train_plainly(network: MLP, X: Any, y: Any, recipe: Recipe) -> tuple[list[float], Any]:
    """Return the losses at all records, and the parameters at the end."""
    p = {name: values.copy() for name, values in network.parameters().items()}
    m = {name: 0 * values for name, values in p.items()}
    v = {name: 0 * values for name, values in p.items()}
    records = []

    def loss(some: Parameters, *, chosen: Any = slice(None)) -> Any:
        scores = forward(some, network.activations, X[chosen])
        return loss_of(recipe.loss, scores, y[chosen])

    for t, chosen in zip(range(1, recipe.n_steps + 1), batches(len(X), recipe), strict=False):
        if (t - 1) % recipe.record_every == 0:
            records.append(loss(p))
        for name, g in slopes(partial(loss, chosen=chosen), p).items():
            if name.startswith("W"):
                g = g + recipe.weight_decay * p[name]
            if recipe.optimizer == "sgd":
                p[name] = p[name] - recipe.learning_rate * g
            elif recipe.optimizer == "momentum":
                v[name] = recipe.momentum * v[name] - recipe.learning_rate * g
                p[name] = p[name] + v[name]
            else:
                m[name] = 0.9 * m[name] + 0.1 * g
                v[name] = 0.999 * v[name] + 0.001 * g**2
                m_hat, v_hat = m[name] / (1 - 0.9**t), v[name] / (1 - 0.999**t)
                p[name] = p[name] - recipe.learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8)
    return [*records, loss(p)], p
