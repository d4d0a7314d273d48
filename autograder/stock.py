"""The checks for nbgrader as it comes, without this course's configuration.

A graded cell's hidden region calls `points_for`.  It runs the declared checks in the
student's own kernel, which is fair to honest work and gives it the score that the judge
would give.  It can't withstand a student who tampers: for marks use the configuration.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.assignment import (
    PRODUCTS,
    course_root,
    course_secret,
    generators,
    load_assignment,
)
from autograder.judge import judge_exercise
from autograder.outcome import Namespace
from autograder.report import as_text


def points_for(assignment: str, slug: str, names: Mapping[str, Any]) -> float:
    """Judge one exercise in this process, print the report and return its points.

    Parameters
    ----------
    assignment, slug : str
        Which exercise.
    names : mapping
        The notebook's names, usually ``globals()``.

    Returns
    -------
    float
        Points, which nbgrader reads as the cell's partial credit.
    """
    root = course_root()
    declared = load_assignment(assignment, root)
    student = Path.cwd().parent.name  # nbgrader runs the notebook in <student>/<assignment>
    rng = generators(course_secret(root / PRODUCTS), assignment, student, slug)
    result = judge_exercise(declared.exercise(slug), Namespace(names), rng, declared.bank)
    print(as_text(result))
    return result.points
