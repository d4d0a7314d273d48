"""Gather what is known of a class: the gradebook's scores and the judge's verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from autograder.errors import GraderFault
from autograder.record import Person, Score, Submission, people, read_record


@dataclass(frozen=True)
class Work:
    """One exercise as one student did it.

    Attributes
    ----------
    slug, title : str
        Which exercise.
    score : Score
        From the gradebook.
    outcome : str
        The judge's word for it, or what became of a text that a person marks.
    checks : tuple of dict
        What each check said.
    diagnosis : dict or None
        The misconception, if one was found.
    answer : str
        The text of the student's cell.
    written : bool
        Whether a person marks it.
    """

    slug: str
    title: str
    score: Score
    outcome: str
    checks: tuple[dict[str, Any], ...] = ()
    diagnosis: dict[str, Any] | None = None
    answer: str = ""
    written: bool = False

    @property
    def right(self) -> bool:
        """Tell whether it earned all of its points."""
        return self.score.points >= self.score.max_points - 1e-9


@dataclass(frozen=True)
class Student:
    """One student's graded work.

    Attributes
    ----------
    person : Person
        Who.
    submission : Submission
        What the gradebook says.
    work : dict
        By exercise, in the notebook's order.
    problem : str
        Why the file could not be read, or nothing.
    notes : tuple of str
        What intake put right.
    """

    person: Person
    submission: Submission
    work: dict[str, Work] = field(default_factory=dict)
    problem: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClassRecord:
    """A graded class.

    Attributes
    ----------
    assignment, title : str
        Name and title.
    max_points : float
        The most that can be earned.
    students : tuple of Student
        All who handed in, in the order of their ids.
    missing : tuple of Person
        Those in the gradebook who did not.
    """

    assignment: str
    title: str
    max_points: float
    students: tuple[Student, ...]
    missing: tuple[Person, ...] = ()


def read_class(db_url: str, autograded: Path, assignment: str) -> ClassRecord:
    """Read a class from the gradebook and the graded notebooks.

    Parameters
    ----------
    db_url : str
        Where the gradebook is.
    autograded : Path
        The folder of graded notebooks, with a folder for each student.
    assignment : str
        Its name.

    Raises
    ------
    GraderFault
        If nobody's work on the assignment is in the gradebook.
    """
    with Gradebook(db_url) as gradebook:
        everyone = people(gradebook)
        record = read_record(gradebook, assignment)
    if not record.submissions:
        msg = f"nobody's work on {assignment} is in the gradebook; grade it first"
        raise GraderFault(msg)
    title, students = "", []
    for person in everyone:
        if person.id not in record.submissions:
            continue
        path = autograded / person.id / assignment / f"{assignment}.ipynb"
        book = _notebook(path)
        told = book["metadata"].get("autograder", {})
        title = title or told.get("title", "")
        students.append(_student(person, record.submissions[person.id], book, told))
    missing = (person for person in everyone if person.id not in record.submissions)
    points = record.max_points
    return ClassRecord(assignment, title or assignment, points, tuple(students), tuple(missing))


def _notebook(path: Path) -> dict[str, Any]:
    """Return a graded notebook; it is our own product, so plain JSON will do."""
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError:
        problem = {"problem": "there is no graded notebook"}
        return {"cells": [], "metadata": {"autograder": problem}}
    except ValueError as error:
        msg = f"{path} is no notebook; grade this student again"
        raise GraderFault(msg) from error
    return found


def _student(
    person: Person, submission: Submission, book: Mapping[str, Any], told: Mapping[str, Any]
) -> Student:
    work = {one.slug: one for one in _work(book["cells"], submission)}
    notes = tuple(map(str, told.get("flags", ())))
    return Student(person, submission, work, told.get("problem", ""), notes)


def _work(cells: list[dict[str, Any]], submission: Submission) -> Iterator[Work]:
    by_id = {_mark(cell).get("grade_id"): cell for cell in cells}
    for cell in cells:
        mark = _mark(cell)
        name = mark.get("grade_id")
        score = submission.scores.get(str(name))
        if score is None:
            continue
        if verdict := cell["metadata"].get("autograder"):
            answer = by_id.get(f"answer_{verdict['exercise']}", {"source": ""})
            yield Work(
                slug=verdict["exercise"],
                title=verdict["title"],
                score=score,
                outcome=verdict["outcome"],
                checks=tuple(verdict["checks"]),
                diagnosis=verdict["diagnosis"],
                answer=text_of(answer),
            )
        elif mark.get("solution"):
            slug = str(name).removeprefix("manual_")
            title = slug.replace("_", " ").capitalize()
            yield Work(slug, title, score, _written(score), written=True)


def _written(score: Score) -> str:
    if score.waiting and score.manual is None:
        return "waiting"
    return "not attempted" if score.manual is None and not score.auto else "marked"


def _mark(cell: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = cell.get("metadata", {}).get("nbgrader", {})
    return found


def text_of(cell: Mapping[str, Any]) -> str:
    """Return a cell's text; files may hold it as a list of lines."""
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)
