"""The validity report: for a terminal, for a program, and as a page of the docs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import isfinite

from autograder.validity._validity import Validity

TITLES = (
    "assignment",
    "exercise",
    "right",
    "wrong",
    "false accepts",
    "false rejects",
    "over-credit",
    "mutants noticed",
    "explained",
    "right inside",
    "wrong outside",
    "slowest",
)


def as_text(found: Sequence[Validity]) -> str:
    """Lay the report out for a terminal, with every fault and every unexplained mutant.

    Parameters
    ----------
    found : sequence of Validity
        One for each exercise.

    Returns
    -------
    str
        A table, then what is wrong.
    """
    table = [TITLES, *(_row(one) for one in found)]
    widths = [max(len(row[i]) for row in table) for i in range(len(TITLES))]
    lines = [
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    for one in found:
        lines += [f"{one.assignment} {one.exercise}: {fault}" for fault in one.faults]
        lines += [survivor.diff for survivor in one.unexplained]
    n_faults = sum(bool(one.faults) for one in found)
    lines.append(f"{len(found) - n_faults} of {len(found)} exercises are proved")
    return "\n".join(lines)


def as_data(found: Sequence[Validity]) -> str:
    """Write the report for a program.

    Parameters
    ----------
    found : sequence of Validity
        One for each exercise.

    Returns
    -------
    str
        JSON, the same for the same results but for the times.
    """
    rows = [
        {
            "assignment": one.assignment,
            "exercise": one.exercise,
            "right": one.n_right,
            "wrong": one.n_wrong,
            "over_credit": one.over_credit,
            "mutants": one.n_mutants,
            "killed": one.killed,
            "survivors": [{"diff": s.diff, "why": s.why} for s in one.survivors],
            "margin_right": _finite(one.margin(right=True)),
            "margin_wrong": _finite(one.margin(right=False)),
            "seconds": one.seconds,
            "faults": one.faults,
        }
        for one in found
    ]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def as_page(found: Sequence[Validity]) -> str:
    """Write the report as a page of the docs.

    Parameters
    ----------
    found : sequence of Validity
        One for each exercise.

    Returns
    -------
    str
        Markdown.  Times are left out, so that equal results give equal pages.
    """
    lines = ["# How far the checks can be trusted", ""]
    titles = TITLES[:-1]
    lines += ["| " + " | ".join(titles) + " |", "| --- " * len(titles) + "|"]
    lines += ["| " + " | ".join(_row(one)[:-1]) + " |" for one in found]
    lines += ["", "## Mutants that make no difference", ""]
    lines += [
        f"- `{one.exercise}`, {survivor.description}: {survivor.why}"
        for one in found
        for survivor in one.survivors
    ]
    return "\n".join([*lines, ""])


def _row(one: Validity) -> tuple[str, ...]:
    accepted = sum(v.accepted for v in one.verdicts)
    rejected = sum(v.rejected for v in one.verdicts)
    return (
        one.assignment,
        one.exercise,
        str(one.n_right),
        str(one.n_wrong),
        str(accepted),
        str(rejected),
        f"{one.over_credit:.1%}",
        f"{one.killed:.1%} of {one.n_mutants}",
        str(len(one.survivors) - len(one.unexplained)),
        _times(one.margin(right=True)),
        _times(one.margin(right=False)),
        f"{one.seconds:.2f} s",
    )


def _times(margin: float) -> str:
    return f"{margin:,.0f}x" if isfinite(margin) else "–"


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None
