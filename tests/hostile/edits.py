"""Hostile submissions whose file was edited: tags, claims, missing and doubled cells."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.builders import code, grade_id
from tests.hostile.attack import Attack, Book


def checks(book: Book) -> list[Book]:
    """Return the graded cells of a notebook."""
    return [cell for cell in book["cells"] if grade_id(cell).startswith("check_")]


def many_regions(book: Book) -> None:
    """Begin a hidden region again and again in a cell that is locked."""
    checks(book)[0]["source"] = "### BEGIN HIDDEN TESTS\n" * 80_000


def tagged(tag: str) -> Callable[[Book], None]:
    """Return an edit that tags every graded cell."""

    def edit(book: Book) -> None:
        for cell in checks(book):
            cell["metadata"]["tags"] = [tag]

    return edit


def forge_outputs(book: Book) -> None:
    """Hand the graded cells in with outputs and a verdict that claim all points."""
    result = {"output_type": "execute_result", "execution_count": 1, "metadata": {}}
    for cell in checks(book):
        cell["outputs"] = [result | {"data": {"text/plain": "4.0"}}]
        cell["metadata"]["autograder"] = {"points": 4.0, "outcome": "correct", "checks": []}
    book["metadata"]["autograder"] = {"problem": "", "flags": [], "level": "strong"}


def claim_points(book: Book) -> None:
    """Edit the graded cells and what the file says of them."""
    for cell in checks(book):
        cell["source"] = "4.0"
        cell["metadata"]["nbgrader"] |= {"points": 400, "locked": False, "solution": True}


def as_solutions(book: Book) -> None:
    """Say that the graded cells are answers, and the answers no answers."""
    for cell in book["cells"]:
        if mark := cell["metadata"].get("nbgrader"):
            mark["solution"] = not mark.get("solution")
            mark["grade"] = False


def without_checks(book: Book) -> None:
    """Leave the graded cells out."""
    for cell in checks(book):
        book["cells"].remove(cell)


def twice_the_checks(book: Book) -> None:
    """Hand each graded cell in twice, the copy empty."""
    book["cells"] += [cell | {"source": "4.0"} for cell in checks(book)]


def renamed(book: Book) -> None:
    """Give graded cells the ids of answers and the other way round."""
    for cell in book["cells"]:
        if mark := cell["metadata"].get("nbgrader"):
            for one, other in (("check_", "answer_"), ("answer_", "check_")):
                if mark["grade_id"].startswith(one):
                    mark["grade_id"] = mark["grade_id"].replace(one, other)
                    break


def retyped(book: Book) -> None:
    """Make the graded cells markdown."""
    for cell in checks(book):
        cell["cell_type"] = "markdown"


def crowded(book: Book) -> None:
    """Hide the work among 600 cells."""
    book["cells"] += [code("1")] * 600


def other_format(book: Book) -> None:
    """Say that the file is of a format of the future."""
    book["nbformat"] = 99


def cut_off(book: Book) -> bytes:
    """Hand in half of the file."""
    return json.dumps(book).encode()[: len(json.dumps(book)) // 2]


EDITS: dict[str, Attack] = {
    "skip_execution": Attack(15, edit=tagged("skip-execution")),
    "raises_exception": Attack(16, returns="1 / 0", edit=tagged("raises-exception")),
    "cut_off": Attack(45, edit=cut_off),
    "empty": Attack(46, edit=lambda _: b""),
    "future": Attack(47, edit=other_format),
    "no_checks": Attack(48, edit=without_checks),
    "two_of_each": Attack(49, edit=twice_the_checks),
    "renamed": Attack(50, edit=renamed),
    "claims": Attack(51, edit=claim_points),
    "as_solutions": Attack(51, edit=as_solutions),
    "retyped": Attack(51, edit=retyped),
    "forged_outputs": Attack(51, edit=forge_outputs),
    "crowded": Attack(53, edit=crowded),
    "script_markdown": Attack(
        55,
        edit=lambda book: book["cells"][-1].update(source="<script>gotcha()</script>"),
    ),
    "many_regions": Attack(66, edit=many_regions),
}
