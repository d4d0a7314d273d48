"""Read whatever a student handed in, and always end with a notebook that can be graded.

Nothing here trusts the file: it is opened without following links, its size is capped
before it is parsed, and of each cell only the kind, the text and the id are kept.
`autograder.realign` then gives the cells their places and marks again.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.wire import writable

NOTHING = b"no notebook"  # what stands in for a notebook that was not handed in
MAX_BYTES = 20 << 20
MAX_PARTS = 200_000  # brackets: each may become an object of the grader's memory
MAX_CELLS = 500
MAX_SOURCE = 1 << 20
FORMATS = (2, 3, 4)
DOUBLED = "the file says something twice; what it says last counts"


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
        data = read(path)
    except Unreadable as error:
        return Received(nbformat.v4.new_notebook(), problem=str(error))
    return receive_bytes(data)


def receive_bytes(data: bytes) -> Received:
    """Read a submission that is at hand, whatever it is.

    Parameters
    ----------
    data : bytes
        The content of the file as submitted.
    """
    flags: list[str] = []
    try:
        return Received(_tidy(_parse(data, flags)), flags=flags)
    except Unreadable as error:
        return Received(nbformat.v4.new_notebook(), problem=str(error), flags=flags)


def read(path: Path) -> bytes:
    """Return the bytes of a regular file of bearable size; never wait on a pipe or device.

    Raises
    ------
    Unreadable
        If it is anything else; the message says what.
    """
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
        _check_size(info.st_size)
        return file.read(MAX_BYTES + 1)  # it may have grown since


def _nonblock() -> int:
    return getattr(os, "O_NONBLOCK", 0)


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        msg = f"the file has {size} bytes; at most {MAX_BYTES} are graded"
        raise Unreadable(msg)


def _parse(data: bytes, flags: list[str]) -> Any:
    """Return what the file says, upgraded to format 4 where that loses nothing."""
    _check_size(len(data))
    if data == NOTHING or not data.strip():
        msg = "no notebook was handed in" if data == NOTHING else "the file is empty"
        raise Unreadable(msg)
    if (parts := parts_of(data)) > MAX_PARTS:
        msg = f"the file has {parts} brackets; at most {MAX_PARTS} are graded"
        raise Unreadable(msg)
    try:
        said = json.loads(_decoded(data, flags), object_pairs_hook=_noting(flags))
        form = said.get("nbformat")
        if type(form) is not int or form not in FORMATS:
            msg = f"it says nbformat {form!r:.20}; 2, 3 and 4 are known"
            raise Unreadable(msg)
        return said if form == 4 else nbformat.convert(nbformat.from_dict(said), 4)
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        msg = "the file is not a notebook: its JSON is broken or incomplete"
        raise Unreadable(msg) from error
    except Exception as error:
        msg = "the file is not a notebook: parts that every notebook has are missing"
        raise Unreadable(msg) from error


def parts_of(data: bytes) -> int:
    """Return an upper bound for the number of lists and dicts of a JSON text."""
    return data.count(b"{") + data.count(b"[")


def _decoded(data: bytes, flags: list[str]) -> str:
    """Return the file's text; an editor may have saved it in another encoding."""
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        flags.append(f"bytes that are no {encoding} were replaced")
        return data.decode(encoding, "replace")


def _noting(flags: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Return what makes a dict of JSON's pairs and flags a name that stands there twice."""

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read = dict(pairs)
        if len(read) < len(pairs) and DOUBLED not in flags:
            flags.append(DOUBLED)
        return read

    return made


def _tidy(said: Any) -> NotebookNode:
    """Return a notebook of well-formed cells only, without outputs."""
    given = said.get("cells")
    if not isinstance(given, list):
        msg = "the file is not a notebook: it has no list of cells"
        raise Unreadable(msg)
    if len(given) > MAX_CELLS:  # before any is made: making one takes longer than reading it
        msg = f"the notebook has {len(given)} cells; at most {MAX_CELLS} are graded"
        raise Unreadable(msg)
    cells = [cell for cell in map(_cell, given) if cell]
    if sum(len(cell.source) for cell in cells) > MAX_SOURCE:
        msg = f"the cells hold more than {MAX_SOURCE} characters"
        raise Unreadable(msg)
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    tidy: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return tidy


def _maker(kind: str, **more: Any) -> Callable[..., NotebookNode]:
    """Return what makes cells of a kind; nbformat's own makers check every one, slowly."""

    def make(source: str, **parts: Any) -> NotebookNode:
        whole = {"id": "", "cell_type": kind, "metadata": {}, "source": source, **more}
        made: NotebookNode = nbformat.from_dict(whole | parts)
        return made

    return make


MAKERS: dict[Any, Any] = {
    "code": _maker("code", execution_count=None, outputs=[]),
    "markdown": _maker("markdown"),
    "raw": _maker("raw"),
}


def _cell(given: Any) -> NotebookNode | None:
    """Return a cell that keeps the source, the kind and nbgrader's id of the given one."""
    kind = given.get("cell_type") if isinstance(given, dict) else None
    source = _text(given.get("source", "")) if isinstance(given, dict) else None
    if source is None or not isinstance(kind, str) or kind not in MAKERS:
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
