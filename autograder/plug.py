"""How the grading layer plugs into nbgrader: through its own configuration, no patches.

`autograder.config.configure` names these classes in nbgrader's settings:

1. `SubmissionExporter` reads submitted files, whatever they are;
2. `RestoreCells` takes ids, flags and locked text from the gradebook;
3. `RunAndJudge` runs student cells in the sandbox and asks the judge;
4. `SaveGrades` writes the scores down.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades
from nbgrader.utils import parse_utc

from autograder import intake
from autograder.assignment import PRODUCTS, course_root, course_secret, load_assignment
from autograder.exchange.arrivals import include_all, only_other
from autograder.exchange.inbound import printable
from autograder.execution import Run
from autograder.realign import realign

TIMESTAMP = "timestamp.txt"
Resources = dict[str, Any]
Converted = tuple[NotebookNode, Resources]


def set_links_aside(assignment: str, student: str, notebooks: Sequence[str]) -> None:  # noqa: ARG001
    """Move links, pipes and devices out of the submission before nbgrader copies files.

    nbgrader follows a link when it copies, and would hand the file behind it back with the
    feedback.  What is moved stays under ``grading/set_aside`` for a person to look at.
    """
    for folder in {Path(notebook).parent for notebook in notebooks}:
        inside = [folder] if folder.is_symlink() else list(folder.rglob("*"))
        for path in filter(_is_strange, inside):
            _set_aside(path, Path(PRODUCTS, "set_aside", *folder.parts[-2:]))


def _set_aside(path: Path, folder: Path) -> None:
    """Move a file or link into a folder, under a name that is still free."""
    folder.mkdir(parents=True, exist_ok=True)
    if not path.parent.is_symlink() and path.parent.is_dir():
        path.parent.chmod(0o755)  # what was collected keeps the mode that the student gave it
    names = (f"{path.name}{number or ''}" for number in itertools.count())
    target = next(folder / name for name in names if not os.path.lexists(folder / name))
    if os.path.lexists(path):  # it may have gone with the folder that it was in
        shutil.move(path, target)


def _is_strange(path: Path) -> bool:
    if path.name == TIMESTAMP:
        return not _is_time(path)
    return path.is_symlink() or not (path.is_file() or path.is_dir())


def _is_time(path: Path) -> bool:
    """Tell whether a file holds a time that nbgrader can read; it stops at anything else."""
    try:
        return path.is_file() and not path.is_symlink() and bool(parse_utc(path.read_text()))
    except (ValueError, OverflowError):
        return False


def _read(path: Path) -> NotebookNode:
    """Return a notebook of the course's own, which needs no intake."""
    read: Any = nbformat.read
    notebook: NotebookNode = read(path, as_version=4)
    return notebook


class SubmissionExporter(NotebookExporter):
    """Read a submitted notebook through the intake instead of trusting the file."""

    def __init__(self, **options: Any) -> None:
        start: Any = super().__init__
        start(**options)
        if hasattr(self.parent, "assignments"):  # the converter, before its first submission
            include_all(self.parent)

    def from_filename(
        self, filename: str, resources: Resources | None = None, **options: Any
    ) -> tuple[Any, Resources]:
        """Return the notebook as it leaves the registered preprocessors."""
        path = Path(filename)
        if getattr(self.parent, "_sanitizing", True):
            other = only_other(path)
            received = intake.receive(other or path)
            if other:
                received.flags.append(f"the notebook was handed in as {printable(other.name)}")
            notebook = received.notebook
            notebook.metadata["autograder"] = {
                "problem": received.problem,
                "flags": received.flags,
            }
        else:  # our own product, sanitised a moment ago
            notebook = _read(path)
        convert: Any = self.from_notebook_node
        text, resources = convert(notebook, resources, **options)
        return text, resources


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Give each cell of the assignment its place, text and marks from the gradebook."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Converted:
        """Realign the notebook with the assignment; nothing of nbgrader's is the student's."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(about["notebook"], about["assignment"])
            points = {
                c.name: c.max_score for c in (*notebook.grade_cells, *notebook.task_cells)
            }
            kinds = {
                "grade": {cell.name for cell in notebook.grade_cells},
                "solution": {cell.name for cell in notebook.solution_cells},
                "task": {cell.name for cell in notebook.task_cells},
            }
            source = {c.name: _as_released(c, kinds, points) for c in notebook.source_cells}
        folder = course_root() / "assignments" / about["assignment"]
        written = _read(folder / f"{about['notebook']}.ipynb").cells
        ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in written]
        texts = {cell.source for cell in [*written, *source.values()]}
        # The gradebook keeps no order of its own.
        order = sorted(source, key=lambda name: ids.index(name) if name in ids else len(ids))
        told = nb.metadata["autograder"]
        received = intake.Received(nb, told["problem"], told["flags"])
        return realign(received, source, order, texts), resources


def _as_released(
    cell: Any, kinds: dict[str, set[str]], points: dict[str, float]
) -> NotebookNode:
    """Return the gradebook's record of a cell as a notebook cell."""
    make = intake.MAKERS[cell.cell_type]
    mark = {
        "schema_version": 3,
        "grade_id": cell.name,
        "locked": bool(cell.locked),
        "cell_type": cell.cell_type,
        "checksum": cell.checksum,
        **{kind: cell.name in names for kind, names in kinds.items()},
    }
    if cell.name in points:
        mark["points"] = points[cell.name]
    made: NotebookNode = make(cell.source, id=cell.name, metadata={"nbgrader": mark})
    return made


class RunAndJudge(NbGraderPreprocessor):  # type: ignore[misc]
    """Run the student's cells in the sandbox and let the judge fill the graded ones."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Converted:
        """Execute the notebook; every graded cell ends with its points as its result."""
        about = resources["nbgrader"]
        root = course_root()
        assignment = load_assignment(about["assignment"], root)
        run = Run(assignment, about["student"], course_secret(root / PRODUCTS))
        run.grade(nb)
        return nb, resources


class SaveGrades(SaveAutoGrades):  # type: ignore[misc]
    """Save scores as nbgrader does, except that the grader's own faults cost nothing."""

    def _add_score(self, cell: NotebookNode, resources: Resources) -> None:
        super()._add_score(cell, resources)
        verdict = cell.metadata.get("autograder", {})
        if verdict.get("outcome") == "grader fault":
            about = cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id
            grade = self.gradebook.find_grade(*about, self.student_id)
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
