"""What a student sees when an answer is tried on worked examples."""

from __future__ import annotations

import re
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
        "✗ double(array([1.0, 2.0]))[1] is 3, expected 4 (1 of 2 entries differ)."
        "\n  Hint: second"
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

    text = message_of(forgetful)

    assert "has a case no `return`? (`print` shows a value" in text
    assert text.startswith("✗")


def test_an_answer_without_return_is_not_an_unwritten_one() -> None:
    def silent(x: Any) -> Any:
        sys.stdout.write(str(2 * x))

    assert message_of(silent).startswith("✗ silent(1.0) is None")


def test_a_docstring_alone_is_not_an_answer() -> None:
    def described(x: Any) -> Any:
        """Double a number."""

    assert message_of(described).startswith("○ described: not attempted yet.")


def test_a_list_that_meets_a_type_error_is_advised_to_become_an_array() -> None:
    text = message_of(lambda x: x + 1, [(([1.0],), [2.0])], name="f")

    assert "An argument is a list: `np.asarray(x)` makes it an array." in text
    assert "array" not in message_of(lambda x: x + "", [((1.0,), 2.0)], name="f")


def test_the_lambda_of_a_check_is_not_shown_as_the_students_line() -> None:
    def inner(x: Any) -> Any:
        return x / 0

    assert "at the line `return x / 0`" in message_of(lambda x: inner(x), name="f")
    assert "at the line" not in message_of(lambda x: x / 0, name="f")


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

    text = message_of(in_place, hints="Count again.")

    assert "in_place(array([1.0, 2.0])) changed its own argument" in text
    assert "Hint" not in text
    assert TABLE[1][0][0].tolist() == [1.0, 2.0]


def test_a_warning_becomes_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    def noisy(x: Any) -> Any:
        warnings.warn("overflow encountered in exp", RuntimeWarning, stacklevel=1)
        sys.stderr.write("stray\n")
        return 2 * x

    report = examples(noisy, TABLE)

    assert report.lines == (
        "Python warned on the way, which costs no points: overflow encountered in exp",
    )
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
    [
        ((1, 2), "(1, 2)"),
        ((1,), "(1,)"),
        ([np.float64(1)], "[1.0]"),
        (np.eye(1), "array([[1.0]])"),
    ],
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


def luminance(rgb: Any) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("state", ["right", "wrong", "surprise", "note", "open"])
@pytest.mark.parametrize(("page", "text"), [(1.0, 0.13), (0.067, 1.0)], ids=["light", "dark"])
def test_a_mark_is_legible_in_both_themes(state: str, page: float, text: float) -> None:
    found = re.search(r"color-mix\(in srgb, #(\w{6}) (\d+)%, currentColor", card(state, ""))
    assert found
    hue, share = np.array([*bytes.fromhex(found[1])]) / 255, int(found[2]) / 100
    shades = luminance(share * hue + (1 - share) * text), luminance(np.full(3, page))

    assert (max(shades) + 0.05) / (min(shades) + 0.05) >= 4.5


@pytest.mark.parametrize("state", ["right", "wrong", "open"])
def test_states_differ_by_their_mark_and_not_only_by_colour(state: str) -> None:
    marks = {"right": "✓", "wrong": "✗", "open": "○"}

    assert marks[state] in card(state, "title")
