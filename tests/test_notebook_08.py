"""Notebook 08, as a student sees it after a run: data, first weights and equal units."""

from __future__ import annotations

import re
import tomllib
from math import log, log10, pi, sqrt
from pathlib import Path

import numpy as np
import pytest

from course_utils.datasets import load_digits
from tests.lectures import Lecture, Lectures

pytestmark = pytest.mark.slow
ROWS = {28, 34, *range(60, 66), *range(109, 115)}
QUIZ = Path(__file__).resolve().parent.parent / "course_utils" / "quizzes" / "08.toml"


@pytest.fixture
def lecture(lectures: Lectures) -> Lecture:
    return lectures("08_data_and_initialisation")


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"[\d.]+\d|\d", text)]


def test_the_last_table_holds_the_rows_of_this_notebook(lecture: Lecture) -> None:
    assert set(lecture.verdicts) == ROWS


def test_a_leak_moves_every_training_row_and_no_accuracy(lecture: Lecture) -> None:
    found = re.search(r"leaking minus sealed: ([+-][\d.]+) ± ([\d.]+)", lecture.text)

    assert found
    gain, error = map(float, found.groups())
    assert abs(gain) < 2 * error
    assert "a leak moves 80 of 80 rows" in lecture.verdicts[60]


def test_white_pixels_are_counted_as_by_hand(lecture: Lecture) -> None:
    X, _ = load_digits()
    chosen = X[np.random.default_rng(60).permutation(len(X))[:80]]
    n_constant = sum(len(set(pixel)) == 1 for pixel in chosen.T.tolist())

    assert f"{n_constant} of 64 pixels are constant" in lecture.text
    assert int((X.max(axis=0) == X.min(axis=0)).sum()) == 3  # the text says three


def test_whitening_divides_by_the_root_of_the_variance(lecture: Lecture) -> None:
    found = re.search(r"grows ([\d.]+) ± ([\d.]+) times", lecture.verdicts[63])

    assert found
    mean, spread = map(float, found.groups())
    assert abs(mean - 1 / 0.01) < spread / sqrt(20) * 4


def test_the_explosion_is_that_of_the_formula(lecture: Lecture) -> None:
    # Each layer multiplies the mean square by n / 2; the mean square of a rectified normal
    # is 1 / 2 and its variance 1 / 2 - 1 / (2 pi).
    rms = sqrt(500 / 2) ** 10
    power = log10(rms * sqrt(1 - 1 / pi))
    found = re.search(r"spread 10\^([\d.]+)", lecture.verdicts[110])

    assert found
    assert float(found[1]) == pytest.approx(power, abs=0.1)
    tanh, plain, scaled = numbers(re.sub(r"layer 10|√\(2/n\)", "", lecture.verdicts[114]))
    assert 0.2 < tanh < 0.26
    assert plain / scaled == pytest.approx(sqrt(1 / 2) ** 10, rel=0.05)


def test_zero_stays_at_a_blind_guess_and_every_push_gets_away(lecture: Lecture) -> None:
    assert lecture.verdicts[111] == f"loss {log(2):.4f} from zero; 20 of 20 pushes get away"
    assert lecture.verdicts[112].startswith("kinds of units {1}, rank 1")
    assert re.search(r"0.5, random biases: kinds of units \{8\}", lecture.text)


def test_saturated_sigmoids_learn_all_the_same(lecture: Lecture) -> None:
    saturated, wrong = numbers(lecture.verdicts[28])[1:4:2]

    assert saturated > 50
    assert wrong == 0


def test_the_answers_of_the_quiz_are_those_of_the_formulas() -> None:
    questions = tomllib.loads(QUIZ.read_text(encoding="utf-8"))["question"]
    noise, he = (q["options"][q["answer"]] for q in questions[1:3])

    assert float(noise) == pytest.approx(1 / sqrt(0.0001))
    assert he.startswith(f"{sqrt(2 / 200):g},")
