"""A course with an exchange: hand in as nbgrader does, and collect."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.apps import NbGrader
from nbgrader.coursedir import CourseDirectory

from autograder.assignment import PRODUCTS
from autograder.exchange.collect import Collect
from autograder.exchange.ledger import Ledger, Version
from tests.builders import NAME, make_course


def course_with_exchange(folder: Path) -> Path:
    root = make_course(folder)
    inbound(root).mkdir(parents=True)
    for place in (inbound(root), *inbound(root).parents[:2]):
        place.chmod(0o777)
    return root


def inbound(root: Path) -> Path:
    return root / "grading" / "exchange" / "neurons" / "inbound"


def submit(root: Path, student: str, text: str = "{}", *, name: str = "") -> Path:
    """Hand something in as `nbgrader submit` does; return the folder in the exchange."""
    now = datetime.now(UTC)
    folder = inbound(root) / (name or f"{student}+{NAME}+{now:%Y-%m-%d %H:%M:%S.%f} UTC+x")
    folder.mkdir()
    (folder / f"{NAME}.ipynb").write_text(text)
    (folder / "timestamp.txt").write_text(f"{now:%Y-%m-%d %H:%M:%S.%f} UTC")
    return folder


def collect(root: Path, **options: Any) -> list[Version]:
    """Collect and return the ledger."""
    with contextlib.chdir(root):
        app = NbGrader()
        app.load_config_file()
        course = CourseDirectory(parent=app)
        course.assignment_id = NAME
        Collect(coursedir=course, parent=app, **options).start()
    return Ledger(root / PRODUCTS).versions(NAME)


def submitted(root: Path, student: str, name: str = f"{NAME}.ipynb") -> str:
    return (root / "grading" / "submitted" / student / NAME / name).read_text()
