"""Mean and standard error of the numbers that an experiment gave."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Cases, parts_of, spread_out

summarise = Exercise("summarise", target="summarise", title="A table in three numbers")


@summarise.reference
def summarise_reference(values: ArrayLike) -> dict[str, Any]:
    """Return how many there are, their mean and its standard error."""
    numbers = np.asarray(values, np.float64)
    n = numbers.size
    mean = numbers.sum() / n
    error = np.sqrt(np.square(numbers - mean).sum() / (n * (n - 1)))
    return {"n": n, "mean": mean, "standard_error": error}


def only(*keys: str) -> Any:
    """Return a call that looks at these entries alone, so that a slip counts once."""

    def call(target: Any, *arguments: Any) -> Any:
        return parts_of(target(*arguments), *keys)

    return call


def tables(rng: Generator) -> Cases:
    """Yield values of both signs; the fewest that there can be come as well."""
    for n in (2, 3, 5, 20):
        yield (spread_out(rng, n, rng.uniform(1.0, 3.0), 0.4),)
        yield (spread_out(rng, n, rng.uniform(-3.0, -1.0), 0.1),)


@summarise.check(
    "n and the mean are right",
    points=1,
    hint="Work it out by hand for 1, 2 and 6.",
    call=only("n", "mean"),
)
def _(rng: Generator) -> Cases:
    yield from tables(rng)
    yield (np.append(rng.uniform(0.0, 1.0, size=6), 50.0),)  # far from the median


@summarise.check(
    "the standard error is right",
    points=1,
    hint="Two steps: the standard deviation with n - 1, then the root of n.",
    call=only("standard_error"),
)
def _(rng: Generator) -> Cases:
    yield from tables(rng)
    yield (np.full(4, 0.25),)  # no spread at all


@summarise.check(
    "lists, whole numbers and float32 are fine, and nothing has changed",
    points=1,
    hint="The values may be a plain list, and the caller still needs them afterwards.",
    call=only("mean"),
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Symmetric around the mean: any average will do here, for this point is for the types.
    centre, step = rng.integers(2, 9, size=2)
    whole = centre + step * np.array([-2, -1, 0, 1, 2])
    yield (whole,)
    yield (whole.tolist(),)
    yield (tuple((whole / 2).tolist()),)
    yield ((whole / 4).astype(np.float32),)
    yield (read_only(np.repeat(whole / 4.0, 2))[::2],)
