"""Every notebook runs from top to bottom in a fresh kernel: fast, silent and offline."""

from __future__ import annotations

import ast
import html
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from course_utils.claims import load
from tests.lectures import NAMES, NOTEBOOKS, Lectures

LONGEST_RUN, LONGEST_COURSE = 60, 360  # seconds
STUB = "raise NotImplementedError  # your answer takes the place of this line"


def cells(name: str, kind: str) -> list[str]:
    """Return the sources of a notebook's cells of one kind."""
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    return [cell.source for cell in notebook.cells if cell.cell_type == kind]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_notebook_runs_fast_and_silently(name: str, lectures: Lectures) -> None:
    lecture = lectures(name)

    kinds = {out.get("name", out.output_type) for out in lecture.outputs}
    assert kinds <= {"stdout", "display_data", "execute_result"}
    assert lecture.seconds < LONGEST_RUN


@pytest.mark.slow
def test_the_whole_course_runs_in_six_minutes(lectures: Lectures) -> None:
    assert sum(lectures(name).seconds for name in NAMES) < LONGEST_COURSE


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_released_tree_is_all_that_a_notebook_needs(name: str, lectures: Lectures) -> None:
    origin = Path(lectures(name).notebook.cells[0].outputs[0].text.strip())

    assert origin == lectures.released / "course_utils" / "__init__.py"


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_picture_comes_with_a_description(name: str, lectures: Lectures) -> None:
    pictures = [out for out in lectures(name).outputs if "image/png" in out.get("data", {})]

    assert pictures
    assert all(picture.metadata["image/png"]["alt"] for picture in pictures)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES[1:])
def test_a_notebook_ends_with_its_rows_of_the_ledger(name: str, lectures: Lectures) -> None:
    own = {claim.number for claim in load().values() if claim.notebook == name[:2]}

    assert own <= set(lectures(name).verdicts)


def imports_of(name: str) -> str:
    """Return all import lines of a notebook, and nothing else of it."""
    nodes = ast.walk(ast.parse("\n".join(cells(name, "code"))))
    found = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    return "\n".join(map(ast.unparse, found))


def answered(name: str) -> list[str]:
    """Return the exercise cells of a notebook, with the answers that its text gives."""
    text = "\n".join(cells(name, "markdown"))
    given = re.findall(r"One answer</summary><pre>(.*?)</pre>", text, re.DOTALL)
    stubs = [cell for cell in cells(name, "code") if STUB in cell]
    return [
        stub.replace(STUB, html.unescape(answer).replace("\n", "\n    "))
        for stub, answer in zip(stubs, given, strict=True)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_answers_that_a_notebook_gives_are_right(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    exercises = answered(name)

    assert exercises
    for exercise in exercises:
        *steps, check = ast.parse(exercise).body
        assert isinstance(check, ast.Expr)
        room: dict[str, Any] = {}
        exec(imports_of(name), room)
        exec(compile(ast.Module(steps, []), name, "exec"), room)
        report = eval(compile(ast.Expression(check.value), name, "eval"), room)
        assert re.match(r"✓ .* (\d+) of \1 examples right", repr(report))


@pytest.mark.parametrize("name", NAMES)
def test_each_exercise_has_a_ladder_of_three_hints(name: str) -> None:
    text = "\n".join(cells(name, "markdown"))

    for i in (1, 2, 3):
        assert text.count(f"<summary>Hint {i}</summary>") == len(answered(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_kept_without_outputs(name: str) -> None:
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)

    assert not [out for cell in notebook.cells for out in cell.get("outputs", [])]
