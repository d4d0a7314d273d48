"""``python -m autograder report ASSIGNMENT``: what a class's marks say."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from autograder.errors import GraderFault


def add(commands: Any) -> None:
    """Declare the command."""
    report = commands.add_parser("report", help="what a class's marks say, as a page and CSV")
    report.add_argument("assignment")
    report.add_argument(
        "--output", type=Path, metavar="FOLDER", help="by default grading/reports/ASSIGNMENT"
    )
    report.set_defaults(run=run)


def run(wish: argparse.Namespace) -> int:
    """Write the report and say where it is."""
    from autograder import after  # nbgrader takes seconds to import
    from autograder.assignment import PRODUCTS, load_assignment
    from autograder.grading import Course
    from autograder.spreadsheet import as_csv

    name, output = wish.assignment, wish.output and wish.output.resolve()
    course = Course()
    folder = course.directory
    autograded = course.path(folder.autograded_directory, ".", ".")
    record = after.read_class(folder.db_url, autograded, name)
    released = course.path(folder.release_directory, ".", name) / f"{name}.ipynb"
    flags = after.class_flags(record, course.submitted, released)
    source = course.path(folder.source_directory, ".", name) / f"{name}.ipynb"
    pairs = after.similar_pairs(record, load_assignment(name, course.root), source)
    report = after.make_report(record, flags, pairs)
    target = output or course.root / PRODUCTS / "reports" / name
    files = {
        "report.html": after.as_page(report),
        "students.csv": as_csv(after.student_rows(report)),
        "exercises.csv": as_csv(after.exercise_rows(report)),
    }
    _write(target, files)
    print(_told(report, target))
    return 0


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        msg = f"the report can't be written into {folder}: {error.strerror}"
        raise GraderFault(msg) from error


def _told(report: Any, folder: Path) -> str:
    flagged = len(report.flags)
    lines = [
        f"students      {len(report.record.students)}",
        f"suspects      {len(report.suspects)} exercises and checks to look at",
        f"clusters      {len(report.clusters)} of unexplained wrong answers",
        f"flags         {flagged} students, {len(report.pairs)} pairs of alike answers",
        f"report        {folder / 'report.html'}",
        f"tables        {folder / 'students.csv'}, {folder / 'exercises.csv'}",
    ]
    return "\n".join(lines)
