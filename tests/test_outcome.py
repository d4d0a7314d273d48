"""What an answer does with one input, and where that disagrees with the reference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.errors import Stopped, StudentError
from autograder.exercise import Exercise
from autograder.outcome import (
    Namespace,
    Outcome,
    alike,
    copies,
    disagreement,
    foreign_type,
    observe,
)
from tests.doubling import doubling, in_place, judged


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda _: 1, "Not all of its results are right."),
        (lambda x: np.array([x, x]), "Your answer has shape (2,), expected one number."),
        (lambda _: None, "Your answer is None: is it still to be written, or"),
        (lambda _: "6", "Your answer is a string, expected a number."),
        (lambda _: {1, 2}, "It returned an object of type set, which is no plain data."),
        (lambda x: x / 0, "It raised ZeroDivisionError."),
        (7, "`double` can't be used the way the exercise asks (TypeError: 'int' object is"),
    ],
)
def test_messages_say_what_is_wrong(answer: Any, message: str) -> None:
    assert judged(answer).checks[0].message.startswith(message)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda _: 0, "It returned something, expected it to raise ValueError."),
        (lambda x: x / 0, "It raised TypeError, expected it to raise ValueError."),
    ],
)
def test_messages_on_expected_errors(answer: Any, message: str) -> None:
    assert judged(answer).checks[2].message == message


def test_copies_keep_layout_and_pass_functions() -> None:
    view = np.arange(8.0)[::2]
    array, function, nested = copies((view, len, [[1]]))

    assert array.strides == view.strides
    assert function is len
    assert nested == [[1]]


def test_each_case_is_put_to_the_answer_as_it_was_drawn() -> None:
    greedy = Exercise("greedy", target="f")
    greedy.reference(lambda x: x.sum())
    case = (np.ones(3),)
    greedy.check("sums", points=1)(lambda _: [case, case])

    def spoil(x: Any) -> Any:
        total = x.sum()
        x[:] = 0
        return total

    assert judged(spoil, greedy).points == 1
    assert case[0].sum() == 3


@pytest.mark.parametrize(
    "argument",
    [np.array([1 + 2j]), (1, "a", None), {"a": [1]}, True, np.array([np.nan])],
    ids=repr,
)
def test_arguments_of_any_kind_can_be_watched(argument: Any) -> None:
    watching = Exercise("watching", target="f")
    watching.reference(lambda _: 1)
    watching.check("is one", points=1, unchanged=True)(lambda _: [(argument,)])

    assert judged(lambda _: 1, watching).points == 1


@pytest.mark.parametrize(
    ("argument", "change"),
    [
        ([1, 2], lambda x: x.append(3)),
        ([[1], [2]], lambda x: x[0].append(3)),
        ({"a": 1}, lambda x: x.update(a=2)),
        (np.array([1 + 2j]), lambda x: np.conjugate(x, out=x)),
    ],
    ids=["list", "nested", "dict", "complex"],
)
def test_changes_of_arguments_of_any_kind_are_seen(
    argument: Any, change: Callable[[Any], Any]
) -> None:
    watching = Exercise("watching", target="f")
    watching.reference(lambda _: 1)
    watching.check("is one", points=1, unchanged=True)(lambda _: [(argument,)])

    def spoil(x: Any) -> int:
        change(x)
        return 1

    assert (
        judged(spoil, watching).checks[0].message == "It changed one of its arguments in place."
    )


def using(call: Callable[..., Any]) -> Exercise:
    """Return an exercise whose check uses the student's object in its own way."""
    exercise = Exercise("box", target="Box", call=call)
    exercise.reference(type("Box", (), {"__init__": lambda s, x: setattr(s, "x", x)}))
    exercise.check("keeps x", points=1)(lambda _: [(3,)])
    return exercise


@pytest.mark.parametrize(
    "answer", [lambda x: x, 5, "Box", [1]], ids=["function", "int", "str", "list"]
)
def test_what_can_not_be_used_as_asked_costs_that_exercise_only(answer: Any) -> None:
    result = judged(answer, using(lambda box, x: box(x).x))

    assert (result.points, result.outcome) == (0.0, "error")
    assert "can't be used the way the exercise asks" in result.checks[0].message


def test_texts_that_might_tell_inputs_are_not_told() -> None:
    exercise = using(lambda box, x: [][x] if box is other else box(x).x)
    other = Namespace({"Box": len}).get("Box")

    seen = observe(Fixed(other), exercise, exercise.checks[0], (3,))

    wrong = disagreement(exercise, exercise.checks[0], seen, Outcome(3))
    assert wrong is not None
    assert wrong.message == "`Box` can't be used the way the exercise asks."


class Fixed:
    """A subject that hands out one object, whatever is asked for."""

    def __init__(self, target: Any) -> None:
        self.target = target

    def get(self, _: str) -> Any:
        return self.target


def test_what_can_not_be_used_is_never_the_expected_error() -> None:
    strict = Exercise("strict", target="f")

    @strict.reference
    def reference(x: Any) -> Any:
        raise TypeError(x)

    strict.check("raises TypeError", points=1)(lambda _: [(3,)])

    assert judged(5, strict).points == 0.0
    assert judged(reference, strict).points == 1.0


def test_a_local_object_behaves_as_a_remote_one() -> None:
    local = Namespace({"box": using(len).answer}).get("box")(4)

    assert local.x == 4
    assert foreign_type(local) == "Box"
    with pytest.raises(StudentError, match="AttributeError"):
        _ = local.y


class Mute(Exception):
    """An exception that has no words for itself."""

    def __str__(self) -> str:
        raise KeyboardInterrupt


def test_an_exception_without_words_is_described_by_its_name() -> None:
    assert str(StudentError.from_exception(Mute())) == "Mute"


ONE = Outcome(np.ones(2))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ONE, Outcome([1.0, 1.0]), True),
        (ONE, Outcome([1.0, 2.0]), False),
        (ONE, Outcome(object()), False),
        (ONE, Outcome(np.ones(2), changed=True), False),
        (ONE, Outcome(error=StudentError(("E",), "")), False),
        (
            Outcome(error=StudentError(("E",), "a")),
            Outcome(error=StudentError(("E",), "b")),
            True,
        ),
        (
            Outcome(error=StudentError(("E",), "")),
            Outcome(error=StudentError(("F",), "")),
            False,
        ),
        (Outcome(stopped=Stopped("a", "")), Outcome(stopped=Stopped("a", "")), False),
        (Outcome(missing=True), Outcome(missing=True), False),
    ],
)
def test_alike_asks_what_was_done(one: Outcome, other: Outcome, expected: bool) -> None:
    assert alike(doubling(), one, other) is expected


def test_a_derived_exception_is_the_expected_one() -> None:
    class Own(ValueError):
        pass

    def raises_own(x: Any) -> Any:
        if isinstance(x, str):
            raise Own(x)
        return 2 * x

    assert judged(raises_own).checks[2].passed


def test_disagreement_needs_no_reference_for_a_missing_name() -> None:
    exercise = doubling()

    wrong = disagreement(exercise, exercise.checks[0], Outcome(missing=True), Outcome(1))

    assert wrong is not None
    assert wrong.kind == "missing"


def test_observe_calls_with_copies() -> None:
    exercise = doubling()
    case = (np.ones(2),)

    seen = observe(Namespace({"double": in_place}), exercise, exercise.checks[0], case)

    assert seen.changed
    assert case[0].tolist() == [1.0, 1.0]
