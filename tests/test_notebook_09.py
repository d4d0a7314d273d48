"""Notebook 09 against hand-worked numbers, published figures and the ledger."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from course_utils import quiz
from course_utils.claims import disagreements, load
from course_utils.claims._comparison import student_95
from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow

ROWS = {58, 79, 86, 89, 98, 99, 105, 111}


@pytest.fixture
def lecture(lectures: Lectures) -> Lecture:
    return lectures("09_auditing_the_notes")


def test_the_last_table_has_the_rows_of_this_notebook(lecture: Lecture) -> None:
    assert set(lecture.verdicts) == ROWS


def test_all_rows_of_the_ledger_are_shown_with_what_came_out(lecture: Lecture) -> None:
    whole = next(
        out.data["text/plain"]
        for out in lecture.outputs
        if "115. Backpropagation" in out.get("data", {}).get("text/plain", "")
    )
    said = dict(re.findall(r"^(\d+)\. .*\n   measured: (held|left|not run)", whole, re.M))

    count = Counter(said.values())
    assert sorted(map(int, said)) == list(load())
    assert set(list(said.values())[: count["left"]]) == {"left"}  # these come first
    assert count["not run"] == 5
    assert count["left"] <= 10  # of 110, with a few seeds
    assert f"{count['held']} rows held, {count['left']} left" in lecture.text


def test_the_claims_of_each_verdict_are_counted(lecture: Lecture) -> None:
    found = re.findall(r"^[✓≈◐✗†○] (.+?) +(\d+) +\d+ +[\d.]+$", lecture.text, re.M)

    assert [(word, int(n)) for word, n in found] == [
        ("exact", 49),
        ("under conditions", 21),
        ("half true", 21),
        ("wrong", 8),
        ("dated", 9),
        ("cited", 7),
    ]


def test_the_worked_audit_agrees_with_the_ledger_at_40_seeds(lecture: Lecture) -> None:
    lines = re.findall(
        r"(\d+) seeds: ([+-][\d.]+) ± ([\d.]+) ([+-][\d.]+) to ([+-][\d.]+): (.+)", lecture.text
    )
    n, mean, error, low, high = map(float, lines[-1][:5])

    assert [line[0] for line in lines] == ["5", "10", "20", "40"]
    assert lines[-1][5] == "agree"
    assert -0.005 <= low < 0 < high <= 0.003
    assert high - mean == pytest.approx(student_95(int(n) - 1) * error, abs=2e-4)


def test_a_tenth_of_the_push_costs_the_same_number_of_steps_each_time(lecture: Lecture) -> None:
    found = re.findall(r"^push (\S+): +([\d.]+) ±", lecture.text, re.M)
    waits = {float(push): float(steps) for push, steps in found}

    # what grows by a fixed factor a step takes a time that is linear in the logarithm
    tenfold = waits[1e-3] - waits[1e-2]
    assert waits[1e-4] - waits[1e-3] == pytest.approx(tenfold, abs=1.5)
    assert waits[1e-6] - waits[1e-4] == pytest.approx(2 * tenfold, abs=2)


def test_the_tent_has_two_to_the_eighth_pieces(lecture: Lecture) -> None:
    assert f"{2**8} pieces from 16 neurons in 8 layers, {16 + 1} in one" in lecture.verdicts[89]


def test_the_loss_from_zero_is_that_of_a_guess(lecture: Lecture) -> None:
    assert "loss from zero 0.6931, stuck" in lecture.verdicts[111]  # ln 2


def test_every_disagreement_stands_in_the_table(lecture: Lecture) -> None:
    assert len(disagreements()) == 17
    for entry in disagreements():
        assert f"{entry.topic} (row" in lecture.text
        assert entry.course_says in lecture.text


def test_the_computed_answers_of_the_quiz_are_right() -> None:
    _, reach, error, *_ = quiz.load("09").questions

    half = student_95(4) * 0.02
    assert 0.03 - half < 0.02 < 0.04 < 0.03 + half
    assert reach.options[reach.answer] == "cannot tell"
    assert float(error.options[error.answer]) == pytest.approx(0.012 * (8 / 32) ** 0.5)
