"""The spread of the first weights."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise

from .common import Cases

init_scale = Exercise("init_scale", target="init_scale", title="Spread of the first weights")


@init_scale.reference
def init_scale_reference(activation: str, n_in: int) -> Any:
    """Return the std that keeps a signal level; ReLU loses half of the mean square."""
    kept = {"identity": 1.0, "sigmoid": 1.0, "tanh": 1.0, "relu": 0.5}[activation]
    return 1.0 / np.sqrt(kept * n_in)


@init_scale.check(
    "identity, sigmoid and tanh get the root of 1/n_in",
    points=1,
    hint="With 25 inputs the weights of a tanh unit have spread 0.2.",
)
def _(rng: Generator) -> Cases:
    # One input, as many as a CIFAR-10 picture has, and some in between.
    for activation in ("identity", "sigmoid", "tanh"):
        for n_in in (1, int(rng.integers(5, 60)), 3072):
            yield activation, n_in


@init_scale.check(
    "relu gets the root of 2/n_in",
    points=1,
    hint="With 50 inputs the weights of a ReLU have spread 0.2.",
)
def _(rng: Generator) -> Cases:
    # As above.
    for n_in in (1, int(rng.integers(5, 60)), 3072):
        yield "relu", n_in
