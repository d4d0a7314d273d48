"""Put verdicts into words: as text for a notebook's output, as data for everything else."""

from __future__ import annotations

from typing import Any

from autograder.judge import ExerciseResult

MARKS = {True: "✓", False: "✗"}


def number(value: float) -> str:
    """Write points without needless decimals.

    Examples
    --------
    >>> number(2.0), number(0.25)
    ('2', '0.25')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def as_data(result: ExerciseResult) -> dict[str, Any]:
    """Return the verdict as plain data; it holds no input and no expected value."""
    diagnosis = result.diagnosis
    return {
        "exercise": result.exercise.slug,
        "title": result.exercise.title or result.exercise.target,
        "outcome": result.outcome,
        "points": result.points,
        "max_points": result.exercise.points,
        "checks": [
            {
                "name": check.name,
                "points": check.points,
                "max_points": check.max_points,
                "message": check.message,
                "hint": check.hint,
            }
            for check in result.checks
        ],
        "diagnosis": None
        if diagnosis is None
        else {
            "label": diagnosis.label,
            "message": diagnosis.message,
            "hints": list(diagnosis.hints),
            "section": diagnosis.section,
        },
    }


def as_text(result: ExerciseResult) -> str:
    """Return the report that stands under a graded cell."""
    data = as_data(result)
    points = f"{number(data['points'])} of {number(data['max_points'])} points"
    lines = [f"{data['title']}: {data['outcome']}, {points}"]
    for check in data["checks"]:
        lines.append(f"  {MARKS[not check['message']]} {check['name']}")
        lines += [f"      {check[part]}" for part in ("message", "hint") if check[part]]
    if data["diagnosis"]:
        lines.append(f"  What may be behind it: {data['diagnosis']['message']}")
        lines += [f"    hint: {hint}" for hint in data["diagnosis"]["hints"]]
        if data["diagnosis"]["section"]:
            lines.append(f"    read again in the notes: {data['diagnosis']['section']}")
    return "\n".join(lines)
