"""The rubric of a written answer, shown to the person who marks it and to nobody else.

nbgrader's formgrader turns the graded notebook into a page through `HTMLExporter`.  The
preprocessor of this module adds the question and the rubric below each answer on that page.
Nothing is written to a file, so neither the release nor the feedback can hold it, and a
rubric that is mended is seen at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbformat.notebooknode import NotebookNode

from autograder.report import number

NOT_SHOWN = "Only you see this: it is neither in the release nor in the feedback."


class ShowRubric(Preprocessor):
    """Put the rubric below each answer that a person marks.

    Examples
    --------
    ``config.HTMLExporter.preprocessors = ["autograder.rubric.ShowRubric"]`` does it.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook with the rubrics of its assignment.

        Parameters
        ----------
        nb : NotebookNode
            A graded notebook.
        resources : dict
            What formgrader knows of it; ``assignment_id`` names the assignment.

        Returns
        -------
        nb : NotebookNode
            The same notebook, with more cells.
        resources : dict
            As they came.
        """
        if name := resources.get("assignment_id"):
            root = Path(self.config.CourseDirectory.get("root") or ".")
            manifest = root / "assignments" / name / "private" / "manifest.toml"
            nb.cells = list(_with_rubrics(nb.cells, _rubrics(manifest)))
        return nb, resources


def _rubrics(manifest: Path) -> dict[str, str]:
    """Return the rubrics by grade_id; a broken manifest must not hide the answers."""
    try:
        questions = tomllib.loads(manifest.read_text("utf-8")).get("manual", [])
        return {f"manual_{one['id']}": as_markdown(one) for one in questions}
    except FileNotFoundError:  # an assignment without declared checks
        return {}
    except (OSError, KeyError, ValueError) as error:
        return {"": f"**The rubric can't be read.** Mend {manifest}: {error}"}


def _with_rubrics(cells: list[NotebookNode], rubrics: dict[str, str]) -> Iterator[NotebookNode]:
    make: Any = nbformat.v4.new_markdown_cell
    for cell in cells:
        yield cell
        mark = cell.metadata.get("nbgrader", {})
        by_hand = mark.get("grade") and mark.get("solution")
        text = rubrics.get(mark.get("grade_id"), rubrics.get("")) if by_hand else None
        if text:
            yield make(text)


def as_markdown(question: dict[str, Any]) -> str:
    """Return a question of the manifest with its rubric as Markdown.

    Parameters
    ----------
    question : dict
        An entry of ``[[manual]]``.

    Examples
    --------
    >>> rubric = [{"points": 0.5, "for": "a reason"}]
    >>> text = as_markdown({"question": "Why?", "points": 0.5, "rubric": rubric})
    >>> print(text.splitlines()[-1])
    - **0.5** a reason
    """
    lines = [f"- **{number(line['points'])}** {line['for']}" for line in question["rubric"]]
    parts = [
        f"#### Rubric, {number(question['points'])} points",
        f"*{NOT_SHOWN}*",
        f"**Question.** {question['question']}",
        f"**A full answer.** {' '.join(question['full'].split())}"
        if "full" in question
        else "",
        "**Points**",
        "\n".join(lines),
        *_mistakes(question.get("common", [])),
    ]
    return "\n\n".join(filter(None, parts))


def _mistakes(common: list[dict[str, str]]) -> list[str]:
    """Return what is often seen, each with a comment that can be copied."""
    told = [f"- {one['mistake']}\n\n  *You could write:* {one['comment']}" for one in common]
    return ["**Often seen**", *told] if told else []
