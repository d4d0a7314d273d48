"""What may be behind a wrong answer: told by what it does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.bank import Answer
from autograder.exercise import Exercise
from autograder.judge import judge_exercise
from autograder.outcome import Namespace
from autograder.report import as_text
from tests.doubling import Dying, doubling, in_place, right, rng, unwritten


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    """Return a bank with one labelled mistake."""
    path: Path = tmp_path_factory.mktemp("bank") / "double__square.py"
    path.write_text("def double(x):\n    return x ** 2\n")
    right = Answer("double", "add", True, path)
    other = Answer("triple", "square", False, path)
    return [right, other, Answer("double", "square", False, path, "Squares.", hints=("So.",))]


def diagnosis(answer: Any, bank: list[Answer], exercise: Exercise | None = None) -> str | None:
    exercise = exercise or doubling()
    found = judge_exercise(exercise, Namespace({exercise.target: answer}), rng, bank).diagnosis
    return found.label if found else None


def test_a_labelled_mistake_is_recognised_by_what_it_does(bank: list[Answer]) -> None:
    assert diagnosis(lambda x: (x / 2) ** 2 * 4, bank) == "square"
    assert diagnosis(lambda x: x**3, bank) is None


def test_the_labelled_mistake_brings_its_hints(bank: list[Answer]) -> None:
    result = judge_exercise(doubling(), Namespace({"double": lambda x: x * x}), rng, bank)

    assert result.diagnosis is not None
    assert (result.diagnosis.label, result.diagnosis.hints) == ("square", ("So.",))
    assert "What may be behind it: Squares." in as_text(result)
    assert "    hint: So." in as_text(result)


def matrix(wanted: Any) -> Exercise:
    """Return an exercise whose right answer is `wanted`."""
    exercise = Exercise("matrix", target="matrix")
    exercise.reference(lambda: wanted)
    exercise.check("is right", points=1)(lambda _: [()])
    return exercise


M = np.array([[1.0, 2.5, 3.0], [4.0, 5.5, -6.0]])


@pytest.mark.parametrize(
    ("given", "wanted", "label"),
    [
        (-M, M, "sign"),
        (M.T, M, "transposed"),
        (M.ravel(), M, "shape"),
        (M[..., None], M, "shape"),
        (M * np.nan, M, "nan"),
        (np.inf + M, M, "nan"),
        (M.astype(int), M, "rounded"),
        (M * 3.5, M, "factor"),
        (M + 1, M, None),
        (0 * M, M, "factor"),
        (M[:1], M, None),
        (4.0, 2.0, None),
        (M > 0, M < 9, None),
        (M, M > 0, None),
        ("text", M, None),
        (1e300 * M, M, "factor"),
        (np.array([5, 250], np.uint8), np.array([1, 2], np.uint8), None),
    ],
)
def test_what_wrong_results_have_in_common_is_said(
    given: Any, wanted: Any, label: str | None
) -> None:
    assert diagnosis(lambda: given, [], matrix(wanted)) == label


def test_an_answer_that_changes_its_arguments_is_told_so() -> None:
    assert diagnosis(in_place, []) == "changed"


@pytest.mark.parametrize("answer", [right, unwritten])
def test_right_and_unwritten_answers_need_no_diagnosis(answer: Any, bank: list[Answer]) -> None:
    assert diagnosis(answer, bank) is None


def test_an_answer_that_hangs_is_no_labelled_mistake(bank: list[Answer]) -> None:
    assert judge_exercise(doubling(), Dying(1), rng, bank).diagnosis is None
