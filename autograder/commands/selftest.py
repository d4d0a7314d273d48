"""``python -m autograder selftest``: prove the checks of every exercise."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from autograder.assignment import course_root


def add(commands: Any) -> None:
    """Declare the command."""
    prove = commands.add_parser("selftest", help="prove the checks against bank and mutants")
    prove.add_argument("assignments", nargs="*", help="which; all of them by default")
    prove.add_argument(
        "--students", type=int, default=200, metavar="N", help="inputs of so many"
    )
    prove.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    prove.add_argument("--json", type=Path, metavar="FILE", help="write the report as data")
    prove.add_argument("--page", type=Path, metavar="FILE", help="write it as a Markdown page")
    prove.set_defaults(run=run)


def run(wish: argparse.Namespace) -> int:
    """Print the validity report; return 1 if an exercise has a fault."""
    from autograder.validity import as_data, as_page, as_text, prove_all

    found = prove_all(course_root(), wish.assignments, wish.students, wish.workers)
    print(as_text(found))
    if wish.json:
        wish.json.write_text(as_data(found), "utf-8")
    if wish.page:
        wish.page.write_text(as_page(found), "utf-8")
    return int(any(one.faults for one in found))
