"""Wrong answers that no known misconception explains, gathered by what they have in common.

The judge keeps no outputs, so a cluster is told by its *signature*: which checks failed and
with which messages.  Inside a cluster, answers of the same normal form are one variant.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from autograder.after._read import ClassRecord, Work
from autograder.answers import fingerprint

EXPLAINED = ("correct", "not attempted", "waiting", "marked", "grader fault")


@dataclass(frozen=True)
class Variant:
    """Answers that are the same but for names and comments.

    Attributes
    ----------
    fingerprint : str
        A short name for their normal form.
    students : tuple of str
        Who gave them.
    answer : str
        The first student's text.
    """

    fingerprint: str
    students: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Cluster:
    """Unexplained wrong answers with the same signature.

    Attributes
    ----------
    exercise, outcome : str
        Which exercise, and the outcome that they share.
    failed : tuple of (str, str)
        The names of the failed checks and their messages.
    variants : tuple of Variant
        The most frequent first.
    """

    exercise: str
    outcome: str
    failed: tuple[tuple[str, str], ...]
    variants: tuple[Variant, ...]

    @property
    def students(self) -> tuple[str, ...]:
        """Return everyone in the cluster."""
        return tuple(sorted(who for one in self.variants for who in one.students))


def clusters(record: ClassRecord) -> list[Cluster]:
    """Return the clusters of a class, the largest first."""
    found: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[tuple[str, str]]]
    found = defaultdict(list)
    for student in record.students:
        for work in student.work.values():
            if not work.diagnosis and not work.right and work.outcome not in EXPLAINED:
                key = (work.title, work.outcome, signature(work))
                found[key].append((student.person.id, work.answer))
    made = [Cluster(*key, _variants(answers)) for key, answers in found.items()]
    return sorted(made, key=lambda one: (-len(one.students), one.exercise, one.failed))


def signature(work: Work) -> tuple[tuple[str, str], ...]:
    """Return the failed checks of an answer with their messages."""
    failed = (check for check in work.checks if check["message"])
    return tuple((check["name"], check["message"]) for check in failed)


def _variants(answers: list[tuple[str, str]]) -> tuple[Variant, ...]:
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for student, answer in answers:
        held[fingerprint(answer)].append((student, answer))
    made = [
        Variant(print_, tuple(who for who, _ in same), same[0][1])
        for print_, same in held.items()
    ]
    return tuple(sorted(made, key=lambda one: (-len(one.students), one.fingerprint)))
