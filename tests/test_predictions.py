"""Guesses are kept, compared and never lost."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import pytest

from course_utils.predictions import FILE_NAME, outcome, predict, summary


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_guess_is_kept_in_a_file_beside_the_notebook(folder: Path) -> None:
    report = predict("01-a", "How many?", 3)

    assert "Your guess is noted: 3." in repr(report)
    assert json.loads((folder / FILE_NAME).read_text())["01-a"]["guess"] == 3


def test_no_guess_yet_asks_for_one() -> None:
    assert "Replace the `...` by a number" in repr(predict("a", "How many?", ...))
    assert "by one of 'up', 'down'" in repr(predict("b", "Which way?", choices=["up", "down"]))


def test_an_untouched_cell_leaves_an_earlier_guess_alone() -> None:
    predict("a", "How many?", 3)

    assert "Your guess from before stands: 3." in repr(predict("a", "How many?", ...))
    assert outcome("a", 3).state == "right"


@pytest.mark.parametrize("guess", ["many", True, float("nan"), float("inf"), [3]])
def test_what_is_no_number_is_not_noted(guess: object) -> None:
    report = predict("a", "How many?", guess)  # type: ignore[arg-type]

    assert report.state == "open"
    assert "expected a number" in repr(report)
    assert outcome("a", 3).state == "open"


def test_words_are_compared_without_regard_to_case() -> None:
    predict("a", "Which way?", " UP ", choices=["up", "down"])

    assert outcome("a", "up").state == "right"


def test_a_word_outside_the_choices_is_not_noted() -> None:
    report = predict("a", "Which way?", "left", choices=["up", "down"])

    assert "expected one of 'up', 'down'" in repr(report)


@pytest.mark.parametrize(
    ("guess", "advice"),
    [
        ((30, 720), "Write 30720 without a comma; Python reads 30,720 as two numbers."),
        ((1, 0), "Write 1000 without a comma; Python reads 1,000 as two numbers."),
        ((1, 5), "Write 1.5 with a point; Python reads 1,5 as two numbers."),
        ((0, 125), "Write 0.125 with a point; Python reads 0,125 as two numbers."),
        ((-1, 500), "Write one number, without a comma"),
    ],
)
def test_a_number_with_a_comma_is_explained_and_not_noted(
    guess: tuple[int, int], advice: str
) -> None:
    assert advice in repr(predict("a", "How many?", *guess))
    assert outcome("a", 1).state == "open"


def test_a_number_in_quotes_is_a_number() -> None:
    predict("a", "How many?", " 3 ")

    assert outcome("a", 3).state == "right"


def test_a_guess_that_was_not_noted_is_told_with_the_result() -> None:
    predict("a", "How many?", 3)
    assert "Your guess from before stands: 3." in repr(predict("a", "How many?", "many"))

    assert outcome("a", 3).lines == (
        "Your last guess was not noted: 'many'.",
        "You guessed 3, and you were right.",
    )


def test_a_guess_that_was_put_right_is_forgotten() -> None:
    predict("a", "How many?", "many")
    predict("a", "How many?", 3)

    assert outcome("a", 3).lines == ("You guessed 3, and you were right.",)


@pytest.mark.parametrize(
    ("guess", "measured", "tolerance", "state"),
    [
        (100, 109, None, "right"),
        (100, 112, None, "surprise"),
        (100, 112, 12, "right"),
        (0.25, np.float32(0.25), 0.0, "right"),
        (0, 0, None, "right"),
    ],
)
def test_a_guess_is_right_within_the_tolerance(
    guess: float, measured: float, tolerance: float | None, state: str
) -> None:
    predict("a", "How many?", guess)

    assert outcome("a", measured, tolerance).state == state


def test_a_negative_tolerance_is_turned_down() -> None:
    with pytest.raises(ValueError, match="must be 0 or more, got -1"):
        outcome("a", 1, tolerance=-1)


def test_a_prediction_needs_a_question() -> None:
    with pytest.raises(ValueError, match="needs a name and a question"):
        predict("a", "")


def test_the_summary_counts_right_guesses_under_its_prefix() -> None:
    predict("01-a", "How many?", 3)
    outcome("01-a", 3)
    predict("01-b", "How few?", 1)
    outcome("01-b", 2)
    outcome("02-c", 1)

    table = summary("01-")

    assert table.title == "1 of 2 guesses right"
    assert "! surprise: How few? You guessed 1, measured 2." in repr(table)
    assert "<td" in table._repr_html_()


def test_an_open_prediction_is_listed_and_not_counted() -> None:
    predict("a", "How many?")
    outcome("a", 3)

    assert repr(summary()) == "no guesses yet\n○ open: How many? You guessed –, measured 3."


def test_a_guess_changed_after_the_result_is_marked() -> None:
    predict("a", "How many?", 3)
    outcome("a", 4)
    predict("a", "How many?", 4)
    outcome("a", 4)

    assert "• late, after the result: How many?" in repr(summary())


def test_a_first_guess_after_the_result_is_not_counted() -> None:
    outcome("a", 42)

    assert "comes after the result, so it is not counted" in repr(predict("a", "?", 42))
    assert outcome("a", 42).state == "note"
    assert summary().title == "0 of 0 guesses right; 1 late"


def test_the_same_guess_run_again_is_not_late() -> None:
    for _ in range(2):
        predict("a", "How many?", 42)
        assert outcome("a", 42).state == "right"


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', "\ufffd"])
def test_a_damaged_file_is_set_aside(folder: Path, text: str) -> None:
    (folder / FILE_NAME).write_text(text)

    predict("a", "How many?", 3)

    assert (folder / f"{FILE_NAME}.damaged-1").read_text() == text
    assert outcome("a", 3).state == "right"


def test_a_folder_that_cannot_be_written_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)

    assert "could not be saved in this folder (Permission denied)" in repr(predict("a", "?", 3))


def test_no_temporary_file_is_left_behind(folder: Path) -> None:
    predict("a", "How many?", 3)

    assert [path.name for path in folder.iterdir()] == [FILE_NAME]
