"""The commands of ``python -m autograder``, a module for each.

A module has ``add(commands)``, which declares the command and its options, and says with
``set_defaults(run=...)`` which function does the work and returns the exit code.
"""

from __future__ import annotations

from autograder.commands import export, grade, new, received, report, selftest

COMMANDS = (grade, export, new, received, report, selftest)

__all__ = ["COMMANDS"]
