"""What a submission's ``timestamp.txt`` says: a student can write anything into it."""

from __future__ import annotations

import warnings
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

TIMESTAMP = "timestamp.txt"
LONGEST = 100  # bytes


def claimed_time(text: str) -> datetime | None:
    """Return the time that a text names, in UTC and without a zone.

    Examples
    --------
    >>> claimed_time("2026-03-01 12:00:00.5 UTC")
    datetime.datetime(2026, 3, 1, 12, 0, 0, 500000)
    >>> claimed_time("yesterday, honestly")
    """
    try:
        with warnings.catch_warnings():  # of zones that nobody knows
            warnings.simplefilter("ignore")
            told: datetime | None = parse_utc(text.strip()) if text.strip() else None
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return told


def time_in(path: Path) -> datetime | None:
    """Return the time that a file names; a link, a pipe or a long file names none."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LONGEST:
            return None
        return claimed_time(path.read_text("utf-8"))
    except UnicodeDecodeError:
        return None
