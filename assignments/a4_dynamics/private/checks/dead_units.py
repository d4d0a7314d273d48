"""Which units of a layer are dead."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, layer

dead_units = Exercise("dead_units", target="dead_units", title="Dead units")


@dead_units.reference
def dead_units_reference(activations: ArrayLike) -> Any:
    """Return for each unit whether it is never above 0."""
    return ~(np.asarray(activations) > 0).any(axis=0)


@dead_units.check(
    "a unit is dead if it is above 0 for no sample at all",
    points=1,
    hint="A unit that speaks for a single sample out of a thousand is alive.",
)
def _(rng: Generator) -> Cases:
    # Living units that speak once, first, last or between; a square hides no wrong axis.
    yield (layer(rng, 6, 3, 5),)
    yield (layer(rng, 9, 2, 4),)
    yield (layer(rng, 7, 3, 4),)
    yield (layer(rng, 200, 4, 6),)


@dead_units.check(
    "one sample, one unit, all dead and none dead give one answer for each unit",
    points=1,
    hint="For an array of shape (1, 4) the result has shape (4,), and for (5, 1) shape (1,).",
)
def _(rng: Generator) -> Cases:
    yield (np.array([[0.0, 1.5, 0.0, 0.25]]),)
    yield (np.zeros((5, 1)),)
    yield (rng.uniform(0.1, 2.0, size=(5, 1)),)
    yield (np.zeros((4, 3)),)
    yield (rng.uniform(0.1, 2.0, size=(3, 5)),)


@dead_units.check(
    "small outputs, lists, float32 and views are fine, and nothing changes",
    points=1,
    hint="Try a plain list of lists, and a unit whose only output is 1e-9: it is alive.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    outputs = layer(rng, 8, 4, 5)
    yield (1e-9 * outputs,)
    yield (outputs.tolist(),)
    yield ([[0, 2, 0], [0, 0, 3]],)
    yield (outputs.astype(np.float32),)
    yield (layer(rng, 5, 4, 8)[:, ::-1],)
    yield (read_only(outputs),)
