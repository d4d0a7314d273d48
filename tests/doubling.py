"""An exercise that doubles, answers to it, and what the judge makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.errors import Stopped
from autograder.exercise import Exercise
from autograder.judge import ExerciseResult, judge_exercise
from autograder.outcome import Local, Namespace

Rng = np.random.Generator


def rng(name: str) -> Rng:
    return np.random.default_rng(sum(name.encode()))


def doubling() -> Exercise:
    """Return an exercise with one check of each sort."""
    double = Exercise("double", target="double")

    @double.reference
    def reference(x: Any) -> Any:
        if isinstance(x, str):
            raise ValueError("text")
        return 2 * np.asarray(x)

    @double.check("doubles numbers", points=2, hint="Try 3.")
    def numbers(rng: Rng) -> Iterator[tuple[Any, ...]]:
        for _ in range(3):
            yield (rng.uniform(1, 9),)

    @double.check("doubles arrays", points=1.5, unchanged=True)
    def arrays(rng: Rng) -> Iterator[tuple[Any, ...]]:
        yield (rng.uniform(1, 9, size=(2, 3)),)

    @double.check("raises ValueError for text", points=0.5)
    def text(rng: Rng) -> Iterator[tuple[Any, ...]]:
        yield ("3",)
        yield (rng.uniform(1, 9),)

    return double


def judged(answer: Any, exercise: Exercise | None = None) -> ExerciseResult:
    exercise = exercise or doubling()
    return judge_exercise(exercise, Namespace({exercise.target: answer}), rng)


def right(x: Any) -> Any:
    if isinstance(x, str):
        raise ValueError("text")
    return np.add(x, x)


def in_place(x: Any) -> Any:
    if isinstance(x, str):
        raise ValueError("text")
    x *= 2
    return x


def unwritten(x: Any) -> Any:
    raise NotImplementedError(x)


class Dying:
    """A subject whose process ends at the nth request."""

    def __init__(self, after: int) -> None:
        self.left = after

    def get(self, name: str) -> Any:
        self.left -= 1
        if self.left < 0:
            raise Stopped("crashed", f"the process ended before {name}")
        return Local(right)
