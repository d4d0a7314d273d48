"""What notebook 06 shows, held against closed forms and published bounds."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course_utils.quiz import load
from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow


@pytest.fixture
def lecture(lectures: Lectures) -> Lecture:
    return lectures("06_what_nets_can_represent")


def waves(x: np.ndarray) -> np.ndarray:
    """Return the target of the notebook, written out once more."""
    y: np.ndarray = np.sin(3 * x) + 0.3 * np.cos(9 * x)
    return y


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", text)]


def test_it_ends_with_its_rows_of_the_ledger(lecture: Lecture) -> None:
    assert list(lecture.verdicts) == [83, 84, 85, 86, 87, 88, 89, 90, 91, 92]


def test_reordered_neurons_draw_the_same_function(lecture: Lecture) -> None:
    assert numbers(lecture.verdicts[83])[-1] < 1e-12


def test_the_exponents_are_those_of_taylors_theorem(lecture: Lecture) -> None:
    lines, stairs = numbers(lecture.verdicts[84])[0], numbers(lecture.verdicts[86])[1]

    assert lines == pytest.approx(-2, abs=0.05)
    assert stairs == pytest.approx(-1, abs=0.05)


def test_strict_bumps_miss_by_the_height_of_the_curve(lecture: Lecture) -> None:
    height = abs(waves(np.linspace(0, 2, 100_001))).max()

    assert numbers(lecture.verdicts[86])[0] == pytest.approx(height, abs=0.01)


def test_outside_the_network_is_a_straight_line(lecture: Lecture) -> None:
    x, width = np.linspace(2, 100, 100_001), 2 / 256
    slope = (waves(np.array(2.0)) - waves(np.array(2.0 - width))) / width
    off = abs(waves(x) - waves(np.array(2.0)) - slope * (x - 2)).max()

    assert numbers(lecture.verdicts[84])[1] == pytest.approx(off, abs=1)


def test_squaring_units_do_as_well_as_the_best_parabola(lecture: Lecture) -> None:
    x = np.linspace(0, 2, 1001)
    parabola = np.polyval(np.polyfit(x, waves(x), 2), x)
    rms = np.sqrt(np.mean((parabola - waves(x)) ** 2))

    assert lecture.text.count(f"'{rms:.4f}'") == 2


def test_training_finds_no_network_like_the_one_that_is_built(lecture: Lecture) -> None:
    x, knots = np.linspace(0, 2, 10_001), np.linspace(0, 2, 33)
    built, *medians = numbers(lecture.verdicts[87])

    assert built == pytest.approx(abs(waves(x) - np.interp(x, knots, waves(knots))).max(), 0.01)
    assert min(medians) > 3 * built
    assert "Measured: 0." in lecture.text


def test_tents_double_their_pieces_and_one_layer_adds_them(lecture: Lecture) -> None:
    folded, neurons, _, side_by_side = numbers(lecture.verdicts[89])

    assert folded == 2**8
    assert side_by_side <= neurons + 1 == 17
    assert str([2**depth for depth in range(1, 9)]) in lecture.text


def test_the_quiz_has_the_right_numbers() -> None:
    _, changes, steepness, pieces, _ = load("06").questions
    options = [changes.options[letter] for letter in changes.answer]

    assert options[:2] == [f"it is divided by {4**p}" for p in (1, 2)]
    assert float(steepness.options[steepness.answer]) == pytest.approx(3 / 0.05)
    assert pieces.options[pieces.answer] == f"{2**5} pieces, {2**5 - 1} ReLUs"
