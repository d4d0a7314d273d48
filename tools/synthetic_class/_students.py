"""Who is in the class: how many of each kind, and what each of them hands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from autograder.assignment import Assignment
from tools.synthetic_class import _deeds
from tools.synthetic_class._deeds import BLANK, WORTHLESS, Deed
from tools.synthetic_class._tricks import TRICKS, Trick

SHARES: Mapping[str, float] = {
    "right": 40,  # every exercise, in one of the bank's styles
    "partial": 30,  # most right, some with a labelled mistake, some left out
    "misled": 12,  # a labelled mistake in more than half of the exercises
    "blank": 4,  # the release, untouched
    "broken": 6,  # two cells that don't parse or break
    "endless": 1,  # one function that never comes back
    "dying": 1,  # one answer that ends its process
    "hostile": 5,  # no answers, and a trick to get points
    "unreadable": 1,  # a file that broke off
}
EDITS = ("renamed", "moved", "without a graded cell", "without examples", "doubled")


@dataclass(frozen=True)
class Habits:
    """How many of a hundred do what costs no marks.

    Attributes
    ----------
    plots, noise, edited, late : float
        Shares from 0 to 1: who draws figures, who prints and warns, whose file or cells
        were renamed, moved, deleted or doubled, and who hands in late.
    """

    plots: float = 0.3
    noise: float = 0.2
    edited: float = 0.1
    late: float = 0.1


@dataclass(frozen=True)
class Student:
    """One student, what is handed in, and what that must earn.

    Attributes
    ----------
    name : str
        Such as s0001.
    kind : str
        One of `SHARES`.
    deeds : dict
        Exercise -> what was done with it.
    plots, noise, late : bool
        Whether the notebook has a figure, prints and warns, and came late.
    edit : str
        One of `EDITS`, or nothing.
    trick : str
        One of the tricks, or nothing.
    """

    name: str
    kind: str
    deeds: dict[str, Deed] = field(repr=False)
    plots: bool = False
    noise: bool = False
    late: bool = False
    edit: str = ""
    trick: str = ""


def make_class(
    assignment: Assignment,
    n_students: int,
    seed: int = 0,
    shares: Mapping[str, float] = SHARES,
    habits: Habits | None = None,
) -> list[Student]:
    """Think up a class.

    Parameters
    ----------
    assignment : Assignment
        What they hand in; its bank has the answers.
    n_students : int
        How many there are.
    seed : int, default 0
        Another seed gives another class.
    shares : mapping of str to float
        How many there are of each kind, in any unit; a kind that is left out is not there.
    habits : Habits, optional
        What they do besides.

    Returns
    -------
    list of Student
        In the order of their names.

    Raises
    ------
    ValueError
        If there is no student, or a kind that is unknown.
    """
    if n_students < 1:
        msg = f"a class needs at least one student, got {n_students}"
        raise ValueError(msg)
    chance = Random(f"{seed} {assignment.name}")
    kinds = quotas(n_students, shares)
    chance.shuffle(kinds)
    habits = habits or Habits()
    return [
        _student(assignment, f"s{number:04d}", kind, habits, chance)
        for number, kind in enumerate(kinds, start=1)
    ]


def quotas(n_students: int, shares: Mapping[str, float]) -> list[str]:
    """Return as many kinds as there are students, as near to the shares as whole numbers go.

    Parameters
    ----------
    n_students : int
        How many there are.
    shares : mapping of str to float
        How many of each kind, in any unit.

    Examples
    --------
    >>> quotas(4, {"right": 60, "blank": 30, "broken": 10})
    ['right', 'right', 'blank', 'broken']
    """
    if unknown := sorted(set(shares) - set(SHARES)):
        msg = f"no students are {unknown[0]!r}; they are {', '.join(SHARES)}"
        raise ValueError(msg)
    total = sum(shares.values())
    if total <= 0 or min(shares.values()) < 0:
        msg = f"shares must be positive, got {dict(shares)}"
        raise ValueError(msg)
    wanted = {kind: n_students * share / total for kind, share in shares.items()}
    counts = {kind: int(number) for kind, number in wanted.items()}
    by_rest = sorted(wanted, key=lambda kind: counts[kind] - wanted[kind])
    for kind in by_rest[: n_students - sum(counts.values())]:
        counts[kind] += 1
    return [kind for kind, count in counts.items() for _ in range(count)]


def _student(
    assignment: Assignment, name: str, kind: str, habits: Habits, chance: Random
) -> Student:
    own = kind not in ("blank", "unreadable", "hostile")
    edited, late = chance.random() < habits.edited, chance.random() < habits.late
    plots, noise = chance.random() < habits.plots, chance.random() < habits.noise
    trick = chance.choice(list(TRICKS)) if kind == "hostile" else ""
    return Student(
        name,
        kind,
        _deceive(assignment, TRICKS[trick]) if trick else _do(assignment, kind, chance),
        plots=own and plots,
        noise=own and noise,
        late=late,
        edit=chance.choice(EDITS) if own and edited else "",
        trick=trick,
    )


def _deceive(assignment: Assignment, trick: Trick) -> dict[str, Deed]:
    if not trick.answer:
        return {exercise.slug: BLANK for exercise in assignment.exercises}
    return {
        exercise.slug: Deed(trick.answer.format(target=exercise.target), 0.0, WORTHLESS)
        for exercise in assignment.exercises
    }


def _do(assignment: Assignment, kind: str, chance: Random) -> dict[str, Deed]:
    """Return what an honest student of this kind does with each exercise."""
    exercises = assignment.exercises
    if kind in ("blank", "unreadable"):
        return {exercise.slug: BLANK for exercise in exercises}
    n_wrong = {"partial": len(exercises) // 4, "misled": len(exercises) // 2 + 1}.get(kind, 0)
    wrong = {one.slug for one in chance.sample(exercises, n_wrong)}
    deeds = {
        one.slug: (_deeds.wrong if one.slug in wrong else _deeds.right)(assignment, one, chance)
        for one in exercises
    }
    spoilt = chance.sample(exercises, min(2, len(exercises)))
    if kind == "partial":
        deeds[spoilt[0].slug] = BLANK
    elif kind == "broken":
        deeds |= {one.slug: _deeds.broken(one, chance) for one in spoilt}
    elif kind == "endless":
        deeds[spoilt[0].slug] = _deeds.endless(spoilt[0])
    elif kind == "dying":
        deeds[spoilt[0].slug] = _deeds.dying(spoilt[0], chance)
    return deeds
