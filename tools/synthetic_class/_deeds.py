"""What a student does with one exercise, and what that must earn."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from autograder.assignment import Assignment
from autograder.bank import Answer
from autograder.exercise import Exercise


@dataclass(frozen=True)
class Deed:
    """What a student does with one exercise, and what that must earn.

    Attributes
    ----------
    source : str or None
        Text of the student's cell; None leaves it as released.
    points : float
        What it must earn.
    outcomes : tuple of str
        The outcome classes that are right; one of them must come out.
    label : str
        The mistake that the feedback must name; empty where none must be named, or nobody
        can say which.
    """

    source: str | None
    points: float
    outcomes: tuple[str, ...]
    label: str = ""


BLANK = Deed(None, 0.0, ("not attempted",))
WORTHLESS = ("incorrect", "error")
BROKEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("def {target}(*arguments:\n    return arguments", ("error",)),
    ('raise RuntimeError("I had no time for this")', ("error",)),
    ('def {target}(*arguments, **options):\n    return {{}}["result"]', ("error",)),
    ("import not_installed_here\n\ndef {target}(*a):\n    return a", ("error",)),
)
ENDLESS = "def {target}(*arguments, **options):\n    while True:\n        pass"
DYING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("import os\n\ndef {target}(*a, **o):\n    os._exit(1)", ("crashed",)),
    ("import os\n\nos._exit(1)", ("error",)),
)


def right(assignment: Assignment, exercise: Exercise, chance: Random) -> Deed:
    """Return one of the bank's right answers."""
    return _from_bank(chance.choice(_answers(assignment, exercise, right=True)), exercise)


def wrong(assignment: Assignment, exercise: Exercise, chance: Random) -> Deed:
    """Return one of the bank's labelled mistakes."""
    return _from_bank(chance.choice(_answers(assignment, exercise, right=False)), exercise)


def broken(exercise: Exercise, chance: Random) -> Deed:
    """Return a cell that does not parse, breaks, or defines what breaks."""
    source, outcomes = chance.choice(BROKEN)
    return Deed(source.format(target=exercise.target), 0.0, outcomes)


def endless(exercise: Exercise) -> Deed:
    """Return an answer that never comes back."""
    return Deed(ENDLESS.format(target=exercise.target), 0.0, ("time limit",))


def dying(exercise: Exercise, chance: Random) -> Deed:
    """Return an answer that takes its process along."""
    source, outcomes = chance.choice(DYING)
    return Deed(source.format(target=exercise.target), 0.0, outcomes)


def _answers(assignment: Assignment, exercise: Exercise, *, right: bool) -> list[Answer]:
    answers = [one for one in assignment.bank if one.slug == exercise.slug]
    found = [one for one in answers if one.right == right]
    if not found:
        kind = "right" if right else "wrong"
        msg = f"{exercise.slug} has no {kind} answer in the bank; write one first"
        raise ValueError(msg)
    return found


def _from_bank(answer: Answer, exercise: Exercise) -> Deed:
    # The docstring of a bank's file tells the mistake; a student's cell has none.
    code = answer.path.read_text("utf-8").split('"""', 2)[-1].strip()
    source = f"import numpy as np\n\n{code}"
    if answer.right:
        return Deed(source, exercise.points, ("correct",))
    outcomes = ("partly correct",) if answer.points else WORTHLESS
    return Deed(source, answer.points, outcomes, answer.label)
