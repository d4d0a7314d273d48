"""An audit and its replication: two records that anybody can make again."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise
from course_utils.comparison import read_array

from .common import Array, Cases, close

two_runs = Exercise("two_runs", target="two_runs", title="Run it, and run it again")
FEWEST = 20
CHOSEN = (list(range(FEWEST)), list(range(1000, 1000 + FEWEST)))


@two_runs.reference
def two_runs_reference() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return two records of one experiment, on seeds that have nothing in common."""
    first, second = ({"seeds": seeds, "values": seeds} for seeds in CHOSEN)
    return first, second


def column(record: Any, key: str) -> Array | str:
    """Return the seeds or the values of a record, or say that there are none."""
    if type(record) is not dict or key not in record:
        return f"no {key}"
    numbers = read_array(record[key])
    fits = numbers is not None and numbers.ndim == 1 and numbers.dtype.kind in "iuf"
    return np.asarray(numbers, np.float64) if fits else f"{key} are no list of numbers"


def columns(records: Any, key: str) -> list[Array] | str:
    """Return the seeds or the values of both records, or say why not."""
    if type(records) not in (tuple, list) or len(records) != 2:
        return "not two records"
    found = [column(record, key) for record in records]
    words = [one for one in found if isinstance(one, str)]
    return words[0] if words else [one for one in found if not isinstance(one, str)]


def same_again(target: Any) -> str:
    """Say whether a second call gives the same seeds and values."""
    earlier, later = target(), target()
    for key in ("seeds", "values"):
        first, second = columns(earlier, key), columns(later, key)
        if isinstance(first, str):
            return first
        if isinstance(second, str) or not all(map(alike, first, second)):
            return f"other {key} each time"
    return "the same again"


def alike(one: Array, other: Array) -> bool:
    """Tell whether two columns hold the same numbers, but for the last digits."""
    return one.shape == other.shape and all(map(close, one.tolist(), other.tolist()))


def seeds_chosen(target: Any) -> str:
    """Say whether both runs have enough seeds, and none in common."""
    both = columns(target(), "seeds")
    if isinstance(both, str):
        return both
    first, second = (set(seeds.tolist()) for seeds in both)
    if min(len(first), len(second)) < FEWEST:
        return "too few seeds"
    if not first & second:
        return "nothing in common"
    return "all in common" if first == second else "some in common"


@two_runs.check(
    "two records come back, and the same ones when it is called again",
    points=1,
    hint="Call it twice and compare. Nothing in it may depend on chance or on the clock.",
    call=same_again,
)
def _(_rng: Generator) -> Cases:
    yield ()


@two_runs.check(
    "both have at least 20 different seeds, and none stands in both",
    points=1,
    hint="Print the seeds of both records. A replication needs seeds that nobody has seen.",
    call=seeds_chosen,
)
def _(_rng: Generator) -> Cases:
    yield ()
