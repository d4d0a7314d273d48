"""Weights under the penalty alone."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, away_from_zero

forgetting = Exercise("forgetting", target="forgetting", title="Forgetting")


@forgetting.reference
def forgetting_reference(
    w0: ArrayLike, learning_rate: float, weight_decay: float, n_steps: int
) -> Any:
    """Return what is left: each step keeps the same share of a weight."""
    return (1.0 - learning_rate * weight_decay) ** n_steps * np.asarray(w0, dtype=np.float64)


def rates(rng: Generator) -> tuple[float, float]:
    """Draw a learning rate and a weight decay that differ; together they take 0.15 to 0.4."""
    return rng.uniform(0.3, 0.5), rng.uniform(0.5, 0.8)


@forgetting.check(
    "every step keeps the same share of each weight",
    points=1,
    hint="Work two steps by hand: w0 = 8, learning rate 0.5, weight decay 1. What is left?",
)
def _(rng: Generator) -> Cases:
    # More steps would make weights small and mistakes small with them.
    for n_steps in (1, 2, 3, 5):
        yield away_from_zero(rng, 4), *rates(rng), n_steps
        yield away_from_zero(rng, 2, 3), *rates(rng)[::-1], n_steps


@forgetting.check(
    "no step and no decay change nothing; a product of 1 or more is right as well",
    points=0.5,
    hint="Which share is left if learning rate times weight decay is 0? If it is 1? 1.5?",
)
def _(rng: Generator) -> Cases:
    w0 = away_from_zero(rng, 5)
    yield w0, *rates(rng), 0
    yield w0, rng.uniform(0.2, 0.8), 0.0, 4
    yield w0, 0.0, rng.uniform(0.2, 0.8), 4
    yield w0, 0.5, 2.0, 1
    yield w0, 0.5, 2.0, 3
    for n_steps in (1, 2, 3):
        yield w0, 0.5, 3.0, n_steps


@forgetting.check(
    "one number, lists, whole numbers and float32 are fine, and nothing has changed",
    points=0.5,
    hint="Try w0 = [4, -2], a plain list of whole numbers: the results have fractions.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    w0 = away_from_zero(rng, 6)
    yield float(w0[0]), *rates(rng), 2
    yield 3, *rates(rng), 1
    yield w0.tolist(), *rates(rng), 3
    yield [4, -2, 1], *rates(rng), 2
    yield np.array([[5, -3], [2, 7]]), *rates(rng), 2
    yield w0.astype(np.float32), *rates(rng), 4
    yield w0[::-2], *rates(rng), 1
    yield read_only(w0), *rates(rng), 2
