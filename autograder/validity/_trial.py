"""Find out what an answer earns, with as few calls as that takes."""

from __future__ import annotations

from autograder.exercise import Check
from autograder.outcome import Subject, disagreement, observe
from autograder.questions import Questions


class Trial:
    """One answer, put to the questions of one student after another.

    A check earns nothing as soon as one of its cases goes wrong, so the case that went
    wrong for the student before is tried first.  The judge goes through all cases in their
    order; the points are the same, unless an answer depends on what it was asked before.

    Parameters
    ----------
    subject : Subject
        Whoever holds the answer.
    """

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.telling: dict[str, int] = {}  # by check, the case that went wrong last

    def points(self, questions: Questions) -> float:
        """Return what the answer earns.

        Parameters
        ----------
        questions : Questions
            The inputs of one student.
        """
        checks = questions.exercise.checks
        return float(sum(check.points for check in checks if self._passes(questions, check)))

    def is_perfect(self, questions: Questions) -> bool:
        """Return whether the answer earns full marks.

        Parameters
        ----------
        questions : Questions
            The inputs of one student.
        """
        checks = questions.exercise.checks
        telling_first = sorted(checks, key=lambda check: check.name not in self.telling)
        return all(self._passes(questions, check) for check in telling_first)

    def _passes(self, questions: Questions, check: Check) -> bool:
        cases = questions.cases(check)
        first = min(self.telling.get(check.name, 0), len(cases) - 1)
        for place in (first, *(i for i in range(len(cases)) if i != first)):
            seen = observe(self.subject, questions.exercise, check, cases[place])
            if disagreement(questions.exercise, check, seen, questions.wanted(check, place)):
                self.telling[check.name] = place
                return False
        return True
