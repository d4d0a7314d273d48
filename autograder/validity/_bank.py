"""What the checks make of the bank: marks, labels, and how wide the margins are."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from autograder.assignment import Assignment
from autograder.bank import Answer
from autograder.exercise import Exercise
from autograder.judge import CheckResult, ExerciseResult, judge_exercise
from autograder.outcome import quiet
from autograder.questions import Questions
from autograder.validity._seeds import rng_of
from autograder.validity._trial import Trial


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
    seconds : tuple of float
        How long the judge took, for the first few students.
    judged : tuple of float
        What the judge gave those students.
    """

    answer: Answer
    points: tuple[float, ...]
    deserved: float
    labels: tuple[str, ...]
    taken_for: tuple[str, ...]
    margin: float
    seconds: tuple[float, ...]
    judged: tuple[float, ...]

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
    def unsteady(self) -> bool:
        """Whether the marks depend on the order in which the cases are tried."""
        return self.judged != self.points[: len(self.judged)]

    @property
    def misdiagnosed(self) -> bool:
        """Whether a wrong answer was not recognised, or a right one was given a label."""
        wanted = "" if self.answer.right else self.answer.label
        return any(label != wanted for label in self.labels)


def all_verdicts(
    assignment: Assignment, exercise: Exercise, n_students: int, n_labelled: int
) -> tuple[Verdicts, ...]:
    """Judge every answer of an exercise's bank with the inputs of many students.

    Parameters
    ----------
    assignment : Assignment
        Where the exercise belongs.
    exercise : Exercise
        What was asked.
    n_students : int
        With the inputs of so many students.
    n_labelled : int
        How many of them are diagnosed and measured too, which takes longer.

    Returns
    -------
    tuple of Verdicts
        Marks, labels, margins and times of each answer, in the order of the bank.
    """
    bank = [answer for answer in assignment.bank if answer.slug == exercise.slug]
    with quiet():
        trials = [Trial(answer.load()) for answer in bank]
        points: list[list[float]] = [[] for _ in bank]
        for student in range(n_students):  # questions are drawn once, for all answers
            questions = Questions(exercise, rng_of(assignment, exercise, student))
            for trial, row in zip(trials, points, strict=True):
                row.append(trial.points(questions))
    return tuple(
        _verdicts(assignment, exercise, answer, tuple(row), n_labelled)
        for answer, row in zip(bank, points, strict=True)
    )


def _verdicts(
    assignment: Assignment,
    exercise: Exercise,
    answer: Answer,
    points: tuple[float, ...],
    n_labelled: int,
) -> Verdicts:
    judged = [
        _judged(assignment, exercise, answer, student)
        for student in range(min(n_labelled, len(points)))
    ]
    results = [result for result, _ in judged]
    return Verdicts(
        answer,
        points,
        exercise.points if answer.right else answer.points,
        tuple(_label(result) for result in results),
        _taken_for(assignment, exercise, answer),
        min(
            (
                _margin(answer, result, Questions(exercise, rng_of(assignment, exercise, i)))
                for i, result in enumerate(results)
            ),
            default=np.inf,
        ),
        tuple(seconds for _, seconds in judged),
        tuple(result.points for result in results),
    )


def _judged(
    assignment: Assignment, exercise: Exercise, answer: Answer, student: int
) -> tuple[ExerciseResult, float]:
    """Judge as in earnest, and say how many seconds of the processor it took."""
    subject = answer.load()
    rng = rng_of(assignment, exercise, student)
    start = time.process_time()
    result = judge_exercise(exercise, subject, rng, assignment.bank)
    return result, time.process_time() - start


def _label(result: ExerciseResult) -> str:
    return result.diagnosis.label if result.diagnosis else ""


def _taken_for(assignment: Assignment, exercise: Exercise, answer: Answer) -> tuple[str, ...]:
    if answer.right:
        return ()
    rng = rng_of(assignment, exercise, 0)
    others = [one for one in assignment.bank if one is not answer]
    label = _label(judge_exercise(exercise, answer.load(), rng, others))
    known = {one.label for one in others if one.slug == exercise.slug and not one.right}
    return (label,) if label in known else ()


def _margin(answer: Answer, result: ExerciseResult, questions: Questions) -> float:
    exercise = questions.exercise
    margins = []
    for check, judged in zip(exercise.checks, result.checks, strict=True):
        n_seen = len(judged.outcomes)
        wanted = [questions.wanted(check, place).value for place in range(n_seen)]
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
