"""Run a submission cell by cell and put a verdict under each graded cell."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import logging
import re
from dataclasses import replace
from typing import Any, NamedTuple

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder import sandbox
from autograder.assignment import Assignment, generators
from autograder.errors import GraderFault, Stopped
from autograder.exercise import Exercise
from autograder.judge import ExerciseResult, judge_exercise
from autograder.lines import Held
from autograder.realign import without_hidden
from autograder.report import as_data, as_text
from autograder.session import Session
from autograder.shell import PICTURES
from autograder.stateless import is_stateless
from autograder.wire import writable

MAX_TEXT = 64 << 10
MAX_PICTURE = 2 << 20
MAX_OUTPUTS = 200  # of one cell
MAX_SHOWN = 16 << 20  # characters of output kept of one submission
NEWLINE = "\n"
DRAWS = re.compile("matplotlib|pylab")
FAULT_NOTE = "The grader made a mistake here, not you. A person will mark this exercise."
LOG = logging.getLogger(__name__)


class Place(NamedTuple):
    """Where an exercise stands, and the child that waits there."""

    cell: NotebookNode
    exercise: Exercise
    held: Held
    broken: bool


class Run:
    """The grading of one submission.

    Parameters
    ----------
    assignment : Assignment
        What was asked.
    student : str
        Whose work it is; inputs differ from student to student.
    secret : bytes
        The course's secret, from which inputs are drawn.
    """

    def __init__(self, assignment: Assignment, student: str, secret: bytes) -> None:
        self.assignment = assignment
        self.student = student
        self.secret = secret
        self.work = ""

    def grade(self, notebook: NotebookNode) -> None:
        """Fill in the outputs of every code cell of the notebook."""
        about = notebook.metadata.setdefault("autograder", {})
        about["level"] = sandbox.level()
        manifest = self.assignment.manifest
        about["title"] = manifest.get("title", self.assignment.name)
        about["questions"] = {one["id"]: one["question"] for one in manifest.get("manual", [])}
        work = hashlib.sha256("\0".join(cell.source for cell in notebook.cells).encode())
        self.work = work.hexdigest()
        to_run = [cell.source for cell in _code(notebook) if not self._asked_at(cell)]
        limits = replace(self.assignment.limits, plots=may_plot(to_run))
        with Session(limits, shared=is_stateless(to_run)) as session:
            places = self._run_cells(notebook, session)
            session.questions_begin()
            for place in places:
                self._judge(place, session)

    def _run_cells(self, notebook: NotebookNode, session: Session) -> list[Place]:
        """Run all cells of the student's before anything is asked: none can tell of it."""
        places: list[Place] = []
        broken: set[str] = set()
        room = MAX_SHOWN
        for count, cell in enumerate(_code(notebook), start=1):
            cell.execution_count = count
            if exercise := self._asked_at(cell):
                held = session.hold(exercise.target)
                answer = f"answer_{exercise.slug}"
                places.append(Place(cell, exercise, held, answer in broken))
                continue
            cell.outputs = fitting(run_cell(cell.source, session, given=is_given(cell)), room)
            room -= size_of(cell.outputs)
            if any(map(is_failure, cell.outputs)):
                broken.add(_grade_id(cell))
        return places

    def _asked_at(self, cell: NotebookNode) -> Exercise | None:
        """Return the exercise whose checks stand in this cell, which is not run."""
        return self.assignment.by_cell.get(_grade_id(cell))

    def _judge(self, place: Place, session: Session) -> None:
        cell, exercise = place.cell, place.exercise
        # Inputs that a student gets to see are of no use for the next version of the work.
        names = (self.assignment.name, self.student, exercise.slug, self.work)
        rng = generators(self.secret, *names)
        try:
            with session.apart(place.held):
                verdict = judge_exercise(exercise, session, rng, self.assignment.bank)
        except Exception as fault:  # whatever it is, it must not cost the student
            _write_fault(cell, exercise, fault)
        else:
            _write_verdict(cell, replace(verdict, broken=place.broken))
        cell.source = without_hidden(cell.source)


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _grade_id(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def may_plot(cells: list[str]) -> bool:
    """Tell whether a cell names Matplotlib; one that loads it otherwise only takes longer."""
    return any(map(DRAWS.search, cells))


def is_given(cell: NotebookNode) -> bool:
    """Tell whether a cell only tries what was written, as the student was given it.

    A locked one was put back; those that are to be graded are not there to define anything.
    """
    mark = cell.metadata.get("nbgrader", {})
    return bool(mark.get("locked") and mark.get("grade"))


def run_cell(source: str, session: Session, *, given: bool = False) -> list[NotebookNode]:
    """Run a student's cell and return its outputs in a form that is safe to show."""
    try:
        told = session.run(source, given=given)
    except Stopped as stopped:
        text = f"{stopped} ({stopped.reason})"
        return [_output("error", ename="Stopped", evalue=text, traceback=[f"Stopped: {text}"])]
    return [output for output in map(clean_output, told[:MAX_OUTPUTS]) if output]


def is_failure(output: NotebookNode) -> bool:
    """Tell whether a cell broke; one that says it is still to be written did not."""
    return bool(output.output_type == "error" and output.ename != "NotImplementedError")


def size_of(outputs: list[NotebookNode]) -> int:
    """Return how many characters outputs take up in the notebook's file."""
    return len(json.dumps(outputs))


def fitting(outputs: list[NotebookNode], room: int) -> list[NotebookNode]:
    """Return the outputs if they fit into what is left of the submission's share."""
    if size_of(outputs) <= room:
        return outputs
    return [
        _output("stream", name="stdout", text="(output left out: the notebook has too much)")
    ]


def clean_output(told: Any) -> NotebookNode | None:
    """Return an output that a worker told of, or None where it can't be shown.

    The worker may say anything, so only text and pictures get through, each under its own
    limit: no HTML, no scripts, no widget state.
    """
    kind = told.get("output_type") if isinstance(told, dict) else None
    if kind == "stream":
        return _output("stream", name="stdout", text=_text(told.get("text")))
    if kind == "error":
        return _error(told)
    return _displayed(told) if kind in ("display_data", "execute_result") else None


def _error(told: dict[str, Any]) -> NotebookNode:
    lines = told.get("traceback")
    traceback = [_text(line) for line in lines] if isinstance(lines, list) else []
    about = {"ename": _text(told.get("ename")), "evalue": _text(told.get("evalue"))}
    return _output("error", **about, traceback=traceback[:100])


def _displayed(told: dict[str, Any]) -> NotebookNode | None:
    data = told.get("data")
    if not isinstance(data, dict):
        return None
    kept = {mime: data[mime] for mime in PICTURES if _is_picture(data.get(mime))}
    if "text/plain" in data:
        kept["text/plain"] = _text(data["text/plain"])
    return _output("display_data", data=kept) if kept else None


def _text(value: Any) -> str:
    return writable(value[:MAX_TEXT]) if isinstance(value, str) else ""


def _is_picture(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > MAX_PICTURE:
        return False
    try:
        return bool(base64.b64decode(value.replace(NEWLINE, ""), validate=True))
    except (binascii.Error, ValueError):
        return False


def _output(kind: str, **content: Any) -> NotebookNode:
    """Return an output; its parts are sound, so the format's own slow check is left out."""
    about: dict[str, Any] = (
        {"metadata": {}} if kind in ("display_data", "execute_result") else {}
    )
    made: NotebookNode = nbformat.from_dict({"output_type": kind} | about | content)
    return made


def _write_verdict(cell: NotebookNode, verdict: ExerciseResult) -> None:
    """Leave the report, and the points as the cell's result: nbgrader reads them there."""
    cell.metadata["autograder"] = as_data(verdict)
    report = _output("stream", name="stdout", text=as_text(verdict) + NEWLINE)
    points = {"text/plain": repr(verdict.points)}
    result = _output("execute_result", data=points, execution_count=cell.execution_count)
    cell.outputs = [report, result]


def _write_fault(cell: NotebookNode, exercise: Exercise, fault: Exception) -> None:
    cell.metadata["autograder"] = {
        "exercise": exercise.slug,
        "title": exercise.title or exercise.target,
        "outcome": "grader fault",
        "points": 0.0,
        "max_points": exercise.points,
        "checks": [],
        "diagnosis": None,
    }
    known = isinstance(fault, GraderFault)
    LOG.error("grader fault in %s: %s", exercise.slug, fault, exc_info=None if known else fault)
    told = {"ename": "GraderFault", "evalue": FAULT_NOTE, "traceback": [FAULT_NOTE]}
    cell.outputs = [_output("error", **told)]
