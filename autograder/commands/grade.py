"""``python -m autograder grade ASSIGNMENT``: grade a class."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder import sandbox
from autograder.errors import GraderFault
from autograder.marks import Mark, as_data, as_table

if TYPE_CHECKING:
    from autograder.grading import Course

WEAK = """\
Warning: bubblewrap does not run on this machine, so student code is only weakly contained:
it can read and change what you can, the gradebook included, and it can use the network.
Install it (Debian: apt install bubblewrap) before you grade work that you don't trust.
"""


def add(commands: Any) -> None:
    """Declare the command."""
    grade = commands.add_parser("grade", help="grade every submission of an assignment")
    grade.add_argument("assignment")
    grade.add_argument("--students", default="*", metavar="GLOB", help="only these students")
    grade.add_argument("--json", type=Path, metavar="FILE", help="write the marks here as well")
    grade.set_defaults(run=run)


def run(wish: argparse.Namespace) -> int:
    """Grade, print the marks, and return the exit code."""
    return _grade(wish.assignment, wish.students, wish.json)


def _grade(assignment: str, pattern: str, file: Path | None) -> int:
    from autograder.grading import Course, interruptible  # nbgrader takes seconds to import

    if sandbox.level() == "weak":
        print(WEAK, file=sys.stderr)
    target = file.resolve() if file else None
    if target and not target.parent.is_dir():
        msg = f"--json {file}: there is no folder {target.parent}; make it first"
        raise GraderFault(msg)
    course = Course()
    marks = []
    with interruptible() as wish:
        for mark in course.grade(assignment, pattern):
            marks.append(mark)
            _show_progress(len(marks))
            if wish.is_set():
                break
    if target:
        target.write_text(json.dumps(as_data(marks), indent=2) + "\n", "utf-8")
    _show_marks(marks, course, assignment)
    if wish.is_set():
        print(f"\nInterrupted after {len(marks)}; run it again to grade the whole class.")
        return 130
    misplaced = course.misplaced()
    for path in misplaced:
        print(f"not read      {path}, expected <student>/{assignment}/{assignment}.ipynb")
    return int(bool(misplaced) or not all(mark.graded for mark in marks))


def _show_progress(count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{count} graded ", end="", file=sys.stderr, flush=True)


def _show_marks(marks: Sequence[Mark], course: Course, assignment: str) -> None:
    pages = Path(course.directory.feedback_directory, "<student>", assignment)
    print(as_table(marks))
    print(f"\ncontainment   {sandbox.level()}")
    print(f"feedback      {pages / assignment}.html")
    print(f"gradebook     {course.directory.db_url}")
