"""The judge: points for what was seen and agrees, and for nothing else."""

from __future__ import annotations

import logging
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.assignment import generators
from autograder.bank import Answer
from autograder.errors import GraderFault, Stopped, StudentError
from autograder.exercise import Exercise
from autograder.judge import ExerciseResult, draw, judge_exercise
from autograder.outcome import (
    Local,
    Namespace,
    Outcome,
    alike,
    copies,
    disagreement,
    foreign_type,
    observe,
)
from autograder.report import as_data, as_text
from autograder.sandbox import Limits
from autograder.session import Session

Rng = np.random.Generator


def rng(name: str) -> Rng:
    return np.random.default_rng(sum(name.encode()))


def doubling() -> Exercise:
    """Return an exercise with one check of each sort."""
    double = Exercise("double", target="double")

    @double.reference
    def reference(x: Any) -> Any:
        if isinstance(x, str):
            raise ValueError("text")
        return 2 * np.asarray(x)

    @double.check("doubles numbers", points=2, hint="Try 3.")
    def numbers(rng: Rng) -> Iterator[tuple[Any, ...]]:
        for _ in range(3):
            yield (rng.uniform(1, 9),)

    @double.check("doubles arrays", points=1.5, unchanged=True)
    def arrays(rng: Rng) -> Iterator[tuple[Any, ...]]:
        yield (rng.uniform(1, 9, size=(2, 3)),)

    @double.check("raises ValueError for text", points=0.5)
    def text(rng: Rng) -> Iterator[tuple[Any, ...]]:
        yield ("3",)
        yield (rng.uniform(1, 9),)

    return double


def judged(answer: Any, exercise: Exercise | None = None) -> ExerciseResult:
    exercise = exercise or doubling()
    return judge_exercise(exercise, Namespace({exercise.target: answer}), rng)


def points(result: ExerciseResult) -> list[float]:
    return [check.points for check in result.checks]


def right(x: Any) -> Any:
    if isinstance(x, str):
        raise ValueError("text")
    return np.add(x, x)


def in_place(x: Any) -> Any:
    if isinstance(x, str):
        raise ValueError("text")
    x *= 2
    return x


def noisy(x: Any) -> Any:
    warnings.warn("careful", stacklevel=1)
    sys.stdout.write(f"doubling {x}")
    logging.getLogger().error("doubling")
    np.divide(1.0, np.zeros(1))
    return right(x)


@pytest.mark.parametrize(
    ("answer", "expected", "outcome"),
    [
        (right, [2.0, 1.5, 0.5], "correct"),
        (noisy, [2.0, 1.5, 0.5], "correct"),
        (lambda x: right(x).tolist(), [2.0, 1.5, 0.5], "correct"),
        (lambda x: right(x).astype(np.float32), [2.0, 1.5, 0.5], "correct"),
        (in_place, [2.0, 0.0, 0.5], "partly correct"),
        (lambda x: 2 * x, [2.0, 1.5, 0.0], "partly correct"),
        (lambda x: x, [0.0, 0.0, 0.0], "incorrect"),
        (lambda _: [][0], [0.0, 0.0, 0.0], "error"),
        (lambda: 0, [0.0, 0.0, 0.0], "error"),
        (5, [0.0, 0.0, 0.0], "error"),
        (None, [0.0, 0.0, 0.0], "error"),
        (NotImplemented, [0.0, 0.0, 0.0], "error"),
    ],
)
def test_each_check_gives_its_points_or_nothing(
    answer: Any, expected: list[float], outcome: str
) -> None:
    result = judged(answer)

    assert (points(result), result.outcome) == (expected, outcome)


def unwritten(x: Any) -> Any:
    raise NotImplementedError(x)


def test_an_unwritten_answer_is_not_attempted() -> None:
    result = judged(unwritten)

    assert (result.points, result.outcome) == (0.0, "not attempted")
    assert {check.message for check in result.checks} == {"`double` is still to be written."}


def test_a_missing_name_is_not_attempted() -> None:
    result = judge_exercise(doubling(), Namespace({}), rng)

    assert (result.points, result.outcome) == (0.0, "not attempted")
    assert result.checks[0].message == "`double` is not defined."


def test_noise_reaches_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    judged(noisy)

    assert capsys.readouterr() == ("", "")
    assert logging.root.manager.disable == logging.NOTSET


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


def test_no_message_tells_an_input_or_an_expected_value() -> None:
    result = judged(lambda x: np.add(x, 1.25))

    told = as_text(result) + str(as_data(result))
    inputs = [case[0] for case in draw(doubling().checks[0], rng)]
    assert not any(f"{number:.3g}" in told for x in inputs for number in (x, 2 * x, x + 1.25))


def test_a_hint_stands_only_where_something_is_wrong() -> None:
    assert judged(lambda x: x).checks[0].hint == "Try 3."
    assert judged(right).checks[0].hint == ""


# --- failing closed -----------------------------------------------------------------------


class Dying:
    """A subject whose process ends at the nth request."""

    def __init__(self, after: int) -> None:
        self.left = after

    def get(self, name: str) -> Any:
        self.left -= 1
        if self.left < 0:
            raise Stopped("crashed", f"the process ended before {name}")
        return Local(right)


@pytest.mark.parametrize(
    ("after", "expected"), [(0, 0.0), (2, 0.0), (3, 2.0), (4, 3.5), (5, 3.5), (6, 4.0)]
)
def test_only_checks_that_were_seen_to_the_end_give_points(after: int, expected: float) -> None:
    assert judge_exercise(doubling(), Dying(after), rng).points == expected


def test_a_dead_process_is_named() -> None:
    result = judge_exercise(doubling(), Dying(0), rng)

    assert result.outcome == "crashed"
    assert result.checks[0].message == "Stopped: the process ended before double."


def test_a_check_is_given_up_after_a_crash() -> None:
    result = judge_exercise(doubling(), Dying(0), rng)

    assert [len(check.outcomes) for check in result.checks] == [1, 1, 1]


class AlwaysEqual:
    """An object that agrees with everything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __sub__(self, other: object) -> float:
        return 0.0

    def __float__(self) -> float:
        return 4.0

    def __array__(self, *_: Any, **__: Any) -> np.ndarray:
        return np.zeros(1)

    __hash__ = object.__hash__
    shape = ()
    dtype = np.dtype(float)


class AlwaysRight(float):
    """A number that agrees with everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


@pytest.mark.parametrize(
    "liar", [AlwaysEqual(), AlwaysRight(1), np.bool_(True), np.nan, np.inf]
)
def test_an_object_that_agrees_with_everything_gets_nothing(liar: Any) -> None:
    assert judged(lambda _: liar).points == 0.0


# --- the grader's own faults --------------------------------------------------------------


def test_a_reference_that_breaks_is_a_fault() -> None:
    broken = Exercise("broken", target="f")
    broken.reference(lambda x: x / 0)
    broken.check("works", points=1)(lambda _: [(1,)])

    with pytest.raises(
        GraderFault, match=r"the reference of broken failed on 'works': ZeroDiv"
    ):
        judged(abs, broken)


def test_a_check_that_draws_nothing_is_a_fault() -> None:
    empty = Exercise("empty", target="f")
    empty.reference(abs)
    empty.check("works", points=1)(lambda _: [])

    with pytest.raises(GraderFault, match="draws no inputs, so it could never fail"):
        judged(abs, empty)


def test_a_check_that_breaks_while_it_draws_is_a_fault() -> None:
    broken = Exercise("broken", target="f")
    broken.reference(abs)
    broken.check("works", points=1)(lambda _: [(1 // 0,)])

    with pytest.raises(
        GraderFault, match="'works' could not draw its inputs: ZeroDivisionError"
    ):
        judged(abs, broken)


def test_a_fault_on_the_way_is_not_taken_for_the_students() -> None:
    class Faulty:
        def get(self, name: str) -> Any:
            raise GraderFault(f"no worker for {name}")

    with pytest.raises(GraderFault, match="no worker for double"):
        judge_exercise(doubling(), Faulty(), rng)


# --- the same for all, and different for each ---------------------------------------------


def test_the_order_of_exercises_and_checks_does_not_matter() -> None:
    exercise, shuffled = doubling(), doubling()
    random.Random(1).shuffle(shuffled.checks)

    def cases(one: Exercise) -> dict[str, str]:
        secret = generators(b"secret", "a", "ada", one.slug)
        return {check.name: repr(draw(check, secret)) for check in one.checks}

    assert cases(exercise) == cases(shuffled)


def drawn(secret: bytes = b"s", assignment: str = "a", student: str = "ada") -> str:
    make = generators(secret, assignment, student, "double")
    return repr(draw(doubling().checks[0], make))


def test_the_same_student_gets_the_same_inputs_again() -> None:
    assert drawn() == drawn()


@pytest.mark.parametrize(
    "change", [{"student": "bo"}, {"assignment": "b"}, {"secret": b"t"}], ids=str
)
def test_other_students_assignments_and_courses_get_other_inputs(
    change: dict[str, Any],
) -> None:
    assert drawn(**change) != drawn()


def test_names_that_run_together_give_different_inputs() -> None:
    assert drawn(assignment="ab", student="c") != drawn(assignment="a", student="bc")


# --- outcomes -----------------------------------------------------------------------------


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


# --- through a worker, as in earnest ------------------------------------------------------

WORKER_ANSWERS = {
    "right": (
        "def double(x):\n    if isinstance(x, str): raise ValueError\n    return np.add(x, x)",
        4.0,
    ),
    "noisy": (
        "import logging, warnings\ndef double(x):\n    warnings.warn('careful'); print(x)\n"
        "    logging.error('so'); np.exp(1e4)\n"
        "    if isinstance(x, str): raise ValueError\n    return np.add(x, x)",
        4.0,
    ),
    "in place": (
        "def double(x):\n    if isinstance(x, str): raise ValueError\n    x *= 2\n    return x",
        2.5,
    ),
    "dies": ("import os\ndef double(x): os._exit(0)", 0.0),
    "dies on arrays": (
        "import os\ndef double(x):\n    if isinstance(x, str): raise ValueError\n"
        "    return os._exit(0) if isinstance(x, np.ndarray) else 2 * x",
        2.5,
    ),
    "a number": ("double = 6", 0.0),
    "a set": ("def double(x): return {x}", 0.0),
    "a liar": (
        "class Liar(float):\n    __eq__ = lambda s, o: True\ndef double(x): return Liar(0)",
        0.0,
    ),
    "a lying array": (
        "class Liar(np.ndarray):\n    def __array_function__(s, *a): return True\n"
        "    def __array_ufunc__(s, *a, **k): return True\n"
        "def double(x): return np.asarray(x).view(Liar)",
        0.0,
    ),
}


@pytest.mark.sandbox
@pytest.mark.parametrize(("source", "expected"), WORKER_ANSWERS.values(), ids=WORKER_ANSWERS)
def test_a_worker_gets_the_points_of_what_it_does(source: str, expected: float) -> None:
    with Session(Limits(call_seconds=2.0)) as session:
        session.run("import numpy as np\n" + source)

        assert judge_exercise(doubling(), session, rng).points == expected


@pytest.mark.sandbox
def test_types_of_objects_in_the_worker_are_told() -> None:
    with Session(Limits()) as session:
        session.run("def double(x): return {x}")
        result = judge_exercise(doubling(), session, rng)

    assert result.checks[0].message == (
        "It returned an object of type set, which is no plain data."
    )


# --- diagnosis ----------------------------------------------------------------------------


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
