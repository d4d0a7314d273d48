"""The inputs of one student's exercise, and what the reference makes of them.

Drawing inputs and asking the reference cost more than most answers do, so whoever puts the
same questions to many answers (the diagnosis, the self-test) does both once.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.errors import GraderFault
from autograder.exercise import Arguments, Check, Exercise
from autograder.outcome import Outcome, expect, quiet

Rng = Callable[[str], np.random.Generator]


class Questions:
    """All cases of an exercise, drawn for one student.

    Parameters
    ----------
    exercise : Exercise
        What is asked, with its reference.
    rng : callable
        Gives the random generator of a check by the check's name.

    Raises
    ------
    GraderFault
        If a check yields no case, or fails while it draws them.
    """

    def __init__(self, exercise: Exercise, rng: Rng) -> None:
        self.exercise = exercise
        self._cases = {check.name: draw(check, rng) for check in exercise.checks}
        self._wanted: dict[str, list[Outcome]] = {}

    def cases(self, check: Check) -> list[Arguments]:
        """Return the cases of a check."""
        return self._cases[check.name]

    def wanted(self, check: Check, place: int) -> Outcome:
        """Return what the reference does with a case; it is asked once, check by check.

        Raises
        ------
        GraderFault
            If the reference raises anything but `ValueError` or `TypeError`.
        """
        if check.name not in self._wanted:
            with quiet():  # once for a check, since it costs more than many a reference
                found = [expect(self.exercise, check, case) for case in self.cases(check)]
            self._wanted[check.name] = found
        return self._wanted[check.name][place]


def draw(check: Check, rng: Rng) -> list[Arguments]:
    """Return the cases of a check.

    Raises
    ------
    GraderFault
        If the check yields no case, or fails while it draws them.
    """
    try:
        cases = list(check.cases(rng(check.name)))
    except Exception as error:
        msg = f"check {check.name!r} could not draw its inputs: {error!r}"
        raise GraderFault(msg) from error
    if not cases:
        msg = f"check {check.name!r} draws no inputs, so it could never fail"
        raise GraderFault(msg)
    return cases
