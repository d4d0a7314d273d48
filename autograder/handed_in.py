"""What lies in the folder of submissions: whose work it is, and what is in the wrong place."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from autograder.intake import NOTHING

UNSUITABLE = "[]*?%,"  # nbgrader takes them for patterns, and its CSV for columns


def students(submitted: Path, assignment: str, pattern: str = "*") -> list[str]:
    """Return the names of all who handed in this assignment, in order."""
    return sorted(folder.parent.name for folder in submitted.glob(f"{pattern}/{assignment}"))


def misplaced(submitted: Path, assignments: set[str]) -> list[Path]:
    """Return what nobody will grade: loose files, and folders named after no assignment.

    Parameters
    ----------
    submitted : Path
        The folder of submissions.
    assignments : set of str
        The names of the course's assignments.
    """
    if not submitted.is_dir():
        return []
    found = [path for path in submitted.iterdir() if not path.is_dir()]
    for student in filter(Path.is_dir, submitted.iterdir()):
        found += [path for path in student.iterdir() if path.name not in assignments]
    return sorted(path for path in found if not path.name.startswith("."))


def unsuitable(student: str) -> str:
    """Return the characters of a student's folder name that nbgrader can't handle.

    Examples
    --------
    >>> unsuitable("ada.lovelace"), unsuitable("br[a]cket")
    ('', '[]')
    """
    return "".join(sign for sign in UNSUITABLE if sign in student)


def _is_other(path: Path, wanted: Path) -> bool:
    return path != wanted and path.is_file() and not path.is_symlink()


@contextlib.contextmanager
def notebook_in_place(folder: Path, assignment: str) -> Iterator[list[str]]:
    """Let nbgrader find the notebook that it looks for, and say what else was handed in.

    Without it, nbgrader passes over the student in silence.  A notebook under another name
    is taken if it is the only one; otherwise the intake is told that there is nothing.  The
    folder is left as it was.
    """
    wanted = folder / f"{assignment}.ipynb"
    others = [path for path in sorted(folder.glob("*.ipynb")) if _is_other(path, wanted)]
    if wanted.is_symlink() or wanted.exists():
        yield [f"also handed in, not read: {path.name}" for path in others]
        return
    try:
        if len(others) == 1:
            shutil.copy(others[0], wanted)
            yield [f"the notebook was handed in as {others[0].name}"]
        else:
            wanted.write_bytes(NOTHING)
            yield [f"not read, the name is not {wanted.name}: {path.name}" for path in others]
    finally:
        wanted.unlink(missing_ok=True)
