"""One convention for lambda, told in another."""

from __future__ import annotations

from typing import Any

from numpy.random import Generator

from autograder.exercise import Exercise

from .common import Cases

# Strengths are small numbers, so only the relative distance says anything.
convert_weight_decay = Exercise(
    "convert_weight_decay",
    target="convert_weight_decay",
    title="One number, two conventions",
    atol=1e-9,
)


@convert_weight_decay.reference
def convert_weight_decay_reference(value: float, batch_size: int) -> Any:
    """Return our lambda for the demo's: its penalty's gradient is divided by the batch size."""
    return value / batch_size


@convert_weight_decay.check(
    "both rules then take the same step, for batches of every size",
    points=1,
    hint="Write both steps for n = 2 with a gradient of 0. When do they shrink w equally?",
)
def _(rng: Generator) -> Cases:
    # The strengths of the notes, and others.
    yield 0.1, 10
    yield 0.001, 50
    for batch_size in (2, 7, int(rng.integers(20, 200))):
        yield rng.uniform(0.002, 0.05), batch_size


@convert_weight_decay.check(
    "zero, batches of one, whole numbers and strengths above one are fine",
    points=1,
    hint="Try value 3 with batches of 8: is your answer a fraction?",
)
def _(rng: Generator) -> Cases:
    # Odd over even is never whole, so whole numbers must come out as fractions.
    yield 0.0, 10
    yield rng.uniform(0.002, 0.05), 1
    yield 2 * int(rng.integers(2, 9)) + 1, 2 * int(rng.integers(2, 5))
    yield 3, 8
