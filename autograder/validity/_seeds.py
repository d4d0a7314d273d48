"""The inputs of students who exist in a self-test only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.assignment import Assignment, generators
from autograder.exercise import Exercise


def rng_of(
    assignment: Assignment, exercise: Exercise, student: int
) -> Callable[[str], np.random.Generator]:
    """Return the generators from which one student's inputs are drawn."""
    return generators(b"self-test", assignment.name, f"student {student}", exercise.slug)
