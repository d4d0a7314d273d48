"""The ledger of claims: what the notes say, and what the experiments found.

Each row has the number that it bears in all notebooks.  The rows are data, in
``claims.toml``; a notebook adds the numbers that it has just measured.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from course_utils.checks import rich

__all__ = ["Claim", "Verdicts", "load", "verdicts"]

LEGEND = (
    "✓ exact: it held in every run. ≈ under conditions: it holds where the conditions in the "
    "row do. ◐ half true: it needs a second sentence. ✗ wrong: an experiment contradicts it. "
    "† dated: right for its time. ○ cited: taken from the literature, not measured here."
)
MARKS = {
    "exact": "✓ exact",
    "conditional": "≈ under conditions",
    "half true": "◐ half true",
    "wrong": "✗ wrong",
    "dated": "† dated",
    "cited": "○ cited",
}


@dataclass(frozen=True)
class Claim:
    """One row of the ledger.

    Attributes
    ----------
    number : int
        The row's number.
    says : str
        The claim, in our words.
    verdict : str
        A key of `MARKS`.
    """

    number: int
    says: str
    verdict: str


@dataclass(frozen=True)
class Verdicts:
    """Claims with what was measured about them.

    Attributes
    ----------
    rows : tuple of (Claim, str)
        Each claim with a sentence about the measurement.

    Examples
    --------
    >>> verdicts({1: "30,720 weights"})  # doctest: +ELLIPSIS
    1. A linear classifier gives a CIFAR-10 image 10 scores, s = W x
       measured: 30,720 weights (✓ exact)
    ✓ exact: it held in every run. ≈ under conditions: ...
    """

    rows: tuple[tuple[Claim, str], ...]

    def __repr__(self) -> str:
        lines = [
            f"{claim.number}. {claim.says}\n   measured: {measured} ({MARKS[claim.verdict]})"
            for claim, measured in self.rows
        ]
        return "\n".join([*lines, LEGEND])

    def _repr_html_(self) -> str:
        titles = ("Row", "What the notes say", "What we measured", "Verdict")
        head = "".join(f'<th scope="col" style="text-align:left">{t}</th>' for t in titles)
        body = "".join(
            _html_row(str(claim.number), claim.says, measured, MARKS[claim.verdict])
            for claim, measured in self.rows
        )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f'{table}<p style="max-width:46em">{LEGEND}</p>'


@cache
def load() -> Mapping[int, Claim]:
    """Read the ledger.

    Returns
    -------
    mapping of int to Claim
        Every claim under its number.

    Examples
    --------
    >>> load()[12].says
    'Neural networks are not neural'
    """
    text = (resources.files("course_utils") / "claims.toml").read_text(encoding="utf-8")
    return {
        int(number): Claim(int(number), **row) for number, row in tomllib.loads(text).items()
    }


def verdicts(measured: Mapping[int, str]) -> Verdicts:
    """Put claims and measurements side by side.

    Parameters
    ----------
    measured : mapping of int to str
        For each row's number, what was measured.

    Returns
    -------
    Verdicts
        A table, displayed by the notebook when it is the last value of a cell.

    Raises
    ------
    ValueError
        If the ledger has no row of that number.

    Examples
    --------
    >>> verdicts({12: "two limits named"}).rows[0][0].verdict
    'cited'
    """
    ledger = load()
    if unknown := sorted(set(measured) - set(ledger)):
        msg = f"the ledger has no row {unknown[0]}; it has {', '.join(map(str, ledger))}"
        raise ValueError(msg)
    return Verdicts(tuple((ledger[number], text) for number, text in measured.items()))


def _html_row(*cells: str) -> str:
    style = 'style="text-align:left;vertical-align:top"'
    return f"<tr>{''.join(f'<td {style}>{rich(cell)}</td>' for cell in cells)}</tr>"
