"""Rows of the ledger and topics of dispute, laid out to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from course_utils.checks import rich
from course_utils.claims import (
    DOCUMENTS,
    MARKS,
    Claim,
    Disagreement,
    Figure,
    Outcome,
    disagreements,
    load,
)

__all__ = ["ClaimCard", "DisagreementTable", "disagreement_table"]

CELL = 'style="text-align:left;vertical-align:top;padding:0.2em 1.2em 0.2em 0.2em"'
TITLES = ("Figure", "Must lie in", "Measured in this run", "Inside?")


@dataclass(frozen=True)
class ClaimCard:
    """One row of the ledger, to be read.

    Attributes
    ----------
    claim : Claim
        The row.
    outcome : Outcome or None
        What a run measured; None where the row was not run.

    Examples
    --------
    >>> ClaimCard(load()[12])  # doctest: +ELLIPSIS
    Row 12: Neural networks are not neural
      Verdict: ○ cited
      Topic: The neuron and linear scores
      Said by: CS231n, slides of lecture 5, January 2015; CS231n, Neural Networks ...
    """

    claim: Claim
    outcome: Outcome | None = None

    @property
    def title(self) -> str:
        """The row's number and the claim."""
        return f"Row {self.claim.number}: {self.claim.says}"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands in the ledger, without the figures: a name and a text each."""
        claim = self.claim
        return (
            ("Verdict", MARKS[claim.verdict]),
            ("Topic", claim.topic),
            ("Said by", "; ".join(DOCUMENTS[document] for document in claim.documents)),
            ("What to add", claim.correction),
            ("Sources", "; ".join(claim.sources)),
            ("Taught in", f"notebook {claim.notebook}"),
        )

    @property
    def figures(self) -> tuple[tuple[str, str, str, str], ...]:
        """Each figure: its name, its interval, what was measured, and a word on the two."""
        return tuple(
            (figure.name, f"{figure.interval} {figure.unit}".rstrip(), *self._measured(figure))
            for figure in self.claim.figures
        )

    @property
    def note(self) -> str:
        """Why there is nothing to compare; empty where there is."""
        if not self.claim.figures:
            return "Nothing of this row can be run here: it rests on its sources."
        if self.outcome is None:
            return "This row was not part of the run."
        return self.outcome.error

    def _measured(self, figure: Figure) -> tuple[str, str]:
        values = self.outcome.values if self.outcome else {}
        if figure.name not in values:
            return "not measured", ""
        value = float(values[figure.name])
        return figure.number(value), "✓ inside" if figure.holds(value) else "✗ outside"

    def __repr__(self) -> str:
        lines = [self.title, *(f"  {name}: {text}" for name, text in self.facts)]
        for name, interval, measured, word in self.figures:
            lines.append(f"  - {name}: {measured}, must lie in: {interval} {word}".rstrip())
        return "\n".join([*lines, *([f"  {self.note}"] if self.note else [])])

    def _repr_html_(self) -> str:
        facts = "".join(
            f'<tr><th scope="row" {CELL}>{rich(name)}</th><td {CELL}>{rich(text)}</td></tr>'
            for name, text in self.facts
        )
        caption = f'<caption style="text-align:left"><b>{rich(self.title)}</b></caption>'
        note = f"<p>{rich(self.note)}</p>" if self.note else ""
        ledger = f"<table>{caption}<tbody>{facts}</tbody></table>"
        page = f"{ledger}{_table(TITLES, self.figures)}{note}"
        return f'<div class="course-claim" style="max-width:60em;line-height:1.4">{page}</div>'


@dataclass(frozen=True)
class DisagreementTable:
    """Where the documents differ or have aged, with the years of what the course rests on.

    Attributes
    ----------
    entries : tuple of Disagreement
        The topics.

    Examples
    --------
    >>> DisagreementTable(disagreements()[1:2])  # doctest: +ELLIPSIS
    Never use the sigmoid (row 58)
      The documents: Absolute in the note and the lecture; ...
      This course: Not in the hidden layers of deep plain nets. ...
      Years of the sources: 1997, 2014, 2015, 2017, 2020
    """

    entries: tuple[Disagreement, ...]

    @property
    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """For each topic its name, what the documents say, what the course says, and years."""
        return tuple(
            (
                f"{entry.topic} (row {', '.join(map(str, entry.rows))})",
                entry.documents_say,
                entry.course_says,
                ", ".join(_years(entry)),
            )
            for entry in self.entries
        )

    def __repr__(self) -> str:
        form = "{}\n  The documents: {}\n  This course: {}\n  Years of the sources: {}"
        return "\n".join(form.format(*row) for row in self.rows)

    def _repr_html_(self) -> str:
        return _table(
            ("Topic", "The documents", "This course", "Years of the sources"), self.rows
        )


def disagreement_table() -> DisagreementTable:
    """Show all topics on which the documents differ.

    Returns
    -------
    DisagreementTable
        To be the last line of a cell.

    Examples
    --------
    >>> len(disagreement_table().rows) == len(disagreements())
    True
    """
    return DisagreementTable(disagreements())


def _years(entry: Disagreement) -> list[str]:
    texts = [source for number in entry.rows for source in load()[number].sources]
    return sorted(set(re.findall(r"\b(?:19|20)\d\d\b", " ".join([*texts, entry.course_says]))))


def _table(titles: Sequence[str], rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    head = "".join(f'<th scope="col" {CELL}>{title}</th>' for title in titles)
    body = "".join(
        f"<tr>{''.join(f'<td {CELL}>{rich(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
