"""What the feedback page says of totals, penalties and reading."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest

from autograder.feedback import as_page, page
from tests.graded import graded


def told(score: float, penalty: float) -> tuple[Any, dict[str, Any]]:
    work = {"one": (0.0, "incorrect", "x"), "two": (0.0, "incorrect", "y")}
    book = graded(work, {"one": "late", "two": "late"})
    for cell in book["cells"]:
        cell["metadata"]["nbgrader"] |= {"score": 1.0, "points": 2.0}
        if "autograder" in cell["metadata"]:
            cell["metadata"]["autograder"]["diagnosis"]["section"] = "Modeling one neuron"
    about = {"student": "ada", "notebook": "tiny", "max_score": 6.0}
    about |= {"score": score, "late_penalty": penalty}
    return nbformat.from_dict(book), about


@pytest.mark.parametrize(
    ("score", "penalty", "words"),
    [
        (2.5, 1.5, "Your work earned 4. It came in after it was due, which costs 1.5."),
        (-1.0, 3.0, "costs 3;\na total never falls below 0."),
    ],
)
def test_late_penalty_is_explained(score: float, penalty: float, words: str) -> None:
    text = as_page(*told(score, penalty))

    assert words in text
    assert f"<strong>{max(score, 0):g} of 6 points</strong>" in text


def test_work_in_time_hears_nothing_of_penalties() -> None:
    assert "due" not in as_page(*told(4.0, 0.0))


def test_section_to_read_again_is_named_once_for_all_its_exercises() -> None:
    ((section, rows),) = page(*told(4.0, 0.0))["again"]

    assert section == "Modeling one neuron"
    assert [row["title"] for row in rows] == ["One", "Two"]
