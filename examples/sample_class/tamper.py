"""What some students do to the file itself, apart from the text of their answers.

``class.toml`` names these functions.  Each takes the text of a notebook file and returns
the text that is handed in.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

Cells = list[dict[str, Any]]


def skip_test_cells(text: str) -> str:
    """Tag every graded cell so that a stock executor leaves it out."""

    def edit(cells: Cells) -> None:
        for cell in cells:
            if _grade_id(cell).startswith("check_"):
                cell["metadata"]["tags"] = ["skip-execution"]

    return _edited(text, edit)


def raise_points(text: str) -> str:
    """Write 100 points into the metadata of every graded cell."""

    def edit(cells: Cells) -> None:
        for cell in cells:
            if _grade_id(cell).startswith("check_"):
                cell["metadata"]["nbgrader"]["points"] = 100

    return _edited(text, edit)


def delete_a_test_cell(text: str) -> str:
    """Remove the graded cell of exercise 3."""

    def edit(cells: Cells) -> None:
        cells[:] = [cell for cell in cells if _grade_id(cell) != "check_spike_rate"]

    return _edited(text, edit)


def copy_a_test_cell(text: str) -> str:
    """Paste a copy of the graded cell of exercise 1 at the end, with its metadata."""

    def edit(cells: Cells) -> None:
        cells.append(copy.deepcopy(_find(cells, "check_neuron")) | {"id": "pasted"})

    return _edited(text, edit)


def move_exercise_5_up(text: str) -> str:
    """Put the three cells of exercise 5 behind the imports."""

    def edit(cells: Cells) -> None:
        names = ("answer_", "examples_", "check_")
        moved = [_find(cells, f"{name}two_layer_scores") for name in names]
        rest = [cell for cell in cells if cell not in moved]
        place = rest.index(_find(rest, "imports")) + 1
        cells[:] = rest[:place] + moved + rest[place:]

    return _edited(text, edit)


def lose_a_bracket(text: str) -> str:
    """Delete the last closing bracket of exercise 3, so that its cell does not parse."""

    def edit(cells: Cells) -> None:
        answer = _find(cells, "answer_spike_rate")
        before, _, after = answer["source"].rpartition(")")
        answer["source"] = before + after

    return _edited(text, edit)


def break_off(text: str) -> str:
    """Cut the file in the middle, as a broken upload would."""
    return text[: len(text) // 2]


def _edited(text: str, edit: Callable[[Cells], None]) -> str:
    """Apply a change to the cells of a notebook file."""
    notebook = json.loads(text)
    edit(notebook["cells"])
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _find(cells: Cells, grade_id: str) -> dict[str, Any]:
    return next(cell for cell in cells if _grade_id(cell) == grade_id)


def _grade_id(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


EDITS: dict[str, Callable[[str], str]] = {
    edit.__name__: edit
    for edit in (
        skip_test_cells,
        raise_points,
        delete_a_test_cell,
        copy_a_test_cell,
        move_exercise_5_up,
        lose_a_bracket,
        break_off,
    )
}
