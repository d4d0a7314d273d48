"""Grade a class that does not exist, and say what a submission costs.

``python -m benchmarks.grading --students 1000`` prints wall clock, processor time of all
processes, memory, whether every mark is as expected, how the cost grows with the class, and
how often stock nbgrader's that is on the same submissions, run by turns.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.assignment import load_assignment
from benchmarks._processes import Use, measured
from tools.release import nbgrader
from tools.synthetic_class import Habits, make_class, write_class

ROOT = Path(__file__).resolve().parent.parent
SUBMITTED = Path("grading", "submitted")
FORM = "{:26} {:>5} {:>8} {:>13} {:>9}   {}"


class Classroom:
    """A course with one assignment that a class has handed in.

    Parameters
    ----------
    folder : Path
        Where it is made.
    name : str
        The assignment.
    students : int
        How many there are.
    plots : float or None
        Share of students who draw; None for the usual.
    """

    def __init__(self, folder: Path, name: str, students: int, plots: float | None) -> None:
        self.folder, self.name = folder, name
        shutil.copytree(ROOT / "assignments" / name, folder / "assignments" / name)
        shutil.copy(ROOT / "nbgrader_config.py", folder)
        nbgrader(folder, "generate_assignment", name, "--force")
        release = folder / "grading" / "release" / name / f"{name}.ipynb"
        habits = Habits() if plots is None else Habits(plots=plots)
        made = make_class(load_assignment(name, folder), students, habits=habits)
        output = folder / SUBMITTED
        self.expected = write_class(made, name, release.read_text("utf-8"), output)
        self.students = sorted(self.expected)

    def only(self, count: int) -> None:
        """Let only the first so many have handed in, evenly chosen from the class."""
        chosen = set(self.students[:: len(self.students) // count][:count])
        kept = self.folder / "all"
        if not kept.exists():
            (self.folder / SUBMITTED).rename(kept)
        for step in ("submitted", "autograded", "feedback"):
            shutil.rmtree(self.folder / "grading" / step, ignore_errors=True)
        for student in chosen:
            shutil.copytree(kept / student, self.folder / SUBMITTED / student)

    def ours(self, *options: str) -> Use:
        """Grade everyone again."""
        command = [sys.executable, "-m", "autograder", "grade", self.name, "--force", *options]
        return measured([*command, "--json", "marks.json"], self.folder)

    def stock(self, step: str) -> Use:
        """Let nbgrader take a step with everyone again, as it comes."""
        command = [sys.executable, "-m", "nbgrader", step, self.name, "--force"]
        return measured(command, self.folder, NN_STOCK="1")

    def unexpected(self) -> list[str]:
        """Return whose marks of the last run are not as expected."""
        marks = json.loads((self.folder / "marks.json").read_text("utf-8"))
        return [mark["student"] for mark in marks if not _as_expected(mark, self.expected)]


def _as_expected(mark: dict[str, Any], expected: dict[str, Any]) -> bool:
    wanted = expected[mark["student"]]
    points = {slug: mark["points"].get(slug, 0.0) for slug in wanted["points"]}
    return bool(points == wanted["points"])


def line(title: str, count: int, use: Use, told: str = "") -> str:
    """Return a row of the table."""
    each, peak = 1000 * use.processor / count, use.peak / (1 << 20)
    return FORM.format(
        title, count, f"{use.wall:.1f} s", f"{each:.0f} ms", f"{peak:.0f} MB", told
    )


def graded(room: Classroom, count: int, title: str) -> Use:
    """Grade so many of the class and print the row."""
    room.only(count)
    use = room.ours()
    wrong = room.unexpected()
    told = "every mark as expected" if not wrong else f"NOT AS EXPECTED: {', '.join(wrong)}"
    told += "" if use.complete else "; without the time of processes that were killed"
    print(line(title, count, use, told), flush=True)
    return use


def against_stock(room: Classroom, count: int, rounds: int) -> float:
    """Grade the same submissions by both, by turns; return stock's seconds for each.

    Stock's `autograde` writes no pages and our run does, so both are measured with and
    without; a tenth of the submissions tells what starting up takes.
    """
    few = max(1, count // 10)
    found: dict[str, dict[int, list[float]]] = {}
    for size in [few, count] * rounds:
        room.only(size)
        uses = {
            "ours, without pages": room.ours("--no-feedback"),
            "stock autograde": room.stock("autograde"),
            "ours": room.ours(),
            "stock generate_feedback": room.stock("generate_feedback"),
        }
        for title, use in uses.items():
            print(line(title, size, use), flush=True)
            found.setdefault(title, {}).setdefault(size, []).append(use.processor)
    took = {
        title: {size: statistics.median(seconds) for size, seconds in by_size.items()}
        for title, by_size in found.items()
    }
    alone = took["stock autograde"]
    pages = took["stock generate_feedback"]
    both = {size: alone[size] + pages[size] for size in alone}
    for title, ours, theirs in (
        ("to grade", took["ours, without pages"], alone),
        ("to grade and to write pages", took["ours"], both),
    ):
        further = (theirs[count] - theirs[few]) / (ours[count] - ours[few])
        started = theirs[count] / ours[count]
        told = f"for a further submission, {started:.1f} times with both starts"
        print(f"stock takes {further:.1f} times our time {title} {told}")
    return alone[count] / count


def main(arguments: Sequence[str] | None = None) -> int:
    """Grade and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grading", description=__doc__)
    add = parser.add_argument
    add("--assignment", default="a3_activations")
    add("--students", type=int, default=1000, metavar="N")
    add("--peer", type=int, default=30, metavar="N", help="whom stock nbgrader grades as well")
    add("--rounds", type=int, default=1, help="how often, by turns; 0 for not at all")
    wish = parser.parse_args(arguments)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(FORM.format("", "n", "wall", "CPU for each", "peak", ""))
    with tempfile.TemporaryDirectory() as scratch:
        room = Classroom(Path(scratch, "usual"), wish.assignment, wish.students, None)
        sizes = sorted({min(size, wish.students) for size in (10, 100, wish.students)})
        uses = [graded(room, size, "usual") for size in sizes]
        if len(uses) > 2:
            flat = _marginal(uses[1], uses[2], sizes[1:]) / _marginal(
                uses[0], uses[1], sizes[:2]
            )
            print(f"a further submission costs {flat:.2f} times as much in the larger class")
        plain = Classroom(Path(scratch, "plain"), wish.assignment, min(100, wish.students), 0.0)
        graded(plain, len(plain.students), "nobody draws")
        if wish.rounds:
            each = against_stock(room, min(wish.peer, wish.students), wish.rounds)
            whole = each * sizes[-1] / uses[-1].processor
            print(f"and {whole:.1f} times what one of the class of {sizes[-1]} took us")
    print(f"load {os.getloadavg()[0]:.1f}")
    return 0


def _marginal(small: Use, large: Use, sizes: Sequence[int]) -> float:
    """Return what a further submission costs; starting up costs the same for any class."""
    return (large.processor - small.processor) / (sizes[1] - sizes[0])


if __name__ == "__main__":
    raise SystemExit(main())
