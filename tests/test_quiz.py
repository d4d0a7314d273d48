"""Every quiz can be read, answered and learnt from."""

from __future__ import annotations

from importlib import resources

import pytest

from course_utils import quiz
from course_utils.quiz import Question

NAMES = sorted(
    path.name.removesuffix(".toml")
    for path in (resources.files("course_utils") / "quizzes").iterdir()
    if path.name.endswith(".toml")
)
ALL = [
    pytest.param(q, id=f"{name}-{q.name}") for name in NAMES for q in quiz.load(name).questions
]
PLAIN = Question("q1", "2 + 2?", {"a": "3", "b": "4"}, "b", "Count.", {"a": "Too few."})
MATCH = Question(
    "q2",
    "Match.",
    {"a": "1", "b": "2"},
    "ba",
    "Yes.",
    {"1": "First?", "2": "Second?"},
    ("2", "1"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_quiz_has_five_questions(name: str) -> None:
    assert len(quiz.load(name).questions) == 5


@pytest.mark.parametrize("question", ALL)
def test_each_wrong_choice_has_its_own_word_and_no_other(question: Question) -> None:
    wrong = {str(i + 1) for i in range(len(question.items))} or (
        set(question.options) - {question.answer}
    )

    assert set(question.slips) == wrong
    assert set(question.answer) <= set(question.options)
    assert question.why


@pytest.mark.parametrize("question", ALL)
def test_the_right_answer_is_right(question: Question) -> None:
    assert question.judge(question.answer).state == "right"


def test_the_right_letters_are_spread_over_the_alphabet() -> None:
    letters = [q.answer for name in NAMES for q in quiz.load(name).questions if not q.items]

    assert max(letters.count(letter) for letter in "abcd") <= len(letters) / 2


@pytest.mark.parametrize(
    ("question", "choice", "text"),
    [
        (PLAIN, ..., "○ q1: not answered yet."),
        (PLAIN, " B ", "✓ q1: right.\n  Count."),
        (PLAIN, "a", "✗ q1: not a.\n  Too few."),
        (PLAIN, "c", "○ q1: expected one of a, b, got 'c'."),
        (PLAIN, 2, "○ q1: expected one of a, b, got 2."),
        (MATCH, "ba", "✓ q2: right.\n  Yes."),
        (MATCH, "aa", "✗ q2: look at item 1 again.\n  First?"),
        (MATCH, "ab", "✗ q2: look at item 1 and 2 again.\n  First?\n  Second?"),
        (
            MATCH,
            "b",
            "○ q2: expected 2 letters out of a, b, one for each item in order, got 'b'.",
        ),
    ],
)
def test_a_choice_gets_its_verdict(question: Question, choice: str, text: str) -> None:
    assert repr(question.judge(choice)) == text


def test_an_unanswered_quiz_scores_nothing_and_explains_nothing() -> None:
    result = quiz.answer("01", q1=..., q2=...)

    assert result.score == 0
    assert not any(report.lines for report in result.reports)


def test_an_untouched_quiz_is_not_called_wrong() -> None:
    assert repr(quiz.answer("01")).startswith("not answered yet\n")
    assert repr(quiz.answer("01", q2="a")).startswith("0 of 5 right\n")


def test_the_score_lines_up_with_the_questions() -> None:
    assert quiz.answer("01")._repr_html_().count('class="course-card"') == 6


def test_a_result_shows_its_score_first() -> None:
    right = {q.name: q.answer for q in quiz.load("01").questions}

    result = quiz.answer("01", **right)

    assert repr(result).startswith("5 of 5 right\n✓ q1: right.")
    assert "5 of 5 right" in result._repr_html_()


def test_a_sheet_lists_items_and_options() -> None:
    text = repr(quiz.show("01"))

    assert "    1. synapse" in text
    assert "    a) the sum `w · x + b`" in text
    assert "<code>w · x + b</code>" in quiz.show("01")._repr_html_()


def test_an_unknown_quiz_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no quiz '77'; there are 00, 01"):
        quiz.show("77")


def test_an_unknown_question_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no question 'q9'; it has q1, q2"):
        quiz.answer("01", q9="a")
