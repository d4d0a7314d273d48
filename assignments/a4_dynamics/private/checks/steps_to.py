"""How many steps a loss takes to its target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

steps_to = Exercise("steps_to", target="steps_to", title="Steps to a target")


@steps_to.reference
def steps_to_reference(losses: Sequence[float], target: float) -> Any:
    """Return the first index at which the loss is at most the target, or None."""
    return next((step for step, loss in enumerate(losses) if loss <= target), None)


def race(rng: Generator, n_above: int, n_after: int) -> Array:
    """Draw losses that reach 1 after so many steps, and leave and reach it again later.

    The lowest loss is neither the first nor the last that reaches it.

    All are fractions of 64, exact in float32 too, and none is 1.
    """
    above = rng.integers(70, 256, size=n_above)
    after = rng.integers(8, 60, size=n_after)
    after[1::2] += 64
    losses: Array = np.concatenate([above, after, [4, 72, 6]]) / 64
    return losses


@steps_to.check(
    "it is the first index at which the loss is at most the target",
    points=1,
    hint="Try losses 3, 2, 1, 2 with target 2, then with target 5. Indices begin at 0.",
)
def _(rng: Generator) -> Cases:
    # Reached below the target and exactly on it; at once; at the very end; and left again.
    losses = race(rng, 6, 5)
    yield losses, 1.0
    yield race(rng, 0, 4), 1.0
    exact = race(rng, 4, 4)
    exact[2] = 1.0
    yield exact, 1.0
    yield np.append(rng.integers(70, 256, size=7) / 64, 1.0), 1.0
    yield np.array([0.75, 0.5, 0.25]), 0.75
    # A later loss lies nearer to the target than the first one that reaches it.
    yield np.array([2.0, rng.uniform(0.1, 0.5), 1.0, 3.0]), 1.0


@steps_to.check(
    "a target that is never reached gives None; lists and negative losses are fine",
    points=1,
    hint="What does your function return for losses [3, 2] and target 1, and for no losses?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # No loss equals its target here: that has its own check.
    losses = race(rng, 5, 6)
    yield losses[:5], 1.0
    yield [], 1.0
    yield np.array([1.5]), 0.25
    yield losses.tolist(), 1.0
    yield [9, 7, 8, 2, 5], 4
    yield race(rng, 3, 4).astype(np.float32), 1.0
    yield losses[::-1][3:], 1.0
    yield read_only(-losses[:5]), -3.99
    yield read_only(race(rng, 2, 3)), 1.0
