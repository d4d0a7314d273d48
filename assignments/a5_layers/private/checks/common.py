"""What the checks of several exercises share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Cases = Iterable[tuple[Any, ...]]


def relu(z: ArrayLike) -> Any:
    """Return max(0, z), entry by entry."""
    return np.maximum(0.0, z)


def tanh(z: ArrayLike) -> Any:
    """Return tanh(z), entry by entry; a function of Python's, as a student would pass one."""
    return np.tanh(z)


def sigma(z: ArrayLike) -> Any:
    """Return 1 / (1 + exp(-z)) without ever taking the exponential of a large number."""
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=np.float64)))


def away_from_zero(rng: Generator, *shape: int) -> Array:
    """Draw numbers of both signs, none of them small: a forgotten one must show."""
    numbers: Array = rng.uniform(0.4, 1.2, size=shape) * rng.choice([-1.0, 1.0], size=shape)
    return numbers


def network(rng: Generator, sizes: Sequence[int]) -> tuple[list[Array], list[Array]]:
    """Draw the weights `(n_out, n_in)` and the flat biases of a network."""
    Ws = [away_from_zero(rng, sizes[i], sizes[i - 1]) for i in range(1, len(sizes))]
    return Ws, [away_from_zero(rng, n_out) for n_out in sizes[1:]]


def half_off(rng: Generator, n_in: int, n_pairs: int, n_out: int) -> tuple[list[Array], ...]:
    """Draw two layers in which ReLU switches off one of each pair of hidden neurons.

    Each hidden neuron has a partner with all signs reversed.  All weights and the bias of
    one output have the same sign: what ReLU takes away adds up and can't cancel.  Outputs
    are positive and negative in turn, so a ReLU on the scores shows as well.
    """
    W, b = away_from_zero(rng, n_pairs, n_in), away_from_zero(rng, n_pairs)
    signs = np.resize([1.0, -1.0], n_out)
    Ws = [np.vstack([W, -W]), signs[:, None] * rng.uniform(0.4, 1.2, (n_out, 2 * n_pairs))]
    return Ws, [np.concatenate([b, -b]), signs * rng.uniform(0.4, 1.2, n_out)]
