"""What a worker does: pure functions from plain data to plain data.

The same submission and plan give the same bytes, on any machine, any number of times.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder import feedback, intake
from autograder.assignment import Assignment, load_assignment
from autograder.engine.plan import Plan, digest_of, versions
from autograder.engine.scores import CellScore, scores_of
from autograder.engine.spelling import as_file
from autograder.errors import Unfit
from autograder.execution import Run
from autograder.handed_in import Work
from autograder.sandbox import Limits
from autograder.session import Session

_ONE_AT_A_TIME = threading.Lock()  # judging changes warnings and stdout of the whole process


@dataclass(frozen=True)
class Job:
    """A submission to be graded.

    Attributes
    ----------
    student : str
        Whose it is.
    data : bytes
        The notebook as handed in.
    problem : str
        Why it could not even be opened, or nothing.
    notes : tuple of str
        What else was found in the folder.
    plan : str
        Digest of the plan to grade it by.
    stamp : str
        When it was handed in.
    """

    student: str
    data: bytes
    problem: str
    notes: tuple[str, ...]
    plan: str
    stamp: str = ""

    @property
    def key(self) -> str:
        """Return a name for this work under this plan: the same key, the same result."""
        head = "\0".join([self.plan, self.student, self.stamp, self.problem, *self.notes])
        return hashlib.sha256(f"{head}\0\0".encode() + self.data).hexdigest()


@dataclass(frozen=True)
class Result:
    """A graded submission.

    Attributes
    ----------
    student : str
        Whose it is.
    notebook : bytes
        The graded notebook's file.
    scores : list of CellScore
        What goes into the gradebook.
    told : dict
        Points and outcomes by exercise, problem, flags, containment.
    log : str
        What the grader has to say about its own faults.
    seconds : dict of str to float
        How long each stage took, and the processor time of this process.
    """

    student: str
    notebook: bytes
    scores: list[CellScore]
    told: dict[str, Any]
    log: str = ""
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Return the digest of the graded notebook's file."""
        return hashlib.sha256(self.notebook).hexdigest()


@dataclass(frozen=True)
class Installed:
    """A plan and its checks, ready for use in this process."""

    plan: Plan
    assignment: Assignment
    folder: tempfile.TemporaryDirectory[str] | None = None


_installed: dict[str, Installed] = {}


def install(plan: Plan, root: Path | None, files: Mapping[str, bytes] | None = None) -> None:
    """Make a plan known to this process.

    Parameters
    ----------
    plan : Plan
        What to grade by.
    root : Path or None
        The course's folder, where this process can see it.
    files : mapping of str to bytes, optional
        Otherwise the assignment's private folder as data.

    Raises
    ------
    Unfit
        If this process has other code or other checks than the plan was made with.
    """
    if plan.digest in _installed:
        return
    _compare(plan, root)
    folder = None
    if root is None:
        folder = tempfile.TemporaryDirectory(prefix="course-")
        root = Path(folder.name)
        for name, data in (files or {}).items():
            path = root / "assignments" / plan.name / "private" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    _installed[plan.digest] = Installed(plan, load_assignment(plan.name, root), folder)


def _compare(plan: Plan, root: Path | None) -> None:
    here = versions()
    if root is not None:
        here["checks"] = digest_of(root / "assignments" / plan.name / "private")
    other = [one for one in here if plan.versions.get(one) != here[one]]
    if other and root is not None:
        msg = f"the {' and the '.join(other)} changed since the run began"
        raise Unfit(msg)
    if other:
        found = ", ".join(f"{one} {here[one]}" for one in other)
        wanted = ", ".join(f"{one} {plan.versions.get(one)}" for one in here)
        msg = f"this worker has {found}, expected {wanted}; install the same there"
        raise Unfit(msg)


def ready() -> None:
    """Start a sandbox: what is wrong with one here is wrong for every submission.

    Raises
    ------
    GraderFault
        If none comes up.
    """
    with Session(Limits()) as session:
        session.run("'the worker starts'")


def grade(job: Job) -> Result:
    """Grade one submission.

    Parameters
    ----------
    job : Job
        What to grade; its plan must be installed.
    """
    if job.plan not in _installed:
        msg = "this worker does not know the assignment; it joined without being prepared"
        raise Unfit(msg)
    here, watch = _installed[job.plan], Watch()
    with _ONE_AT_A_TIME, _captured() as log:
        received = receive(job)
        watch.lap("intake")
        notebook = here.plan.restore(received)
        watch.lap("restore")
        Run(here.assignment, job.student, here.plan.secret).grade(notebook)
        watch.lap("run")
    text = as_file(notebook)
    scores, told = scores_of(notebook), tell(notebook)
    watch.lap("write")
    return Result(job.student, text, scores, told, log.getvalue(), watch.seconds)


def receive(work: Work | Job) -> intake.Received:
    """Read what was handed in; what else lay in the folder is flagged.

    Parameters
    ----------
    work : Work or Job
        The notebook's bytes, or why there are none.
    """
    if work.problem:
        received = intake.Received(nbformat.v4.new_notebook(), work.problem)
    else:
        received = intake.receive_bytes(work.data)
    received.flags[:0] = work.notes
    return received


class Watch:
    """A stop watch that names its laps."""

    def __init__(self) -> None:
        self.started = self.last = time.perf_counter()
        self.processor = time.process_time()
        self.seconds: dict[str, float] = {}

    def lap(self, name: str) -> None:
        """End a stage."""
        now = time.perf_counter()
        self.seconds[name] = now - self.last
        self.seconds["processor"] = time.process_time() - self.processor
        self.last = now


@contextlib.contextmanager
def _captured() -> Iterator[io.StringIO]:
    """Keep what the grader logs about its own faults: a worker has no terminal."""
    text, logger = io.StringIO(), logging.getLogger("autograder")
    handler = logging.StreamHandler(text)
    before, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield text
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def tell(notebook: NotebookNode) -> dict[str, Any]:
    """Return in plain data what a graded notebook says of its student's work.

    Parameters
    ----------
    notebook : NotebookNode
        Graded.
    """
    about = notebook.metadata.get("autograder", {})
    verdicts = [c.metadata.autograder for c in notebook.cells if "autograder" in c.metadata]
    return {
        "points": {verdict.exercise: verdict.points for verdict in verdicts},
        "outcomes": {verdict.exercise: verdict.outcome for verdict in verdicts},
        "problem": about.get("problem", ""),
        "flags": list(about.get("flags", ())),
        "level": about.get("level", ""),
    }


def page(data: bytes, about: dict[str, Any], cells: dict[str, dict[str, Any]]) -> str:
    """Return the feedback page of a graded notebook.

    Parameters
    ----------
    data : bytes
        The graded notebook's file.
    about : dict
        Student, scores and penalty, as nbgrader names them.
    cells : dict
        What the gradebook says of each cell.
    """
    read: Any = nbformat.v4.reads
    notebook = read(data.decode())
    for cell in notebook.cells:
        if mark := cell.metadata.get("nbgrader"):
            mark.update(cells.get(mark.get("grade_id"), {}))
    return feedback.as_page(notebook, about)
