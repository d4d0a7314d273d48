"""What every assignment must keep, asked of each folder under ``assignments/``.

Nothing here knows a particular assignment: a new folder is tested as soon as it exists.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from autograder.assignment import Assignment, load_assignment
from autograder.bank import Answer
from autograder.exercise import Exercise
from autograder.judge import judge_exercise
from autograder.outcome import Namespace
from autograder.validity import rng_of, validity
from tools.percent import to_notebook

ROOT = Path(__file__).resolve().parent.parent
NAMES = sorted(path.parent.parent.name for path in ROOT.glob("assignments/*/private/checks"))

KINDS = ("right", "wrong")
Cells = list[dict[str, Any]]


def assignment(name: str) -> Assignment:
    return load_assignment(name, ROOT)


def exercises() -> list[Any]:
    return [
        pytest.param(name, exercise, id=f"{name}-{exercise.slug}")
        for name in NAMES
        for exercise in assignment(name).exercises
    ]


def answers(*, right: bool) -> list[Any]:
    return [
        pytest.param(name, answer, id=f"{answer.slug}-{answer.label}")
        for name in NAMES
        for answer in assignment(name).bank
        if answer.right == right
    ]


@cache
def cells(name: str) -> Cells:
    notebook = json.loads((ROOT / "assignments" / name / f"{name}.ipynb").read_text("utf-8"))
    found: Cells = notebook["cells"]
    return found


def grade_ids(name: str) -> list[str]:
    graded = (cell["metadata"].get("nbgrader") for cell in cells(name))
    return [fields["grade_id"] for fields in graded if fields]


def graded_points(name: str) -> dict[str, float]:
    fields = [cell["metadata"].get("nbgrader", {}) for cell in cells(name)]
    return {one["grade_id"]: one["points"] for one in fields if one.get("grade")}


# --- the checks and their bank -----------------------------------------------------------


@pytest.mark.parametrize("student", range(3))
@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_reference_gets_full_marks_without_a_warning(
    name: str, exercise: Exercise, student: int
) -> None:
    subject = Namespace({exercise.target: exercise.answer})

    result = judge_exercise(exercise, subject, rng_of(assignment(name), exercise, student))

    assert (result.outcome, result.points) == ("correct", exercise.points)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_the_checks_are_proved(name: str, exercise: Exercise) -> None:
    found = validity(assignment(name), exercise, n_students=2, n_labelled=1)

    assert found.faults == []  # CI asks the same with the inputs of 200 students


@pytest.mark.parametrize("name", NAMES)
def test_page_of_the_docs_counts_the_bank_as_it_is(name: str) -> None:
    """Write the page again with ``python -m autograder selftest --page docs/validity.md``."""
    page = (ROOT / "docs" / "validity.md").read_text("utf-8")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ")[:3] for line in section.splitlines()[3:] if line]
    folder = ROOT / "assignments" / name / "private"

    assert rows == [
        [one.slug, *(str(len([*folder.glob(f"{k}/{one.slug}__*.py")])) for k in KINDS)]
        for one in assignment(name).exercises
    ]


@pytest.mark.parametrize(("name", "answer"), answers(right=False))
def test_wrong_answer_tells_the_student_enough(name: str, answer: Answer) -> None:
    sections = assignment(name).manifest["sections"]

    assert answer.fails == (answer.slug,)
    assert answer.message.endswith(".")
    assert len(answer.message.split()) < 25
    assert len(answer.hints) == 3
    assert answer.section in sections


@pytest.mark.parametrize("name", NAMES)
def test_checks_read_well_in_a_report(name: str) -> None:
    for exercise in assignment(name).exercises:
        names = [check.name for check in exercise.checks]
        assert exercise.title
        assert len(set(names)) == len(names)
        assert all(check.hint.endswith((".", "?")) for check in exercise.checks)


# --- the notebook ------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_notebook_equals_its_source(name: str) -> None:
    folder = ROOT / "assignments" / name
    source = (folder / "private" / f"{name}.py").read_text("utf-8")

    assert (folder / f"{name}.ipynb").read_text("utf-8") == to_notebook(source, name)


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique(name: str) -> None:
    ids = [cell["id"] for cell in cells(name)]

    assert len(set(ids)) == len(ids)
    assert len(set(grade_ids(name))) == len(grade_ids(name))


@pytest.mark.parametrize("name", NAMES)
def test_cells_carry_the_points_of_the_checks(name: str) -> None:
    declared = {one.cell: one.points for one in assignment(name).exercises}
    by_hand = {f"manual_{one['id']}": one["points"] for one in manual(name)}
    examples = {f"examples_{one.slug}": 0 for one in assignment(name).exercises}

    assert graded_points(name) == declared | by_hand | examples


@pytest.mark.parametrize("name", NAMES)
def test_points_add_up_to_the_total(name: str) -> None:
    total = sum(graded_points(name).values())

    assert total == assignment(name).manifest["total_points"]
    assert 10 <= total <= 20


@pytest.mark.parametrize("name", NAMES)
def test_rubric_adds_up_to_the_points(name: str) -> None:
    for question in manual(name):
        assert sum(line["points"] for line in question["rubric"]) == question["points"]


@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_exercise_has_its_three_cells(name: str, exercise: Exercise) -> None:
    parts = (f"answer_{exercise.slug}", f"examples_{exercise.slug}", exercise.cell)

    assert [one for one in grade_ids(name) if one in parts] == list(parts)


@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_hidden_region_holds_one_call(name: str, exercise: Exercise) -> None:
    source = "".join(
        next(cell["source"] for cell in cells(name) if cell["id"] == exercise.cell)
    )
    visible, _, hidden = source.partition("### BEGIN HIDDEN TESTS\n")

    assert all(line.startswith("#") for line in visible.splitlines())
    assert f'points_for("{name}", "{exercise.slug}", globals())\n### END HIDDEN TESTS' in hidden


@pytest.mark.parametrize("name", NAMES)
def test_manifest_agrees_with_the_first_cell(name: str) -> None:
    manifest = assignment(name).manifest
    first = "".join(cells(name)[0]["source"])

    assert manifest["title"].lower() in first.lower()
    assert f"{manifest['minutes']} minutes, {manifest['total_points']} points" in first
    assert all(objective in first for objective in manifest["objectives"])


def manual(name: str) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = assignment(name).manifest.get("manual", [])
    return questions
