"""Which share of the units is dead."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, layer

dead_fraction = Exercise("dead_fraction", target="dead_fraction", title="The dead share")


@dead_fraction.reference
def dead_fraction_reference(activations: ArrayLike) -> Any:
    """Return the share of units that are never above 0."""
    return 1.0 - np.mean(np.max(activations, axis=0) > 0)


@dead_fraction.check(
    "it is the number of dead units divided by the number of units",
    points=1,
    hint="Four units, one of them dead: 0.25, however often the other three are silent.",
)
def _(rng: Generator) -> Cases:
    # Numbers of dead and living units differ, and neither divides the number of samples.
    # In the first one sample finds the whole layer silent: it is no unit.
    yield (np.insert(layer(rng, 6, 3, 5), rng.integers(7), 0.0, axis=0),)
    yield (layer(rng, 9, 4, 7),)
    yield (layer(rng, 200, 1, 6),)
    yield (layer(rng, 11, 6, 7),)


@dead_fraction.check(
    "none, all, one unit, lists and views are fine too, and nothing changes",
    points=1,
    hint="Try a plain list of lists, then a layer in which no unit is dead.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    outputs = layer(rng, 7, 3, 5)
    yield (np.zeros((4, 3)),)
    yield (rng.uniform(0.1, 2.0, size=(3, 4)),)
    yield (rng.uniform(0.1, 2.0, size=(5, 1)),)
    yield (outputs.tolist(),)
    yield ([[0, 2, 0, 0], [0, 0, 3, 0], [0, 1, 0, 0]],)
    yield (outputs.astype(np.float32),)
    yield (1e-9 * outputs,)
    yield (layer(rng, 5, 3, 8)[:, ::-1],)
    yield (read_only(outputs),)
