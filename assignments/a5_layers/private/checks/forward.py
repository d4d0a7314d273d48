"""The forward pass in rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, away_from_zero, half_off, network, relu, sigma, tanh

# Several layers of float32 round to about 1e-6, also where a score is near zero.  Every
# mistake of the bank is off by more than 0.1.
forward = Exercise("forward", target="forward", title="Forward in rows", atol=1e-3)


@forward.reference
def forward_reference(
    X: ArrayLike,
    Ws: Sequence[ArrayLike],
    bs: Sequence[ArrayLike],
    activation: Callable[[Any], Any],
) -> Any:
    """Ask every neuron of a layer about every sample; the last layer stays plain."""
    a = np.asarray(X)
    last = len(Ws) - 1
    for layer, (W, b) in enumerate(zip(Ws, bs, strict=True)):
        z = np.einsum("si,ni->sn", a, np.asarray(W)) + np.asarray(b)
        a = z if layer == last else activation(z)
    return a


@forward.check(
    "without a hidden layer the scores are X W^T + b, with no activation",
    points=1,
    hint="With a single layer, `activation` must not be called at all.",
)
def _(rng: Generator) -> Cases:
    # A square W lets a missing transpose through, so its numbers must tell.
    for n_samples, n_in, n_out in ((5, 3, 4), (4, 3, 3), (1, 4, 2), (3, 1, 2), (4, 3, 1)):
        Ws, bs = network(rng, [n_in, n_out])
        yield away_from_zero(rng, n_samples, n_in), Ws, bs, tanh
    yield np.zeros((2, 3)), *network(rng, [3, 3]), sigma
    yield away_from_zero(rng, 2, 1) * 1e4, *network(rng, [1, 3]), tanh


@forward.check(
    "each hidden layer applies the activation that was passed in, the last layer none",
    points=1,
    hint="Take the network 1-1-1-1 with activation np.tanh, and work it out step by step.",
)
def _(rng: Generator) -> Cases:
    # Neither tanh nor sigma is ever the identity or ReLU.  Equal sizes hide a wrong product.
    for sizes in ((3, 4, 2), (3, 4, 4, 1), (3, 3, 3, 3), (2, 5, 3, 4, 2)):
        for activation in (tanh, sigma):
            X = away_from_zero(rng, 5, sizes[0])
            yield X, *network(rng, sizes), activation
    yield away_from_zero(rng, 1, 1), *network(rng, [1, 1, 1]), tanh
    yield away_from_zero(rng, 3, 2) * 1e4, *network(rng, [2, 3, 2]), sigma


@forward.check(
    "lists, whole numbers, float32 and views are fine, and nothing that came in has changed",
    points=1,
    hint="X, every W and every b may be lists. Does your code put anything back into them?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # ReLU is on for one half of the hidden neurons and off for the other, whatever the draw.
    Ws, bs = half_off(rng, 3, 2, 4)
    X = away_from_zero(rng, 6, 3)
    yield X.tolist(), [W.tolist() for W in Ws], [b.tolist() for b in bs], relu
    whole = [np.rint(3 * W).astype(int) for W in Ws]
    yield np.rint(3 * X).astype(int), whole, bs, relu
    small = [W.astype(np.float32) for W in Ws], [b.astype(np.float32) for b in bs]
    yield X.astype(np.float32), *small, relu
    yield np.asfortranarray(X)[::2], Ws, bs, relu
    yield read_only(X), Ws, bs, relu
