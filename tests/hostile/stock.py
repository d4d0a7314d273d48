"""Try the hostile suite on nbgrader as it comes, and write down what it gained.

``python -m tests.hostile.stock --ours COURSE`` writes ``docs/hostile.md``; COURSE is what
``pytest tests/hostile --basetemp FOLDER`` leaves in ``FOLDER/hostile0/course``.

It needs Linux, root and bubblewrap: each attack runs as the user nobody, in namespaces of
its own without network, on a copy of the course in memory, with limits on memory, files,
processes and time.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from tests.builders import FULL, NAME, ROOT, SOLUTIONS, Classroom
from tests.hostile.catalogue import ATTACKS
from tests.hostile.handing import CANARY, hand_in, hurry, learned, serving

SECONDS = 60
PLACE = Path("/tmp/stock")  # of everything inside the namespaces
HONEST = "honest"
PAGE = ROOT / "docs" / "hostile.md"
CONFIG = "\nc.ExecutePreprocessor.timeout = 6\nc.ExecutePreprocessor.iopub_timeout = 4\n"
HEAD = """\
# What the hostile suite gains

Each row is a submission that deserves no point: its number in the catalogue of attacks, its
name in `tests/hostile/`, what nbgrader as it comes made of it, and what this course's grader
made of it.  *All* and *part* are points that were not earned; *no score* is work that ended
without a mark; *leak* is a hidden input, a check or a secret in the student's outputs;
*harm* is a neighbour's file or the course changed.  *Not tried* is newer than stock's column.

Measured on {date} with nbgrader {nbgrader}, IPython {ipython}, ipykernel {ipykernel},
Python {python}, by `python -m tests.hostile.stock` (stock: cells stopped after 6 seconds) and
`pytest tests/hostile -m hostile` (ours).  An honest notebook got {honest} from stock.

Stock ran this course's own checks, one line in the student's kernel: they return points
instead of raising, and compare exact types, so tricks that make an `assert` pass (rows 1 to
10) gain less here than they do where tests are plain asserts.  What stock shows every
student, whatever they do, is not counted: its feedback pages print the hidden cells (row 22).

| grader | attacks | all | part | no score | leak | harm |
|---|---|---|---|---|---|---|
{totals}

| row | attack | stock | ours |
|---|---|---|---|
"""


def command(template: Path, results: Path) -> list[str]:
    """Return the command that runs this module in namespaces of its own."""
    made = ["bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    made += ["--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"]
    made += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    prefixes = {Path(p).resolve() for p in (sys.prefix, sys.base_prefix, ROOT)} - {Path("/usr")}
    made += ["--size", str(1 << 30), "--perms", "1777", "--tmpfs", "/tmp"]
    made += ["--size", str(64 << 20), "--perms", "1777", "--tmpfs", "/dev/shm"]
    for path in (Path("/usr"), Path("/etc"), *sorted(prefixes), template):
        for parent in (*reversed(path.parents[:-1]), path):  # for nobody to pass through
            made += ["--perms", "0755", "--dir", str(parent)] if parent != Path("/tmp") else []
        made += ["--ro-bind", str(path), str(path)]
    for name in ("bin", "sbin", "lib", "lib64"):
        made += ["--symlink", f"usr/{name}", f"/{name}"]
    made += ["--proc", "/proc", "--dev", "/dev", "--bind", str(results), str(results)]
    named = {"HOME": "/tmp", "PYTHONPATH": str(ROOT), "NN_STOCK": "1", "NN_CANARY": CANARY}
    named |= {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "USER": "nobody"}
    for name, value in named.items():
        made += ["--setenv", name, value]
    made += ["prlimit", f"--as={3 << 30}", f"--fsize={128 << 20}", "--nproc=600", "--core=0"]
    made += ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"]
    return [*made, sys.executable, "-m", "tests.hostile.stock", "--inside", str(template)]


def try_one(name: str, template: Path, port: int, results: Path) -> None:
    """Grade one attack on a copy of the course and write down what came of it."""
    room = Classroom.__new__(Classroom)
    room.root, room.marks = template, {}
    room = room.copied(PLACE / name)
    try:
        room.hand_in("neighbour", room.answered(**SOLUTIONS))
        if name == HONEST:
            room.hand_in(name, room.answered(**SOLUTIONS))
        else:
            hand_in(room, name, port)
        with room.inside() as course:
            course.api.autograde(NAME, name, force=True)
    finally:
        (results / f"{name}.json").write_text(json.dumps(outcome(room, name)))
        subprocess.run(["rm", "-rf", str(room.root)], check=False)


def outcome(room: Classroom, name: str, neighbour: str = "neighbour") -> list[str]:
    """Say what an attack has gained: points, secrets, harm."""
    with Gradebook(f"sqlite:///{room.root}/grading/gradebook.db") as gradebook:
        found = [s for s in gradebook.assignment_submissions(NAME) if s.student.id == name]
        grades = [g for s in found for b in s.notebooks for g in b.grades]
        grades = [grade for grade in grades if grade.name.startswith("check_")]
        scored = bool(grades) and all(g.auto_score is not None for g in grades)
        points = sum(submission.score for submission in found)
    told = ["no score" if not scored and not points else points_as_word(points)]
    path = room.root / "grading" / "autograded" / name / NAME / f"{NAME}.ipynb"
    if path.is_file():
        cells = nbformat.read(path, as_version=4).cells
        outputs = json.dumps([cell.get("outputs", []) for cell in cells], ensure_ascii=False)
        copied = [p for p in path.parent.rglob("*") if p.is_file() and p != path]
        secret = (room.root / "grading" / "secret").read_bytes()
        if (name in ATTACKS and learned(name, outputs)) or any(
            secret in p.read_bytes() for p in copied
        ):
            told.append("leak")
    gotcha = [p for p in room.root.rglob("gotcha") if "submitted" not in p.parts]
    if gotcha or not room.submitted(neighbour).is_file():
        told.append("harm")
    return told


def points_as_word(points: float) -> str:
    """Return how much of the points that is."""
    return "all" if points >= sum(FULL.values()) else "part" if points > 0 else "zero"


def inside(template: Path, names: list[str]) -> None:
    """Try every attack, two at a time, each in a process of its own."""
    results = template.parent / "results"
    PLACE.mkdir()

    def tried(name: str) -> None:
        process = multiprocessing.get_context("fork").Process(
            target=try_one, args=(name, template, port, results)
        )
        process.start()
        process.join(SECONDS)
        process.kill()

    with serving() as port, ThreadPoolExecutor(2) as pool:
        list(pool.map(tried, names or [HONEST, *ATTACKS]))


def stock(*names: str) -> dict[str, list[str]]:
    """Return what stock nbgrader made of each attack, or of those named."""
    with tempfile.TemporaryDirectory(prefix="stock-") as folder:
        room = Classroom(Path(folder, "course"))
        hurry(room)
        config = room.root / "nbgrader_config.py"
        config.write_text(config.read_text() + CONFIG)
        (room.root / "grading" / "secret").write_text(os.urandom(32).hex())
        results = Path(folder, "results")
        results.mkdir()
        subprocess.run(["chown", "-R", "65534:65534", folder], check=True)
        subprocess.run(["chmod", "755", folder], check=True)
        subprocess.run([*command(room.root, results), *names], check=True)
        return {path.stem: json.loads(path.read_text()) for path in results.iterdir()}


def ours(root: Path) -> dict[str, list[str]]:
    """Return what our grader made of each attack, from a course that it has graded."""
    room = Classroom.__new__(Classroom)
    room.root, room.marks = root, {}
    return {name: outcome(room, name, "zz_last") for name in ATTACKS}


def known() -> dict[str, list[str]]:
    """Return what the page says of stock: it changes with nbgrader only."""
    rows = re.findall(r"^\| \d+ \| (\w+) \| ([^|]+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    honest = re.findall(r"An honest notebook got (\w+) from stock", PAGE.read_text("utf-8"))
    return {name: said.split(", ") for name, said in [*rows, (HONEST, honest[0])]}


def page(stock: dict[str, list[str]], ours: dict[str, list[str]]) -> str:
    """Return the table as a page."""
    names = sorted(ATTACKS, key=lambda name: (ATTACKS[name].row, name))
    lost = ["no score"]  # its process never came to an end
    rows = [
        f"| {ATTACKS[name].row} | {name} | {', '.join(stock.get(name, lost))} "
        f"| {', '.join(ours.get(name, lost))} |"
        for name in names
    ]
    totals = []
    for who, said in (("stock", stock), ("ours", ours)):
        told = [said.get(name, lost) for name in names]
        words = ("all", "part", "no score", "leak", "harm")
        counts = " | ".join(str(sum(word in one for one in told)) for word in words)
        totals.append(f"| {who} | {len(names)} | {counts} |")
    packages = {name: version(name) for name in ("nbgrader", "ipython", "ipykernel")}
    head = HEAD.format(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        python=platform.python_version(),
        honest=stock.get(HONEST, lost)[0],
        totals="\n".join(totals),
        **packages,
    )
    return head + "\n".join(rows) + "\n"


def main() -> None:
    """Run stock, read ours, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--ours", type=Path, help="a course that the hostile tests have graded")
    parser.add_argument("--keep-stock", action="store_true", help="measure only ours anew")
    parser.add_argument("names", nargs="*", help=argparse.SUPPRESS)
    wish = parser.parse_args()
    if wish.inside:
        inside(wish.inside, wish.names)
    elif wish.ours:
        measured = known() if wish.keep_stock else stock()
        PAGE.write_text(page(measured, ours(wish.ours)), "utf-8")
    else:
        parser.error("--ours names the course that `pytest tests/hostile` leaves behind")


if __name__ == "__main__":
    main()
