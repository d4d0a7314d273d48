"""The validity report: for a terminal, for a program, and as a page of the docs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import groupby
from math import floor, isfinite, log10

from autograder.validity._validity import Validity

INTRODUCTION = """\
# How far the checks can be trusted

Every check is tried before a student meets it: on right answers that differ in style, on
wrong answers that each hold a known mistake, and on copies of the reference with one small
change (mutants). Bank answers are judged with the inputs of {students} students, mutants with
those of five, the diagnosis and the margins with those of three. This page is written by
`python -m autograder selftest --page docs/validity.md`, which fails where a column is not as
it must be.
"""
COLUMNS = {
    "assignment": "where the exercise is",
    "exercise": "what the student writes",
    "right": "how many different right answers the bank has, at least 5",
    "wrong": "how many labelled wrong answers it has, at least 5",
    "false accepts": "wrong answers that earned more than they deserve; must be 0",
    "false rejects": "answers that earned less than they deserve; must be 0",
    "flips": "answers whose marks differ from student to student; must be 0",
    "over-credit": (
        "what wrong answers earn beyond what they deserve, on average, as a share of the "
        "exercise's points; at most 2%"
    ),
    "noticed": (
        "the share of small mistakes in the reference (mutants) that cost points, without "
        "those that make no difference; at least 97%"
    ),
    "mutants": "how many mutants were tried",
    "explained": "mutants that make no difference, each with its reason below",
    "alike": "wrong answers that do the same as another one on every input; must be 0",
    "misdiagnosed": "answers that were given another label than their own; must be 0",
    "right inside": (
        "how many times the tolerance is wider than the largest error of a right answer; at "
        "least 100x, and a dash where every right answer agrees exactly"
    ),
    "wrong outside": (
        "how many times the smallest error that makes an answer wrong is wider than the "
        "tolerance; at least 100x, and a dash where wrong answers have other shapes or words"
    ),
    "judged in": "the time of the processor in which 95 of 100 answers are judged; under 1 s",
}


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
    table = [tuple(COLUMNS), *(_row(one, f"{one.seconds:.3f} s", _times) for one in found)]
    widths = [max(len(row[i]) for row in table) for i in range(len(COLUMNS))]
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
            "false_accepts": one.n_accepted,
            "false_rejects": one.n_rejected,
            "flips": one.n_flips,
            "over_credit": one.over_credit,
            "mutants": one.n_mutants,
            "killed": one.killed,
            "survivors": [{"diff": s.diff, "why": s.why} for s in one.survivors],
            "alike": one.n_alike,
            "misdiagnosed": one.n_misdiagnosed,
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
        Markdown, with margins and times rounded to the safe side so that equal checks give
        equal pages on any machine.
    """
    n_students = max(len(verdict.points) for one in found for verdict in one.verdicts)
    told = INTRODUCTION.format(students=n_students)
    lines = [told, *(f"- **{title}**: {what}." for title, what in list(COLUMNS.items())[1:])]
    for name, exercises in groupby(found, lambda one: one.assignment):
        titles = list(COLUMNS)[1:]
        lines += ["", f"## {name}", "", _line(titles), "| --- " * len(titles) + "|"]
        lines += [_line(_row(one, _bound(one.seconds), _rounded)[1:]) for one in exercises]
    lines += ["", "## Mutants that make no difference"]
    for one in found:
        for survivor in one.survivors:
            why = survivor.why.rstrip(".") or "not explained"
            title = f"`{one.exercise}` of {one.assignment}: {why}."
            lines += ["", title, "", "```diff", survivor.diff, "```"]
    return "\n".join(line.rstrip() for text in [*lines, ""] for line in text.split("\n"))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _row(one: Validity, seconds: str, times: Callable[[float], str]) -> tuple[str, ...]:
    return (
        one.assignment,
        one.exercise,
        str(one.n_right),
        str(one.n_wrong),
        str(one.n_accepted),
        str(one.n_rejected),
        str(one.n_flips),
        f"{one.over_credit:.1%}",
        f"{one.killed:.1%}",
        str(one.n_mutants),
        str(len(one.survivors) - len(one.unexplained)),
        str(one.n_alike),
        str(one.n_misdiagnosed),
        times(one.margin(right=True)),
        times(one.margin(right=False)),
        seconds,
    )


def _times(margin: float) -> str:
    return f"{margin:,.0f}x" if isfinite(margin) else "–"


def _rounded(margin: float) -> str:
    """Round down to a power of ten: libraries differ in the last digits of a float."""
    if not isfinite(margin):
        return "–"
    return f"> {_times(10.0 ** floor(log10(margin)))}" if margin >= 1 else "< 1x"


def _bound(seconds: float) -> str:
    return next((f"< {bound:g} s" for bound in (0.1, 1.0) if seconds < bound), "> 1 s")


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None
