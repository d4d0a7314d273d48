"""What a class's marks say of the exercises and of their checks.

The discrimination of an item is the correlation of its points with the sum of all *other*
items: with itself in the sum, every item of a short assignment would look good.
"""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.after._read import ClassRecord, Student, Work

ENOUGH = 10  # students; below, a correlation says nothing
LOW = 0.1  # a discrimination at which an item does not tell good from weak students
GOOD = 1 / 3  # the share of the class that counts as good where a check is suspected


@dataclass(frozen=True)
class Discrimination:
    """A correlation, or the reason why there is none.

    Attributes
    ----------
    value : float or None
        From -1 to 1.
    reason : str
        Why it is undefined, or nothing.
    """

    value: float | None
    reason: str = ""


@dataclass(frozen=True)
class ItemFigures:
    """What the class did with one exercise.

    Attributes
    ----------
    slug, title : str
        Which exercise.
    points : float
        The most that it can earn.
    n : int
        How many students' marks count; those who wait for a person do not.
    difficulty : float or None
        Mean share of the points.
    discrimination : Discrimination
        Against the other exercises.
    outcomes : dict
        Outcome -> students.
    overridden : tuple of str
        Students whose mark a person changed.
    """

    slug: str
    title: str
    points: float
    n: int
    difficulty: float | None
    discrimination: Discrimination
    outcomes: dict[str, int]
    overridden: tuple[str, ...]


@dataclass(frozen=True)
class Suspect:
    """An exercise or a check that may be at fault itself.

    Attributes
    ----------
    exercise, check : str
        Where; no check means the whole exercise.
    reasons : tuple of str
        Why it is suspected.
    students : tuple of str
        Whose work to read first.
    """

    exercise: str
    check: str
    reasons: tuple[str, ...]
    students: tuple[str, ...]


@dataclass(frozen=True)
class Misconception:
    """A mistake that the judge knows, and who made it.

    Attributes
    ----------
    exercise, label, message : str
        The exercise, the mistake's name, and what students are told.
    students : tuple of str
        Who made it.
    """

    exercise: str
    label: str
    message: str
    students: tuple[str, ...]


def correlation(first: Sequence[float], second: Sequence[float]) -> Discrimination:
    """Return Pearson's correlation, or say why it is undefined.

    Examples
    --------
    >>> correlation([1.0] * 12, list(range(12))).reason
    'everyone has the same points here'
    >>> round(correlation(list(range(12)), list(range(12))).value, 6)
    1.0
    """
    if len(first) < ENOUGH:
        return Discrimination(None, f"fewer than {ENOUGH} students")
    if len(set(first)) == 1:
        return Discrimination(None, "everyone has the same points here")
    if len(set(second)) == 1:
        return Discrimination(None, "everyone has the same points elsewhere")
    return Discrimination(statistics.correlation(first, second))


def item_figures(record: ClassRecord) -> list[ItemFigures]:
    """Return the figures of each exercise, in the notebook's order."""
    return [_figures(record, slug) for slug in slugs(record)]


def slugs(record: ClassRecord) -> list[str]:
    """Return the exercises in the notebook's order."""
    return list(dict.fromkeys(slug for student in record.students for slug in student.work))


def _figures(record: ClassRecord, slug: str) -> ItemFigures:
    works = [(one, one.work[slug]) for one in record.students if slug in one.work]
    counted = [(one, work) for one, work in works if work.outcome != "waiting"]
    points = [work.score.points for _, work in counted]
    rest = [_rest(one, slug) for one, _ in counted]
    first = works[0][1]
    most = first.score.max_points
    overridden = (one.person.id for one, work in works if _overridden(work))
    return ItemFigures(
        slug=slug,
        title=first.title,
        points=most,
        n=len(counted),
        difficulty=statistics.fmean(points) / most if points and most else None,
        discrimination=correlation(points, rest),
        outcomes=dict(Counter(work.outcome for _, work in works).most_common()),
        overridden=tuple(overridden),
    )


def _rest(student: Student, slug: str) -> float:
    """Return what a student earned elsewhere, as shares: marks to come count nothing."""
    others = [work for other, work in student.work.items() if other != slug]
    known = [work.score for work in others if work.outcome != "waiting"]
    most = sum(score.max_points for score in known)
    return sum(score.points for score in known) / most if most else 0.0


def _overridden(work: Work) -> bool:
    score = work.score
    given = not work.written and score.manual is not None
    return given and score.manual != score.auto


def misconceptions(record: ClassRecord) -> list[Misconception]:
    """Return the mistakes that were recognised, the most frequent first."""
    held: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for student in record.students:
        for work in student.work.values():
            if work.diagnosis:
                told = work.diagnosis
                held[work.slug, told["label"], told["message"]].append(student.person.id)
    found = [Misconception(*about, tuple(who)) for about, who in held.items()]
    return sorted(found, key=lambda one: (-len(one.students), one.exercise, one.label))


def suspects(record: ClassRecord, figures: Iterable[ItemFigures]) -> list[Suspect]:
    """Return the exercises and checks that good students fail, or that people overrule."""
    found = []
    for item in figures:
        reasons = [_weak(item.discrimination)] if _weak(item.discrimination) else []
        if item.overridden:
            reasons.append(f"a person changed {len(item.overridden)} of the grader's marks")
        if reasons:
            found.append(Suspect(item.title, "", tuple(reasons), item.overridden))
        found += _suspect_checks(record, item)
    return found


def _weak(found: Discrimination) -> str:
    if found.value is None or found.value >= LOW:
        return ""
    kind = "negative" if found.value < 0 else "near zero"
    return f"discrimination {found.value:.2f} is {kind}: good students fail it as weak ones do"


def _suspect_checks(record: ClassRecord, item: ItemFigures) -> list[Suspect]:
    """Look for checks that a student fails the more, the better the rest of their work is."""
    seen: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for student in record.students:
        work = student.work.get(item.slug)
        for check in work.checks if work and work.outcome != "not attempted" else ():
            passed = float(not check["message"])
            about = (passed, _rest(student, item.slug), student.person.id)
            seen[check["name"]].append(about)
    found = []
    for name, rows in seen.items():
        value = correlation([passed for passed, _, _ in rows], [rest for _, rest, _ in rows])
        if reason := _weak(value):
            best = sorted(rows, key=lambda row: (-row[1], row[2]))[: int(len(rows) * GOOD)]
            failing = tuple(who for passed, _, who in best if not passed)
            found.append(Suspect(item.title, name, (reason,), failing))
    return found
