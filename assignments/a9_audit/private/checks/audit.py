"""The record of an audit: what was claimed, what was set before, what came out.

The claim is the student's, the experiment is the judge's.  So the table and the verdict can
be compared with a reference, whatever claim it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.exercise import Exercise
from course_utils.comparison import read_array

from .common import Array, Cases, Experiment, one_number, parts_of, spread_out
from .summarise import summarise_reference
from .verdict import verdict_reference

audit = Exercise("audit", target="audit", title="The record")
TEXTS = ("claim", "hypothesis", "measure")
LAST_ROW = 115
FEWEST_WORDS = 5
SEEDS = [4, 1, 3, 2]
RESULTS = (0.1, -0.1, 0.2, -0.2)
LOW, HIGH = 0.7, 1.0
CHOSEN: dict[str, Any] = {
    "row": 113,
    "claim": "Sigmoids with large weights learn slowly or not at all",
    "hypothesis": "With weights of spread 1, over 0.7 of the outputs are beyond 0.99",
    "measure": "share of outputs of a layer of tanh beyond 0.99",
    "interval": (LOW, HIGH),
}


@audit.reference
def audit_reference(experiment: Experiment, seeds: Sequence[int]) -> dict[str, Any]:
    """Return the record of an audit of row 113."""
    values = [experiment(seed) for seed in seeds]
    table = summarise_reference(values)
    word = verdict_reference(values, LOW, HIGH)
    return {**CHOSEN, **table, "seeds": list(seeds), "values": values, "verdict": word}


def results_of(numbers: Sequence[float] | Array) -> Experiment:
    """Return an experiment whose seeds, counted from 0, give these numbers."""

    def experiment(seed: int) -> float:
        return float(numbers[int(seed)])

    return experiment


def quietly(seed: int) -> float:
    """Give the results of an experiment where it matters little what they are."""
    return RESULTS[int(seed) % len(RESULTS)]


def loudly(seed: int) -> float:
    """Give results that lie elsewhere and are spread wider."""
    return 50.0 + 30.0 * RESULTS[int(seed) % len(RESULTS)]


def as_described(target: Any) -> Any:
    """Say in words whether row, claim, hypothesis and measure are as they should be."""
    row, *texts = parts_of(target(quietly, list(SEEDS)), "row", *TEXTS)
    return row_like(row), *map(text_like, texts)


def row_like(value: Any) -> str:
    """Say whether this is the number of a row."""
    number = one_number(value)
    if isinstance(number, str):
        return number
    return "a row" if number in range(1, LAST_ROW + 1) else "no row"


def text_like(value: Any) -> str:
    """Say whether this is a sentence."""
    if type(value) is not str:
        return "no text"
    return "a sentence" if len(value.split()) >= FEWEST_WORDS else "too short"


def interval_of(record: Any) -> tuple[float, float] | str:
    """Return the interval of a record, or say why there is none."""
    ends = read_array(*parts_of(record, "interval"))
    if ends is None or ends.shape != (2,) or ends.dtype.kind == "b":
        return "not two numbers"
    low, high = float(ends[0]), float(ends[1])
    if not low < high:
        return "low is not below high"
    return (low, high) if np.isfinite(ends).any() else "nothing could lie outside"


def set_before(target: Any) -> str:
    """Say whether the interval stays where it is, whatever comes out."""
    first = interval_of(target(quietly, list(SEEDS)))
    other = interval_of(target(loudly, [*range(6, 12)]))
    if isinstance(first, str):
        return first
    return "it stays" if first == other else "it moves with the results"


def tabulated(target: Any, numbers: Sequence[float], seeds: Sequence[int]) -> Any:
    """Return the seeds and the values of the record."""
    return parts_of(target(results_of(numbers), seeds), "seeds", "values")


def summed_up(target: Any, numbers: Sequence[float]) -> Any:
    """Return the mean and the standard error of the record."""
    record = target(results_of(numbers), list(range(len(numbers))))
    return parts_of(record, "mean", "standard_error")


def judged(target: Any, pattern: Sequence[float]) -> Any:
    """Return the verdicts on results inside, far away, and across an end.

    Where they must lie follows from the student's own interval.
    """
    ends = interval_of(target(quietly, list(SEEDS)))
    if isinstance(ends, str):
        return ends
    seeds = list(range(len(pattern)))
    tables = (mean + error * np.asarray(pattern) for mean, error in places(*ends))
    return tuple(parts_of(target(results_of(table), seeds), "verdict")[0] for table in tables)


def places(low: float, high: float) -> list[tuple[float, float]]:
    """Return means and standard errors that leave no doubt about the verdict."""
    width = high - low if np.isfinite(high - low) else 1.0
    end, inwards = (low, width) if np.isfinite(low) else (high, -width)
    distances = (0.5, -9.0, 0.01, -0.01)  # inside, far away, across the end
    return [(end + distance * inwards, width / 20) for distance in distances]


@audit.check(
    "row, claim, hypothesis and measure are there",
    points=1,
    hint="The row is one whole number. The other three are texts of at least five words.",
    call=as_described,
)
def _(_rng: Generator) -> Cases:
    yield ()


@audit.check(
    "the interval was set before, and something could lie outside",
    points=1,
    hint="Run it with two different experiments. Is the interval the same, low end first?",
    call=set_before,
)
def _(_rng: Generator) -> Cases:
    yield ()


@audit.check(
    "the table holds every seed that was given, in order, with its number",
    points=1,
    hint="Use the seeds and the experiment that are passed in, and leave nothing out.",
    call=tabulated,
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Seeds out of order, equal results, a result far from all others.
    numbers = rng.uniform(1.0, 2.0, size=12)
    yield numbers, [7, 2, 9, 4]
    yield np.full(12, 0.5), [3, 1, 2]
    numbers[5] = 900.0
    yield numbers, list(range(12))


@audit.check(
    "mean and standard error are those of the values",
    points=1,
    hint="They are what summarise gives for the values of the record.",
    call=summed_up,
)
def _(rng: Generator) -> Cases:
    for n in (3, 8):
        yield (spread_out(rng, n, rng.uniform(2.0, 4.0), 0.2),)


@audit.check(
    "the verdict follows from the values and the interval",
    points=1,
    hint="Give your audit an experiment whose numbers lie far outside. Does it differ?",
    call=judged,
)
def _(rng: Generator) -> Cases:
    yield (spread_out(rng, 16, 0.0, 1.0),)
