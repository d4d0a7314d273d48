"""What notebook 04 shows, against arithmetic, closed forms and the ledger."""

from __future__ import annotations

import math
import re
from itertools import product

import numpy as np
import pytest

from course_utils import quiz
from course_utils.claims import measure
from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow

ROWS = {30, 31, 32, 33, 34, 37, *range(39, 48), 49, 50, *range(54, 59)}


@pytest.fixture(scope="module")
def lecture(lectures: Lectures) -> Lecture:
    return lectures("04_activations_in_motion")


def _number(text: str, pattern: str) -> float:
    found = re.search(pattern + r"\D*?(-?\d+(?:\.\d+)?(?:e-?\d+)?)", text)
    assert found, f"{pattern!r} is not in {text!r}"
    return float(found[1])


def test_the_table_at_the_end_has_every_row(lecture: Lecture) -> None:
    assert set(lecture.verdicts) == ROWS


def test_ten_coins_agree_in_two_of_1024_cases(lecture: Lecture) -> None:
    agree = sum(len(set(coins)) == 1 for coins in product("+-", repeat=10))
    measured = float(re.search(r"([\d.]+)% of centred", lecture.verdicts[30])[1])  # type: ignore[index]
    standard_error = 100 * math.sqrt(agree / 1024 / 40_000)
    assert measured == pytest.approx(100 * agree / 1024, abs=4 * standard_error)


def test_paths_are_those_of_the_ledger_whose_code_is_another(lecture: Lecture) -> None:
    paths = [float(n) for n in re.findall(r"([\d.]+) for", lecture.verdicts[31])]
    figures = measure(31, range(1)).claim.figures[:4]
    assert all(figure.holds(path) for figure, path in zip(figures, paths, strict=True))


def test_one_outlier_moves_the_unit_as_by_hand(lecture: Lecture) -> None:
    slope = 2 * (1.0 * 1.0 + 0.1 - -20.0)
    shown = lecture.verdicts[43]
    assert _number(shown, "weight after the step") == pytest.approx(1.0 - 0.1 * slope)
    assert _number(shown, "bias after the step") == pytest.approx(0.1 - 0.1 * slope)


def test_no_cell_of_the_fair_table_reaches_six(lecture: Lecture) -> None:
    ratios = [float(n) for n in re.findall(r"[\d.]+\d", lecture.verdicts[39])[:4]]
    assert len(ratios) == 4
    assert all(1 < ratio < 6 for ratio in ratios)


def test_only_the_deeper_layer_revives_under_plain_descent(lecture: Lecture) -> None:
    shown = lecture.verdicts[44]
    assert _number(shown, "first hidden layer, in all runs") == 0
    assert 22 < _number(shown, "second hidden layer, per run") < 36


def test_a_batch_never_shows_fewer_dead_units_than_the_whole_set(lecture: Lecture) -> None:
    whole, batch = (float(n) for n in re.findall(r"(0\.\d+)", lecture.verdicts[47]))
    assert whole < batch


def test_three_coins_agree_in_a_quarter_as_the_quiz_says() -> None:
    first = quiz.load("04").questions[0]
    signs = np.array([*product((-1, 1), repeat=3)])
    share = np.mean(abs(signs.sum(axis=1)) == 3)
    assert first.options[first.answer] == "1/4"
    assert share == 1 / 4
