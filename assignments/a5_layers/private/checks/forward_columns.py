"""The forward pass in the notes' dialect: samples and biases are columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases, away_from_zero, half_off, network, relu, sigma, tanh

# As for rows: float32 rounds to about 1e-6, and every mistake is off by more than 0.1.
forward_columns = Exercise(
    "forward_columns", target="forward_columns", title="Forward in columns", atol=1e-3
)


@forward_columns.reference
def forward_columns_reference(
    x: ArrayLike,
    Ws: Sequence[ArrayLike],
    bs: Sequence[ArrayLike],
    activation: Callable[[Any], Any],
) -> Any:
    """Compute layer by layer; a column of b meets every column of samples."""
    a = np.asarray(x)
    last = len(Ws) - 1
    for layer, (W, b) in enumerate(zip(Ws, bs, strict=True)):
        z = np.einsum("ni,is->ns", np.asarray(W), a) + np.asarray(b)
        a = z if layer == last else activation(z)
    return a


def columns(biases: Sequence[Array]) -> list[Array]:
    """Stand flat biases upright."""
    return [b[:, None] for b in biases]


@forward_columns.check(
    "five samples in five columns give five columns of scores",
    points=1,
    hint="For 3-4-2 and x of shape (3, 5) the result has shape (2, 5).",
)
def _(rng: Generator) -> Cases:
    # No layer has five neurons, so a flat bias can't slip through here.
    for sizes in ((3, 2), (3, 4, 2), (3, 3, 3), (2, 4, 4, 3)):
        for activation in (tanh, sigma):
            Ws, bs = network(rng, sizes)
            yield away_from_zero(rng, sizes[0], 5), Ws, columns(bs), activation


@forward_columns.check(
    "one sample, and as many samples as neurons, give the right numbers",
    points=1,
    hint="With 4 samples and 4 neurons a bias of the wrong shape raises no error. Look closer.",
)
def _(rng: Generator) -> Cases:
    # Here broadcasting takes a flat bias without a word, and its entries all differ.
    for sizes, n_samples in (((3, 4, 2), 1), ((2, 4, 4), 4), ((3, 3), 3), ((3, 3, 3, 3), 3)):
        Ws, bs = network(rng, sizes)
        apart = [b + 2.0 * np.arange(len(b)) for b in bs]
        yield away_from_zero(rng, sizes[0], n_samples), Ws, columns(apart), tanh
    yield away_from_zero(rng, 2, 4) * 1e4, *upright(rng, (2, 4, 4)), sigma


def upright(rng: Generator, sizes: Sequence[int]) -> tuple[list[Array], list[Array]]:
    """Draw a network whose biases are columns."""
    Ws, bs = network(rng, sizes)
    return Ws, columns(bs)


@forward_columns.check(
    "lists, whole numbers, float32 and views are fine, and nothing that came in has changed",
    points=1,
    hint="x, every W and every b may be lists. Does your code put anything back into them?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # ReLU is on for one half of the hidden neurons and off for the other, whatever the draw.
    Ws, flat = half_off(rng, 3, 2, 4)
    bs, x = columns(flat), away_from_zero(rng, 3, 6)
    yield x.tolist(), [W.tolist() for W in Ws], [b.tolist() for b in bs], relu
    whole = [np.rint(3 * W).astype(int) for W in Ws]
    yield np.rint(3 * x).astype(int), whole, bs, relu
    small = [W.astype(np.float32) for W in Ws], [b.astype(np.float32) for b in bs]
    yield x.astype(np.float32), *small, relu
    yield x[:, ::2], Ws, bs, relu
    yield read_only(x), Ws, bs, relu
