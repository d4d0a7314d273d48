"""Write the sample class's submissions into a released notebook, one for each student.

Run with ``python -m examples.sample_class.build --release RELEASED.ipynb --output FOLDER``.
A student is a file ``<student>.py`` beside this one: a docstring that says who it is, then
cells::

    # %% answer="neuron"              replaces the student's cell of that exercise
    # %% [markdown] manual="limits"   replaces the text that a person grades
    # %% extra="after neuron"         a cell of their own, behind that answer

A line that begins with ``# %name`` becomes the magic ``%name``.  Exercises that a student's
file leaves out stay as released; those that ``class.toml`` leaves out for a student were
not attempted and are worth nothing.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.assignment import load_assignment
from examples.sample_class.tamper import EDITS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ASSIGNMENT = "a1_neuron"
LEFT_OUT = (0.0, "not attempted")
HEAD = re.compile(r"^# %% (?:\[markdown\] )?(answer|manual|extra)=\"([^\"]+)\"\n", re.MULTILINE)
MAGIC = re.compile(r"^# (?=%\w)", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """One cell of a student's file.

    Attributes
    ----------
    kind : {"answer", "manual", "extra"}
        What the cell is for.
    slug : str
        The exercise that it belongs to.
    source : str
        Its text.
    """

    kind: str
    slug: str
    source: str


@dataclass(frozen=True)
class Student:
    """One student of the sample class and the marks they must get.

    Attributes
    ----------
    name : str
        Name of the file and of the nbgrader student.
    story : str
        Who they are and what they did.
    cells : tuple of Cell
        What they wrote.
    edits : tuple of str
        What they did to the file itself: names of functions in `tamper`.
    marks : dict
        Exercise -> (points, outcome).
    hostile : bool
        Whether the code must only run in the sandbox: it tampers, or never ends.
    needs_person : bool
        Whether the submission can't be graded by program.
    """

    name: str
    story: str
    cells: tuple[Cell, ...]
    edits: tuple[str, ...]
    marks: dict[str, tuple[float, str]]
    hostile: bool = False
    needs_person: bool = False


def load_class(folder: Path = HERE) -> list[Student]:
    """Return the students of ``class.toml`` in the order of their names.

    Raises
    ------
    ValueError
        If a student has marks but no file, or a file but no marks.
    """
    expected = tomllib.loads((folder / "class.toml").read_text(encoding="utf-8"))
    tools = {Path(__file__).stem, "tamper", "__init__"}
    files = {path.stem: path for path in folder.glob("*.py") if path.stem not in tools}
    if alone := sorted(files.keys() ^ expected.keys()):
        raise ValueError(
            f"{alone[0]} must be both a file in {folder.name} and in class.toml, it is only one"
        )
    slugs = [exercise.slug for exercise in load_assignment(ASSIGNMENT, ROOT).exercises]
    left_out = dict.fromkeys(slugs, LEFT_OUT)
    return [_student(path, expected[name], left_out) for name, path in sorted(files.items())]


def expected_marks(folder: Path = HERE) -> dict[str, dict[str, float]]:
    """Return the points that each student must get: student -> exercise -> points."""
    return {
        student.name: {slug: points for slug, (points, _) in student.marks.items()}
        for student in load_class(folder)
    }


def _student(
    path: Path, expected: dict[str, Any], left_out: dict[str, tuple[float, str]]
) -> Student:
    text = path.read_text(encoding="utf-8")
    listed = {
        slug: (float(points), word)
        for slug, (points, word) in expected.get("marks", {}).items()
    }
    return Student(
        name=path.stem,
        story=ast.get_docstring(ast.parse(text)) or "",
        cells=tuple(parse(text)),
        edits=tuple(expected.get("edits", ())),
        marks=left_out | listed,
        hostile=expected.get("hostile", False),
        needs_person=expected.get("needs_person", False),
    )


def parse(text: str) -> list[Cell]:
    r"""Return the cells of a student's file.

    Parameters
    ----------
    text : str
        Percent format; what stands before the first cell is left out.

    Examples
    --------
    >>> parse('"Who."\n# %% answer="neuron"\nneuron = 1\n')
    [Cell(kind='answer', slug='neuron', source='neuron = 1')]
    """
    _, *parts = HEAD.split(text)
    heads = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [
        Cell(kind, slug.removeprefix("after "), _source(kind, body))
        for kind, slug, body in heads
    ]


def _source(kind: str, body: str) -> str:
    if kind == "manual":
        return body.strip().removeprefix('r"""').removesuffix('"""').strip()
    return MAGIC.sub("", body).strip()


def submission(student: Student, released: str) -> str:
    """Return the text of the file that a student hands in.

    Parameters
    ----------
    student : Student
        Who, with what they wrote and did.
    released : str
        Text of the released notebook.

    Raises
    ------
    ValueError
        If the student answers an exercise that the release does not have.
    """
    notebook = json.loads(released)
    for cell in student.cells:
        place = _place(notebook["cells"], cell, student.name)
        if cell.kind == "extra":
            notebook["cells"].insert(place + 1, _own_cell(cell, place))
        else:
            notebook["cells"][place]["source"] = cell.source
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    for edit in student.edits:
        text = EDITS[edit](text)
    return text


def _place(cells: list[dict[str, Any]], cell: Cell, student: str) -> int:
    wanted = f"{'manual' if cell.kind == 'manual' else 'answer'}_{cell.slug}"
    for place, one in enumerate(cells):
        if one["metadata"].get("nbgrader", {}).get("grade_id") == wanted:
            return place
    raise ValueError(f"{student} answers {cell.slug!r}, but the release has no cell {wanted!r}")


def _own_cell(cell: Cell, place: int) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"own-{place}",
        "metadata": {},
        "outputs": [],
        "source": cell.source,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; write ``<output>/<student>/a1_neuron/a1_neuron.ipynb``."""
    parser = argparse.ArgumentParser(prog="python -m examples.sample_class.build")
    parser.add_argument("--release", type=Path, required=True, help="the released notebook")
    parser.add_argument("--output", type=Path, required=True, help="folder for submissions")
    options = parser.parse_args(arguments)
    released = options.release.read_text(encoding="utf-8")
    students = load_class()
    for student in students:
        folder = options.output / student.name / ASSIGNMENT
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{ASSIGNMENT}.ipynb"
        target.write_text(submission(student, released), encoding="utf-8")
    print(f"{len(students)} submissions in {options.output}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
