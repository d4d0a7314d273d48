"""Which share of the slopes is flat."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

saturated_fraction = Exercise(
    "saturated_fraction", target="saturated_fraction", title="The saturated share"
)


@saturated_fraction.reference
def saturated_reference(slopes: ArrayLike, threshold: float = 0.01) -> Any:
    """Return the share of slopes that are smaller than the threshold."""
    return np.mean(np.asarray(slopes) < threshold)


def mixed(rng: Generator, n_flat: int, n_steep: int, threshold: float = 0.01) -> Array:
    """Draw so many slopes clearly below the threshold and so many clearly above, shuffled.

    The steep ones end with a 1, which a sigmoid's *output* would call saturated.
    """
    flat = threshold * rng.uniform(0.0, 0.9, size=n_flat)
    steep = rng.uniform(1.1 * threshold, 0.9, size=n_steep - 1)
    slopes: Array = rng.permutation(np.concatenate([flat, steep, [1.0]]))
    return slopes


@saturated_fraction.check(
    "without a second argument it is the share of slopes below 0.01",
    points=0.5,
    hint="Of the slopes 0.2, 0.001, 1 and 0.1, one in four is flat. What do you get?",
)
def _(rng: Generator) -> Cases:
    yield (mixed(rng, 3, 5),)
    yield (mixed(rng, 9, 2),)
    yield (np.zeros(4),)
    yield (np.array([0.25, 1.0, 0.1]),)


@saturated_fraction.check(
    "an array of two or three axes gives one number too",
    points=0.5,
    hint="Units, samples, layers: all entries count alike. How many are there altogether?",
)
def _(rng: Generator) -> Cases:
    yield (mixed(rng, 5, 7).reshape(4, 3),)
    yield (mixed(rng, 2, 3).reshape(1, 5),)
    yield (mixed(rng, 15, 9).reshape(2, 3, 4),)


@saturated_fraction.check(
    "another threshold is used, and a slope equal to it is not below it",
    points=0.5,
    hint="Try the slopes 0.1, 0.2 and 0.3 with a threshold of 0.2.",
)
def _(rng: Generator) -> Cases:
    # The threshold itself is in by its own value, so no rounding decides.
    for threshold in (0.01, 0.05, 0.25, rng.uniform(0.3, 0.5)):
        yield np.append(mixed(rng, 4, 5, threshold), threshold), threshold
    yield np.array([0.5, 0.75, 1.0, 1.0]), 1.0


@saturated_fraction.check(
    "lists, float32, views and single slopes are fine, and nothing changes",
    points=0.5,
    hint="Try a plain list of lists, and a list with a single slope in it.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # One axis where the kind of argument is all that matters; the shape has its own check.
    slopes = mixed(rng, 6, 10)
    yield (slopes.tolist(),)
    yield ([0, 1, 1, 0, 1],)
    yield (mixed(rng, 3, 4).astype(np.float32),)
    yield (slopes[::-3],)
    yield (read_only(slopes),)
    yield ([rng.uniform(0.0, 0.009)],)
    yield ([rng.uniform(0.1, 0.9)],)
