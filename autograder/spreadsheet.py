"""Tables for spreadsheets: no cell of them is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")


def safe(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers.

    Examples
    --------
    >>> safe("=1+1"), safe("@SUM(A1)"), safe("-2+3"), safe(-2.5), safe("Ada")
    ("'=1+1", "'@SUM(A1)", "'-2+3", -2.5, 'Ada')
    """
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(STARTS) else text


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as the text of a CSV file.

    Parameters
    ----------
    rows : iterable of iterable
        What stands in the cells; `None` is an empty one.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow(["" if cell is None else safe(cell) for cell in row])
    return text.getvalue()
