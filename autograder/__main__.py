"""The command line: ``python -m autograder grade a1_neuron``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder import sandbox
from autograder.errors import GraderFault

WEAK = """\
Warning: bubblewrap does not run on this machine, so student code is only weakly contained:
it can read and change what you can, the gradebook included, and it can use the network.
Install it (Debian: apt install bubblewrap) before you grade work that you don't trust.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 some work not graded, 2 no run."""
    parser = argparse.ArgumentParser(prog="python -m autograder", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    grade = commands.add_parser("grade", help="grade every submission of an assignment")
    grade.add_argument("assignment")
    grade.add_argument("--students", default="*", metavar="GLOB", help="only these students")
    grade.add_argument("--json", type=Path, metavar="FILE", help="write the marks here as well")
    wish = parser.parse_args(arguments)
    try:
        return _grade(wish.assignment, wish.students, wish.json)
    except GraderFault as fault:
        print(f"autograder: {fault}", file=sys.stderr)
        return 2


def _grade(assignment: str, pattern: str, file: Path | None) -> int:
    from autograder.grading import Course, as_data, as_table  # nbgrader takes seconds to import

    if sandbox.level() == "weak":
        print(WEAK, file=sys.stderr)
    target = file.resolve() if file else None
    course = Course()
    marks = []
    for mark in course.grade(assignment, pattern):
        marks.append(mark)
        if sys.stderr.isatty():
            print(f"\r{len(marks)} graded ", end="", file=sys.stderr, flush=True)
    if target:
        target.write_text(json.dumps(as_data(marks), indent=2) + "\n", "utf-8")
    directory = course.directory
    print(as_table(marks))
    print(f"\ncontainment   {sandbox.level()}")
    print(
        f"feedback      {directory.feedback_directory}/<student>/{assignment}/{assignment}.html"
    )
    print(f"gradebook     {directory.db_url}")
    return int(any(mark.problem.startswith("not graded") for mark in marks))


if __name__ == "__main__":
    sys.exit(main())
