"""Notebook 05, as a student sees it after a run: layers, counts, passes and the collapse."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow
ROWS = {3, 4, 5, *range(66, 69), *range(70, 83), 115}
QUIZ = Path(__file__).resolve().parent.parent / "course_utils" / "quizzes" / "05.toml"


@pytest.fixture
def lecture(lectures: Lectures) -> Lecture:
    return lectures("05_layers_and_the_forward_pass")


def test_the_last_table_holds_the_rows_of_this_notebook(lecture: Lecture) -> None:
    assert set(lecture.verdicts) == ROWS


def test_the_two_networks_are_counted_as_by_hand(lecture: Lecture) -> None:
    assert lecture.verdicts[72] == "6 neurons, 20 weights, 26 parameters"
    assert lecture.verdicts[73] == "9 neurons, 32 weights, 41 parameters"
    assert "[1, 2, 3, 4, 1]" in lecture.verdicts[68]


def test_half_of_the_output_fed_back_is_a_geometric_series(lecture: Lecture) -> None:
    h_after_10_ticks = sum(0.5**tick for tick in range(10))

    assert f"Measured: {h_after_10_ticks:.3f}." in lecture.text


def test_a_flat_bias_makes_sixteen_numbers_of_four(lecture: Lecture) -> None:
    assert (np.zeros((4, 1)) + np.zeros(4)).size == 16
    assert lecture.verdicts[76].startswith("b of shape (4,): 16 numbers")


def test_the_chain_rule_gives_the_slope_in_closed_form(lecture: Lecture) -> None:
    slope = -2 / np.cosh(1.5) ** 2 * 3

    assert f"chain rule {slope:.9f}, central difference {slope:.9f}" in lecture.text
    assert "Measured: 0.5." in lecture.text  # the central difference of ReLU at zero


def test_no_sigmoid_beats_the_floor_of_targets_that_are_cut_off(lecture: Lecture) -> None:
    target = np.linspace(-3, 3, 41)
    floor = np.where(target < 0, target**2, np.where(target > 1, (target - 1) ** 2, 0)).mean()

    errors, shown = re.findall(r"with sigmoid: (.*) floor (.*)", lecture.text)[0]
    assert float(shown) == pytest.approx(floor, abs=1e-4)
    assert all(floor < float(error) < floor + 0.01 for error in errors.split())


def test_a_straight_line_gets_at_most_three_points_of_xor(lecture: Lecture) -> None:
    assert lecture.verdicts[3] == "4,482 act as 6; XOR at most 0.75"


def test_vgg_16_has_its_published_number_of_parameters(lecture: Lecture) -> None:
    assert "138,357,544, 74% of them in one layer" in lecture.verdicts[74]
    assert "1,792 parameters, 86,704,128 multiplications" in lecture.verdicts[75]


def test_the_quiz_counts_parameters_as_arrays_do() -> None:
    question = tomllib.loads(QUIZ.read_text(encoding="utf-8"))["question"]
    held = sum(n_out * n_in + n_out for n_in, n_out in pairwise([5, 3, 2]))

    assert question[0]["options"][question[0]["answer"]] == str(held)
    assert str(10 * 3 + 3) in question[2]["options"][question[2]["answer"]]
