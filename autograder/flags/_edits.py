"""Compare a submission with what was released."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.flags._flag import Flag
from autograder.flags._source import MOST, cut, signs
from autograder.realign import without_hidden

LINES = 40  # of a difference; a person sees the rest in the file
MANY = 40  # flags of one notebook: more would bury the first


def flags_of(notebook: Mapping[str, Any], released: Mapping[str, Any]) -> list[Flag]:
    """Return what a person may want to look at in a submitted notebook.

    Parameters
    ----------
    notebook : mapping
        As submitted, or as intake left it: anything with cells.
    released : mapping
        What the student started from.

    Returns
    -------
    list of Flag
        In the order of the cells.  They change no mark.
    """
    given = {_id(cell): cell for cell in _cells(released) if _id(cell)}
    texts = {_text(cell).strip() for cell in _cells(released)}
    found: list[Flag] = []
    for place, cell in enumerate(_cells(notebook), 1):
        name = _id(cell)
        where = name if name in given else f"cell {place}"
        found += _tags(cell, where)
        if name in given and _locked(given[name]):
            found += _edited(cell, given[name], where)
        elif cell.get("cell_type") == "code" and _text(cell).strip() not in texts:
            found += signs(_text(cell), where)
    return found[:MANY]


def _tags(cell: Mapping[str, Any], where: str) -> Iterator[Flag]:
    about = _metadata(cell)
    tags = about.get("tags")
    if isinstance(tags, list) and tags:
        yield Flag("tags", where, ", ".join(cut(str(tag)[:40]) for tag in tags[:8]))
    elif _given(about).get("tags"):  # intake has already taken them off
        yield Flag("tags", where, "tags were taken off")


def _edited(cell: Mapping[str, Any], wanted: Mapping[str, Any], where: str) -> Iterator[Flag]:
    now, before = (without_hidden(_text(one)).strip() for one in (cell, wanted))
    if now != before and len(now) > MOST:
        yield Flag("edited", where, f"{len(now)} characters stand there now")
    elif now != before:
        lines = difflib.unified_diff(
            before.splitlines(), now.splitlines(), "released", "submitted", lineterm="", n=1
        )
        shown = [line[:1] + cut(line[1:]) for line in [*lines][2 : 2 + LINES]]
        yield Flag("edited", where, "\n".join(shown))


def _cells(notebook: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    cells = notebook.get("cells")
    return [cell for cell in cells if isinstance(cell, Mapping)] if cells else []


def _metadata(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    found = cell.get("metadata")
    return found if isinstance(found, Mapping) else {}


def _given(about: Mapping[str, Any]) -> Mapping[str, Any]:
    found = about.get("given", about.get("nbgrader"))
    return found if isinstance(found, Mapping) else {}


def _id(cell: Mapping[str, Any]) -> str:
    name = _given(_metadata(cell)).get("grade_id")
    return name if isinstance(name, str) else ""


def _locked(cell: Mapping[str, Any]) -> bool:
    return bool(_given(_metadata(cell)).get("locked"))


def _text(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        return "".join(part for part in source if isinstance(part, str))
    return source if isinstance(source, str) else ""
