"""The marks of a class, as a table for people and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.exchange.inbound import printable


@dataclass(frozen=True)
class Mark:
    """One student's marks on an assignment.

    Attributes
    ----------
    student : str
        Who.
    points, outcomes : dict
        By exercise.
    total, max_total : float
        What is in the gradebook, with manual scores and penalties.
    penalty : float
        Points taken off for handing in late; `total` is what is left.
    waiting : bool
        Whether a person has something to mark.
    problem : str
        Why the submission could not be read or graded, or nothing.
    flags : tuple of str
        What intake put right.
    level : str
        How the student's code was contained.
    fresh : bool
        Whether this run graded the work; otherwise it was up to date.
    seconds : dict of str to float
        How long each stage took.
    """

    student: str
    points: dict[str, float] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    total: float = 0.0
    max_total: float = 0.0
    penalty: float = 0.0
    waiting: bool = False
    problem: str = ""
    flags: tuple[str, ...] = ()
    level: str = ""
    fresh: bool = True
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def graded(self) -> bool:
        """Tell whether a score was recorded."""
        return not self.problem.startswith("not graded")


def as_table(marks: Sequence[Mark]) -> str:
    """Return the class's marks as lines of text, one student a line, flags below."""
    exercises = list(dict.fromkeys(name for mark in marks for name in mark.points))
    head = ["student", *exercises, "total", ""]
    told = ([mark.student, *_cells(mark, exercises)] for mark in marks)
    rows = [[printable(text) for text in row] for row in told]
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        for row in [head, ["-" * width for width in widths], *rows]
    ]
    return "\n".join(line.rstrip() for line in [*lines, *_flag_lines(marks)])


def _cells(mark: Mark, exercises: list[str]) -> list[str]:
    points = [f"{mark.points[e]:g}" if e in mark.points else "-" for e in exercises]
    total = f"{mark.total:g}/{mark.max_total:g}" if mark.graded else "-"
    notes = ["a person must mark the rest"] if mark.waiting and mark.graded else []
    notes += [f"late: {mark.penalty:g} off"] if mark.penalty else []
    notes += [mark.problem] if mark.problem else []
    notes += [f"{len(mark.flags)} flag{'s' * (len(mark.flags) > 1)}"] if mark.flags else []
    return [*points, total, "; ".join(notes)]


def _flag_lines(marks: Sequence[Mark]) -> Iterator[str]:
    """List what intake put right; it changed no mark, but a person may want to know."""
    if any(mark.flags for mark in marks):
        yield "\nFlags, for a person to look at (they change no mark):"
    for mark in marks:
        yield from (printable(f"  {mark.student}: {flag}") for flag in mark.flags)


def as_data(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Return the marks as plain data for a JSON file."""
    return [vars(mark) | {"flags": list(mark.flags)} for mark in marks]
