"""Assignments that declare no checks: nbgrader's own steps, contained and without its holes.

The tests are cells of the notebook, and they run in the student's own process: the verdict is
nbgrader's, and a student who tampers with that process can change it.  The notebook says so.
What does not depend on that process is ours: marks come from the gradebook, the kernel runs
in the sandbox, outputs can't run anything, and a kernel that dies costs only what comes after.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import nbformat
from nbclient.exceptions import DeadKernelError
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import Execute, IgnorePattern, LimitOutput

from autograder.execution import clean_output
from autograder.provisioner import ContainedManager, level
from autograder.realign import harmless

Resources = dict[str, Any]

OWN_PROCESS = "judged in the student's own process: this assignment declares no checks"
NOT_THEIRS = ("tags", "autograder")  # what nbclient and we would act on
DIED = "The kernel died here or before: it was ended by the notebook's code, or took too much"
WEAK = (
    "student code is only weakly contained (bubblewrap does not run here): it can read and "
    "change what you can, the gradebook included, and it can use the network"
)


class Foreign(ValueError):
    """Not one graded cell of the notebook belongs to the assignment."""


def restore(notebook: NotebookNode, source: Mapping[str, NotebookNode]) -> list[str]:
    """Take all of nbgrader's marks from the gradebook, none from the submission.

    Parameters
    ----------
    notebook : NotebookNode
        As handed in.
    source : mapping
        The assignment's cells by grade_id, with nbgrader's metadata.

    Returns
    -------
    list of str
        Flags: what was put right, for a person to see.

    Raises
    ------
    Foreign
        If it is the notebook of another assignment.
    """
    flags: list[str] = [OWN_PROCESS]
    given = [(cell, _mark_off(cell, flags)) for cell in notebook.cells]
    names = {grade_id for _, grade_id in given if grade_id}
    if names and names.isdisjoint(source):
        msg = f"no cell of this notebook belongs to the assignment; it has {sorted(names)}"
        raise Foreign(msg)
    own: set[str] = set()
    for cell, grade_id in reversed(given):  # of two copies nbgrader takes the last
        if not grade_id:
            _make_harmless(cell)
        elif grade_id not in source:
            flags.append(f"a cell with the unknown id {grade_id[:40]!r} was made ordinary")
        elif grade_id in own:
            flags.append(f"a second copy of {grade_id} was made ordinary")
        else:
            own.add(grade_id)
            cell.metadata["nbgrader"] = nbformat.from_dict(source[grade_id].metadata.nbgrader)
    for grade_id in sorted(set(source) - own):
        mark = source[grade_id].metadata.nbgrader
        if mark.grade or mark.task:
            flags.append(f"{grade_id} was missing and came back as released, at the end")
            notebook.cells.append(_copied(source[grade_id], notebook))
    notebook.metadata["autograder"] = {"problem": "", "flags": flags, "level": "not run"}
    return flags[1:]


def _mark_off(cell: NotebookNode, flags: list[str]) -> str:
    """Take nbgrader's marks and ours off a cell, and return its grade_id or nothing."""
    mark = cell.metadata.pop("nbgrader", None)
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    taken = [name for name in NOT_THEIRS if cell.metadata.pop(name, None)]
    if taken:
        flags.append(f"{' and '.join(taken)} taken off cell {str(grade_id or '(own)')[:40]!r}")
    return grade_id if isinstance(grade_id, str) else ""


def _make_harmless(cell: NotebookNode) -> None:
    """Let no HTML run that may be the student's; nobody knows the author's ordinary cells."""
    if cell.cell_type == "markdown":
        cell.source = harmless(cell.source)


def _copied(released: NotebookNode, notebook: NotebookNode) -> NotebookNode:
    cell: NotebookNode = nbformat.from_dict(released)
    if (notebook.nbformat, notebook.nbformat_minor) < (4, 5):  # had no ids yet
        del cell["id"]
    return cell


class ExecuteContained(Execute):  # type: ignore[misc]
    """Execute a notebook as nbgrader does, in a kernel in the sandbox.

    nbgrader's settings for ``Execute`` hold.  A cell that finds the kernel dead fails, so
    that what ran before keeps its verdict; stock nbgrader drops the whole submission.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options, kernel_manager_class=ContainedManager)
        self.died = False

    def preprocess(
        self, nb: NotebookNode, resources: Resources, **options: Any
    ) -> tuple[NotebookNode, Resources]:
        """Execute all code cells and say in the notebook how they were contained."""
        self.died = False
        found = nb.metadata.setdefault("autograder", {})["level"] = level()
        if found != "strong":
            self.log.warning("Warning: %s", WEAK)
        executed: tuple[NotebookNode, Resources] = super().preprocess(nb, resources, **options)
        return executed

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, index: int
    ) -> tuple[NotebookNode, Resources]:
        """Execute a cell, if there is still something to execute it."""
        if not self.died:
            try:
                done: tuple[NotebookNode, Resources]
                done = super().preprocess_cell(cell, resources, index)
                return done
            except DeadKernelError:
                self.died = True
        if cell.cell_type == "code":
            about = {"ename": "DeadKernelError", "evalue": DIED, "traceback": [DIED]}
            cell.outputs.append(nbformat.v4.new_output("error", **about))
        return cell, resources


def execute(nb: NotebookNode, resources: Resources, parent: Any) -> tuple[Any, Resources]:
    """Take an undeclared notebook through nbgrader's steps between intake and scores.

    Parameters
    ----------
    nb : NotebookNode
        As `restore` left it.
    resources : dict
        Those of nbgrader.
    parent : nbconvert.exporters.Exporter
        Through which the steps find their settings.

    Returns
    -------
    nb : NotebookNode
        With outputs that only show text and pictures.
    resources : dict
        As they came, for the next step.
    """
    for step in (ExecuteContained, IgnorePattern, ClearMetadataPreprocessor, LimitOutput):
        nb, resources = step(parent=parent)(nb, resources)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = [shown for output in cell.outputs if (shown := _shown(output))]
    return nb, resources


def _shown(output: NotebookNode) -> NotebookNode | None:
    """Return what can be shown of an output, with all that decides on its cell's points."""
    shown = clean_output(output)
    if shown and output.output_type == "stream":
        shown.name = output.name  # nbgrader takes a word on stderr for a failure
    if shown and output.output_type == "execute_result":
        shown.output_type, shown.execution_count = "execute_result", output.execution_count
    return shown
