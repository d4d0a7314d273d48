"""The judge: puts the same inputs to the student's answer and to the reference.

Points are given only for an outcome that was seen and agrees with the reference's.
Silence, a dead process or an unreadable answer earns nothing, whatever the student's code
says of itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.bank import Answer
from autograder.diagnosis import Diagnosis, diagnose
from autograder.exercise import Check, Exercise, plain_call
from autograder.outcome import Foreseeing, Outcome, Subject, disagreement, observe, quiet
from autograder.questions import Questions, Rng


@dataclass(frozen=True)
class CheckResult:
    """What became of one check.

    Attributes
    ----------
    name : str
        The sentence that the student reads.
    points, max_points : float
        Earned, and possible.
    message, hint : str
        What went wrong and what to look at; empty where nothing went wrong.
    outcomes : tuple of Outcome
        What was seen, case by case; never shown to the student.
    """

    name: str
    points: float
    max_points: float
    message: str = ""
    hint: str = ""
    outcomes: tuple[Outcome, ...] = ()

    @property
    def passed(self) -> bool:
        """Tell whether the check found nothing wrong."""
        return not self.message


@dataclass(frozen=True)
class ExerciseResult:
    """The verdict on one exercise.

    Attributes
    ----------
    exercise : Exercise
        What was asked.
    checks : tuple of CheckResult
        What became of each check.
    diagnosis : Diagnosis or None
        The mistake behind it, where one was found.
    broken : bool
        Whether the cell that should hold the answer ended with an error, so that a missing
        name is no sign of an exercise left out.
    """

    exercise: Exercise = field(repr=False)
    checks: tuple[CheckResult, ...]
    diagnosis: Diagnosis | None = None
    broken: bool = False

    @property
    def points(self) -> float:
        """Return the points earned."""
        return float(sum(check.points for check in self.checks))

    @property
    def outcome(self) -> str:
        """Return the outcome class in one or two words."""
        failing = [check for check in self.checks if not check.passed]
        if not failing:
            return "correct"
        seen = [outcome for check in failing for outcome in check.outcomes]
        if all(outcome.unattempted for outcome in seen):
            return "error" if self.broken else "not attempted"
        return "partly correct" if self.points else _worst(seen)


def _worst(seen: Sequence[Outcome]) -> str:
    """Return the word for an answer that earned nothing."""
    stops = [outcome.stopped.reason for outcome in seen if outcome.stopped]
    raised = all(outcome.error for outcome in seen)
    return stops[0] if stops else "error" if raised else "incorrect"


def judge_exercise(
    exercise: Exercise, subject: Subject, rng: Rng, bank: Sequence[Answer] = ()
) -> ExerciseResult:
    """Run every check of an exercise on the subject's answer.

    Parameters
    ----------
    exercise : Exercise
        What is asked, with its reference.
    subject : Subject
        Whoever holds the student's answer.
    rng : callable
        Gives the random generator of a check by the check's name.
    bank : sequence of Answer
        Labelled wrong answers; one that does the same as the student's on every input
        names the student's mistake.

    Returns
    -------
    ExerciseResult
        Points, messages and diagnosis.

    Examples
    --------
    >>> from autograder.outcome import Namespace
    >>> double = Exercise("double", target="double")
    >>> _ = double.reference(lambda x: 2 * x)
    >>> _ = double.check("doubles", points=2)(lambda rng: [(rng.normal(),)])
    >>> import numpy as np
    >>> rng = lambda name: np.random.default_rng(0)
    >>> judge_exercise(double, Namespace({"double": lambda x: x + x}), rng).points
    2.0
    >>> judge_exercise(double, Namespace({"double": lambda x: x * x}), rng).outcome
    'incorrect'
    """
    questions = Questions(exercise, rng)
    with quiet():  # once for all calls: it costs as much as a call
        results = tuple(_judge_check(questions, check, subject) for check in exercise.checks)
        verdict = ExerciseResult(exercise, results)
        if verdict.outcome in ("correct", "not attempted"):
            return verdict
        telling_first = sorted(results, key=lambda result: result.passed)
        seen = {result.name: result.outcomes for result in telling_first}
        return ExerciseResult(exercise, results, diagnose(questions, seen, bank))


def _judge_check(questions: Questions, check: Check, subject: Subject) -> CheckResult:
    """Put all cases to the answer; after a hang or a crash the rest would only cost time."""
    seen: list[Outcome] = []
    message = ""
    cases = questions.cases(check)
    if isinstance(subject, Foreseeing):
        subject.foresee(cases if check.call is plain_call else ())
    for place, case in enumerate(cases):
        seen.append(observe(subject, questions.exercise, check, case))
        wanted = questions.wanted(check, place)
        wrong = disagreement(questions.exercise, check, seen[-1], wanted)
        if wrong and not message:
            message = wrong.message
        if seen[-1].stopped or seen[-1].missing:
            break
    points, hint = (0.0, check.hint) if message else (check.points, "")
    return CheckResult(check.name, points, check.points, message, hint, tuple(seen))
