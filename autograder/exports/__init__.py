"""Marks for other programs: spreadsheets, Canvas and Moodle."""

from __future__ import annotations

from autograder.exports._formats import FORMATS
from autograder.exports._grades import Grades, read_grades

__all__ = ["FORMATS", "Grades", "read_grades"]
