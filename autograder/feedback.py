"""The page that goes back to a student: what was wrong, why, and what to do next.

It is built from the judge's data, not from the notebook's outputs, and can't run anything:
text is escaped, Markdown is cleaned, only pictures and plain text are shown, and the
page's own policy forbids scripts and connections.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import jinja2
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import GetGrades

from autograder.execution import FAULT_NOTE
from autograder.markdown import as_html
from autograder.outcome import WRONG_RESULTS
from autograder.realign import BEGIN_HIDDEN
from autograder.report import number
from autograder.shell import PICTURES

SYMBOLS = {
    "correct": ("✓", "good"),
    "marked": ("✓", "good"),
    "partly correct": ("◐", "bad"),
    "not attempted": ("○", "open"),
    "waiting": ("…", "open"),
}
# Signs that a browser obeys and nobody sees: they turn text round, or colour a terminal.
UNSEEN = dict.fromkeys(
    {*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    - set(map(ord, "\t\n\r")),
    "\N{REPLACEMENT CHARACTER}",
)
NO_RESPONSE = "No response."  # nbgrader's comment on a text that is still the released one


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("autograder"), autoescape=True, trim_blocks=True
    )
    environment.filters["points"] = lambda value: number(float(value or 0))
    return environment.get_template("feedback.html.j2")


class GetMarks(GetGrades):  # type: ignore[misc]
    """Fetch scores and comments as nbgrader does, and what a person has yet to mark."""

    def _get_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._get_score(cell, resources)
        about = cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id
        grade = self.gradebook.find_grade(*about, self.student_id)
        unmarked = grade.needs_manual_grade and grade.manual_score is None
        cell.metadata["nbgrader"]["waiting"] = bool(unmarked)


class FeedbackExporter(Exporter):
    """Turn a graded notebook into its feedback page."""

    file_extension = ".html"
    output_mimetype = "text/html"

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **options: Any
    ) -> tuple[Any, Any]:
        """Return the page; nbgrader's preprocessors have added scores and comments."""
        convert: Any = super().from_notebook_node
        graded, resources = convert(nb, resources, **options)
        return as_page(graded, resources["nbgrader"]), resources


def as_page(notebook: NotebookNode, about: dict[str, Any]) -> str:
    """Return the page of a graded notebook whose cells carry scores and comments."""
    return _template().render(page=page(notebook, about)).translate(UNSEEN)


def page(notebook: NotebookNode, about: dict[str, Any]) -> dict[str, Any]:
    """Return everything that the template shows.

    Parameters
    ----------
    notebook : NotebookNode
        Graded, with nbgrader's scores and comments in the cells' metadata.
    about : dict
        nbgrader's ``resources["nbgrader"]``: student, scores, penalty.
    """
    parts = list(_parts(notebook))
    rows = [part["row"] for part in parts if "row" in part]
    told = notebook.metadata.get("autograder", {})
    score, penalty = about.get("score") or 0.0, about.get("late_penalty") or 0.0
    return {
        "title": told.get("title") or about["notebook"],
        "student": about["student"],
        "earned": score + penalty,
        "score": max(0.0, score),  # as nbgrader's exports count it
        "max_score": about.get("max_score"),
        "penalty": penalty,
        "again": _read_again(parts),
        "waiting": sum(row["max_points"] for row in rows if row["outcome"] == "waiting"),
        "problem": told.get("problem"),
        "level": told.get("level", "unknown"),
        "rows": rows,
        "parts": parts,
    }


def _read_again(parts: Iterable[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the sections to read again, each with the exercises that it is for."""
    found: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        if (told := part.get("diagnosis")) and told["section"]:
            found.setdefault(told["section"], []).append(part["row"])
    return list(found.items())


def _parts(notebook: NotebookNode) -> Iterator[dict[str, Any]]:
    """Go through what is the student's; an answer stands in the card of its verdict."""
    questions = notebook.metadata.get("autograder", {}).get("questions", {})
    answers: dict[str, Any] = {}
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if "autograder" in cell.metadata:
            yield _verdict(cell, mark, answers)
        elif mark.get("task") or (mark.get("grade") and mark.get("solution")):
            yield _written(cell, mark, questions)
        elif mark.get("grade") and mark.get("points"):  # worked examples are worth nothing
            yield _tested(cell, mark)
        elif cell.cell_type == "code" and mark.get("solution"):
            answers[mark["grade_id"]] = _code(cell)
        elif cell.cell_type == "code" and cell.source.strip() and not mark.get("locked"):
            yield _code(cell)


def _verdict(cell: NotebookNode, mark: Any, answers: dict[str, Any]) -> dict[str, Any]:
    verdict = cell.metadata["autograder"]
    points = mark.get("score", verdict["points"])
    row = _row(mark["grade_id"], verdict["title"], verdict["outcome"], points)
    row["max_points"] = verdict["max_points"]
    note = FAULT_NOTE if verdict["outcome"] == "grader fault" else ""
    answer = answers.get(f"answer_{verdict['exercise']}")
    about = {"checks": list(_said_once(verdict["checks"])), "diagnosis": verdict["diagnosis"]}
    return {"kind": "verdict", "row": row, "note": note, "answer": answer, **about}


def _tested(cell: NotebookNode, mark: Any) -> dict[str, Any]:
    """Show how a test of the notebook's own went; of a hidden one only the points."""
    score, most = mark["score"], mark["points"]
    outcome = "correct" if score >= most else "partly correct" if score else "incorrect"
    row = _row(
        mark["grade_id"], _titled(mark), "waiting" if mark.get("waiting") else outcome, score
    )
    errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
    shown = errors and BEGIN_HIDDEN not in cell.source
    note = f"{errors[0].ename}: {errors[0].evalue}" if shown else ""
    return {"kind": "verdict", "row": row | {"max_points": most}, "note": note}


def _said_once(checks: list[Any]) -> Iterator[dict[str, Any]]:
    """Leave out a message that says nothing new: one mistake often fails several checks."""
    said = {WRONG_RESULTS}
    for check in checks:
        message = check["message"]
        yield dict(check) | {"passed": not message, "message": message * (message not in said)}
        said.add(message)


def _written(cell: NotebookNode, mark: Any, questions: dict[str, str]) -> dict[str, Any]:
    silent = mark.get("comment") == NO_RESPONSE
    outcome = "waiting" if mark.get("waiting") else "not attempted" if silent else "marked"
    name = mark["grade_id"].removeprefix("manual_")
    row = _row(mark["grade_id"], _titled(mark), outcome, mark["score"])
    row["max_points"] = mark["points"]
    html, comment = _clean(cell.source), mark.get("comment")
    about = {"html": html, "comment": comment, "question": questions.get(name)}
    return {"kind": "written", "row": row, **about}


def _titled(mark: Any) -> str:
    name: str = mark["grade_id"]
    return name.removeprefix("manual_").replace("_", " ").capitalize()


def _row(anchor: str, title: str, outcome: str, points: float) -> dict[str, Any]:
    symbol, tone = SYMBOLS.get(outcome, ("✗", "bad"))
    row = {"anchor": anchor, "title": title, "outcome": outcome, "points": points}
    return row | {"symbol": symbol, "tone": tone}


def _code(cell: NotebookNode) -> dict[str, Any]:
    outputs = list(filter(None, map(_output, cell.outputs)))
    return {"kind": "code", "source": cell.source, "outputs": outputs}


def _output(output: NotebookNode) -> dict[str, str] | None:
    if output.output_type == "stream":
        return {"text": output.text}
    if output.output_type == "error":
        return {"text": f"{output.ename}: {output.evalue}"}
    for mime in PICTURES:
        if mime in output.data:
            return {"mime": mime, "picture": output.data[mime]}
    text = output.data.get("text/plain", "")
    return {"text": text} if text else None


def _clean(markdown: str) -> Markup:
    return Markup(as_html(markdown, pictures=False))
