"""``python -m autograder new NAME``: start an assignment."""

from __future__ import annotations

import argparse
from typing import Any

from autograder.assignment import course_root
from autograder.new import new


def add(commands: Any) -> None:
    """Declare the command."""
    start = commands.add_parser("new", help="start an assignment with one small exercise")
    start.add_argument("name", help="such as a10_convolution")
    start.set_defaults(run=run)


def run(wish: argparse.Namespace) -> int:
    """Write the folder and say what to do next."""
    print(f"wrote {new(course_root(), wish.name)}; now: make notebooks")
    return 0
