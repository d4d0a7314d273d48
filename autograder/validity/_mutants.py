"""Small mistakes in the reference answer: the checks must notice each of them."""

from __future__ import annotations

import inspect
import signal
import sys
import textwrap
import types
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from autograder.assignment import Assignment
from autograder.exercise import Exercise
from autograder.mutants import Mutant, mutants
from autograder.outcome import Namespace, quiet
from autograder.questions import Questions
from autograder.validity._seeds import rng_of
from autograder.validity._trial import Trial

SECONDS = 2.0  # of the processor; a mutant may never end, and is then noticed as well


class _TooLong(BaseException):
    """Not an `Exception`, or the judge would take it for one of the student's."""


@dataclass(frozen=True)
class Survivor:
    """A mutant that got full marks from at least one student's inputs.

    Attributes
    ----------
    description : str
        What was changed.
    diff : str
        The changed lines.
    why : str
        Why it makes no difference, as the manifest says; empty if it does not say.
    """

    description: str
    diff: str
    why: str = ""


def survivors(
    assignment: Assignment, exercise: Exercise, n_students: int = 5
) -> tuple[int, tuple[Survivor, ...]]:
    """Put every mutant of the reference to the checks.

    Parameters
    ----------
    assignment : Assignment
        Where the exercise belongs; its manifest explains mutants that change nothing.
    exercise : Exercise
        Whose reference is changed.
    n_students : int, default 5
        With the inputs of so many students; a mutant must fail for each of them.

    Returns
    -------
    n_mutants : int
        How many there are.
    survivors : tuple of Survivor
        Those that got full marks at least once.
    """
    source, names = _source(exercise.answer)
    made = mutants(source)
    asked = [
        Questions(exercise, rng_of(assignment, exercise, student))
        for student in range(n_students)
    ]
    found = [
        Survivor(
            mutant.description, mutant.diff(exercise.slug), _why(assignment, exercise, mutant)
        )
        for mutant in made
        if _survives(exercise, mutant, names, asked)
    ]
    return len(made), tuple(found)


def _survives(
    exercise: Exercise, mutant: Mutant, names: dict[str, Any], asked: Sequence[Questions]
) -> bool:
    room = dict(names)
    try:
        with quiet(), _at_most(SECONDS):
            exec(compile(mutant.source, exercise.slug, "exec"), room)
            trial = Trial(Namespace({exercise.target: room[exercise.answer.__name__]}))
            return any(map(trial.is_perfect, asked))
    except (Exception, _TooLong):  # a mutant that can't even be loaded, or never ends
        return False


def _source(answer: Any) -> tuple[str, dict[str, Any]]:
    """Return the text of a reference with the helpers it calls, and the names around it."""
    names = vars(sys.modules[answer.__module__])
    helpers = [
        value
        for name, value in names.items()
        if name in _used(answer)
        and isinstance(value, types.FunctionType)
        and value.__module__.split(".")[0] == answer.__module__.split(".")[0]
    ]
    parts = [textwrap.dedent(inspect.getsource(part)) for part in [*helpers, answer]]
    plain = [
        part[
            part.index("class " if part is parts[-1] and isinstance(answer, type) else "def ") :
        ]
        for part in parts
    ]
    return "\n\n".join(["from __future__ import annotations", *plain]), dict(names)


def _used(answer: Any) -> set[str]:
    functions = vars(answer).values() if isinstance(answer, type) else [answer]
    codes = [part.__code__ for part in functions if isinstance(part, types.FunctionType)]
    return {name for code in codes for name in _names_in(code)}


def _names_in(code: types.CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _names_in(constant)


def _why(assignment: Assignment, exercise: Exercise, mutant: Mutant) -> str:
    known = assignment.manifest.get("equivalent", [])
    return next(
        (
            entry["why"]
            for entry in known
            if (entry["exercise"], entry["change"]) == (exercise.slug, mutant.description)
        ),
        "",
    )


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
