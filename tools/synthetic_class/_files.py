"""Write what a class hands in, as nbgrader finds it, and the marks that it must get."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tools.synthetic_class._students import Student
from tools.synthetic_class._tricks import TRICKS

Book = dict[str, Any]
Cells = list[dict[str, Any]]

DUE = datetime(2026, 3, 1, 12, 0, 0)
PLOT = """\
import matplotlib.pyplot as plt
import numpy as np

points = np.linspace(-3, 3, 200)
fig, ax = plt.subplots()
ax.plot(points, np.tanh(points))
ax.set_title("Just to see")
plt.show()
"""
NOISE = """\
import logging
import warnings

print("it works" * 20)
warnings.warn("this is only a try")
logging.getLogger("mine").warning("still there")
"""


def write_class(
    students: Iterable[Student], assignment: str, released: str, output: Path
) -> dict[str, Any]:
    """Write ``<output>/<student>/<assignment>/`` for each student.

    Parameters
    ----------
    students : iterable of Student
        The class.
    assignment : str
        The assignment's name.
    released : str
        Text of the released notebook.
    output : Path
        The folder of submissions, such as ``grading/submitted``.

    Returns
    -------
    dict
        What must come out, as plain data: student -> points, outcomes and labels by
        exercise, and what was done besides.

    Raises
    ------
    FileExistsError
        If a student of that name has already handed something in.
    """
    expected = {}
    for student in students:
        folder = output / student.name / assignment
        folder.mkdir(parents=True)
        name = f"{assignment} (1)" if student.edit == "renamed" else assignment
        (folder / f"{name}.ipynb").write_text(submission(student, released), "utf-8")
        (folder / "timestamp.txt").write_text(f"{_handed_in(student)} UTC\n", "utf-8")
        expected[student.name] = _expected(student)
    return expected


def submission(student: Student, released: str) -> str:
    """Return the text of the notebook that a student hands in.

    Parameters
    ----------
    student : Student
        Who.
    released : str
        Text of the released notebook.
    """
    book: Book = json.loads(released)
    cells: Cells = book["cells"]
    for slug, deed in student.deeds.items():
        if deed.source is not None:
            _find(cells, f"answer_{slug}")["source"] = deed.source
    _cheat(cells, student.trick)
    first = cells.index(_find(cells, f"check_{next(iter(student.deeds))}"))
    extra = [PLOT] * student.plots + [NOISE] * student.noise
    cells[first + 1 : first + 1] = [_own_cell(text, i) for i, text in enumerate(extra, start=1)]
    _edit(cells, student)
    text = json.dumps(book, indent=1, ensure_ascii=False) + "\n"
    return text[: len(text) // 2] if student.kind == "unreadable" else text


def _cheat(cells: Cells, name: str) -> None:
    if not name:
        return
    trick = TRICKS[name]
    if trick.edit:
        trick.edit(cells)
    if trick.cell:
        cells.insert(1, _own_cell(trick.cell))


def _edit(cells: Cells, student: Student) -> None:
    """Move, delete or double cells of the last exercise: that costs nothing."""
    slug = list(student.deeds)[-1]
    if student.edit == "moved":
        moved = [_find(cells, f"{part}_{slug}") for part in ("answer", "examples", "check")]
        cells[:] = [*cells[:1], *moved, *(cell for cell in cells[1:] if cell not in moved)]
    elif student.edit == "without a graded cell":
        cells.remove(_find(cells, f"check_{slug}"))
    elif student.edit == "without examples":
        cells.remove(_find(cells, f"examples_{slug}"))
    elif student.edit == "doubled":
        cells.append(copy.deepcopy(_find(cells, f"check_{slug}")) | {"id": "doubled"})


def _own_cell(text: str, number: int = 0) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"own-{number}",
        "metadata": {},
        "outputs": [],
        "source": text,
    }


def _find(cells: Cells, grade_id: str) -> dict[str, Any]:
    for cell in cells:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id:
            return cell
    msg = f"the released notebook has no cell {grade_id!r}; is it of another assignment?"
    raise ValueError(msg)


def _handed_in(student: Student) -> str:
    """Return when a student handed in: some hours before the end, or after it."""
    hours = 1 + int(student.name[1:]) % 48
    return str(DUE + timedelta(hours=hours if student.late else -hours))


def _expected(student: Student) -> dict[str, Any]:
    deeds = student.deeds.items()
    return {
        "kind": student.kind,
        "readable": student.kind != "unreadable",
        "points": {slug: deed.points for slug, deed in deeds},
        "outcomes": {slug: list(deed.outcomes) for slug, deed in deeds},
        "labels": {slug: deed.label for slug, deed in deeds if deed.label},
        "plots": student.plots,
        "noise": student.noise,
        "late": student.late,
        "edit": student.edit,
        "trick": student.trick,
    }
