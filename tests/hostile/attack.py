"""One hostile submission: its cells, its answers, and what was done to its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.builders import POINTS

Book = dict[str, Any]
ZERO = (
    "def double(x): return {value}\n"
    "def mean(values): return {value}\n"
    "def twice(function, x): return {value}\n"
)


@dataclass(frozen=True)
class Attack:
    """One hostile submission.

    Attributes
    ----------
    row : int
        Its number in the catalogue.
    cells : tuple of str
        Cells near the top of the notebook.
    returns : str
        What all three answers return.
    edit : callable or None
        What is done to the notebook's file; it may return other bytes.
    place : callable or None
        What is done to the notebook's path, once it lies in its folder.
    later : str
        What runs after the first exercises were judged.
    """

    row: int
    cells: tuple[str, ...] = ()
    returns: str = "0"
    edit: Callable[[Book], Any] | None = field(default=None, repr=False)
    place: Callable[[Path], Any] | None = field(default=None, repr=False)
    later: str = ""

    def answers(self) -> dict[str, str]:
        """Return the student's cells."""
        parts = ZERO.format(value=self.returns).splitlines()
        parts[-1] = f"{self.later}\n{parts[-1]}"
        return dict(zip(POINTS, parts, strict=True))
