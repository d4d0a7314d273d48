"""Find an assignment and read what its author declared."""

from __future__ import annotations

import functools
import hashlib
import hmac
import os
import secrets
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from autograder.bank import Answer, last_change, load_bank, run_file
from autograder.errors import GraderFault
from autograder.exercise import Exercise
from autograder.sandbox import Limits

CONFIG_FILE = "nbgrader_config.py"
PRODUCTS = "grading"  # folder of everything that grading makes, the gradebook included
SECRET_FILE = "secret"


@dataclass(frozen=True)
class Assignment:
    """All that the grading layer knows of one assignment.

    Attributes
    ----------
    name : str
        Name of the folder and of the notebook.
    exercises : tuple of Exercise
        In the order of the notebook.
    bank : tuple of Answer
        Labelled right and wrong answers.
    manifest : dict
        What ``private/manifest.toml`` says.
    """

    name: str
    exercises: tuple[Exercise, ...]
    bank: tuple[Answer, ...]
    manifest: dict[str, Any]

    @property
    def limits(self) -> Limits:
        """Return the limits of the manifest, or the usual ones."""
        return Limits(**self.manifest.get("limits", {}))

    @property
    def by_cell(self) -> dict[str, Exercise]:
        """Return the exercises by the grade_id of the cell that carries their points."""
        return {exercise.cell: exercise for exercise in self.exercises}

    def exercise(self, slug: str) -> Exercise:
        """Return the exercise of that slug.

        Raises
        ------
        GraderFault
            If there is none.
        """
        for exercise in self.exercises:
            if exercise.slug == slug:
                return exercise
        known = ", ".join(exercise.slug for exercise in self.exercises)
        msg = f"{self.name} has no exercise {slug!r}; it has {known}"
        raise GraderFault(msg)


def course_root(start: Path | None = None) -> Path:
    """Return the nearest folder, from `start` upwards, that holds the course's configuration.

    Raises
    ------
    GraderFault
        If there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder
    msg = f"no {CONFIG_FILE} in {here} or above it; run this inside the course's folder"
    raise GraderFault(msg)


def declares_checks(name: str, root: Path) -> bool:
    """Tell whether an assignment has declared checks, or only its notebook's own tests."""
    return (root / "assignments" / name / "private" / "checks").is_dir()


def load_assignment(name: str, root: Path) -> Assignment:
    """Read the declared checks, the bank and the manifest of an assignment.

    Raises
    ------
    GraderFault
        If the folder or one of its parts is missing or can't be read.
    """
    private = root / "assignments" / name / "private"
    if private.parent.is_dir() and not declares_checks(name, root):
        msg = (
            f"assignment {name!r} declares no checks: there is no {private / 'checks'}; "
            f"`nbgrader autograde {name}` grades it by the tests in its notebooks"
        )
        raise GraderFault(msg)
    return _load(name, private, last_change(private))


@functools.lru_cache(maxsize=64)
def _load(name: str, private: Path, _changed: int) -> Assignment:
    try:
        exercises = tuple(run_file(private / "checks" / "__init__.py")["EXERCISES"])
        manifest = tomllib.loads((private / "manifest.toml").read_text("utf-8"))
        bank = tuple(load_bank(private, [exercise.slug for exercise in exercises]))
    except Exception as error:
        told = str(error) if isinstance(error, GraderFault) else repr(error)
        msg = f"assignment {name!r} can't be read: {told}"
        raise GraderFault(msg) from error
    return Assignment(name, exercises, bank, manifest)


def generators(
    secret: bytes, assignment: str, student: str, exercise: str, work: str = ""
) -> Callable[[str], np.random.Generator]:
    """Return the random generators of one student's exercise, one for each check.

    The same secret, names and work give the same inputs again; without the secret nobody
    can work them out beforehand.

    Parameters
    ----------
    secret : bytes
        The course's secret.
    assignment, student, exercise : str
        Whose inputs they are.
    work : str
        A digest of what was handed in, so that other work is tried with other inputs.

    Examples
    --------
    >>> rng = generators(b"secret", "a1_neuron", "ada", "neuron")
    >>> bool(rng("one sample").normal() == rng("one sample").normal())
    True
    """

    def generator(check: str) -> np.random.Generator:
        text = "\0".join((assignment, student, exercise, work, check)).encode()
        digest = hmac.new(secret, text, hashlib.sha256).digest()
        return np.random.default_rng(int.from_bytes(digest))

    return generator


def course_secret(products: Path) -> bytes:
    """Return the course's secret; the first call makes it and keeps it with the gradebook.

    Parameters
    ----------
    products : Path
        Folder of everything that grading makes.
    """
    path = products / SECRET_FILE
    if not path.exists():
        products.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_bytes()
