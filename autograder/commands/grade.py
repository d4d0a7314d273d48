"""``python -m autograder grade ASSIGNMENT``: grade a class."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder import sandbox
from autograder.errors import GraderFault
from autograder.exchange.inbound import printable
from autograder.marks import Mark, as_data, as_table

if TYPE_CHECKING:
    from autograder.engine.run import ClassRun
    from autograder.grading import Course

WEAK = """\
Warning: bubblewrap does not run on this machine, so student code is only weakly contained:
it can read and change what you can, the gradebook included, and it can use the network.
Install it (Debian: apt install bubblewrap) before you grade work that you don't trust.
"""
STAGES = ("intake", "restore", "run", "write", "record", "page", "processor")


def add(commands: Any) -> None:
    """Declare the command."""
    grade = commands.add_parser("grade", help="grade every submission of an assignment")
    grade.add_argument("assignment")
    grade.add_argument("--students", default="*", metavar="GLOB", help="only these students")
    who = grade.add_mutually_exclusive_group()
    who.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help="processes, one a core by default; 0: no process but this one",
    )
    who.add_argument("--scheduler", metavar="ADDRESS", help="a Dask cluster's, tcp://host:8786")
    which = grade.add_mutually_exclusive_group()
    which.add_argument(
        "--resume",
        action="store_true",
        help="go on with the run that stopped, for its students",
    )
    which.add_argument("--force", action="store_true", help="also what is up to date")
    grade.add_argument("--json", type=Path, metavar="FILE", help="write the marks here as well")
    grade.add_argument("--no-feedback", action="store_true", help="write no pages")
    grade.add_argument("--timings", action="store_true", help="say how long each stage took")
    grade.set_defaults(run=run)


def _count(text: str) -> int:
    count = int(text)
    if count < 0:
        msg = f"{text} is no number of processes"
        raise argparse.ArgumentTypeError(msg)
    return count


def run(wish: argparse.Namespace) -> int:
    """Grade, print the marks, and return the exit code."""
    from autograder.engine.wish import Wish  # nbgrader takes seconds to import
    from autograder.grading import Course, interruptible

    if sandbox.level() == "weak":
        print(WEAK, file=sys.stderr)
    target = wish.json.resolve() if wish.json else None
    if target and not target.parent.is_dir():
        msg = f"--json {wish.json}: there is no folder {target.parent}; make it first"
        raise GraderFault(msg)
    course = Course()
    asked = {name: getattr(wish, name) for name in Wish.__dataclass_fields__ if name in wish}
    asked["feedback"] = not wish.no_feedback
    marks: list[Mark] = []
    with (
        interruptible() as stop,
        course.class_run(wish.assignment, Wish(**asked), stop) as work,
    ):
        if wish.resume and not work.resumed:
            print("Nothing to resume: the last run ended.  Grading what is new or changed.")
        marks.extend(_watched(work))
        _show(marks, course, work, timings=wish.timings)
    if target:
        target.write_text(json.dumps(as_data(marks), indent=2) + "\n", "utf-8")
    if len(marks) < len(work.students):
        print(f"\nInterrupted after {len(marks)} of {len(work.students)}; --resume goes on.")
        return 130
    return _judged(marks, course, wish.assignment)


def _judged(marks: Sequence[Mark], course: Course, assignment: str) -> int:
    """Say what was not read, and return the exit code."""
    misplaced = course.misplaced()
    wanted = f"<student>/{assignment}/{assignment}.ipynb"
    for path in misplaced:
        print(f"not read      {printable(path)}, expected {wanted}")
    return int(bool(misplaced) or not all(mark.graded for mark in marks))


def _watched(work: ClassRun) -> list[Mark]:
    """Return the class's marks in the order of names, showing how far it is on a terminal."""
    from tqdm import tqdm

    form = "{n} of {total} |{bar}| {postfix} [{elapsed}<{remaining}]"
    with tqdm(
        total=len(work.students), bar_format=form, disable=not sys.stderr.isatty()
    ) as bar:
        return sorted(_counted(work, bar), key=lambda mark: mark.student)


def _counted(work: ClassRun, bar: Any) -> Iterator[Mark]:
    for mark in work.marks():
        yield mark
        elapsed = bar.format_dict["elapsed"] if not bar.disable else 0
        rate = 60 * (bar.n + 1) / elapsed if elapsed else 0
        bar.set_postfix_str(f"{rate:.0f} marks a minute", refresh=False)
        bar.update()


def _show(marks: Sequence[Mark], course: Course, work: ClassRun, *, timings: bool) -> None:
    from autograder.engine.folders import without_password

    name = work.plan.name
    pages = Path(course.directory.feedback_directory, "<student>", name)
    print(as_table(marks))
    print()
    if timings:
        _show_timings(marks)
    fresh = sum(mark.fresh and mark.graded for mark in marks)
    print(f"graded        {fresh}, up to date {sum(not mark.fresh for mark in marks)}")
    outcomes = Counter(outcome for mark in marks for outcome in mark.outcomes.values())
    print(f"answers       {', '.join(f'{n} {word}' for word, n in outcomes.most_common())}")
    print(f"for a person  {sum(mark.waiting or bool(mark.problem) for mark in marks)}")
    print(f"containment   {sandbox.level()}")
    print(f"feedback      {pages / name}.html")
    print(f"gradebook     {without_password(work.folders.url)}")
    print(f"backup        {work.backup or _no_backup(work)}")


def _no_backup(work: ClassRun) -> str:
    return "none: pg_dump is not installed" if work.run else "none: nothing was written"


def _show_timings(marks: Sequence[Mark]) -> None:
    """Say how long each stage took on average, in thousandths of a second."""
    for stage in STAGES:
        taken = [mark.seconds[stage] for mark in marks if stage in mark.seconds]
        if taken:
            print(f"{stage:<13} {1000 * sum(taken) / len(taken):.1f} ms")
