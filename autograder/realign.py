"""Put a submission's cells where the assignment has them, with its text and its marks.

Everything that nbgrader keeps in a cell's metadata is taken from the gradebook, nothing
from the submission.  What was put right is flagged for a person; a flag changes no mark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

import nbformat
from nbformat.notebooknode import NotebookNode

from autograder.intake import Received

PLAIN_TAGS = "b|br|code|em|i|kbd|strong|sub|sup|u"  # none of them opens a block of raw HTML
HTML_TAG = re.compile(rf"<(?=[a-z/!?])(?!/?(?:{PLAIN_TAGS})\s*/?>)", re.IGNORECASE)
BEGIN_HIDDEN, END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def harmless(markdown: str) -> str:
    """Return Markdown in which no HTML can run.

    Examples
    --------
    >>> harmless("wrong where z<t, right where z > t")
    'wrong where z< t, right where z > t'
    >>> harmless("hello <script>alert(1)</script>")
    'hello < script>alert(1)< /script>'
    """
    # A sign that is followed by a space begins no tag, and nothing of the text gets lost.
    return HTML_TAG.sub("< ", markdown)


def without_hidden(source: str) -> str:
    r"""Return a cell's text without the regions that students never see.

    Examples
    --------
    >>> without_hidden("a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc")
    'a\nc'
    """
    kept, place = [], 0
    while (begins := source.find(BEGIN_HIDDEN, place)) >= 0:
        ends = source.find(END_HIDDEN, begins)
        if ends < 0:  # an unfinished region is no region
            return source
        kept.append(source[place:begins])
        place = ends + len(END_HIDDEN)
        place += source.startswith("\n", place)
    return "".join([*kept, source[place:]])


def realign(
    received: Received,
    source: Mapping[str, NotebookNode],
    order: Iterable[str],
    released: Collection[str] = (),
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
    released : collection of str
        Markdown that the author wrote; its HTML is let through, a student's is not.

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
    _recognise(cells, own, source, order, received.flags)
    _reorder(cells, own, order, received.flags)
    # Of a file that could not be read every cell is missing: one reason says it all.
    _restore(cells, own, source, order, [] if received.problem else received.flags)
    for cell in cells:  # last, because a cell may have become Markdown only now
        if cell.cell_type == "markdown" and cell.source not in released:
            cell.source = harmless(cell.source)
    received.notebook.cells = cells
    return received.notebook


def _adopt(
    cell: NotebookNode,
    source: Mapping[str, NotebookNode],
    own: Mapping[str, NotebookNode],
    flags: list[str],
) -> str | None:
    """Return the grade_id of a cell of the assignment, or None where it is the student's."""
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
    _put_right(cell, source[grade_id], flags)
    return grade_id


def _recognise(
    cells: list[NotebookNode],
    own: dict[str, NotebookNode],
    source: Mapping[str, NotebookNode],
    order: list[str],
    flags: list[str],
) -> None:
    """Take an answer that lost its mark for the answer that is missing at its place.

    Some editors drop nbgrader's marks.  There must be exactly one cell of that kind between
    the neighbours of the missing one.
    """
    places = {id(cell): place for place, cell in enumerate(cells)}
    for number, grade_id in enumerate(order):
        wanted = source[grade_id]
        if grade_id in own or wanted.metadata.nbgrader.locked:
            continue
        before = [places[id(own[name])] for name in order[:number] if name in own]
        after = [places[id(own[name])] for name in order[number + 1 :] if name in own]
        gap = cells[max(before, default=-1) + 1 : min(after, default=len(cells))]
        known = {id(cell) for cell in own.values()}
        alike = [cell for cell in gap if cell.cell_type == wanted.cell_type]
        if len(alike) == 1 and id(alike[0]) not in known and alike[0].source.strip():
            flags.append(f"{grade_id} had lost its mark; the cell at its place was taken")
            _put_right(alike[0], wanted, flags)
            own[grade_id] = alike[0]


def _put_right(cell: NotebookNode, wanted: NotebookNode, flags: list[str]) -> None:
    """Give a cell of the assignment its kind, its marks and, if it is locked, its text."""
    grade_id = wanted.metadata.nbgrader.grade_id
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


def _visible(source: str) -> str:
    """Return a cell's text without the region that students never see."""
    return without_hidden(source).strip()


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
