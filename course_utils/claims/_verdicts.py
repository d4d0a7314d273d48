"""Claims and measurements side by side, for the end of a notebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from course_utils.checks import rich
from course_utils.claims._ledger import MARKS, Claim, load

LEGEND = (
    "✓ exact: it held in every run. ≈ under conditions: it holds where the conditions in the "
    "row do. ◐ half true: it needs a second sentence. ✗ wrong: an experiment contradicts it. "
    "† dated: right for its time. ○ cited: taken from the literature, not measured here."
)


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
        msg = f"the ledger has no row {unknown[0]}; it has 1 to {max(ledger)}"
        raise ValueError(msg)
    return Verdicts(tuple((ledger[number], text) for number, text in measured.items()))


def _html_row(*cells: str) -> str:
    style = 'style="text-align:left;vertical-align:top"'
    return f"<tr>{''.join(f'<td {style}>{rich(cell)}</td>' for cell in cells)}</tr>"
