"""What the checks make of the bank: marks, labels, and how wide the margins are."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from autograder.assignment import Assignment
from autograder.bank import Answer
from autograder.exercise import Exercise
from autograder.judge import CheckResult, ExerciseResult, draw, judge_exercise
from autograder.outcome import expect, quiet
from autograder.validity._seeds import rng_of


@dataclass(frozen=True)
class Verdicts:
    """What became of one answer of the bank, student by student.

    Attributes
    ----------
    answer : Answer
        The answer.
    points : tuple of float
        What it earned, with the inputs of each student.
    deserved : float
        What it must earn.
    labels : tuple of str
        The diagnosis, for the first few students; empty where there was none.
    taken_for : tuple of str
        Other mistakes that would explain it as well.
    margin : float
        How many times the tolerance it keeps from the wrong side: for a right answer how
        far inside its worst number lies, for a wrong one how far outside its best check.
    seconds : float
        The longest judgement.
    """

    answer: Answer
    points: tuple[float, ...]
    deserved: float
    labels: tuple[str, ...]
    taken_for: tuple[str, ...]
    margin: float
    seconds: float

    @property
    def accepted(self) -> bool:
        """Whether a wrong answer earned more than it deserves, at least once."""
        return not self.answer.right and max(self.points) > self.deserved

    @property
    def rejected(self) -> bool:
        """Whether an answer earned less than it deserves, at least once."""
        return min(self.points) < self.deserved

    @property
    def flips(self) -> bool:
        """Whether the marks depend on whose inputs they are."""
        return len(set(self.points)) > 1

    @property
    def misdiagnosed(self) -> bool:
        """Whether a wrong answer was not recognised, or a right one was given a label."""
        wanted = "" if self.answer.right else self.answer.label
        return any(label != wanted for label in self.labels)


def verdicts_of(
    assignment: Assignment, exercise: Exercise, answer: Answer, n_students: int, n_labelled: int
) -> Verdicts:
    """Judge one answer of the bank with the inputs of many students.

    Parameters
    ----------
    assignment : Assignment
        Where the exercise belongs.
    exercise : Exercise
        What was asked.
    answer : Answer
        What is judged.
    n_students : int
        With the inputs of so many students.
    n_labelled : int
        How many of them are diagnosed and measured too, which takes longer.

    Returns
    -------
    Verdicts
        Marks, labels, margins and times.
    """
    with quiet():
        subject = answer.load()
    results, times = [], []
    for student in range(n_students):
        bank = assignment.bank if student < n_labelled else ()
        start = time.process_time()
        rng = rng_of(assignment, exercise, student)
        results.append(judge_exercise(exercise, subject, rng, bank))
        times.append(time.process_time() - start)
    others = [one for one in assignment.bank if one is not answer]
    return Verdicts(
        answer,
        tuple(result.points for result in results),
        exercise.points if answer.right else answer.points,
        tuple(_label(result) for result in results[:n_labelled]),
        _taken_for(assignment, exercise, answer, others),
        min(
            (
                _margin(assignment, exercise, answer, result, student)
                for student, result in enumerate(results[:n_labelled])
            ),
            default=np.inf,
        ),
        max(times),
    )


def _label(result: ExerciseResult) -> str:
    return result.diagnosis.label if result.diagnosis else ""


def _taken_for(
    assignment: Assignment, exercise: Exercise, answer: Answer, others: Sequence[Answer]
) -> tuple[str, ...]:
    if answer.right:
        return ()
    rng = rng_of(assignment, exercise, 0)
    label = _label(judge_exercise(exercise, answer.load(), rng, others))
    known = {one.label for one in others if one.slug == exercise.slug and not one.right}
    return (label,) if label in known else ()


def _margin(
    assignment: Assignment,
    exercise: Exercise,
    answer: Answer,
    result: ExerciseResult,
    student: int,
) -> float:
    rng = rng_of(assignment, exercise, student)
    margins = []
    for check, judged in zip(exercise.checks, result.checks, strict=True):
        wanted = [expect(exercise, check, case).value for case in draw(check, rng)]
        worst = max(_distances(exercise, judged, wanted), default=0.0)
        if judged.passed:
            margins.append(1 / worst if worst else np.inf)
        elif not answer.right:
            margins.append(worst or np.inf)
    return float(min(margins, default=np.inf))


def _distances(
    exercise: Exercise, judged: CheckResult, wanted: Sequence[object]
) -> list[float]:
    """Return how far numbers lie from the reference, in tolerances; 0 where both raised."""
    found = []
    for outcome, right in zip(judged.outcomes, wanted, strict=False):
        if outcome.error or outcome.stopped or outcome.missing or outcome.changed:
            found.append(0.0 if judged.passed else np.inf)
            continue
        found.append(_distance(exercise, outcome.value, right))
    return found


def _distance(exercise: Exercise, given: object, right: object) -> float:
    if isinstance(right, tuple) and isinstance(given, list | tuple):
        pairs = zip(given, right, strict=False)
        parts = [_distance(exercise, *pair) for pair in pairs]
        return max(parts, default=0.0) if len(given) == len(right) else np.inf
    try:
        a, r = np.asarray(given, dtype=float), np.asarray(right, dtype=float)
    except (TypeError, ValueError):  # words, or parts of different shapes
        return 0.0 if repr(given) == repr(right) else np.inf
    if a.shape != r.shape or np.isnan(a).any() != np.isnan(r).any():
        return np.inf
    with np.errstate(all="ignore"):
        allowed = exercise.atol + exercise.rtol * abs(r)
        gaps = np.where(a == r, 0.0, abs(a - r) / allowed)
    return float(np.nan_to_num(gaps, nan=0.0, posinf=np.inf).max(initial=0.0))
