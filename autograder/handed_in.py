"""What lies in the folder of submissions: whose work it is, and what is in the wrong place."""

from __future__ import annotations

import itertools
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from autograder import intake
from autograder.assignment import PRODUCTS
from autograder.exchange.inbound import printable
from autograder.intake import NOTHING
from autograder.timestamps import TIMESTAMP, time_in

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
    odd = (sign for sign in student if not sign.isprintable())
    return "".join(sign for sign in UNSUITABLE if sign in student) + printable("".join(odd))


@dataclass(frozen=True)
class Work:
    """What a student's folder holds, as data.

    Attributes
    ----------
    data : bytes
        The notebook.
    problem : str
        Why there is none that could be opened.
    notes : tuple of str
        What else a person may want to know.
    """

    data: bytes
    problem: str
    notes: tuple[str, ...]


def take(folder: Path, assignment: str) -> Work:
    """Read the notebook of a folder, and say what else was handed in.

    A notebook under another name is taken if it is the only one.

    Parameters
    ----------
    folder : Path
        A student's submission; links, pipes and devices are set aside first.
    assignment : str
        Name of the assignment, and of the notebook.
    """
    notes = [f"set aside, not read: {printable(name)}" for name in set_aside(folder)]
    wanted = folder / f"{assignment}.ipynb"
    others = [path for path in sorted(folder.glob("*.ipynb")) if path != wanted]
    if wanted.exists():
        notes += [f"also handed in, not read: {printable(path.name)}" for path in others]
    elif len(others) == 1:
        wanted = others[0]
        notes.append(f"the notebook was handed in as {printable(wanted.name)}")
    else:
        names = [printable(path.name) for path in others]
        notes += [f"not read, the name is not {wanted.name}: {name}" for name in names]
        return Work(NOTHING, "", tuple(notes))
    try:
        return Work(intake.read(wanted), "", tuple(notes))
    except intake.Unreadable as error:
        return Work(b"", str(error), tuple(notes))


def set_aside(folder: Path) -> list[str]:
    """Move links, pipes and devices out of a submission before anyone copies its files.

    nbgrader follows a link when it copies, and would hand the file behind it back with the
    feedback.  What is moved stays under ``grading/set_aside`` for a person to look at.

    Parameters
    ----------
    folder : Path
        A student's submission, seen from the course's folder.

    Returns
    -------
    list of str
        The names of all that was ever moved out of it.
    """
    aside = Path(PRODUCTS, "set_aside", *folder.parts[-2:])
    inside = [folder] if folder.is_symlink() else list(folder.rglob("*"))
    for path in filter(_is_strange, inside):
        _move(path, aside)
    return sorted(path.name for path in aside.glob("*"))


def _move(path: Path, folder: Path) -> None:
    """Move a file or link into a folder, under a name that is still free."""
    folder.mkdir(parents=True, exist_ok=True)
    if not path.parent.is_symlink() and path.parent.is_dir():
        path.parent.chmod(0o755)  # what was collected keeps the mode that the student gave it
    names = (f"{path.name}{number or ''}" for number in itertools.count())
    target = next(folder / name for name in names if not os.path.lexists(folder / name))
    if os.path.lexists(path):  # it may have gone with the folder that it was in
        shutil.move(path, target)


def _is_strange(path: Path) -> bool:
    if path.name == TIMESTAMP:
        return time_in(path) is None  # nbgrader stops at anything else
    return path.is_symlink() or not (path.is_file() or path.is_dir())
