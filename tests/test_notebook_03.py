"""What notebook 03 shows, held against closed forms and published numbers."""

from __future__ import annotations

import math
import re

import pytest

from course_utils import quiz
from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow

ROWS = [21, 22, 23, 24, 25, 26, 27, 28, 29, 35, 36, 37, 38, 48, 51, 52, 53, 55, 59]


@pytest.fixture
def lecture(lectures: Lectures) -> Lecture:
    return lectures("03_activation_zoo")


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", text)]


def test_it_ends_with_its_rows_of_the_ledger(lecture: Lecture) -> None:
    assert list(lecture.verdicts) == ROWS
    assert lecture.verdicts[21].startswith("10 fixed ones pass")
    assert lecture.verdicts[48] == "max(z, alpha z) wrong: 0% at .01, 100% at 2"


def test_the_sigmoid_rounds_to_1_where_half_a_spacing_is_reached(lecture: Lecture) -> None:
    first = math.ceil(-math.log(2.0**-53))  # from here on 1 + exp(-z) rounds to 1

    assert f"1 from z = {first} on" in lecture.verdicts[22]
    assert numbers(lecture.verdicts[23])[0] == pytest.approx(math.exp(-40), rel=0.02)


def test_slopes_are_those_of_the_closed_form(lecture: Lecture) -> None:
    slopes = [1 / (2 + 2 * math.cosh(z)) for z in (0, 5, 10)]

    assert numbers(lecture.verdicts[26])[::2] == pytest.approx(slopes, rel=1e-3)


def test_eight_sigmoids_leave_less_than_a_quarter_to_the_power_8(lecture: Lecture) -> None:
    sigmoid, tanh = numbers(lecture.verdicts[27])

    assert 1e-6 < sigmoid**8 < 0.25**8
    assert tanh > 0.9


def test_saturated_networks_still_learn(lecture: Lecture) -> None:
    _, flat, error, _, error_at_100, _ = numbers(lecture.verdicts[28])

    assert flat > 50
    assert error < 2 < error_at_100


def test_means_are_those_of_a_normal_distribution(lecture: Lecture) -> None:
    shown = dict(re.findall(r"mean output of (\w+): (\S+)", lecture.text))
    leaky = (1 - 0.01) / math.sqrt(2 * math.pi)

    assert float(shown["sigmoid"]) == pytest.approx(0.5, abs=0.005)
    assert float(shown["tanh"]) == pytest.approx(0, abs=0.01)
    assert float(shown["leaky_relu"]) == pytest.approx(leaky, abs=0.01)


def test_gelu_and_silu_fall_and_six_others_do_not(lecture: Lecture) -> None:
    table = re.findall(r"^(\w+) +\S+ +\S+ +\S+ +\S+ +(yes|no) ", lecture.text, re.MULTILINE)

    assert [name for name, falls in table if falls == "yes"] == ["silu", "gelu"]
    assert len(table) == 8
    assert lecture.verdicts[59] == "gelu falls to -0.170; silu falls to -0.278"


def test_parameters_are_counted_by_hand(lecture: Lecture) -> None:
    plain, maxout = 50 * 11 + 3 * 51, 2 * 50 * 11 + 3 * 51

    assert f"one neuron, 10 inputs: 22; network: {maxout:,} instead of {plain}" in lecture.text


def test_the_computed_answers_of_the_quiz_are_right() -> None:
    questions = quiz.load("03").questions

    best_case = f"{0.25**8:.1e}".replace("e-0", "e-")
    assert questions[1].options[questions[1].answer] == f"about {best_case}"
    right = f"it gives {max(-3, 2 * -3)}, right is {2 * -3}"
    assert questions[3].options[questions[3].answer] == right
