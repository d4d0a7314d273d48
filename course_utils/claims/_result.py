"""What an experiment is: a function of the seeds that gives a result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TypeAlias

Cell: TypeAlias = float | int | str
Seeds: TypeAlias = Sequence[int]
Function: TypeAlias = Callable[[Seeds], "Result"]

FIRST: Seeds = range(20)
"""The seeds on which the intervals of the ledger were set."""

SECOND: Seeds = range(1000, 1020)
"""Seeds that nobody looked at when the intervals were set; the tests use these."""


@dataclass(frozen=True)
class Table:
    """The numbers behind a figure: what a notebook plots is what a test checks.

    Attributes
    ----------
    columns : tuple of str
        A title for each column.
    rows : tuple of tuples
        Numbers and words.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __getitem__(self, column: str) -> list[Cell]:
        """Return one column as a list."""
        place = self.columns.index(column)
        return [row[place] for row in self.rows]


@dataclass(frozen=True)
class Result:
    """What an experiment measured.

    Attributes
    ----------
    figures : mapping of str to float
        Each figure of the claim under its name.
    table : Table
        The numbers that the figures sum up.
    """

    figures: Mapping[str, float]
    table: Table = Table((), ())


@dataclass(frozen=True)
class Experiment:
    """A function that measures a claim, whether it takes long, and what it has in common.

    Attributes
    ----------
    function : callable
        Takes seeds, returns a `Result`; the same seeds give the same result.
    slow : bool
        Whether it takes more than about a second; `make check` leaves such ones out.
    shares : str
        A name that experiments have in common which keep for each other what they trained;
        one process runs all of them.  Empty for one that stands alone.
    """

    function: Function
    slow: bool = False
    shares: str = ""

    def __call__(self, seeds: Seeds) -> Result:
        """Measure with these seeds."""
        return self.function(seeds)


@cache
def known_experiments() -> Mapping[int, Experiment]:
    """Return every experiment under the number of its row, in the order of the rows."""
    package = import_module("course_utils.claims.experiments")
    names = (info.name for info in iter_modules(package.__path__))
    topics = [import_module(f"{package.__name__}.{n}") for n in names if not n.startswith("_")]
    found = {row: entry for topic in topics for row, entry in topic.EXPERIMENTS.items()}
    return MappingProxyType(dict(sorted(found.items())))
