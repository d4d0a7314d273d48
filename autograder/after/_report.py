"""The report on a class: everything that is shown, as a page and as tables."""

from __future__ import annotations

import functools
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jinja2

from autograder.after._clusters import Cluster, clusters
from autograder.after._flags import Flags
from autograder.after._plots import histogram, stacked, tone
from autograder.after._read import ClassRecord, Student, Work
from autograder.after._statistics import (
    ItemFigures,
    Misconception,
    Suspect,
    item_figures,
    misconceptions,
    slugs,
    suspects,
)
from autograder.flags import HARMLESS, MEANING, Pair
from autograder.record import rounded
from autograder.report import number

Row = list[object]
SHOWN = 40  # clusters; what is rarer than these is in the table of students


@dataclass(frozen=True)
class Report:
    """All that the report on a class says.

    Attributes
    ----------
    record : ClassRecord
        The class.
    figures : list of ItemFigures
        Of each exercise.
    misconceptions : list of Misconception
        The most frequent first.
    suspects : list of Suspect
        Exercises and checks that may be at fault themselves.
    clusters : list of Cluster
        Wrong answers that nothing explains.
    flags : dict
        Student -> flags.
    pairs : list of Pair
        Answers to read side by side.
    """

    record: ClassRecord
    figures: list[ItemFigures]
    misconceptions: list[Misconception]
    suspects: list[Suspect]
    clusters: list[Cluster]
    flags: Flags
    pairs: list[Pair]


def make_report(record: ClassRecord, flags: Flags, pairs: list[Pair]) -> Report:
    """Work out what the marks of a class say.

    Parameters
    ----------
    record : ClassRecord
        The class.
    flags : dict
        Student -> flags.
    pairs : list of Pair
        Answers to read side by side.
    """
    figures = item_figures(record)
    return Report(
        record=record,
        figures=figures,
        misconceptions=misconceptions(record),
        suspects=suspects(record, figures),
        clusters=clusters(record),
        flags=flags,
        pairs=pairs,
    )


def student_rows(report: Report) -> Iterator[Row]:
    """Go through the table of students: marks, outcomes and what is behind them.

    Parameters
    ----------
    report : Report
        The class.

    Yields
    ------
    list
        The head first, then the rows.
    """
    names = slugs(report.record)
    kinds = ("points", "outcome", "misconception")
    head = ["student", "name", "raw", "late_penalty", "total", "max", "waiting", "problem"]
    yield [*head, "flags", *(f"{slug}_{kind}" for slug in names for kind in kinds)]
    for student in report.record.students:
        given = student.submission
        totals = map(rounded, (given.raw, given.penalty, given.total, report.record.max_points))
        row: Row = [student.person.id, student.person.name, *totals]
        row += ["yes" if given.waiting else "no", student.problem]
        row.append(len(_told(student, report.flags)))
        for slug in names:
            row += _cells(student.work.get(slug))
        yield row


def _cells(work: Work | None) -> Row:
    if work is None:
        return [None, None, None]
    points = None if work.outcome == "waiting" else rounded(work.score.points)
    return [points, work.outcome, work.diagnosis and work.diagnosis["label"]]


def exercise_rows(report: Report) -> Iterator[Row]:
    """Go through the table of exercises.

    Parameters
    ----------
    report : Report
        The class.

    Yields
    ------
    list
        The head first, then the rows.
    """
    outcomes = _outcomes(report)
    head = ["exercise", "title", "points", "marked", "difficulty", "discrimination", "note"]
    yield [*head, "overridden", *outcomes]
    for item in report.figures:
        found = item.discrimination
        value = None if found.value is None else round(found.value, 4)
        easy = None if item.difficulty is None else round(item.difficulty, 4)
        about = [item.slug, item.title, item.points, item.n, easy, value, found.reason]
        counts = (item.outcomes.get(one, 0) for one in outcomes)
        yield [*about, len(item.overridden), *counts]


def as_page(report: Report) -> str:
    """Return the report as one page that needs nothing else."""
    return _template().render(report=report, **_shown(report))


def _shown(report: Report) -> dict[str, Any]:
    record, outcomes = report.record, _outcomes(report)
    return {
        "summary": _summary(record),
        "histogram": _histogram(record),
        "outcomes": outcomes,
        "bars": _bars(report.figures, outcomes),
        "clusters": report.clusters[:SHOWN],
        "further": max(0, len(report.clusters) - SHOWN),
        "flagged": _flagged(record, report.flags),
        "meaning": MEANING,
        "harmless": HARMLESS,
        "unread": [one for one in record.students if one.problem],
        "slugs": slugs(record),
    }


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("autograder"),
        autoescape=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["points"] = lambda value: number(float(value))
    environment.filters["tone"] = tone
    environment.filters["percent"] = lambda value: f"{value:.0%}"
    return environment.get_template("report.html.j2")


def _summary(record: ClassRecord) -> dict[str, Any]:
    totals = [one.submission.total for one in record.students]
    return {
        "students": len(totals),
        "missing": len(record.missing),
        "mean": statistics.fmean(totals),
        "median": statistics.median(totals),
        "spread": statistics.stdev(totals) if len(totals) > 1 else None,
        "waiting": sum(one.submission.waiting for one in record.students),
        "late": sum(one.submission.penalty > 0 for one in record.students),
    }


def _histogram(record: ClassRecord) -> object:
    most = record.max_points or 1
    shares = [one.submission.total / most for one in record.students]
    half = sum(share >= 0.5 for share in shares)
    alt = (
        f"Histogram of totals in tenths of {number(record.max_points)} points: "
        f"{half} of {len(shares)} students have half of the points or more."
    )
    return histogram(shares, alt)


def _outcomes(report: Report) -> list[str]:
    order = ("correct", "marked", "partly correct")
    found = dict.fromkeys(one for item in report.figures for one in item.outcomes)
    return [one for one in order if one in found] + sorted(set(found) - set(order))


def _bars(figures: Sequence[ItemFigures], outcomes: Sequence[str]) -> object:
    rows: dict[str, Mapping[str, int]] = {item.title: item.outcomes for item in figures}
    alt = "Outcomes of each exercise as shares of the class; the table below has the counts."
    return stacked(rows, outcomes, alt)


def _flagged(record: ClassRecord, flags: Flags) -> list[tuple[Student, list[str], list[Any]]]:
    told = [(one, _notes(one, flags), flags.get(one.person.id, [])) for one in record.students]
    return [row for row in told if row[1] or row[2]]


def _notes(student: Student, flags: Flags) -> list[str]:
    """Return what intake put right, without what a flag tells with its evidence."""
    said = set(map(str, flags.get(student.person.id, [])))
    return [note for note in student.notes if note not in said]


def _told(student: Student, flags: Flags) -> list[object]:
    return [*_notes(student, flags), *flags.get(student.person.id, [])]
