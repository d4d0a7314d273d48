"""``python -m autograder received ASSIGNMENT``: what came in, from whom, and when."""

from __future__ import annotations

import argparse
import dataclasses
import fnmatch
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.assignment import PRODUCTS, course_root
from autograder.errors import GraderFault

if TYPE_CHECKING:
    from autograder.exchange.ledger import Version

HEAD = ("received (UTC)", "student", "version", "owner", "came as", "")


def add(commands: Any) -> None:
    """Declare the command."""
    received = commands.add_parser("received", help="list every version that came in")
    received.add_argument("assignment")
    received.add_argument("--students", default="*", metavar="GLOB", help="only these students")
    received.add_argument("--json", type=Path, metavar="FILE", help="write the list as data")
    received.add_argument("--restore", metavar="VERSION", help="write this version's files")
    received.add_argument("--to", type=Path, metavar="FOLDER", help="into this new folder")
    received.set_defaults(run=run)


def run(wish: argparse.Namespace) -> int:
    """Print the ledger, or bring a version back; return 1 if a version was refused."""
    from autograder.exchange.ledger import Ledger

    ledger = Ledger(course_root() / PRODUCTS)
    versions = [
        version
        for version in ledger.versions(wish.assignment)
        if fnmatch.fnmatch(version.student, wish.students)
    ]
    if not versions:
        msg = f"nothing of {wish.students!r} for {wish.assignment!r} came in yet"
        raise GraderFault(msg)
    if wish.restore:
        version = _one(versions, wish.restore)
        ledger.restore(version, wish.to or Path(f"{version.student}-{version.digest[:8]}"))
        return 0
    if wish.json:
        data = [dataclasses.asdict(version) for version in versions]
        wish.json.write_text(json.dumps(data, indent=2) + "\n", "utf-8")
    print(as_table(versions))
    return int(any(version.problem for version in versions))


def _one(versions: Sequence[Version], wanted: str) -> Version:
    """Return the version whose digest begins like that.

    Raises
    ------
    GraderFault
        If there is none, or several that differ.
    """
    found = {v.digest: v for v in versions if v.digest.startswith(wanted)}
    if len(found) != 1:
        msg = f"--restore {wanted}: {len(found)} versions begin so; the list names them all"
        raise GraderFault(msg)
    return next(iter(found.values()))


def as_table(versions: Sequence[Version]) -> str:
    """Return the versions as lines of text, in the order in which we received them."""
    rows = [HEAD]
    for version in sorted(versions, key=lambda one: (one.received, one.student)):
        told = [f"REFUSED: {version.problem}"] if version.problem else []
        rows.append(
            (
                f"{version.time:%Y-%m-%d %H:%M:%S}",
                version.student,
                version.digest[:8],
                version.owner or "-",
                version.source,
                "; ".join([*told, *version.notes]),
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEAD))]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)
