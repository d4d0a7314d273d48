"""The commands of ``python -m autograder``, a module for each.

A module has ``add(commands)``, which declares the command and its options, and says with
``set_defaults(run=...)`` which function does the work and returns the exit code.
"""

from __future__ import annotations

from autograder.commands import doctor, export, grade, new, received, report, selftest

COMMANDS = (grade, received, report, export, selftest, doctor, new)

__all__ = ["COMMANDS"]
