"""What gets through of what a worker tells, and what stands under a graded cell."""

from __future__ import annotations

import base64
import logging
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import execution
from autograder.assignment import Assignment
from autograder.errors import Stopped
from autograder.execution import (
    Run,
    clean_output,
    fitting,
    is_failure,
    is_given,
    run_cell,
    size_of,
)
from autograder.exercise import Exercise

Node = nbformat.NotebookNode
PNG = base64.b64encode(b"\x89PNG and so on").decode()
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["image/png", "text/plain", "text"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
KINDS = st.sampled_from(["stream", "error", "display_data", "execute_result", "update"])
PARTS = ["text", "name", "ename", "evalue", "traceback", "data", "metadata"]
TOLD = st.builds(
    lambda kind, parts: {"output_type": kind} | parts,
    KINDS | ANYTHING,
    st.dictionaries(st.sampled_from(PARTS), ANYTHING),
)


class Told:
    """A session whose cells tell what they are made to tell."""

    def __init__(self, outputs: Any) -> None:
        self.outputs = outputs

    def run(self, _: str, *, given: bool = False) -> Any:  # noqa: ARG002
        if isinstance(self.outputs, Exception):
            raise self.outputs
        return self.outputs


def shown(outputs: Any) -> list[Node]:
    return run_cell("x", Told(outputs))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ({"locked": True, "grade": True}, True),
        ({"locked": True, "grade": False}, False),
        ({"locked": False, "grade": True}, False),
        ({}, False),
    ],
)
def test_only_cells_that_try_an_answer_count_as_given(
    mark: dict[str, bool], told: bool
) -> None:
    cell = nbformat.v4.new_code_cell("f(1)", metadata={"nbgrader": mark})

    assert is_given(cell) is told


@given(TOLD | ANYTHING)
def test_whatever_is_told_becomes_a_sound_output_or_none(told: Any) -> None:
    output = clean_output(told)

    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(outputs=[output] if output else [])]
    )
    nbformat.validate(book)
    assert nbformat.writes(book).encode("utf-8")


@pytest.mark.parametrize(
    "mime",
    ["text/html", "image/svg+xml", "application/javascript", "text/latex", "text/markdown"],
)
def test_only_pictures_and_text_get_through(mime: str) -> None:
    data = {mime: "<script>", "text/plain": "plain", "image/png": PNG}

    output = clean_output({"output_type": "display_data", "data": data})

    assert output is not None
    assert output.data == {"text/plain": "plain", "image/png": PNG}


@pytest.mark.parametrize(
    "picture", ["<svg onload=x>", "a b", "", 5, ["x"], "A" * (3 << 20), "é"]
)
def test_a_picture_must_be_one(picture: Any) -> None:
    assert clean_output({"output_type": "display_data", "data": {"image/png": picture}}) is None


def test_no_output_claims_to_be_a_result_or_an_error_stream() -> None:
    result = clean_output({"output_type": "execute_result", "data": {"text/plain": "4.0"}})
    stream = clean_output({"output_type": "stream", "name": "stderr", "text": "careful"})

    assert result is not None
    assert stream is not None
    assert (result.output_type, stream.name) == ("display_data", "stdout")


def test_long_texts_are_cut() -> None:
    output = clean_output({"output_type": "stream", "text": "x" * (1 << 20)})

    assert output is not None
    assert len(output.text) == execution.MAX_TEXT


def test_a_cell_shows_two_hundred_outputs_at_most() -> None:
    assert len(shown([{"output_type": "stream", "text": "x"}] * 100_000)) == 200


def test_a_cell_that_was_stopped_says_why() -> None:
    (error,) = shown(Stopped("time limit", "there was no answer in time"))

    assert (error.ename, error.evalue) == (
        "Stopped",
        "there was no answer in time (time limit)",
    )


def test_outputs_that_no_longer_fit_are_left_out() -> None:
    outputs = shown([{"output_type": "stream", "text": "x" * 100}])

    (left,) = fitting(outputs, 50)

    assert fitting(outputs, size_of(outputs)) is outputs
    assert left.text == "(output left out: the notebook has too much)"


@pytest.mark.parametrize(
    ("kind", "failed"),
    [("SyntaxError", True), ("Stopped", True), ("NotImplementedError", False)],
)
def test_an_unwritten_cell_has_not_failed(kind: str, failed: bool) -> None:
    (error,) = shown([{"output_type": "error", "ename": kind, "evalue": "", "traceback": []}])

    assert is_failure(error) is failed


def breaking(exercise: Exercise) -> Exercise:
    """Make an exercise fail in a way that nobody thought of."""
    exercise.reference(abs)
    exercise.check("works", points=2)(lambda _: (_ for _ in ()).throw(MemoryError("no room")))
    return exercise


@pytest.mark.sandbox
def test_no_fault_of_the_grader_stops_the_others(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execution, "judge_exercise", lambda *_: 1 // 0)
    assignment = Assignment("tiny", (breaking(Exercise("one", target="one")),), (), {})
    cell = nbformat.v4.new_code_cell(metadata={"nbgrader": {"grade_id": "check_one"}})
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("hi"), cell])

    with caplog.at_level(logging.ERROR):
        Run(assignment, "ada", b"secret").grade(book)

    assert book.cells[1].metadata.autograder.outcome == "grader fault"
    assert "grader fault in one: integer division or modulo by zero" in caplog.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.sandbox
def test_the_same_work_gives_the_same_notebook_again() -> None:
    exercise = Exercise("one", target="one")
    exercise.reference(abs)
    exercise.check("works", points=2)(lambda rng: [(float(x),) for x in rng.normal(size=9)])
    assignment = Assignment("tiny", (exercise,), (), {})
    cell = "import random\nimport numpy as np\none = abs\n"
    cell += "{*'abcdef'}, random.random(), np.random.rand()"
    graded = []
    for _ in range(2):
        check = nbformat.v4.new_code_cell(
            id="b", metadata={"nbgrader": {"grade_id": "check_one"}}
        )
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell, id="a"), check])
        Run(assignment, "ada", b"secret").grade(book)
        graded.append(nbformat.writes(book))

    assert graded[0] == graded[1]
    assert '"points": 2.0' in graded[0]
