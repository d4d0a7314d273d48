"""Graded classes that are written down, not graded: a gradebook and graded notebooks."""

from __future__ import annotations

import functools
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbgrader import api

from autograder.after import ClassRecord, read_class
from tests.builders import code, markdown

NAME = "tiny"
POINTS = 2.0
Work = tuple[float, str, str]  # points, outcome, answer


def verdict(slug: str, points: float, outcome: str, label: str = "") -> dict[str, Any]:
    """Return what the judge leaves in a cell, with one check that passed or failed."""
    message = "" if points == POINTS else "Not all of its results are right."
    check = {"name": f"checks {slug}", "points": points, "max_points": POINTS}
    told = {"label": label, "message": f"It is {label}.", "hints": ["Look."], "section": ""}
    return {
        "exercise": slug,
        "title": slug.title(),
        "outcome": outcome,
        "points": points,
        "max_points": POINTS,
        "checks": [check | {"message": message, "hint": ""}],
        "diagnosis": told if label else None,
    }


def graded(work: Mapping[str, Work], labels: Mapping[str, str], **about: Any) -> dict[str, Any]:
    """Return a graded notebook."""
    cells = []
    for slug, (points, outcome, answer) in work.items():
        mark = {"grade_id": f"answer_{slug}", "solution": True, "grade": False}
        cells.append(code(answer, nbgrader=mark))
        test = {"grade_id": f"check_{slug}", "grade": True, "solution": False}
        told = verdict(slug, points, outcome, labels.get(slug, ""))
        cells.append(code("", nbgrader=test, autograder=told))
    why = {"grade_id": "manual_why", "grade": True, "solution": True}
    cells.append(markdown("Because.", nbgrader=why))
    told = {"problem": "", "flags": [], "title": "A tiny class"} | about
    return {"cells": cells, "metadata": {"autograder": told}, "nbformat": 4}


@functools.cache
def _gradebook(slugs: str) -> bytes:
    """Return the file of a gradebook without students; nbgrader takes seconds to make one."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "gradebook.db")
        with api.Gradebook(f"sqlite:///{file}") as gradebook:
            gradebook.add_assignment(NAME)
            gradebook.add_notebook(NAME, NAME)
            for slug in slugs.split():
                where = (f"check_{slug}", NAME, NAME)
                gradebook.add_grade_cell(*where, max_score=POINTS, cell_type="code")
            where = ("manual_why", NAME, NAME)
            gradebook.add_grade_cell(*where, max_score=POINTS, cell_type="markdown")
            gradebook.add_solution_cell(*where)
        return file.read_bytes()


class Written:
    """A class whose marks are written into a gradebook of its own.

    Parameters
    ----------
    folder : Path
        Where gradebook and notebooks go.
    slugs : str
        The exercises, parted by spaces.
    """

    def __init__(self, folder: Path, slugs: str = "one two") -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder}/gradebook.db"
        (folder / "gradebook.db").write_bytes(_gradebook(slugs))
        self.gradebook = api.Gradebook(self.url)
        self.book = self.gradebook.find_notebook(NAME, NAME)
        self.cells = {cell.name: cell for cell in self.book.grade_cells}

    def add(
        self,
        student: str,
        why: float | None = 1.0,
        labels: Mapping[str, str] | None = None,
        about: Mapping[str, Any] | None = None,
        **work: Work,
    ) -> None:
        """Add a student's work; a text without points waits for a person."""
        person = api.Student(id=student)
        handed_in = api.SubmittedAssignment(assignment=self.book.assignment, student=person)
        book = api.SubmittedNotebook(notebook=self.book, assignment=handed_in)
        for slug, (points, *_) in work.items():
            cell = self.cells[f"check_{slug}"]
            book.grades.append(
                api.Grade(cell=cell, auto_score=points, needs_manual_grade=False)
            )
        waits = why is None
        text = api.Grade(
            cell=self.cells["manual_why"], manual_score=why, needs_manual_grade=waits
        )
        book.grades.append(text)
        self.gradebook.db.add(person)
        folder = self.folder / "autograded" / student / NAME
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_text(
            json.dumps(graded(work, labels or {}, **(about or {})))
        )

    def grade(self, student: str, slug: str) -> Any:
        """Return a row of the gradebook, to be changed."""
        self.gradebook.db.commit()
        return self.gradebook.find_grade(f"check_{slug}", NAME, NAME, student)

    def read(self) -> ClassRecord:
        """Return the class as the report reads it."""
        self.gradebook.db.commit()
        self.gradebook.close()
        return read_class(self.url, self.folder / "autograded", NAME)
