"""After a class: what its marks say of the students, of the exercises and of the checks."""

from __future__ import annotations

from autograder.after._clusters import Cluster, Variant, clusters
from autograder.after._flags import class_flags, similar_pairs
from autograder.after._read import ClassRecord, Student, Work, read_class
from autograder.after._report import Report, as_page, exercise_rows, make_report, student_rows
from autograder.after._statistics import (
    Discrimination,
    ItemFigures,
    Misconception,
    Suspect,
    correlation,
    item_figures,
    misconceptions,
    suspects,
)

__all__ = [
    "ClassRecord",
    "Cluster",
    "Discrimination",
    "ItemFigures",
    "Misconception",
    "Report",
    "Student",
    "Suspect",
    "Variant",
    "Work",
    "as_page",
    "class_flags",
    "clusters",
    "correlation",
    "exercise_rows",
    "item_figures",
    "make_report",
    "misconceptions",
    "read_class",
    "similar_pairs",
    "student_rows",
    "suspects",
]
