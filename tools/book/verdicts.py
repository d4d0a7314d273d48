"""The ledger's page: every claim, its verdict, and what was measured beside its interval."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from course_utils.checks import rich
from course_utils.claims import DOCUMENTS, MARKS, Claim, disagreements, load
from tools.book.plots import interval_plot

TITLES = ("Row", "The notes say", "Verdict", "Measured")
INTRODUCTION = """\
# The ledger of claims

The notes say {n_rows} things that can be right or wrong. {n_measured} of them were measured,
with seeds 0 to 19; in {n_held} rows every number came out where the ledger says. A verdict is
about the notes: an experiment that holds may well show that a claim is wrong.

Each drawing shows the interval in which a number must lie as a bar, and what was measured as a
disc. A cross lies outside. The intervals were set before the test ran with other seeds.

{counts}
"""
MEANING = {
    "exact": "It held in every run.",
    "conditional": "It holds where the conditions in the row do.",
    "half true": "It needs a second sentence.",
    "wrong": "An experiment contradicts it.",
    "dated": "Right for its time.",
    "cited": "Taken from the literature.",
}
DIFFERENCES = "## Where the documents differ or have aged"
Row = Mapping[str, Any]


def write_verdicts(page: Path, rows: Iterable[Row]) -> None:
    """Write the page from the ledger and the values of a run.

    Parameters
    ----------
    page : Path
        The Markdown file to write.
    rows : iterable of dict
        What ``python -m course_utils.claims --json`` gives.
    """
    found = {int(row["number"]): row for row in rows}
    parts = [_introduction(found)]
    claims = list(load().values())
    first = {claim.topic: claim.number for claim in reversed(claims)}
    claims.sort(key=lambda claim: (first[claim.topic], claim.number))
    for topic, own in groupby(claims, key=lambda claim: claim.topic):
        parts += [f"## {topic[0].upper()}{topic[1:]}", _table(topic, own, found)]
    parts.append(DIFFERENCES)
    parts += [
        f"**{entry.topic}** (row {', '.join(map(str, entry.rows))}). "
        f"{entry.documents_say} {entry.course_says}"
        for entry in disagreements()
    ]
    page.write_text("\n\n".join(parts) + "\n", "utf-8")


def _introduction(found: Mapping[int, Row]) -> str:
    verdicts = Counter(claim.verdict for claim in load().values())
    lines = ["| verdict | rows | what it means |", "| --- | --- | --- |"]
    lines += [f"| {MARKS[key]} | {verdicts[key]} | {MEANING[key]} |" for key in MARKS]
    return INTRODUCTION.format(
        n_rows=len(load()),
        n_measured=len(found),
        n_held=sum(bool(row["holds"]) for row in found.values()),
        counts="\n".join(lines),
    )


def _table(topic: str, claims: Iterable[Claim], found: Mapping[int, Row]) -> str:
    """Return a topic as one line of HTML.

    Its roles are spelled out because a narrow screen shows rows as blocks, and a browser
    would then forget that this is a table.
    """
    titles = "".join(f'<th scope="col" role="columnheader">{t}</th>' for t in TITLES)
    body = "".join(_row(claim, found.get(claim.number)) for claim in claims)
    return (
        f'<table class="nn-ledger" role="table" aria-label="Claims: {html.escape(topic)}">'
        f'<thead role="rowgroup"><tr role="row">{titles}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(claim: Claim, row: Row | None) -> str:
    who = "; ".join(DOCUMENTS[document] for document in claim.documents)
    says = f"<p><strong>{rich(claim.says)}</strong></p><p>{rich(claim.correction)}</p>"
    origin = f'<p class="nn-who">Said in: {rich(who)}. Taught in notebook {claim.notebook}.</p>'
    cells = [says + origin, MARKS[claim.verdict], _measured(claim, row)]
    filled = "".join(f'<td role="cell">{cell}</td>' for cell in cells)
    number = f'<th scope="row" role="rowheader">{claim.number}</th>'
    return f'<tr role="row" id="row-{claim.number}">{number}{filled}</tr>'


def _measured(claim: Claim, row: Row | None) -> str:
    if row is None:
        sources = "; ".join(claim.sources)
        return f"<p>Not measured. Sources: {rich(sources)}</p>"
    if row["error"]:
        return f"<p>The experiment failed: {rich(row['error'])}</p>"
    values = {entry["name"]: entry["value"] for entry in row["figures"]}
    return "".join(_figure(claim, name, values[name]) for name in values)


def _figure(claim: Claim, name: str, value: float | None) -> str:
    figure = next(each for each in claim.figures if each.name == name)
    amount = "not measured" if value is None else figure.number(value)
    unit = f" {figure.unit}".rstrip()
    return (
        f'<div class="nn-figure"><p>{rich(name)}: <strong>{amount}</strong>{rich(unit)}</p>'
        f"{interval_plot(figure, value)}<p>must be {figure.interval}</p></div>"
    )
