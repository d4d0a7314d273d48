"""Everything that is known of one exercise's checks, and whether it is good enough."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from autograder.assignment import Assignment, load_assignment
from autograder.exercise import Exercise
from autograder.validity._bank import Verdicts, all_verdicts
from autograder.validity._mutants import Survivor, survivors

LEAST_KILLED = 0.97
MOST_OVER_CREDIT = 0.02
LEAST_MARGIN = 100.0
LONGEST_JUDGEMENT = 1.0  # seconds
FEWEST = 5  # right answers, and wrong ones


@dataclass(frozen=True)
class Validity:
    """The validity of one exercise.

    Attributes
    ----------
    assignment, exercise : str
        Which one.
    n_points : float
        What it is worth.
    verdicts : tuple of Verdicts
        One for each answer of the bank.
    n_mutants : int
        How many mutants of the reference were tried.
    survivors : tuple of Survivor
        Those that the checks did not notice.
    """

    assignment: str
    exercise: str
    n_points: float
    verdicts: tuple[Verdicts, ...]
    n_mutants: int
    survivors: tuple[Survivor, ...]

    @property
    def n_right(self) -> int:
        """How many right answers the bank has."""
        return sum(one.answer.right for one in self.verdicts)

    @property
    def n_wrong(self) -> int:
        """How many wrong answers the bank has."""
        return len(self.verdicts) - self.n_right

    @property
    def n_accepted(self) -> int:
        """How many wrong answers earned more than they deserve."""
        return sum(one.accepted for one in self.verdicts)

    @property
    def n_rejected(self) -> int:
        """How many answers earned less than they deserve."""
        return sum(one.rejected for one in self.verdicts)

    @property
    def n_flips(self) -> int:
        """How many answers have marks that depend on whose inputs they are."""
        return sum(one.flips for one in self.verdicts)

    @property
    def n_alike(self) -> int:
        """How many wrong answers can't be told from another one."""
        return sum(bool(one.taken_for) for one in self.verdicts)

    @property
    def n_misdiagnosed(self) -> int:
        """How many answers got another label than their own, or one that they don't need."""
        return sum(one.misdiagnosed for one in self.verdicts)

    @property
    def over_credit(self) -> float:
        """What wrong answers earn beyond what they deserve, on average, as a share."""
        wrong = [one for one in self.verdicts if not one.answer.right]
        extra = [sum(one.points) / len(one.points) - one.deserved for one in wrong]
        return sum(max(e, 0.0) for e in extra) / (self.n_points * max(len(wrong), 1))

    @property
    def unexplained(self) -> tuple[Survivor, ...]:
        """The surviving mutants of which nobody says why they make no difference."""
        return tuple(survivor for survivor in self.survivors if not survivor.why)

    @property
    def killed(self) -> float:
        """The share of mutants that the checks noticed, without those that change nothing."""
        n_real = self.n_mutants - (len(self.survivors) - len(self.unexplained))
        return 1 - len(self.unexplained) / n_real if n_real else 1.0

    @property
    def seconds(self) -> float:
        """How long the judge takes: 95 of 100 judgements of bank answers take no longer."""
        return float(np.percentile([s for one in self.verdicts for s in one.seconds], 95))

    def margin(self, *, right: bool) -> float:
        """Return the smallest margin of the right or of the wrong answers."""
        return min(one.margin for one in self.verdicts if one.answer.right == right)

    @property
    def faults(self) -> list[str]:
        """A sentence for everything that is not as it must be."""
        found = [
            f"{one.answer.label}: {what}"
            for one in self.verdicts
            for is_so, what in (
                (one.accepted, "a wrong answer earned more than it deserves"),
                (one.rejected, "an answer earned less than it deserves"),
                (one.flips, f"its marks differ from student to student: {set(one.points)}"),
                (one.unsteady, "its marks depend on the order of the cases"),
                (one.misdiagnosed, f"diagnosed as {set(one.labels)}"),
                (bool(one.taken_for), f"can't be told from {', '.join(one.taken_for)}"),
                (one.margin < LEAST_MARGIN, f"only {one.margin:.3g} tolerances from the edge"),
            )
            if is_so
        ]
        found += [f"survived without a reason: {one.description}" for one in self.unexplained]
        limits = (
            (self.n_right < FEWEST, f"only {self.n_right} right answers"),
            (self.n_wrong < FEWEST, f"only {self.n_wrong} wrong answers"),
            (self.over_credit > MOST_OVER_CREDIT, f"over-credit {self.over_credit:.1%}"),
            (self.killed < LEAST_KILLED, f"only {self.killed:.1%} of the mutants noticed"),
            (self.seconds > LONGEST_JUDGEMENT, f"judging takes {self.seconds:.2f} s"),
        )
        return found + [what for is_so, what in limits if is_so]


def validity(
    assignment: Assignment, exercise: Exercise, n_students: int = 200, n_labelled: int = 3
) -> Validity:
    """Prove the checks of one exercise.

    Parameters
    ----------
    assignment : Assignment
        Where the exercise belongs.
    exercise : Exercise
        What is proved.
    n_students : int, default 200
        With the inputs of so many students no verdict may change.
    n_labelled : int, default 3
        For how many of them the diagnosis is asked as well.

    Returns
    -------
    Validity
        What came out; its `faults` are empty if all is well.
    """
    n_mutants, surviving = survivors(assignment, exercise)
    return Validity(
        assignment.name,
        exercise.slug,
        exercise.points,
        all_verdicts(assignment, exercise, n_students, n_labelled),
        n_mutants,
        surviving,
    )


def prove_all(
    root: Path, names: Sequence[str] = (), n_students: int = 200, n_workers: int = 1
) -> list[Validity]:
    """Prove the checks of many assignments, an exercise a process at a time.

    Parameters
    ----------
    root : Path
        The course's folder.
    names : sequence of str
        Which assignments; all of them if there is none.
    n_students : int, default 200
        With the inputs of so many students no verdict may change.
    n_workers : int, default 1
        How many processes.

    Returns
    -------
    list of Validity
        In the order of the assignments and of their notebooks.

    Raises
    ------
    GraderFault
        If an assignment can't be read.
    """
    every = sorted(
        path.parent.parent.name for path in root.glob("assignments/*/private/checks")
    )
    chosen = [load_assignment(name, root) for name in names or every]
    jobs = [(root, a.name, e.slug, n_students) for a in chosen for e in a.exercises]
    if n_workers == 1:
        return [_prove(*job) for job in jobs]
    with ProcessPoolExecutor(n_workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_prove, *zip(*jobs, strict=True)))


def _prove(root: Path, name: str, slug: str, n_students: int) -> Validity:
    assignment = load_assignment(name, root)
    return validity(assignment, assignment.exercise(slug), n_students)
