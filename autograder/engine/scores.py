"""What a graded notebook says of each cell that nbgrader keeps a score or a comment for."""

from __future__ import annotations

from typing import NamedTuple

from nbformat.notebooknode import NotebookNode
from nbgrader import utils

from autograder.feedback import NO_RESPONSE


class CellScore(NamedTuple):
    """The score and the comment of a cell; None where a person must give the score.

    Attributes
    ----------
    name : str
        Its grade_id.
    graded : bool
        Whether a score is to be written down at all.
    score : float or None
        What the cell earned.
    comment : str or None
        nbgrader's own remark on an unchanged answer.
    """

    name: str
    graded: bool
    score: float | None = None
    comment: str | None = None


def is_fault(cell: NotebookNode) -> bool:
    """Tell whether the grader, not the student, failed in this cell: that costs nothing."""
    return bool(cell.metadata.get("autograder", {}).get("outcome") == "grader fault")


def scores_of(notebook: NotebookNode) -> list[CellScore]:
    """Return the scores and comments that nbgrader's own preprocessor would save.

    Parameters
    ----------
    notebook : NotebookNode
        A graded notebook.
    """
    return [_score(cell) for cell in notebook.cells if _counts(cell)]


def _counts(cell: NotebookNode) -> bool:
    return any(tell(cell) for tell in (utils.is_grade, utils.is_solution, utils.is_task))


def _score(cell: NotebookNode) -> CellScore:
    mark = cell.metadata.nbgrader
    graded, score = bool(utils.is_grade(cell)), None
    if graded and not is_fault(cell):
        given, _ = utils.determine_grade(cell)
        score = None if given is None else float(given)
    silent = not utils.is_task(cell) and mark.get("checksum") == utils.compute_checksum(cell)
    return CellScore(mark.grade_id, graded, score, NO_RESPONSE if silent else None)
