"""The rows of the ledger, read from their files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from math import inf, isfinite
from types import MappingProxyType
from typing import Any

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "exact": "✓ exact",
        "conditional": "≈ under conditions",
        "half true": "◐ half true",
        "wrong": "✗ wrong",
        "dated": "† dated",
        "cited": "○ cited",
    }
)

DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "note": "CS231n, Neural Networks Part 1: the note itself",
        "lecture": "CS231n, slides of lecture 5, January 2015",
        "digest": "a blog's digest of the note, with preprocessing added",
        "summary": "a student's slides that sum up the note",
        "group": "slides of a study group, August 2019, with initialisation added",
    }
)


@dataclass(frozen=True)
class Figure:
    """A number that an experiment measures, and where it must lie.

    Attributes
    ----------
    name : str
        What is measured, in words; the experiment's result has it under this name.
    low, high : float
        The interval, both ends included.  An exact value has equal ends.
    unit : str
        What the number counts, such as ``"Hz"``; empty for a bare number.
    """

    name: str
    low: float = -inf
    high: float = inf
    unit: str = ""

    def holds(self, value: float) -> bool:
        """Tell whether a measured value lies in the interval; NaN never does."""
        return self.low <= value <= self.high

    @property
    def interval(self) -> str:
        """The interval in words."""
        if self.low == self.high:
            return f"exactly {self.number(self.low, 12)}"
        if not isfinite(self.low):
            return f"at most {self.number(self.high, 6)}"
        if not isfinite(self.high):
            return f"at least {self.number(self.low, 6)}"
        return f"{self.number(self.low, 6)} to {self.number(self.high, 6)}"

    def number(self, value: float, digits: int = 5) -> str:
        """Write a value in so many digits; a share of all is a percentage."""
        if self.unit.startswith("of all"):
            return f"{100 * value:.{digits}g} %"
        return f"{value:,.0f}" if float(value).is_integer() else f"{value:.{digits}g}"


@dataclass(frozen=True)
class Claim:
    """One row of the ledger.

    Attributes
    ----------
    number : int
        The row's number, the same in all notebooks.
    topic : str
        The part of the notes it belongs to.
    says : str
        The claim, in our words.
    documents : tuple of str
        Who says it: keys of `DOCUMENTS`.
    verdict : str
        A key of `MARKS`.
    correction : str
        The condition under which it holds, or what should be said instead.
    sources : tuple of str
        What it rests on, with years.
    notebook : str
        The number of the notebook that teaches it, such as ``"04"``.
    figures : tuple of Figure
        What the experiment must give; empty where nothing can be run.
    """

    number: int
    topic: str
    says: str
    documents: tuple[str, ...]
    verdict: str
    correction: str
    sources: tuple[str, ...]
    notebook: str
    figures: tuple[Figure, ...] = field(default=())


@cache
def load() -> Mapping[int, Claim]:
    """Read the ledger.

    Returns
    -------
    mapping of int to Claim
        Every claim under its number, in the order of the numbers.

    Examples
    --------
    >>> load()[12].says
    'Neural networks are not neural'
    """
    folder = resources.files(__package__) / "ledger"
    claims: dict[int, Claim] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            content = tomllib.loads(file.read_text(encoding="utf-8"))
            rows = (_claim(row, content["topic"]) for row in content["claim"])
            claims |= {claim.number: claim for claim in rows}
    return MappingProxyType(dict(sorted(claims.items())))


def _claim(row: Mapping[str, Any], topic: str) -> Claim:
    lists = {"documents": tuple(row["documents"]), "sources": tuple(row["sources"])}
    figures = tuple(_figure(figure) for figure in row.get("figures", ()))
    return Claim(**{**row, **lists, "topic": topic, "figures": figures})


def _figure(row: Mapping[str, Any]) -> Figure:
    if "exactly" in row:
        row = {"low": row["exactly"], "high": row["exactly"], **row}
    return Figure(**{key: value for key, value in row.items() if key != "exactly"})
