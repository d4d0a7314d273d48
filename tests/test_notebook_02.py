"""Notebook 02 shows what closed forms, hand-worked numbers and the ledger say."""

from __future__ import annotations

import math
import re
from statistics import NormalDist

import numpy as np
import pytest

from course_utils import quiz
from course_utils.claims import load
from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow

NAME = "02_one_neuron_decides"
ROWS = {14, 15, 16, 17, 18, 19, 20, 69}
# Two round clouds of width 1 about (1, .5) and (-1, -.5): the right weights are (2, 1), the
# bias is 0, and scores are normal about 2.5 and -2.5 with a variance of 2^2 + 1^2.
SCORES = (NormalDist(2.5, math.sqrt(5)), NormalDist(-2.5, math.sqrt(5)))


@pytest.fixture(scope="module")
def lecture(lectures: Lectures) -> Lecture:
    return lectures(NAME)


def number(pattern: str, text: str) -> float:
    """Return the number that stands in the brackets of a pattern."""
    found = re.search(pattern, text)
    assert found, f"{pattern!r} is not in {text!r}"
    return float(found[1])


def test_the_last_table_has_every_row_of_this_notebook(lecture: Lecture) -> None:
    assert set(lecture.verdicts) == ROWS


def test_one_step_is_the_one_worked_out_by_hand(lecture: Lecture) -> None:
    # p = 1/2, so the slope is -1 and the step goes up by 0.5; then z = 1.
    before, after = math.log(2), math.log(1 + math.exp(-1))

    assert f"one step: w = 0.5, loss from {before:.3f} to {after:.3f}" in lecture.text
    assert number(r"20 data sets: (\S+) apart", lecture.text) < 1e-9


@pytest.mark.parametrize("price", [1, 4, 9])
def test_the_cheapest_threshold_is_one_over_price_plus_one(
    lecture: Lecture, price: int
) -> None:
    cheapest = number(rf"miss {price} x: cheapest at (\S+)", lecture.text)

    assert cheapest == pytest.approx(1 / (price + 1), abs=0.051)


def test_reading_the_score_at_one_half_goes_wrong_as_often_as_theory_says(
    lecture: Lecture,
) -> None:
    between = np.mean([scores.cdf(0.5) - scores.cdf(0) for scores in SCORES])

    misread = number(r"decides otherwise on (\S+)%", lecture.text)

    assert misread / 100 == pytest.approx(between, abs=0.003)
    assert "score above 0 agrees on 100% of points" in lecture.verdicts[17]


def test_the_accuracy_is_what_two_overlapping_clouds_allow(lecture: Lecture) -> None:
    best = 1 - SCORES[0].cdf(0)

    assert number(r"accuracy (\S+),", lecture.text) == pytest.approx(best, abs=0.005)
    assert abs(number(r"change ([+-]\S+)", lecture.text)) < 0.01


def test_samples_beyond_the_margin_do_not_hold_the_line(lecture: Lecture) -> None:
    assert lecture.verdicts[18].startswith("slope 0 beyond margin 1")
    assert number(r"SVM: .* at most (\S+)", lecture.text) < 1e-6
    assert number(r"logistic: weights move by (\S+),", lecture.text) > 1


def test_only_three_corners_of_xor_can_be_right(lecture: Lecture) -> None:
    assert "XOR [0.5, 0.5] best of 100,000: 0.75" in lecture.text
    assert "AND [1.0, 1.0] best of 100,000: 1.0" in lecture.text
    assert "OR [1.0, 1.0] best of 100,000: 1.0" in lecture.text


def test_lengths_and_gaps_lie_where_the_ledger_says(lecture: Lecture) -> None:
    for row, pattern, name in (
        (19, r"settles at (\S+)", "norm at which the weights settle with data"),
        (18, r"without penalty (\S+)", "margin without a penalty, as share of the SVM's"),
    ):
        (figure,) = (figure for figure in load()[row].figures if figure.name == name)
        assert figure.low <= number(pattern, lecture.verdicts[row]) <= figure.high


def test_the_quiz_has_the_answers_that_can_be_computed() -> None:
    step = 0 - 0.1 * (0.5 - 0) * 4

    assert quiz.load("02").questions[1].options["d"] == f"{step:g}"
    assert quiz.answer("02", q1="b", q2="d", q3="cab", q4="a", q5="c").score == 5
