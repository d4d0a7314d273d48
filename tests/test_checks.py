"""What a student sees when an answer is tried on worked examples."""

from __future__ import annotations

import sys
import warnings
from typing import Any

import numpy as np
import pytest

from course_utils.checks import CheckFailed, Report, card, examples, try_examples

TABLE: list[Any] = [((1.0,), 2.0), ((np.array([1.0, 2.0]),), np.array([2.0, 4.0]))]


def double(x: Any) -> Any:
    return 2 * x


def unwritten(x: Any) -> Any: ...


def postponed(x: Any) -> Any:
    raise NotImplementedError


def message_of(function: Any, table: Any = TABLE, **options: Any) -> str:
    with pytest.raises(CheckFailed) as caught:
        examples(function, table, **options)
    return str(caught.value)


def test_a_right_function_gets_a_report() -> None:
    assert repr(examples(double, TABLE)) == "✓ double: 2 of 2 examples right."


def test_the_first_failing_example_is_shown_with_its_arguments() -> None:
    text = message_of(lambda x: x + 1, name="double", hints=["first", "second"])

    assert text == (
        "✗ double([1.0, 2.0])[1] is 3, expected 4 (1 of 2 entries differ).\n  Hint: second"
    )


def test_the_last_hint_serves_the_examples_that_follow() -> None:
    assert "Hint: only" in message_of(lambda x: x + 1, hints=["only"])
    assert "Hint: text" in message_of(lambda x: x + 1, hints="text")


@pytest.mark.parametrize("function", [unwritten, postponed])
def test_an_unwritten_function_is_not_a_wrong_one(function: Any) -> None:
    text = message_of(function)

    assert text.startswith(f"○ {function.__name__}: not attempted yet.")


def test_none_may_be_the_right_answer() -> None:
    assert examples(lambda: None, [((), None)]).state == "right"


def test_none_later_on_asks_for_a_return() -> None:
    def forgetful(x: Any) -> Any:
        return 2 * x if np.ndim(x) == 0 else None

    assert "is a `return` missing?" in message_of(forgetful)


def test_an_error_names_the_line_it_came_from() -> None:
    def broken(x: Any) -> Any:
        return x / np.zeros(3).tolist()[0]

    text = message_of(broken)

    assert "broken(1.0) stopped with ZeroDivisionError (float division by zero)" in text
    assert "at the line `return x / np.zeros(3).tolist()[0]`" in text


def test_an_expected_error_is_right() -> None:
    assert examples(float, [(("x",), ValueError)]).state == "right"


def test_an_expected_error_that_does_not_come_is_wrong() -> None:
    assert "double(1.0) gave 2.0, expected ValueError." in message_of(
        double, [((1.0,), ValueError)]
    )


def test_another_error_than_the_expected_one_is_wrong() -> None:
    text = message_of(float, [(([],), ValueError)])

    assert "float([]) raised TypeError" in text
    assert "expected ValueError." in text


def test_changing_an_argument_is_wrong_and_leaves_the_table_alone() -> None:
    def in_place(x: Any) -> Any:
        x *= 2
        return x

    text = message_of(in_place)

    assert "in_place([1.0, 2.0]) changed its own argument" in text
    assert TABLE[1][0][0].tolist() == [1.0, 2.0]


def test_a_warning_becomes_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    def noisy(x: Any) -> Any:
        warnings.warn("overflow encountered in exp", RuntimeWarning, stacklevel=1)
        sys.stderr.write("stray\n")
        return 2 * x

    report = examples(noisy, TABLE)

    assert report.lines == ("Python warned on the way: overflow encountered in exp",)
    assert capsys.readouterr().err == ""


def test_the_courses_own_function_is_turned_down() -> None:
    def borrowed(x: Any) -> Any:
        return 2 * x

    borrowed.__module__ = "course_utils.neuron"

    assert "grading runs without course_utils" in message_of(borrowed)


def test_long_arguments_are_cut_short() -> None:
    text = message_of(lambda x: 0 * x[0], [((np.arange(100.0),), 1.0)], name="f")

    assert "…) is 0, expected 1." in text
    assert len(text) < 120


@pytest.mark.parametrize(
    ("value", "text"),
    [((1, 2), "(1, 2)"), ((1,), "(1,)"), ([np.float64(1)], "[1.0]"), (np.eye(1), "[[1.0]]")],
)
def test_arguments_are_written_as_a_student_writes_them(value: object, text: str) -> None:
    assert f"f({text}) is 0, expected 1." in message_of(
        lambda x: 0 * len(x), [((value,), 1)], name="f"
    )


def test_ipython_shows_the_message_alone() -> None:
    failed = CheckFailed("f(1) is 2, expected 3.", "Count again.")

    assert failed._render_traceback_() == ["✗ f(1) is 2, expected 3.", "  Hint: Count again."]


@pytest.mark.parametrize(
    ("function", "state", "lines"),
    [(double, "right", 0), (unwritten, "open", 0), (abs, "wrong", 1)],
)
def test_try_examples_reports_and_never_raises(function: Any, state: str, lines: int) -> None:
    report = try_examples(function, TABLE, hints="Look again.")

    assert (report.state, len(report.lines)) == (state, lines)


def test_a_report_escapes_what_it_shows() -> None:
    page = Report("wrong", "f(<b>)", ("a & b",))._repr_html_()

    assert "f(&lt;b&gt;)" in page
    assert "a &amp; b" in page


@pytest.mark.parametrize("state", ["right", "wrong", "open"])
def test_states_differ_by_their_mark_and_not_only_by_colour(state: str) -> None:
    marks = {"right": "✓", "wrong": "✗", "open": "○"}

    assert marks[state] in card(state, "title")
