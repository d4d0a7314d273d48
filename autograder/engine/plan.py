"""What an assignment is to whoever grades it: its cells as released, read once for a class."""

from __future__ import annotations

import functools
import hashlib
import json
import platform
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook

from autograder import intake, sandbox
from autograder.assignment import PRODUCTS, course_secret
from autograder.flags import flags_of
from autograder.realign import realign

PACKAGE = Path(__file__).resolve().parent.parent
TOLD = ("edited", "tags")  # kinds of flags that realigning tells in its own words


@dataclass(frozen=True)
class Plan:
    """Everything that a submission is graded by, apart from the checks themselves.

    Attributes
    ----------
    name : str
        The assignment, and its notebook.
    cells : dict
        The cells that the gradebook knows, by grade_id, in the notebook's order.
    texts : list of str
        What the author wrote; HTML in it is let through.
    kernelspec : dict or None
        The kernel that the notebook names.
    versions : dict of str to str
        Digests and versions of what else a mark depends on; workers must have the same.
    secret : bytes
        What inputs are drawn from.
    """

    name: str
    cells: dict[str, NotebookNode]
    texts: list[str]
    kernelspec: dict[str, Any] | None
    versions: dict[str, str]
    secret: bytes = field(repr=False)

    @functools.cached_property
    def digest(self) -> str:
        """Return a name for all of it: another digest, and everyone is graded again."""
        told = [
            self.name,
            [*self.cells],
            self.cells,
            self.texts,
            self.kernelspec,
            self.versions,
        ]
        text = json.dumps([*told, self.secret.hex()], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @functools.cached_property
    def _released(self) -> dict[str, Any]:
        """Return what students started from, as far as flags go."""
        return {"cells": [*self.cells.values(), *({"source": one} for one in self.texts)]}

    def restore(self, received: intake.Received) -> NotebookNode:
        """Give a submission the cells, the marks and the kernel of the assignment.

        Parameters
        ----------
        received : Received
            The submission; problem and flags go into the notebook.
        """
        signs = flags_of(received.notebook, self._released)  # before cells are put right
        notebook = realign(received, self.cells, self.cells, set(self.texts))
        received.flags += [str(one) for one in signs if one.kind not in TOLD]
        told = {"problem": received.problem, "flags": received.flags}
        notebook.metadata["autograder"] = told
        if self.kernelspec:
            notebook.metadata["kernelspec"] = self.kernelspec
        return notebook


def read_plan(gradebook: Gradebook, name: str, root: Path) -> Plan:
    """Read a plan from the gradebook and the course's folder.

    Parameters
    ----------
    gradebook : Gradebook
        Where nbgrader keeps the released cells.
    name : str
        The assignment.
    root : Path
        The course's folder.
    """
    notebook = gradebook.find_notebook(name, name)
    source = released_cells(notebook)
    folder = root / "assignments" / name
    due = str(notebook.assignment.duedate or "")  # of no use to workers, but to the penalty
    written = read_own(folder / f"{name}.ipynb").cells
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in written]
    # The gradebook keeps no order of its own.
    order = sorted(source, key=lambda one: (ids.index(one) if one in ids else len(ids), one))
    return Plan(
        name,
        {one: source[one] for one in order},
        sorted({cell.source for cell in [*written, *source.values()]}),
        json.loads(notebook.kernelspec) if notebook.kernelspec else None,
        versions() | {"checks": digest_of(folder / "private"), "due": due},
        course_secret(root / PRODUCTS),
    )


def read_own(path: Path) -> NotebookNode:
    """Return a notebook of the course's own, which needs no intake."""
    read: Any = nbformat.read
    notebook: NotebookNode = read(path, as_version=4)
    return notebook


def released_cells(notebook: Any) -> dict[str, NotebookNode]:
    """Return the cells of a notebook in the gradebook, by grade_id and in no order."""
    points = {c.name: c.max_score for c in (*notebook.grade_cells, *notebook.task_cells)}
    kinds = {
        "grade": {cell.name for cell in notebook.grade_cells},
        "solution": {cell.name for cell in notebook.solution_cells},
        "task": {cell.name for cell in notebook.task_cells},
    }
    return {c.name: _as_released(c, kinds, points) for c in notebook.source_cells}


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


def versions() -> dict[str, str]:
    """Return what a mark depends on besides the assignment: the code, and its containment."""
    return {
        "grader": _grader(),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "containment": sandbox.level(),
    }


@functools.cache
def _grader() -> str:
    """Return a digest of our own code, the comparisons of the course included."""
    import course_utils.comparison as comparison

    comparisons = hashlib.sha256(Path(str(comparison.__file__)).read_bytes()).hexdigest()
    return hashlib.sha256((digest_of(PACKAGE) + comparisons).encode()).hexdigest()


def digest_of(folder: Path) -> str:
    """Return a digest of the names and texts of all files of a folder."""
    whole = hashlib.sha256()
    for name, data in files_of(folder).items():
        whole.update(f"{name}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder as data, without what Python and editors leave there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path: path.relative_to(folder).as_posix() for path in paths}
    return {
        name: path.read_bytes()
        for path, name in names.items()
        if "__pycache__" not in name and not path.name.startswith(".")
    }
