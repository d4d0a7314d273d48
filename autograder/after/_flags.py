"""Find the flags of a class in what was handed in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.after._read import ClassRecord, text_of
from autograder.assignment import Assignment
from autograder.flags import Flag, Pair, flags_of, similar
from autograder.intake import MAX_BYTES, MAX_CELLS, MAX_PARTS, parts_of, receive

Flags = dict[str, list[Flag]]


def class_flags(record: ClassRecord, submitted: Path, released: Path) -> Flags:
    """Return the flags by student, for those who have any.

    Parameters
    ----------
    record : ClassRecord
        The class.
    submitted : Path
        The folder of submissions, with a folder for each student.
    released : Path
        The notebook that students started from.
    """
    start = json.loads(released.read_bytes()) if released.is_file() else {}
    found: Flags = {}
    for student in record.students:
        folder = submitted / student.person.id / record.assignment
        path = _notebook(folder, record.assignment)
        flags = flags_of(_read(path), start) if path else []
        if flags:
            found[student.person.id] = flags
    return found


def _read(path: Path) -> Mapping[str, Any]:
    """Return a submission as it is; nothing of it is shown but as text.

    Intake builds every cell anew, which takes ten times as long; it is asked only where
    the file is no plain notebook of today's format.
    """
    try:
        if path.stat().st_size <= MAX_BYTES:
            data = path.read_bytes()
            found = json.loads(data) if parts_of(data) <= MAX_PARTS else {}
            if isinstance(found, dict) and isinstance(found.get("cells"), list):
                return found if len(found["cells"]) <= MAX_CELLS else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return receive(path).notebook


def _notebook(folder: Path, assignment: str) -> Path | None:
    """Return the notebook that was graded: of that name, or the only one there is."""
    if folder.is_symlink():
        return None
    wanted = folder / f"{assignment}.ipynb"
    if wanted.is_file() and not wanted.is_symlink():
        return wanted
    others = [path for path in folder.glob("*.ipynb") if path.is_file()]
    return others[0] if len(others) == 1 and not others[0].is_symlink() else None


def similar_pairs(record: ClassRecord, assignment: Assignment, source: Path) -> list[Pair]:
    """Return the pairs of answers to read side by side.

    Parameters
    ----------
    record : ClassRecord
        The class.
    assignment : Assignment
        Its bank holds answers that prove nothing.
    source : Path
        The author's notebook, with the solutions.
    """
    known = _known(assignment, source)
    answers: dict[str, dict[str, str]] = defaultdict(dict)
    for student in record.students:
        for slug, work in student.work.items():
            if work.answer and work.outcome != "not attempted":
                answers[slug][student.person.id] = work.answer
    return [
        pair
        for slug, given in answers.items()
        for pair in similar(slug, given, known.get(slug, []))
    ]


def _known(assignment: Assignment, source: Path) -> Mapping[str, list[str]]:
    known: dict[str, list[str]] = defaultdict(list)
    for answer in assignment.bank:
        known[answer.slug].append(answer.path.read_text("utf-8"))
    cells: list[dict[str, Any]] = json.loads(source.read_bytes())["cells"]
    for cell in cells:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if name.startswith("answer_"):
            known[name.removeprefix("answer_")].append(text_of(cell))
    return known
