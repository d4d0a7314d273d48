"""The marks of a class over several assignments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nbgrader.api import Gradebook

from autograder.record import Person, Record, people, read_record, rounded


@dataclass(frozen=True)
class Grades:
    """What an export is made of.

    Attributes
    ----------
    people : tuple of Person
        Everyone in the gradebook, in the order of their ids.
    records : tuple of Record
        The assignments that were asked for.
    missing_as_zero : bool
        Whether work that was never handed in is worth 0, or an empty cell.
    titles : mapping
        What the other program calls an assignment, where it has another name there.
    """

    people: tuple[Person, ...]
    records: tuple[Record, ...]
    missing_as_zero: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)

    def title(self, record: Record) -> str:
        """Return what the other program calls an assignment."""
        return self.titles.get(record.assignment, record.assignment)

    def total(self, person: Person, record: Record) -> float | None:
        """Return a student's total, penalty taken off, or what stands for missing work."""
        submission = record.submissions.get(person.id)
        if submission is None:
            return 0.0 if self.missing_as_zero else None
        return rounded(submission.total)


def read_grades(
    db_url: str,
    assignments: Sequence[str],
    titles: Mapping[str, str] | None = None,
    *,
    missing_as_zero: bool = False,
) -> Grades:
    """Read the gradebook.

    Parameters
    ----------
    db_url : str
        Where it is.
    assignments : sequence of str
        Which; all of them if there is none.
    titles : mapping, optional
        What the other program calls them, such as ``One neuron (4711)``.
    missing_as_zero : bool
        Whether work that was never handed in is worth 0, or an empty cell.

    Raises
    ------
    GraderFault
        If the gradebook lacks one of them.
    """
    with Gradebook(db_url) as gradebook:
        names: Iterable[str] = assignments or sorted(one.name for one in gradebook.assignments)
        records = tuple(read_record(gradebook, name) for name in dict.fromkeys(names))
        return Grades(tuple(people(gradebook)), records, missing_as_zero, titles or {})
