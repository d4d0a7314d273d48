"""Where the documents contradict each other or have aged, read from a file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Disagreement:
    """One topic on which the documents differ, or that time has overtaken.

    Attributes
    ----------
    topic : str
        What it is about.
    rows : tuple of int
        The rows of the ledger that settle it.
    documents_say : str
        Who says what, in our words.
    course_says : str
        What the course says instead.
    """

    topic: str
    rows: tuple[int, ...]
    documents_say: str
    course_says: str


@cache
def disagreements() -> tuple[Disagreement, ...]:
    """Read the topics on which the documents differ.

    Returns
    -------
    tuple of Disagreement
        In the order of the file.

    Examples
    --------
    >>> disagreements()[0].rows
    (70, 71)
    """
    file = resources.files(__package__) / "disagreements.toml"
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["disagreement"]
    return tuple(Disagreement(**{**entry, "rows": tuple(entry["rows"])}) for entry in entries)
