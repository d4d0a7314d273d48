"""The verdicts of a run, for a terminal, for a program, and for a reader."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from math import isfinite
from string import Template

from course_utils.checks import rich
from course_utils.claims._disagreements import disagreements
from course_utils.claims._ledger import DOCUMENTS, MARKS, Claim, load
from course_utils.claims._outcome import Outcome
from course_utils.claims._verdicts import LEGEND

TITLES = ("Row", "The notes say", "Verdict", "Measured", "Must lie in")
DIFFERENCES = "Where the documents differ or have aged"


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Write outcomes for a program; times are left out, so equal runs give equal bytes.

    Parameters
    ----------
    outcomes : sequence of Outcome
        In any order.

    Returns
    -------
    str
        A list of rows, by number.
    """
    rows = [_json_row(outcome) for outcome in _by_number(outcomes)]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def as_text(outcomes: Sequence[Outcome]) -> str:
    """Lay outcomes out for a terminal, a line for each figure.

    Parameters
    ----------
    outcomes : sequence of Outcome
        In any order.

    Returns
    -------
    str
        Lines, with a sum at the end.
    """
    lines = []
    for outcome in _by_number(outcomes):
        claim = outcome.claim
        lines.append(f"{claim.number:>3}  {MARKS[claim.verdict]}  {claim.says}")
        if outcome.error:
            lines.append(f"     ! {outcome.error}")
        lines += [f"     {outcome.line(figure)}" for figure in claim.figures]
    held = sum(outcome.holds for outcome in outcomes)
    return "\n".join([*lines, f"{held} of {len(outcomes)} rows came out as the ledger says"])


def as_markdown(outcomes: Sequence[Outcome]) -> str:
    """Write the whole ledger with its outcomes as a Markdown page.

    Parameters
    ----------
    outcomes : sequence of Outcome
        Rows without one are shown with their sources.

    Returns
    -------
    str
        The page.
    """
    page = ["# The ledger of claims", "", LEGEND, ""]
    for topic, cells in _by_topic(outcomes):
        page += [
            f"## {topic}",
            "",
            "| " + " | ".join(TITLES) + " |",
            "|---" * len(TITLES) + "|",
        ]
        page += ["| " + " | ".join(_piped(cell) for cell in row) + " |" for row in cells]
        page.append("")
    page += [f"## {DIFFERENCES}", ""]
    page += [f"- **{topic}** {text}" for topic, text in _differences()]
    return "\n".join([*page, ""])


def as_html(outcomes: Sequence[Outcome]) -> str:
    """Write the whole ledger with its outcomes as a page that needs nothing else.

    Parameters
    ----------
    outcomes : sequence of Outcome
        Rows without one are shown with their sources.

    Returns
    -------
    str
        The page.
    """
    head = "".join(f'<th scope="col">{title}</th>' for title in TITLES)
    tables = []
    for topic, cells in _by_topic(outcomes):
        body = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in cells)
        tables.append(
            f"<h2>{html.escape(topic)}</h2>\n<table><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )
    items = "".join(
        f"<li><b>{html.escape(topic)}</b> {html.escape(text)}</li>"
        for topic, text in _differences()
    )
    tables.append(f"<h2>{DIFFERENCES}</h2>\n<ul>{items}</ul>")
    page = Template((files(__package__) / "report.html").read_text(encoding="utf-8"))
    return page.substitute(legend=html.escape(LEGEND), tables="\n".join(tables))


def _differences() -> list[tuple[str, str]]:
    return [
        (
            f"{entry.topic} (row {', '.join(map(str, entry.rows))}).",
            f"{entry.documents_say} {entry.course_says}",
        )
        for entry in disagreements()
    ]


def _by_number(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return sorted(outcomes, key=lambda outcome: outcome.claim.number)


def _by_topic(outcomes: Sequence[Outcome]) -> list[tuple[str, list[tuple[str, ...]]]]:
    found = {outcome.claim.number: outcome for outcome in outcomes}
    claims = sorted(load().values(), key=lambda claim: (claim.topic, claim.number))
    topics = [
        (topic, [_cells(claim, found) for claim in rows])
        for topic, rows in groupby(claims, key=lambda claim: claim.topic)
    ]
    first = {topic: min(c.number for c in claims if c.topic == topic) for topic, _ in topics}
    return sorted(topics, key=lambda entry: first[entry[0]])


def _cells(claim: Claim, found: Mapping[int, Outcome]) -> tuple[str, ...]:
    outcome = found.get(claim.number)
    who = "; ".join(DOCUMENTS[document] for document in claim.documents)
    says = f"{claim.says} ({who}). {claim.correction}"
    if outcome is None or not claim.figures:
        return (
            str(claim.number),
            says,
            MARKS[claim.verdict],
            "not run",
            "; ".join(claim.sources),
        )
    lines = [outcome.line(figure) for figure in claim.figures]
    intervals = [figure.interval for figure in claim.figures]
    measured = outcome.error or " · ".join(line.partition(" (")[0] for line in lines)
    return str(claim.number), says, MARKS[claim.verdict], measured, " · ".join(intervals)


def _json_row(outcome: Outcome) -> dict[str, object]:
    figures = [
        {
            "name": figure.name,
            "value": _number(outcome.values.get(figure.name)),
            "low": _number(figure.low),
            "high": _number(figure.high),
            "unit": figure.unit,
        }
        for figure in outcome.claim.figures
    ]
    claim = outcome.claim
    row = {"number": claim.number, "says": claim.says, "verdict": claim.verdict}
    return {**row, "holds": outcome.holds, "error": outcome.error, "figures": figures}


def _number(value: float | None) -> float | None:
    # JSON has no infinity; an open end and a missing value are both null.
    return float(value) if value is not None and isfinite(value) else None


def _piped(cell: str) -> str:
    return cell.replace("|", "\\|")


def _html_cell(cell: str) -> str:
    return f"<td>{rich(cell)}</td>"
