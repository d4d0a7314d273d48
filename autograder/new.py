"""Start an assignment: a folder with one small exercise that passes every gate."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from autograder.errors import GraderFault

ENDING = ".tmpl"


def new(root: Path, name: str) -> Path:
    """Write the folder of a new assignment.

    Parameters
    ----------
    root : Path
        The course's folder.
    name : str
        Such as ``"a10_convolution"``: small letters, digits and underscores.

    Returns
    -------
    Path
        Its private folder, in which the author goes on.

    Raises
    ------
    GraderFault
        If the name can't be used, or is in use.
    """
    folder = root / "assignments" / name
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        msg = f"an assignment is named like a10_convolution, got {name!r}"
        raise GraderFault(msg)
    if folder.exists():
        msg = f"assignments/{name} is already there; choose another name"
        raise GraderFault(msg)
    words = {
        "NAME": name,
        "TITLE": name.partition("_")[2].replace("_", " ").capitalize() or name,
    }
    _write(files("autograder") / "skeleton", folder / "private", words)
    return folder / "private"


def _write(source: Traversable, target: Path, words: dict[str, str]) -> None:
    target.mkdir(parents=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _write(entry, target / entry.name, words)
        elif entry.name.endswith(ENDING):
            name = _filled(entry.name.removesuffix(ENDING), words)
            (target / name).write_text(_filled(entry.read_text("utf-8"), words), "utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    return text
