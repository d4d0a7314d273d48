"""The spread of a signal, layer by layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, identity, relu

layer_stds = Exercise("layer_stds", target="layer_stds", title="The signal, layer by layer")


@layer_stds.reference
def layer_stds_reference(
    X: ArrayLike, Ws: Sequence[ArrayLike], activation: Callable[[Array], ArrayLike]
) -> Any:
    """Return one number for each layer: the std of all its activations."""
    signal, spreads = np.asarray(X, np.float64), []
    for W in Ws:
        signal = np.asarray(activation(np.einsum("mi,oi->mo", signal, np.asarray(W))))
        spreads.append(np.sqrt(signal.var()))
    return spreads


def softplus(z: ArrayLike) -> Array:
    """Apply an activation that nobody has at hand; its mean is far from 0."""
    return np.asarray(np.logaddexp(0.0, np.asarray(z)))


def mixed(rng: Generator, n_out: int, n_in: int) -> Array:
    """Draw weights whose rows grow, each second one turned about: no two units agree."""
    sizes = np.arange(1.0, n_out + 1) * (-1.0) ** np.arange(n_out)
    return np.asarray(sizes[:, np.newaxis] * rng.uniform(0.4, 1.0, size=(n_out, n_in)))


def first(rng: Generator, n_samples: int, n_features: int) -> Array:
    """Draw samples of one sign each, so that each unit of `mixed` is on for some of them."""
    sides = (-1.0) ** np.arange(n_samples)
    return np.asarray(
        sides[:, np.newaxis] * rng.uniform(0.5, 1.5, size=(n_samples, n_features))
    )


@layer_stds.check(
    "the spread of one layer is that of its activations",
    points=1,
    hint="Work one layer by hand: sums, then activations, then one std over all of them.",
)
def _(rng: Generator) -> Cases:
    # ReLU, tanh and an activation of our own; few numbers, so that n - 1 is not taken for n.
    for activation in (relu, np.tanh, softplus, identity):
        yield first(rng, 2, 3), [mixed(rng, 2, 3)], activation
        yield first(rng, 5, 3), [mixed(rng, 4, 3)], activation
    yield first(rng, 4, 3), [mixed(rng, 3, 3)], relu
    yield first(rng, 1, 2), [mixed(rng, 4, 2)], softplus


@layer_stds.check(
    "each layer works on the activations of the one before",
    points=1,
    hint="For five layers there are five numbers; each layer changes the signal once more.",
)
def _(rng: Generator) -> Cases:
    # Widths that change; equal widths, where a transpose fits; a signal that explodes.
    for activation in (relu, softplus):
        widths = (3, 4, 2, 5)
        Ws = [mixed(rng, n_out, n_in) for n_in, n_out in pairwise(widths)]
        yield first(rng, 6, 3), Ws, activation
        yield first(rng, 4, 3), [10 * mixed(rng, 3, 3) for _ in range(6)], activation


@layer_stds.check(
    "lists, float32 and whole numbers are fine, and nothing has changed",
    points=1,
    hint="X and each W may be plain lists, and the caller still needs them afterwards.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # One layer without a negative number, which ReLU leaves as it is: mistakes with the
    # activation or with further layers cost nothing here.
    X, W = abs(first(rng, 6, 4)), abs(mixed(rng, 3, 4))
    yield X.tolist(), [W.tolist()], relu
    yield X.astype(np.float32), [W.astype(np.float32)], relu
    yield np.rint(4 * X).astype(int), [np.rint(3 * W).astype(int)], relu
    yield read_only(X)[:, ::2], [read_only(W)[:, ::2]], relu
