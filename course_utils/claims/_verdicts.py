"""Claims and measurements side by side, for the end of a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from course_utils.checks import rich
from course_utils.claims._ledger import MARKS, Claim, load
from course_utils.claims._outcome import Outcome

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


class AllVerdicts(Verdicts):
    """The whole ledger in a box that scrolls, and that has its full height on paper."""

    def _repr_html_(self) -> str:
        style = "<style>@media print {.course-all {max-height: none !important}}</style>"
        look = 'class="course-all" style="max-height:40em;overflow:auto"'
        region = 'tabindex="0" role="region" aria-label="all rows of the ledger"'
        return f"{style}<div {look} {region}>{super()._repr_html_()}</div>"


def all_verdicts(outcomes: Iterable[Outcome]) -> AllVerdicts:
    """Put the whole ledger beside what a run measured; rows that left an interval come first.

    Parameters
    ----------
    outcomes : iterable of Outcome
        What a run gave; rows without one are shown as not run.

    Returns
    -------
    AllVerdicts
        A table of all rows, displayed by the notebook when it is the last value of a cell.

    Examples
    --------
    >>> from course_utils.claims import measure
    >>> all_verdicts([measure(1)]).rows[0][1]
    'held: 3 of 3 figures inside'
    """
    found = {outcome.claim.number: outcome for outcome in outcomes}
    left = {number for number, outcome in found.items() if not outcome.holds}
    numbers = sorted(load(), key=lambda number: (number not in left, number))
    return AllVerdicts(tuple((load()[n], _in_words(found.get(n))) for n in numbers))


def _in_words(outcome: Outcome | None) -> str:
    if outcome is None:
        return "not run, or without an experiment: see its sources"
    if outcome.holds:
        n = len(outcome.claim.figures)
        return f"held: {n} of {n} figures inside"
    return outcome.error or "; ".join(f"left: {outcome.line(f)}" for f in outcome.missed)


def _html_row(*cells: str) -> str:
    style = 'style="text-align:left;vertical-align:top"'
    return f"<tr>{''.join(f'<td {style}>{rich(cell)}</td>' for cell in cells)}</tr>"
