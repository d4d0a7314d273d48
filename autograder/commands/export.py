"""``python -m autograder export ASSIGNMENT...``: marks for a spreadsheet, Canvas or Moodle."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from autograder.errors import GraderFault

NAMES = ("csv", "canvas", "moodle")


def add(commands: Any) -> None:
    """Declare the command."""
    export = commands.add_parser("export", help="write marks for a spreadsheet, Canvas, Moodle")
    export.add_argument("assignments", nargs="*", help="which; all of them by default")
    export.add_argument("--format", choices=NAMES, default="csv")
    export.add_argument("--output", type=Path, metavar="FILE", help="a file, else the terminal")
    export.add_argument(
        "--missing",
        choices=("empty", "zero"),
        default="empty",
        help="what stands for work that was never handed in",
    )
    export.add_argument(
        "--title",
        action="append",
        default=[],
        metavar="ASSIGNMENT=TITLE",
        help='what the other program calls it, such as a1_neuron="One neuron (4711)"',
    )
    export.set_defaults(run=run)


def run(wish: argparse.Namespace) -> int:
    """Write the table and return 0."""
    from autograder.exports import FORMATS, read_grades  # nbgrader takes seconds to import
    from autograder.grading import Course
    from autograder.spreadsheet import as_csv

    target = wish.output.resolve() if wish.output else None
    course = Course()
    zero = wish.missing == "zero"
    url, titles = course.directory.db_url, _titles(wish.title)
    grades = read_grades(url, wish.assignments, titles, missing_as_zero=zero)
    text = as_csv(FORMATS[wish.format](grades))
    if target is None:
        sys.stdout.write(text.replace("\r\n", "\n"))
        return 0
    try:
        target.write_bytes(text.encode("utf-8"))
    except OSError as error:
        msg = f"--output {wish.output} can't be written: {error.strerror}"
        raise GraderFault(msg) from error
    students, works = len(grades.people), len(grades.records)
    print(f"wrote {wish.output}: {students} students, {works} assignments")
    return 0


def _titles(given: list[str]) -> dict[str, str]:
    parts = [text.partition("=") for text in given]
    if wrong := [text for text, (_, sign, _) in zip(given, parts, strict=True) if not sign]:
        msg = f"--title {wrong[0]!r} must read ASSIGNMENT=TITLE"
        raise GraderFault(msg)
    return {name: title for name, _, title in parts}
