"""Small things that several tests of the grader build: notebooks, and a course to grade."""

from __future__ import annotations

import contextlib
import copy
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.grading import Course
from autograder.intake import Received, receive
from autograder.marks import Mark
from tools.percent import HEADER, to_notebook

ROOT = Path(__file__).resolve().parent.parent
NAME = "tiny"

CHECKS = """
import numpy as np
from autograder.exercise import Exercise

double = Exercise("double", target="double", title="Doubling")


@double.reference
def double_reference(x):
    return 2 * np.asarray(x)


@double.check("doubles a number", points=2, hint="Try 3.")
def _(rng):
    yield (rng.uniform(3, 9),)
    yield (-4.5,)


@double.check("doubles an array and leaves it alone", points=2, hint="Copy it.", unchanged=True)
def _(rng):
    yield (rng.uniform(3, 9, size=(2, 3)),)
    yield (rng.uniform(3, 9, size=5)[::2],)


mean = Exercise("mean", target="mean", title="The mean")


@mean.reference
def mean_reference(values):
    if len(values) == 0:
        raise ValueError("no values")
    return sum(values) / len(values)


@mean.check("is the mean", points=2)
def _(rng):
    yield (rng.uniform(1, 9, size=4).tolist(),)


@mean.check("raises ValueError where there is no value", points=1)
def _(rng):
    yield ([],)
    yield ([rng.uniform(1, 9)],)


twice = Exercise("twice", target="twice", title="Twice")


@twice.reference
def twice_reference(function, x):
    return function(function(x))


@twice.check("applies the function twice", points=1)
def _(rng):
    yield np.tanh, rng.uniform(0.5, 2)


EXERCISES = [double, mean, twice]
"""

MANIFEST = """\
title = "A tiny assignment"
total_points = 10

[limits]
cell_seconds = 2.0
call_seconds = 0.5
total_seconds = 30.0
scratch_mb = 8
"""

EXERCISE = """
# %% answer="{slug}"
### BEGIN SOLUTION
{solution}
### END SOLUTION

# %% tests="{slug}" points={points}
# The grader tries your function here.
### BEGIN HIDDEN TESTS
from autograder.stock import points_for
points_for("tiny", "{slug}", globals())
### END HIDDEN TESTS
"""

SOLUTIONS = {
    "double": "def double(x):\n    return 2 * np.asarray(x)",
    "mean": (
        "def mean(values):\n"
        "    if len(values) == 0:\n"
        '        raise ValueError("no values")\n'
        "    return sum(values) / len(values)"
    ),
    "twice": "def twice(function, x):\n    return function(function(x))",
}
POINTS = {"double": 4, "mean": 3, "twice": 1}
FULL = {slug: float(points) for slug, points in POINTS.items()}
NOTHING = dict.fromkeys(POINTS, 0.0)

TASK = "Write three functions.\n\n<details><summary>A hint</summary>They are short.</details>"
SQUARE = '''"""Squares the number.

fails: double
points: 0
section: Modeling one neuron
hint: What is double(3)?
hint: Which operator doubles?
"""
def double(x):
    return x ** 2
'''


def source() -> str:
    """Return the source of the tiny assignment's notebook."""
    exercises = "".join(
        EXERCISE.format(slug=slug, solution=SOLUTIONS[slug], points=points)
        for slug, points in POINTS.items()
    )
    task = f'# %% [markdown]\nr"""\n{TASK}\n"""\n\n'
    start = task + '# %% locked="imports"\nimport numpy as np\n'
    end = '\n# %% [markdown] manual="why" points=2\nr"""\nBecause.\n"""\n'
    return HEADER + start + exercises + end


def make_course(folder: Path) -> Path:
    """Write a course with one assignment into `folder`."""
    private = folder / "assignments" / NAME / "private"
    for name in ("right", "wrong"):
        (private / name).mkdir(parents=True)
    (private / "checks").mkdir()
    (private / "checks" / "__init__.py").write_text(CHECKS)
    (private / "manifest.toml").write_text(MANIFEST)
    (private / "wrong" / "double__square.py").write_text(SQUARE)
    (private.parent / f"{NAME}.ipynb").write_text(to_notebook(source(), NAME))
    shutil.copy(ROOT / "nbgrader_config.py", folder / "nbgrader_config.py")
    return folder


class Classroom:
    """A released course, and what the students hand in and get.

    nbgrader looks at the working folder, so it is only changed inside the methods.
    """

    def __init__(self, root: Path) -> None:
        self.root = make_course(root)
        self.marks: dict[str, Mark] = {}
        with self.inside() as course:
            assert course.api.generate_assignment(NAME)["success"]

    def copied(self, root: Path) -> Classroom:
        """Return this classroom once more, with everything in it, links and pipes as well."""
        subprocess.run(["cp", "-a", str(self.root), str(root)], check=True)
        twin = copy.copy(self)
        twin.root, twin.marks = root, dict(self.marks)
        return twin

    @contextlib.contextmanager
    def inside(self) -> Iterator[Course]:
        with contextlib.chdir(self.root):
            yield Course(self.root)

    @property
    def released(self) -> dict[str, Any]:
        """Return a fresh copy of the notebook as students get it."""
        path = self.root / "grading" / "release" / NAME / f"{NAME}.ipynb"
        notebook: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return notebook

    def submitted(self, student: str) -> Path:
        """Return where a student's notebook goes."""
        folder = self.root / "grading" / "submitted" / student / NAME
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{NAME}.ipynb"

    def hand_in(self, student: str, notebook: Mapping[str, Any] | bytes) -> None:
        """Hand in a notebook, or whatever these bytes are."""
        data = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
        self.submitted(student).write_bytes(data)

    def grade(self, pattern: str = "*") -> dict[str, Mark]:
        """Grade all whose names match and return the marks."""
        with self.inside() as course:
            marks = {mark.student: mark for mark in course.grade(NAME, pattern)}
        self.marks |= marks
        return marks

    def product(self, step: str, student: str, ending: str) -> str:
        """Return the text of a student's graded notebook or feedback page."""
        return (self.root / "grading" / step / student / NAME / f"{NAME}{ending}").read_text()

    def answered(self, *extra: str, **answers: str) -> dict[str, Any]:
        """Return the released notebook with these answers, and more cells near its top."""
        notebook = self.released
        for cell in notebook["cells"]:
            slug = grade_id(cell).removeprefix("answer_")
            if slug in answers:
                cell["source"] = answers[slug]
        notebook["cells"][1:1] = [code(text) for text in extra]
        return notebook


def grade_id(cell: Mapping[str, Any]) -> str:
    """Return the grade_id of a notebook's cell, or an empty text."""
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def code(text: str, **metadata: Any) -> dict[str, Any]:
    """Return a code cell as it stands in a notebook's file."""
    return {
        "cell_type": "code",
        "source": text,
        "metadata": metadata,
        "outputs": [],
        "execution_count": None,
    }


def markdown(text: str, **metadata: Any) -> dict[str, Any]:
    """Return a markdown cell as it stands in a notebook's file."""
    return {"cell_type": "markdown", "source": text, "metadata": metadata}


def notebook(*cells: Mapping[str, Any], **top: Any) -> bytes:
    """Return the bytes of a notebook with these cells."""
    whole = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}
    return json.dumps(whole | top).encode()


def received(folder: Path, data: bytes) -> Received:
    """Hand these bytes in as a file of `folder` and return what became of them."""
    (folder / "x.ipynb").write_bytes(data)
    return receive(folder / "x.ipynb")


def environment() -> dict[str, str]:
    """Return an environment in which programs find this Python and our packages."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}


def command(
    folder: Path, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m ...`` in a folder and return what it said."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment() | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def names(values: Sequence[Any]) -> list[str]:
    """Return the first entries of the rows of a table: ids for a parametrised test."""
    return [str(value[0]) for value in values]
