"""How the grading layer plugs into nbgrader: through its own configuration, no patches.

`autograder.config.configure` names these classes in nbgrader's settings:

1. `SubmissionExporter` reads submitted files, whatever they are;
2. `RestoreCells` takes ids, flags and locked text from the gradebook;
3. `RunAndJudge` runs student cells in the sandbox and asks the judge;
4. `SaveGrades` writes the scores down.

An assignment that declares no checks goes the same way, with the steps of
`autograder.undeclared` at 2 and 3: nbgrader's own, contained.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearOutput, NbGraderPreprocessor, SaveAutoGrades

from autograder import handed_in, intake, undeclared
from autograder.assignment import (
    PRODUCTS,
    course_root,
    course_secret,
    declares_checks,
    load_assignment,
)
from autograder.engine.job import receive
from autograder.engine.lock import Busy, Lock
from autograder.engine.plan import read_own, read_plan, released_cells
from autograder.engine.scores import is_fault
from autograder.exchange.arrivals import include_all
from autograder.execution import Run

Resources = dict[str, Any]
Converted = tuple[NotebookNode, Resources]


def declared(resources: Resources) -> bool:
    """Tell whether the judge has checks for this notebook; nbgrader works in the root."""
    return declares_checks(resources["nbgrader"]["assignment"], Path.cwd())


def set_links_aside(assignment: str, student: str, notebooks: Sequence[str]) -> None:  # noqa: ARG001
    """Move links, pipes and devices out of the submission before nbgrader copies files."""
    for folder in {Path(notebook).parent for notebook in notebooks}:
        handed_in.set_aside(folder)


class SubmissionExporter(NotebookExporter):
    """Read a submitted notebook through the intake instead of trusting the file.

    From reading it to writing its scores down nobody else grades in this course.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        begin: Any = super().__init__
        begin(*arguments, **options)
        directory = getattr(self.parent, "coursedir", None)
        self.lock = Lock(Path(directory.root)) if directory else None
        self._take()  # before nbgrader removes what was graded earlier
        self._release()
        if hasattr(self.parent, "assignments"):  # the converter, before its first submission
            include_all(self.parent)

    def _take(self) -> None:
        try:
            if self.lock:
                self.lock.take()
        except Busy as busy:
            self.log.error("%s", busy)  # nbgrader only logs the errors that it expects
            raise

    def _release(self) -> None:
        if self.lock:
            self.lock.release()

    def from_filename(
        self, filename: str, resources: Resources | None = None, **options: Any
    ) -> tuple[Any, Resources]:
        """Return the notebook as it leaves the registered preprocessors."""
        first = getattr(self.parent, "_sanitizing", True)
        if first:
            self._take()
        try:
            converted = self._converted(Path(filename), resources, options, first=first)
        except BaseException:
            self._release()
            raise
        if not first:
            self._release()
        return converted

    def _converted(
        self, path: Path, resources: Resources | None, options: Resources, *, first: bool
    ) -> tuple[Any, Resources]:
        if resources and not declared(resources):
            intake.read(path)  # a link, a pipe or a giant is refused
            read: Any = super().from_filename
            return read(str(path), resources, **options)  # type: ignore[no-any-return]
        if first:
            work = handed_in.take(path.parent, path.stem)
            received = receive(work)
            notebook = received.notebook
            told = {"problem": received.problem, "flags": received.flags}
            notebook.metadata["autograder"] = told
        else:  # our own product, sanitised a moment ago
            notebook = read_own(path)
        convert: Any = self.from_notebook_node
        text, resources = convert(notebook, resources, **options)
        return text, resources


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Give each cell of the assignment its place, text and marks from the gradebook."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Converted:
        """Realign the notebook with the assignment; nothing of nbgrader's is the student's."""
        about = resources["nbgrader"]
        if not declared(resources):
            return self._undeclared(nb, resources)
        with Gradebook(about["db_url"]) as gradebook:
            plan = read_plan(gradebook, about["notebook"], course_root())
        told = nb.metadata["autograder"]
        received = intake.Received(nb, told["problem"], told["flags"])
        return plan.restore(received), resources

    def _undeclared(self, nb: NotebookNode, resources: Resources) -> Converted:
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            released = gradebook.find_notebook(about["notebook"], about["assignment"])
            flags = undeclared.restore(nb, released_cells(released))
        for flag in flags:
            self.log.warning("%s, %s: %s", about["student"], about["notebook"], flag)
        return ClearOutput(parent=self.parent)(nb, resources)  # type: ignore[no-any-return]


class RunAndJudge(NbGraderPreprocessor):  # type: ignore[misc]
    """Run the student's cells in the sandbox and let the judge fill the graded ones."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Converted:
        """Execute the notebook; every graded cell ends with its points as its result."""
        if not declared(resources):
            return undeclared.execute(nb, resources, self.parent)
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
        if is_fault(cell):
            about = cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id
            grade = self.gradebook.find_grade(*about, self.student_id)
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
