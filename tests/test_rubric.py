"""The rubric that formgrader shows below a written answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from autograder.config import configure
from autograder.rubric import NOT_SHOWN, ShowRubric

MANIFEST = """
[[manual]]
id = "why"
points = 2
question = "Why is it so?"
full = "It is so\\nbecause."

    [[manual.rubric]]
    points = 0.5
    for = "a reason"

    [[manual.rubric]]
    points = 1.5
    for = "a better one"

    [[manual.common]]
    mistake = "says nothing"
    comment = "Say something."
"""


def text_cell(grade_id: str, *, grade: bool = True) -> Any:
    mark = {"grade_id": grade_id, "grade": grade, "solution": True}
    return nbformat.v4.new_markdown_cell(f"my {grade_id}", metadata={"nbgrader": mark})


def shown(root: Path, *cells: Any, assignment: str = "tiny") -> list[str]:
    """Return the texts of the cells on the page of the person who marks."""
    config = Config({"CourseDirectory": {"root": str(root)}})
    notebook: Any = nbformat.v4.new_notebook(cells=list(cells))
    show: Any = ShowRubric
    page, _ = show(config=config).preprocess(notebook, {"assignment_id": assignment})
    return [cell.source for cell in page.cells]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course's folder with one manifest."""
    private = tmp_path / "assignments" / "tiny" / "private"
    private.mkdir(parents=True)
    (private / "manifest.toml").write_text(MANIFEST)
    return tmp_path


def test_rubric_stands_below_its_answer(course: Path) -> None:
    answer, rubric, other = shown(course, text_cell("manual_why"), text_cell("manual_how"))

    assert (answer, other) == ("my manual_why", "my manual_how")
    for told in (
        "Why is it so?",
        "It is so because.",
        "- **1.5** a better one",
        "Say something.",
    ):
        assert told in rubric
    assert NOT_SHOWN in rubric


def test_code_that_the_judge_marks_has_no_rubric(course: Path) -> None:
    assert len(shown(course, text_cell("manual_why", grade=False))) == 1


def test_assignment_without_a_manifest_is_shown_as_it_is(course: Path) -> None:
    assert len(shown(course, text_cell("manual_why"), assignment="other")) == 1


def test_broken_manifest_hides_no_answer(course: Path) -> None:
    (course / "assignments/tiny/private/manifest.toml").write_text("[[manual]]\nid = ")

    answer, told = shown(course, text_cell("manual_why"))

    assert answer == "my manual_why"
    assert "can't be read" in told


def test_nbgrader_is_told_to_show_it(course: Path) -> None:
    config = Config({"CourseDirectory": {"root": str(course)}})
    configure(config)
    notebook: Any = nbformat.v4.new_notebook(cells=[text_cell("manual_why")])

    exporter: Any = HTMLExporter
    html, _ = exporter(config=config).from_notebook_node(
        notebook, resources={"assignment_id": "tiny"}
    )

    assert "<strong>1.5</strong> a better one</li>" in html
