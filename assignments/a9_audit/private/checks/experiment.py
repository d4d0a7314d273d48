"""The student's own experiment: one seed in, one number out, and the same again."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise

from .common import Cases, close, one_number

experiment = Exercise("experiment", target="experiment", title="Your experiment")


@experiment.reference
def experiment_reference(seed: int) -> float:
    """Return a number that only the seed decides: which claim it is about is free."""
    return np.random.default_rng(seed).normal()


def kind_of(target: Any, seed: int) -> str:
    """Say what one seed gave."""
    result = one_number(target(seed))
    return result if isinstance(result, str) else "one finite number"


def repeated(target: Any, seed: int, others: list[int]) -> str:
    """Say whether a seed gives its number again, after other seeds had their turn."""
    first = one_number(target(seed))
    numbers = [one_number(target(other)) for other in (*others, seed)]
    if isinstance(first, str):
        return first
    return "the same again" if close(first, numbers[-1]) else "another number"


def varied(target: Any, seeds: list[int]) -> str:
    """Say whether not all seeds give one and the same number."""
    numbers = [one_number(target(seed)) for seed in seeds]
    words = [number for number in numbers if isinstance(number, str)]
    if words:
        return words[0]
    equal = all(close(numbers[0], number) for number in numbers)
    return "all the same" if equal else "not all the same"


@experiment.check(
    "every seed gives one finite number",
    points=1,
    hint="Try the seeds 0 and 1,000,000. What is the type of the result: one number?",
    call=kind_of,
)
def _(rng: Generator) -> Cases:
    for seed in (0, 1, *rng.integers(2, 1_000_000, size=2), 1_000_000):
        yield (int(seed),)


@experiment.check(
    "the same seed gives the same number again",
    points=1,
    hint="Call it twice with seed 3. Where do its random numbers come from?",
    call=repeated,
)
def _(rng: Generator) -> Cases:
    for seed in rng.integers(1, 1_000_000, size=2):
        yield int(seed), [int(seed) + 1]


@experiment.check(
    "twenty seeds do not all give the same number",
    points=1,
    hint="Print it for a few seeds. Does the seed reach the random numbers?",
    call=varied,
)
def _(rng: Generator) -> Cases:
    start = int(rng.integers(1, 900_000))
    yield (list(range(start, start + 20)),)
