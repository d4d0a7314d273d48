"""Fill the instructors' folder; ``setup`` runs this in the name of one of them.

Their own files stay, and so does ``grading/``; the course's files are replaced.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from autograder.assignment import PRODUCTS, course_secret
from tools.course import gradebook_url
from tools.hub.settings import SOURCE

NOT_COPIED = {"__pycache__", "build", "dist", "node_modules", PRODUCTS, "tests"}


def copy(source: Path, course: Path) -> None:
    """Copy the course's files; each is readable and writable for the folder's group."""
    for place, folders, files in os.walk(source):
        top = Path(place) == source
        folders[:] = [
            name
            for name in folders
            if not (name == "__pycache__" or (top and (name in NOT_COPIED or name[0] == ".")))
        ]
        inside = course / Path(place).relative_to(source)
        inside.mkdir(exist_ok=True)
        for name in files:
            shutil.copyfile(Path(place, name), inside / name)


def enrol(students: Iterable[str]) -> None:
    """Write the students into the gradebook, and make the secret that the grader needs.

    Both are made for their maker alone to change; here several people must.
    """
    from nbgrader.api import Gradebook  # takes seconds, and only this needs it

    products = SOURCE / PRODUCTS
    course_secret(products)
    with Gradebook(gradebook_url()) as book:
        for name in students:
            book.update_or_create_student(name)
    for name in ("secret", "gradebook.db"):
        path = products / name
        if path.exists() and path.stat().st_uid == os.geteuid():
            path.chmod(0o660)


if __name__ == "__main__":
    if sys.argv[1] == "copy":
        copy(SOURCE, Path(sys.argv[2]))
    else:
        enrol(sys.argv[2:])
