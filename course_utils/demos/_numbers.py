"""Numbers from a page or from a reader: what they mean, if anything."""

from __future__ import annotations

from sys import float_info

__all__ = ["as_number"]


def as_number(value: object) -> float | None:
    """Return a finite number as a float; None for anything else.

    Examples
    --------
    >>> as_number(2), as_number(True), as_number(10**400)
    (2.0, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= float_info.max else None
