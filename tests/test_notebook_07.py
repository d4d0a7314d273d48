"""What notebook 07 shows, against numbers from elsewhere."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course_utils import MLP, gradients, make_noisy_square
from course_utils.claims import load
from course_utils.quiz import load as load_quiz
from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow


@pytest.fixture
def lecture(lectures: Lectures) -> Lecture:
    return lectures("07_capacity_and_regularisation")


def numbers(text: str) -> list[float]:
    """Return the numbers of a text, minus signs included."""
    return [float(word) for word in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


def after(text: str, word: str) -> list[float]:
    return numbers(text.split(word, 1)[1])


def interval(row: int, name: str) -> tuple[float, float]:
    figure = next(f for f in load()[row].figures if f.name == name)
    assert figure.low is not None
    assert figure.high is not None
    return figure.low, figure.high


def test_the_table_holds_all_rows(lecture: Lecture) -> None:
    assert set(lecture.verdicts) == set(range(93, 109))


def test_labels_given_back_are_those_of_the_ledger(lecture: Lecture) -> None:
    counts = after(lecture.verdicts[93], "units:")
    for count, width in zip(counts[1:], (3, 6, 20, 100), strict=True):
        low, high = interval(93, f"training accuracy with {width} hidden units")
        # Another 60 squares, and one digit.
        assert 40 * low - 0.7 <= count <= 40 * high + 0.7


def test_20_units_learn_all_wrong_labels_and_lambda_stops_that(lecture: Lecture) -> None:
    free, braked = after(lecture.verdicts[95], "learnt")
    low, high = interval(95, "the same by 20 units with lambda 0.01")
    assert make_noisy_square().flipped.sum() == 6
    assert free > 5.9
    assert 6 * low - 0.3 <= braked <= 6 * high + 0.3


def test_size_does_nothing_under_the_same_lambda(lecture: Lecture) -> None:
    both, size = (after(part, ":")[:2] for part in lecture.verdicts[98].split("; but"))
    assert both[0] > 4 * both[1]  # far more than luck
    low, high = interval(98, "20 units with lambda minus 3 with it")
    assert 100 * low <= size[0] <= 100 * high


def test_lambda_does_not_always_win(lecture: Lecture) -> None:
    gain, error, share = after(lecture.verdicts[99], ":")
    low, high = interval(99, "20 units of chosen lambda minus chosen size")
    assert 100 * low <= gain <= 100 * high
    assert error < 1.5
    assert share < 75


def test_there_is_no_second_descent_up_to_400_units(lecture: Lecture) -> None:
    gain, error = after(lecture.verdicts[107].split(";")[1], ":")
    assert abs(gain) < 3 * error


def test_the_slope_of_exercise_3_is_the_rule_of_the_demo() -> None:
    square = make_noisy_square()
    network = MLP([2, 3, 2], "tanh", seed=0)
    X, y, w = square.X[:10], square.y[:10], network.layers[0].W[0, 0]
    each = [gradients(network, X[i : i + 1], y[i : i + 1])[1]["W1"][0, 0] for i in range(10)]
    demo = (sum(each) + 0.01 * w) / 10
    _, ours = gradients(network, X, y, weight_decay=0.01 / 10)
    assert demo == pytest.approx(ours["W1"][0, 0], rel=1e-9)


def test_quiz_answers_that_are_numbers() -> None:
    *_, error, converted = load_quiz("07").questions
    differences = 2.0 + 3 * np.repeat([-1, 0, 1], [4, 1, 4])
    assert np.std(differences, ddof=1) == pytest.approx(3)
    measured = np.std(differences, ddof=1) / np.sqrt(9)
    assert numbers(error.options[error.answer]) == [pytest.approx(measured)]
    assert numbers(converted.options[converted.answer]) == [pytest.approx(0.2 / 20)]
