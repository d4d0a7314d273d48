"""Read whatever a student handed in, and always end with a notebook that can be graded.

Nothing here trusts the file: it is opened without following links, its size is capped
before it is parsed, and everything that nbgrader keeps in a cell's metadata is taken from
the gradebook.  What was put right is written down as a flag for a person to read; a flag
never changes a mark.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.wire import writable

MAX_BYTES = 10 << 20
MAX_CELLS = 500
MAX_SOURCE = 2 << 20
PLAIN_TAGS = "b|br|code|em|i|kbd|p|pre|strong|sub|sup|u"
HTML_TAG = re.compile(
    rf"<(?=[a-z/!?])(?!/?(?:{PLAIN_TAGS})\s*/?>)(?!https?://[^\s<>]*>)", re.IGNORECASE
)
HIDDEN_REGION = re.compile(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS\n?", re.DOTALL)


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


def receive(path: Path, released: Collection[str] = ()) -> Received:
    """Read a submitted file, whatever it is.

    Parameters
    ----------
    path : Path
        The notebook as submitted.
    released : collection of str
        Markdown that the author wrote; its HTML is let through.
    """
    try:
        return Received(_tidy(_parse(_read(path)), released))
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
    if not data.strip():
        msg = "the file is empty"
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


def _tidy(notebook: NotebookNode, released: Collection[str]) -> NotebookNode:
    """Return a notebook of well-formed cells only, without outputs."""
    given = notebook.get("cells")
    if not isinstance(given, list):
        msg = "the file is not a notebook: it has no list of cells"
        raise Unreadable(msg)
    cells = [cell for cell in map(_cell, given) if cell]
    for cell in cells:
        if cell.cell_type == "markdown" and cell.source not in released:
            cell.source = harmless(cell.source)
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


def harmless(markdown: str) -> str:
    """Return Markdown in which no HTML can run.

    Examples
    --------
    >>> harmless("H<sub>2</sub>O where z<t")
    'H<sub>2</sub>O where z< t'
    >>> harmless("hello <script>alert(1)</script>")
    'hello < script>alert(1)< /script>'
    """
    # A sign that is followed by a space begins no tag, and nothing of the text gets lost.
    return HTML_TAG.sub("< ", markdown)


def realign(
    received: Received, source: Mapping[str, NotebookNode], order: Iterable[str]
) -> NotebookNode:
    """Give every cell of the assignment its place, its text and its marks again.

    Parameters
    ----------
    received : Received
        The submission; its flags grow by what is put right.
    source : mapping
        The assignment's cells by grade_id, as released, with nbgrader's metadata.
    order : iterable of str
        The grade_ids in the assignment's order.

    Returns
    -------
    NotebookNode
        Each cell of the assignment exactly once and in order; the student's own cells
        stay where they were.
    """
    order = list(order)
    own: dict[str, NotebookNode] = {}
    cells: list[NotebookNode] = []
    for cell in received.notebook.cells:
        grade_id = _adopt(cell, source, own, received.flags)
        if grade_id:
            own[grade_id] = cell
        cells.append(cell)
    _reorder(cells, own, order, received.flags)
    # Of a file that could not be read every cell is missing: one reason says it all.
    _restore(cells, own, source, order, [] if received.problem else received.flags)
    received.notebook.cells = cells
    return received.notebook


def _adopt(
    cell: NotebookNode,
    source: Mapping[str, NotebookNode],
    own: Mapping[str, NotebookNode],
    flags: list[str],
) -> str | None:
    """Return the grade_id of a cell of the assignment and put its text and marks right."""
    given = cell.metadata.pop("given")
    grade_id = given["grade_id"]
    if given["tags"]:
        flags.append(f"tags taken off cell {str(grade_id or '(own)')[:40]!r}")
    if grade_id is None:
        return None
    if not isinstance(grade_id, str) or grade_id not in source:
        flags.append(f"a cell with the unknown id {str(grade_id)[:40]!r} was made ordinary")
        return None
    if grade_id in own:
        flags.append(f"a second copy of {grade_id} was made ordinary")
        return None
    wanted = source[grade_id]
    if cell.cell_type != wanted.cell_type:
        flags.append(f"{grade_id} had become a {cell.cell_type} cell")
        text, fresh = cell.source, nbformat.from_dict(wanted)
        cell.clear()
        cell.update(fresh, source=text)
    if wanted.metadata.nbgrader.locked and _visible(cell.source) != _visible(wanted.source):
        flags.append(f"the text of {grade_id} had been edited")
    if wanted.metadata.nbgrader.locked:
        cell.source = wanted.source
    cell.metadata = nbformat.from_dict(wanted.metadata)
    return grade_id


def _visible(source: str) -> str:
    """Return a cell's text without the region that students never see."""
    return HIDDEN_REGION.sub("", source).strip()


def _reorder(
    cells: list[NotebookNode],
    own: Mapping[str, NotebookNode],
    order: list[str],
    flags: list[str],
) -> None:
    """Deal the assignment's cells, in their order, to the places that they take up."""
    known = {id(cell): grade_id for grade_id, cell in own.items()}
    places = [place for place, cell in enumerate(cells) if id(cell) in known]
    found = [known[id(cells[place])] for place in places]
    wanted = [grade_id for grade_id in order if grade_id in own]
    if found != wanted:
        flags.append("cells were put back in their order")
        for place, grade_id in zip(places, wanted, strict=True):
            cells[place] = own[grade_id]


def _restore(
    cells: list[NotebookNode],
    own: dict[str, NotebookNode],
    source: Mapping[str, NotebookNode],
    order: list[str],
    flags: list[str],
) -> None:
    """Put every missing cell of the assignment behind the one that comes before it."""
    place = 0
    for grade_id in order:
        if grade_id not in own:
            flags.append(f"{grade_id} was missing and came back as released")
            own[grade_id] = nbformat.from_dict(source[grade_id])
            cells.insert(place, own[grade_id])
        place = next(i for i, cell in enumerate(cells) if cell is own[grade_id]) + 1
