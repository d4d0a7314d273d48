"""The sample class as files: what students hand in, and that their marks are deserved.

Code that tampers or never ends is only looked at here; the sandboxed runs are elsewhere.
"""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

from autograder.assignment import Assignment, generators, load_assignment
from autograder.judge import judge_exercise
from autograder.outcome import Namespace
from examples.sample_class import tamper
from examples.sample_class.build import (
    ASSIGNMENT,
    Cell,
    Student,
    expected_marks,
    load_class,
    main,
    parse,
    submission,
)

ROOT = Path(__file__).resolve().parent.parent
REGION = re.compile(
    r"^( *)### BEGIN (SOLUTION|HIDDEN TESTS)\n.*?### END \2$", re.DOTALL | re.MULTILINE
)
CLASS = load_class()
HONEST = [student for student in CLASS if not student.hostile and not student.needs_person]
OUTCOMES = {
    "correct",
    "partly correct",
    "incorrect",
    "not attempted",
    "error",
    "time limit",
    "crashed",
    "unreadable answer",
}


def assignment() -> Assignment:
    return load_assignment(ASSIGNMENT, ROOT)


@cache
def released() -> str:
    """Return the notebook as students get it, without starting nbgrader."""
    path = ROOT / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        cell["source"] = REGION.sub(r"\1raise NotImplementedError", source)
    return json.dumps(notebook)


@cache
def cells(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(submission(by_name(name), released()))["cells"]
    return found


def by_name(name: str) -> Student:
    return next(student for student in CLASS if student.name == name)


def grade_ids(name: str) -> list[str]:
    marks = [cell["metadata"].get("nbgrader", {}) for cell in cells(name)]
    return [mark["grade_id"] for mark in marks if mark]


@contextmanager
def own_affairs() -> Iterator[None]:
    """Let a student's warnings and logging pass, and leave no trace of them."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    root.handlers[:] = handlers
    root.setLevel(level)


def namespace(name: str) -> dict[str, Any]:
    """Run a student's cells in this process; a cell that fails leaves the others be."""
    names: dict[str, Any] = {"np": np}
    for cell in cells(name):
        if cell["metadata"].get("nbgrader", {}).get("grade_id", "").startswith("answer_"):
            try:
                exec(cell["source"], names)
            except (SyntaxError, NotImplementedError):
                continue
    return names


@pytest.mark.parametrize("student", HONEST, ids=lambda student: student.name)
def test_honest_student_deserves_the_expected_points(student: Student) -> None:
    with own_affairs():
        subject = Namespace(namespace(student.name))
        points = {
            one.slug: judge_exercise(
                one, subject, generators(b"secret", ASSIGNMENT, student.name, one.slug)
            ).points
            for one in assignment().exercises
        }

    assert points == {slug: expected for slug, (expected, _) in student.marks.items()}


def test_class_is_large_and_mixed() -> None:
    outcomes = {word for student in CLASS for _, word in student.marks.values()}

    assert len(CLASS) >= 14
    assert {"correct", "partly correct", "incorrect", "not attempted"} <= outcomes <= OUTCOMES
    assert sum(student.hostile or bool(student.edits) for student in CLASS) >= 6


@pytest.mark.parametrize("student", CLASS, ids=lambda student: student.name)
def test_student_has_a_story_and_a_mark_for_every_exercise(student: Student) -> None:
    assert student.story.endswith(".")
    assert list(student.marks) == [one.slug for one in assignment().exercises]
    assert set(student.edits) <= set(tamper.EDITS)


@pytest.mark.parametrize("student", CLASS, ids=lambda student: student.name)
def test_marks_agree_with_the_outcome(student: Student) -> None:
    for slug, (points, outcome) in student.marks.items():
        possible = assignment().exercise(slug).points
        state = {0.0: "none", possible: "correct"}.get(points, "partly correct")
        assert state == (outcome if outcome in {"correct", "partly correct"} else "none")


@pytest.mark.parametrize("student", CLASS, ids=lambda student: student.name)
def test_submission_is_a_notebook_unless_it_broke_off(student: Student) -> None:
    text = submission(student, released())

    if student.needs_person:
        with pytest.raises(json.JSONDecodeError, match=r"Unterminated|Expecting"):
            json.loads(text)
    else:
        nbformat.validate(nbformat.reads(text, as_version=4))


def test_answers_take_the_place_of_the_released_cells() -> None:
    answer = next(cell for cell in by_name("amira_haddad").cells if cell.slug == "spike_rate")

    assert answer.source in [cell["source"] for cell in cells("amira_haddad")]
    assert grade_ids("amira_haddad") == grade_ids("ines_duarte")


def test_untouched_submission_is_the_release() -> None:
    assert json.loads(submission(by_name("ines_duarte"), released())) == json.loads(released())


def test_own_cell_stands_behind_the_answer_and_may_hold_magic() -> None:
    sources = [cell["source"] for cell in cells("chidi_okafor")]
    place = next(i for i, source in enumerate(sources) if source.startswith("%matplotlib"))

    assert "def neuron(x, w, b)" in sources[place - 1]


def test_skipped_cells_carry_the_tag() -> None:
    tagged = [cell["id"] for cell in cells("nadia_karim") if cell["metadata"].get("tags")]

    assert tagged == [one.cell for one in assignment().exercises]


def test_raised_points_stand_in_the_file() -> None:
    marks = [cell["metadata"].get("nbgrader", {}) for cell in cells("nadia_karim")]

    points = {mark["points"] for mark in marks if mark.get("grade_id", "").startswith("check_")}

    assert points == {100}


def test_tidied_notebook_lacks_one_cell_repeats_one_and_is_out_of_order() -> None:
    ids = grade_ids("mateo_silva")

    assert "check_spike_rate" not in ids
    assert ids.count("check_neuron") == 2
    assert ids.index("check_two_layer_scores") < ids.index("answer_neuron")


def test_lost_bracket_makes_one_cell_unreadable() -> None:
    answers = {
        cell["id"]: cell["source"]
        for cell in cells("jonas_weber")
        if cell["id"].startswith("answer_")
    }

    with pytest.raises(SyntaxError, match="never closed"):
        compile(answers.pop("answer_spike_rate"), "cell", "exec")
    assert all(compile(source, "cell", "exec") for source in answers.values())


def test_parse_reads_every_kind_of_cell() -> None:
    text = (
        '"""Who."""\n\n# fmt: off\n\n# %% answer="one"\nx = 1\n\n'
        '# %% extra="after one"\n# %time x\n\n'
        '# %% [markdown] manual="two"\nr"""\nBecause.\n"""\n'
    )

    assert parse(text) == [
        Cell("answer", "one", "x = 1"),
        Cell("extra", "one", "%time x"),
        Cell("manual", "two", "Because."),
    ]


def test_answer_to_an_unknown_exercise_is_refused() -> None:
    lost = Student("ada", "Ada.", (Cell("answer", "perceptron", "1"),), (), {})

    with pytest.raises(ValueError, match="ada answers 'perceptron', but the release has no"):
        submission(lost, released())


def test_student_without_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ada.py").write_text('"""Ada."""\n')
    (tmp_path / "class.toml").write_text("")

    with pytest.raises(ValueError, match=r"ada must be both a file in .* and in class.toml"):
        load_class(tmp_path)


def test_command_writes_a_folder_for_each_student(tmp_path: Path) -> None:
    release = tmp_path / "released.ipynb"
    release.write_text(released(), encoding="utf-8")

    assert main(["--release", str(release), "--output", str(tmp_path / "submitted")]) == 0

    written = sorted(path.parts[-3] for path in tmp_path.glob("submitted/*/a1_neuron/*.ipynb"))
    assert written == sorted(expected_marks())
