"""The bank of an assignment: right answers that must pass, wrong ones with the mistake named.

Each answer is a file ``private/right/<slug>__<style>.py`` or
``private/wrong/<slug>__<label>.py`` that defines the exercise's target.  A wrong one begins
with a docstring that says what it is for::

    '''Adds the bias after the sigmoid, so the output can leave (0, 1).

    fails: neuron
    points: 1
    section: Modeling one neuron
    hint: Is your output always between 0 and 1?
    hint: Where does b stand in sigma(w.x + b)?
    hint: Add b to the dot product first, then apply sigma.
    '''
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import GraderFault
from autograder.outcome import Namespace

FIELDS = ("fails", "points", "section", "hint")


@dataclass(frozen=True)
class Answer:
    """One answer of the bank.

    Attributes
    ----------
    slug : str
        The exercise that it answers.
    label : str
        Its style (right answers) or its mistake (wrong answers).
    right : bool
        Which of the two it is.
    path : Path
        The file that holds it.
    message : str
        The mistake, told to the student.
    fails : tuple of str
        The exercises that the answer must fail.
    points : float
        What a wrong answer deserves on its exercise.
    section : str
        Where the notes speak of it.
    hints : tuple of str
        From gentle to plain.
    """

    slug: str
    label: str
    right: bool
    path: Path
    message: str = ""
    fails: tuple[str, ...] = ()
    points: float = 0.0
    section: str = ""
    hints: tuple[str, ...] = ()

    def load(self) -> Namespace:
        """Run the answer's file and return what it defines."""
        return Namespace(run_file(self.path))


def last_change(path: Path) -> int:
    """Return when a file, or anything in a folder, was last changed, in nanoseconds."""
    files = path.rglob("*.*") if path.is_dir() else [path]
    return max((file.stat().st_mtime_ns for file in files if file.exists()), default=0)


def run_file(path: Path) -> dict[str, Any]:
    """Run one of the author's files, or a package's ``__init__.py``, and return its names.

    A file is run again once it has changed, since formgrader lives for days.
    """
    package = path.name == "__init__.py"
    return _run(path, last_change(path.parent if package else path))


@functools.lru_cache(maxsize=1024)
def _run(path: Path, _changed: int) -> dict[str, Any]:
    package = path.name == "__init__.py"
    name = "_".join((path.parent if package else path.with_suffix("")).parts[-4:])
    places = [str(path.parent)] if package else None
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=places)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    for stale in [loaded for loaded in sys.modules if loaded.startswith(f"{name}.")]:
        del sys.modules[stale]
    sys.modules[name] = module  # dataclasses and relative imports look their module up
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        msg = f"{path.name} of {path.parent.name} can't be run: {error!r}"
        raise GraderFault(msg) from error
    return vars(module)


def load_bank(private: Path, slugs: Collection[str]) -> list[Answer]:
    """Return all answers of an assignment's private folder, in the order of their names.

    Parameters
    ----------
    private : Path
        The folder.
    slugs : collection of str
        The exercises that there are.

    Raises
    ------
    GraderFault
        If a file has the wrong name, or says something that is no field of an answer.
    """
    return [
        _read(path, slugs, right=kind == "right")
        for kind in ("right", "wrong")
        for path in sorted((private / kind).glob("*.py"))
    ]


def _read(path: Path, slugs: Collection[str], *, right: bool) -> Answer:
    slug, _, label = path.stem.partition("__")
    if slug not in slugs or not label:
        msg = (
            f"{path.parent.name}/{path.name} must be named <exercise>__<label>.py, and the "
            f"exercises are {', '.join(slugs)}"
        )
        raise GraderFault(msg)
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    if right:
        return Answer(slug, label, right, path, message=text)
    message, _, rest = text.partition("\n\n")
    fields: dict[str, list[str]] = {name: [] for name in FIELDS}
    for line in rest.splitlines():
        name, colon, value = line.partition(":")
        if not colon or name not in fields:
            msg = f"{path.name}: {line!r} is none of {', '.join(FIELDS)}"
            raise GraderFault(msg)
        fields[name].append(value.strip())
    return Answer(
        slug,
        label,
        right,
        path,
        message=" ".join(message.split()),
        fails=tuple(" ".join(fields["fails"]).split()),
        points=float((fields["points"] or ["0"])[0]),
        section=" ".join(fields["section"]),
        hints=tuple(fields["hint"]),
    )
