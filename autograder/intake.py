"""Read whatever a student handed in, and always end with a notebook that can be graded.

Nothing here trusts the file: it is opened without following links, its size is capped
before it is parsed, and of each cell only the kind, the text and the id are kept.
`autograder.realign` then gives the cells their places and marks again.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.wire import writable

NOTHING = b"no notebook"  # what stands in for a notebook that was not handed in
MAX_BYTES = 10 << 20
MAX_CELLS = 500
MAX_SOURCE = 2 << 20


@dataclass
class Received:
    """A submission as it will be graded.

    Attributes
    ----------
    notebook : NotebookNode
        Always usable; empty when the file was not.
    problem : str
        Why the file could not be read, or nothing.
    flags : list of str
        What was put right.
    """

    notebook: NotebookNode
    problem: str = ""
    flags: list[str] = field(default_factory=list)


class Unreadable(ValueError):
    """The file is no notebook that can be graded."""


def receive(path: Path) -> Received:
    """Read a submitted file, whatever it is.

    Parameters
    ----------
    path : Path
        The notebook as submitted.
    """
    try:
        return Received(_tidy(_parse(_read(path))))
    except Unreadable as error:
        return Received(nbformat.v4.new_notebook(), problem=str(error))


def _read(path: Path) -> bytes:
    """Return the bytes of a regular file of bearable size; never wait on a pipe or device."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _nonblock())
    except FileNotFoundError as error:
        msg = "no notebook of that name was handed in"
        raise Unreadable(msg) from error
    except OSError as error:
        msg = f"the file can't be opened, or is a link ({error.strerror})"
        raise Unreadable(msg) from error
    info = os.fstat(descriptor)
    if not stat.S_ISREG(info.st_mode):
        os.close(descriptor)
        msg = "it is not a regular file"
        raise Unreadable(msg)
    with os.fdopen(descriptor, "rb") as file:
        if info.st_size > MAX_BYTES:
            msg = f"the file has {info.st_size} bytes; at most {MAX_BYTES} are graded"
            raise Unreadable(msg)
        return file.read(MAX_BYTES + 1)


def _nonblock() -> int:
    return getattr(os, "O_NONBLOCK", 0)


def _parse(data: bytes) -> NotebookNode:
    """Return a notebook of format 4, upgraded where that loses nothing."""
    if data == NOTHING or not data.strip():
        msg = "no notebook was handed in" if data == NOTHING else "the file is empty"
        raise Unreadable(msg)
    try:
        notebook = nbformat.from_dict(json.loads(data))
        if notebook.get("nbformat") not in (3, 4):
            msg = f"it says nbformat {notebook.get('nbformat')!r:.20}; 3 and 4 are known"
            raise Unreadable(msg)
        upgraded: NotebookNode = nbformat.convert(notebook, 4)
        return upgraded
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        msg = "the file is not a notebook: its JSON is broken or incomplete"
        raise Unreadable(msg) from error
    except Exception as error:
        msg = "the file is not a notebook: parts that every notebook has are missing"
        raise Unreadable(msg) from error


def _tidy(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook of well-formed cells only, without outputs."""
    given = notebook.get("cells")
    if not isinstance(given, list):
        msg = "the file is not a notebook: it has no list of cells"
        raise Unreadable(msg)
    cells = [cell for cell in map(_cell, given) if cell]
    if len(cells) > MAX_CELLS:
        msg = f"the notebook has {len(cells)} cells; at most {MAX_CELLS} are graded"
        raise Unreadable(msg)
    if sum(len(cell.source) for cell in cells) > MAX_SOURCE:
        msg = f"the cells hold more than {MAX_SOURCE} characters"
        raise Unreadable(msg)
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    tidy: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return tidy


MAKERS: dict[Any, Any] = {
    "code": nbformat.v4.new_code_cell,
    "markdown": nbformat.v4.new_markdown_cell,
    "raw": nbformat.v4.new_raw_cell,
}


def _cell(given: Any) -> NotebookNode | None:
    """Return a cell that keeps the source, the kind and nbgrader's id of the given one."""
    kind = given.get("cell_type") if isinstance(given, dict) else None
    source = (
        _text(given.get("source", "")) if isinstance(kind, str) and kind in MAKERS else None
    )
    if source is None:
        return None
    cell: NotebookNode = MAKERS[kind](source)
    metadata = given.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    mark = metadata.get("nbgrader")
    grade_id = mark.get("grade_id") if isinstance(mark, dict) else None
    cell.metadata["given"] = {"grade_id": grade_id, "tags": bool(metadata.get("tags"))}
    return cell


def _text(source: Any) -> str | None:
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return writable(source) if isinstance(source, str) else None
