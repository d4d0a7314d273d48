"""Name the mistake behind a wrong answer by what the answer does.

Every labelled wrong answer of the bank is put to the same inputs.  One that does the same
as the student's answer on all of them explains it, whatever the student's code looks
like.  Where none does, the outcomes themselves say something: a transposed shape, a sign,
a constant factor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.bank import Answer
from autograder.outcome import Outcome, alike, observe, quiet
from autograder.questions import Questions
from course_utils.comparison import compare, read_array

Array = np.ndarray
Seen = Mapping[str, Sequence[Outcome]]


@dataclass(frozen=True)
class Diagnosis:
    """The mistake that explains a wrong answer, as far as it could be found.

    Attributes
    ----------
    label : str
        Name of the labelled wrong answer, or of the structured hint.
    message : str
        The mistake in a sentence.
    hints : tuple of str
        From gentle to plain.
    section : str
        Where the notes speak of it.
    """

    label: str
    message: str
    hints: tuple[str, ...] = ()
    section: str = ""


def diagnose(questions: Questions, seen: Seen, bank: Sequence[Answer]) -> Diagnosis | None:
    """Return the mistake that explains what was seen, or None.

    Parameters
    ----------
    questions : Questions
        What was asked.
    seen : mapping of check names
        The student's outcomes, up to the first after which there was nobody to ask.  The
        sooner the telling ones come, the sooner mistakes are ruled out.
    bank : sequence of Answer
        The labelled wrong answers of the assignment.
    """
    slug = questions.exercise.slug
    with quiet():  # once for all, since it costs more than many an answer
        for mistake in bank:
            if (
                mistake.slug == slug
                and not mistake.right
                and _explains(mistake, questions, seen)
            ):
                return Diagnosis(mistake.label, mistake.message, mistake.hints, mistake.section)
        return structured(questions, seen)


def _explains(answer: Answer, questions: Questions, seen: Seen) -> bool:
    subject, exercise = answer.load(), questions.exercise
    checks = {check.name: check for check in exercise.checks}
    return all(
        alike(exercise, outcome, observe(subject, exercise, checks[name], case))
        for name, outcomes in seen.items()
        for case, outcome in zip(questions.cases(checks[name]), outcomes, strict=False)
    )


# Each entry: label, sentence, and whether it holds of a wrong (given, wanted) pair.
Symptom = tuple[str, str, Callable[[Array, Array], bool]]


def _near(one: Array, other: Array) -> bool:
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=1e-4, atol=1e-5))


def _reshaped(given: Array, wanted: Array) -> bool:
    return given.shape != wanted.shape and _near(given.ravel(), wanted.ravel())


def _scaled(given: Array, wanted: Array) -> bool:
    """Tell whether one factor takes every wanted number to the given one."""
    if given.shape != wanted.shape or not np.any(wanted):
        return False
    factor = float(np.vdot(wanted, given) / np.vdot(wanted, wanted))
    return wanted.size > 1 and _near(given, factor * wanted)


SYMPTOMS: tuple[Symptom, ...] = (
    (
        "nan",
        "Some results are NaN (not a number) or infinite: look for 0/0, inf - inf, overflow.",
        lambda given, wanted: bool(np.any(~np.isfinite(given)) and np.all(np.isfinite(wanted))),
    ),
    ("sign", "All results have the wrong sign.", lambda given, wanted: _near(given, -wanted)),
    (
        "transposed",
        "The result is transposed: rows stand where columns should.",
        lambda given, wanted: given.ndim == 2 and _near(given.T, wanted),
    ),
    (
        "shape",
        "The numbers are right, but the shape of the result is not.",
        _reshaped,
    ),
    (
        "rounded",
        "The results are whole numbers: did an integer array or int() cut off the fractions?",
        lambda given, wanted: given.dtype.kind in "iu" and wanted.dtype.kind == "f",
    ),
    ("factor", "All results are off by one constant factor.", _scaled),
)


def structured(questions: Questions, seen: Seen) -> Diagnosis | None:
    """Return what all wrong results have in common, where it is something simple."""
    if any(o.changed for outcomes in seen.values() for o in outcomes):
        return Diagnosis("changed", "Your code changes its arguments: work on a copy.")
    pairs = list(_wrong_pairs(questions, seen))
    with np.errstate(all="ignore"):
        for label, message, holds in SYMPTOMS:
            if pairs and all(holds(given, wanted) for given, wanted in pairs):
                return Diagnosis(label, message)
    return None


def _wrong_pairs(questions: Questions, seen: Seen) -> Iterator[tuple[Array, Array]]:
    """Yield the (given, wanted) arrays of each case in which numbers came out wrong."""
    exercise = questions.exercise
    for check in exercise.checks:
        for place, outcome in enumerate(seen[check.name]):
            given = read_array(outcome.value)
            wanted = read_array(questions.wanted(check, place).value)
            if given is None or wanted is None or "b" in given.dtype.kind + wanted.dtype.kind:
                continue  # True and False have no sign and no factor
            if compare(given, wanted, rtol=exercise.rtol, atol=exercise.atol):
                yield given, wanted
