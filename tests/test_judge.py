"""The judge: points for what was seen and agrees, and for nothing else."""

from __future__ import annotations

import logging
import random
import sys
import warnings
from typing import Any

import numpy as np
import pytest

from autograder.assignment import generators
from autograder.errors import GraderFault
from autograder.exercise import Exercise
from autograder.judge import ExerciseResult, judge_exercise
from autograder.outcome import Namespace
from autograder.questions import draw
from autograder.sandbox import Limits
from autograder.session import Session
from tests.doubling import Dying, doubling, in_place, judged, right, rng, unwritten


def points(result: ExerciseResult) -> list[float]:
    return [check.points for check in result.checks]


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


# --- failing closed -----------------------------------------------------------------------


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
