"""The command line: ``python -m autograder grade a1_neuron``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder import sandbox
from autograder.assignment import course_root
from autograder.errors import GraderFault
from autograder.marks import Mark, as_data, as_table
from autograder.new import new

if TYPE_CHECKING:
    from autograder.grading import Course

WEAK = """\
Warning: bubblewrap does not run on this machine, so student code is only weakly contained:
it can read and change what you can, the gradebook included, and it can use the network.
Install it (Debian: apt install bubblewrap) before you grade work that you don't trust.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0: all graded; 1: something was not; 2: the run could not start; 130: it was interrupted.
    """
    parser = argparse.ArgumentParser(prog="python -m autograder", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    grade = commands.add_parser("grade", help="grade every submission of an assignment")
    grade.add_argument("assignment")
    grade.add_argument("--students", default="*", metavar="GLOB", help="only these students")
    grade.add_argument("--json", type=Path, metavar="FILE", help="write the marks here as well")
    prove = commands.add_parser("selftest", help="prove the checks against bank and mutants")
    prove.add_argument("assignments", nargs="*", help="which; all of them by default")
    prove.add_argument(
        "--students", type=int, default=200, metavar="N", help="inputs of so many"
    )
    prove.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    prove.add_argument("--json", type=Path, metavar="FILE", help="write the report as data")
    prove.add_argument("--page", type=Path, metavar="FILE", help="write it as a Markdown page")
    start = commands.add_parser("new", help="start an assignment with one small exercise")
    start.add_argument("name", help="such as a10_convolution")
    wish = parser.parse_args(arguments)
    try:
        if wish.command == "new":
            print(f"wrote {new(course_root(), wish.name)}; now: make notebooks")
            return 0
        if wish.command == "selftest":
            return _selftest(wish)
        return _grade(wish.assignment, wish.students, wish.json)
    except GraderFault as fault:
        print(f"autograder: {fault}", file=sys.stderr)
        return 2


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


def _selftest(wish: argparse.Namespace) -> int:
    from autograder.validity import as_data, as_page, as_text, prove_all

    found = prove_all(course_root(), wish.assignments, wish.students, wish.workers)
    print(as_text(found))
    if wish.json:
        wish.json.write_text(as_data(found), "utf-8")
    if wish.page:
        wish.page.write_text(as_page(found), "utf-8")
    return int(any(one.faults for one in found))


def _show_progress(count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{count} graded ", end="", file=sys.stderr, flush=True)


def _show_marks(marks: Sequence[Mark], course: Course, assignment: str) -> None:
    pages = Path(course.directory.feedback_directory, "<student>", assignment)
    print(as_table(marks))
    print(f"\ncontainment   {sandbox.level()}")
    print(f"feedback      {pages / assignment}.html")
    print(f"gradebook     {course.directory.db_url}")


if __name__ == "__main__":
    sys.exit(main())
