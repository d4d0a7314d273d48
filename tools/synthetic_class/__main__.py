"""``python -m tools.synthetic_class NAME --students N --output FOLDER``: write a class."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from autograder.assignment import course_root, load_assignment
from autograder.errors import GraderFault
from tools.release import ReleaseError, nbgrader
from tools.synthetic_class import SHARES, Habits, make_class, write_class

KINDS = ", ".join(f"{kind}={share:g}" for kind, share in SHARES.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 1 if the class could not be written."""
    wish = _parser().parse_args(arguments)
    try:
        print(_write(wish))
    except (GraderFault, ReleaseError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _write(wish: argparse.Namespace) -> str:
    root = course_root()
    assignment = load_assignment(wish.assignment, root)
    habits = Habits(**{name: getattr(wish, name) for name in asdict(Habits())})
    shares = dict(SHARES) | dict(wish.share)
    students = make_class(assignment, wish.students, wish.seed, shares, habits)
    released = (
        wish.release.read_text("utf-8") if wish.release else _release(root, wish.assignment)
    )
    expected = write_class(students, assignment.name, released, wish.output)
    target = wish.expected or wish.output.parent / "expected.json"
    target.write_text(json.dumps(expected, indent=1) + "\n", "utf-8")
    return f"{len(students)} students in {wish.output}; their marks are in {target}"


def _release(root: Path, name: str) -> str:
    """Return the notebook as students get it, made in a gradebook that is thrown away."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = f"--CourseDirectory.release_directory={scratch}/release"
        url = f"sqlite:///{scratch}/gradebook.db"
        nbgrader(root, "generate_assignment", name, "--force", folder, gradebook=url)
        return Path(scratch, "release", name, f"{name}.ipynb").read_text("utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.synthetic_class",
        description="Write a class of students who do not exist, and the marks they must get.",
        epilog=f"Kinds of students, and how many of each hundred there are: {KINDS}.",
    )
    add = parser.add_argument
    add("assignment", help="such as a3_activations")
    add("--students", type=int, default=100, metavar="N", help="how many (%(default)s)")
    add("--seed", type=int, default=0, help="another seed, another class (%(default)s)")
    add("--output", type=Path, required=True, help="folder, such as grading/submitted")
    add("--expected", type=Path, help="file for the marks; expected.json beside the folder")
    add("--release", type=Path, help="the released notebook; made from the course by default")
    add(
        *("--share",),
        type=_share,
        action="append",
        default=[],
        metavar="KIND=N",
        help="how many of a kind, beside the others; may be given again for another kind",
    )
    for name, words in (
        ("plots", "draw a figure"),
        ("noise", "print, warn and log"),
        ("edited", "rename, move, delete or double something"),
        ("late", "hand in late"),
    ):
        told = f"share of students who {words} (%(default)s)"
        add(
            f"--{name}", type=float, default=getattr(Habits(), name), metavar="SHARE", help=told
        )
    add("--no-plots", dest="plots", action="store_const", const=0.0, help="nobody draws")
    return parser


def _share(text: str) -> tuple[str, float]:
    kind, _, number = text.partition("=")
    return kind, float(number)


if __name__ == "__main__":
    raise SystemExit(main())
