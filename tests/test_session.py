"""The judge's side of a worker: what it asks for, and what it gets."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest

from autograder import sandbox
from autograder.errors import GraderFault, Missing, StudentError
from autograder.sandbox import Limits, Process
from autograder.session import Session

pytestmark = pytest.mark.sandbox


def text_of(outputs: list[dict[str, Any]]) -> str:
    return "".join(str(output.get("text", "")) for output in outputs)


# --- cells --------------------------------------------------------------------------------


def test_last_line_is_shown(shared: Session) -> None:
    assert shared.run("6 * 7") == [
        {"output_type": "execute_result", "data": {"text/plain": "42"}}
    ]


def test_prints_and_values_keep_their_order(shared: Session) -> None:
    outputs = shared.run(
        "import sys\nprint('a')\nprint('b', file=sys.stderr)\ndisplay(1)\nprint('c')\n2"
    )

    assert [(o["output_type"], o.get("name")) for o in outputs] == [
        ("stream", "stdout"),
        ("stream", "stderr"),
        ("display_data", None),
        ("stream", "stdout"),
        ("execute_result", None),
    ]


def test_a_cell_begins_without_the_outputs_of_the_last(shared: Session) -> None:
    shared.run("print('old')")

    assert shared.run("print('new')") == [
        {"output_type": "stream", "name": "stdout", "text": "new\n"}
    ]


def test_output_can_be_cleared(shared: Session) -> None:
    cell = (
        "from IPython.display import clear_output\nprint('old')\nclear_output()\nprint('new')"
    )

    assert text_of(shared.run(cell)) == "new\n"


def test_an_exception_is_an_output(shared: Session) -> None:
    (error,) = shared.run("1 / 0")

    assert (error["ename"], error["evalue"]) == ("ZeroDivisionError", "division by zero")


def test_a_cell_that_does_not_parse_is_an_output(shared: Session) -> None:
    assert shared.run("def f(:")[-1]["ename"] == "SyntaxError"


@pytest.mark.parametrize(("cell", "shown"), [("1 + 1;", []), ("';' * 2", ["';;'"])])
def test_a_semicolon_at_the_end_hides_the_value(
    shared: Session, cell: str, shown: list[str]
) -> None:
    assert [output["data"]["text/plain"] for output in shared.run(cell)] == shown


def test_await_works_at_the_top_of_a_cell(shared: Session) -> None:
    shared.run("import asyncio\nwaited = await asyncio.sleep(0, 'done')")

    assert shared.get("waited") == "done"


@pytest.mark.parametrize("cell", ["%time 1 + 1", "%%time\n1 + 1", "!echo hello", "%who_ls"])
def test_magics_work(shared: Session, cell: str) -> None:
    outputs = shared.run(cell)

    assert outputs
    assert all(output["output_type"] != "error" for output in outputs)


def test_a_figure_is_a_picture(shared: Session) -> None:
    outputs = shared.run("import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()")

    assert any("image/png" in output.get("data", {}) for output in outputs)


@pytest.mark.parametrize("cell", ["exit()", "quit", "import sys; sys.exit(3)", "input()"])
def test_leaving_or_asking_ends_the_cell_only(shared: Session, cell: str) -> None:
    shared.run("here = 'still here'")
    epoch = shared.epoch

    shared.run(cell)

    assert (shared.get("here"), shared.epoch) == ("still here", epoch)


def test_a_flood_of_output_is_cut(shared: Session) -> None:
    outputs = shared.run("for _ in range(200):\n    print('x' * 100_000)\nprint('end')")

    assert 1_000_000 < len(text_of(outputs)) < 1_100_000
    assert text_of(outputs).endswith("print one million characters\n")


def test_values_that_are_too_large_to_show_are_left_out(shared: Session) -> None:
    cell = "class Big:\n    def __repr__(self): return 'x' * 2_000_000\ndisplay(Big())\n1"

    left_out, shown = shared.run(cell)

    assert left_out["text"] == "(a value was left out here: it is too large to show)\n"
    assert shown["data"] == {"text/plain": "1"}


# --- names and calls ----------------------------------------------------------------------


def test_data_comes_out_as_data(shared: Session) -> None:
    shared.run("data = {'w': [1, 2.5, None, True, 'text']}")

    assert shared.get("data") == {"w": [1, 2.5, None, True, "text"]}


def test_a_name_that_is_not_there_is_missing(shared: Session) -> None:
    with pytest.raises(Missing, match="nowhere"):
        shared.get("nowhere")


def test_a_function_is_called_in_the_worker(shared: Session) -> None:
    shared.run("def double(x): return 2 * x")

    assert np.array_equal(shared.get("double")(np.arange(3)), [0, 2, 4])


def test_a_class_is_made_and_its_attributes_are_read(shared: Session) -> None:
    shared.run(
        "class Point:\n    size = 2\n    def __init__(self, x): self.x = x\n"
        "    def shifted(self, by): return Point(self.x + by)"
    )

    point = shared.get("Point")(3).shifted(4)

    assert (point.x, point.size) == (7, 2)
    assert repr(point) == "<Point in the worker>"


def test_underscored_attributes_stay_in_the_worker(shared: Session) -> None:
    shared.run("class Secretive:\n    _x = 1\nsecretive = Secretive()")

    with pytest.raises(AttributeError, match="_x"):
        _ = shared.get("secretive")._x


def test_an_object_can_be_passed_back(shared: Session) -> None:
    shared.run("class Box: pass\nbox = Box(); box.x = 5\ndef look(b): return b is box and b.x")

    assert shared.get("look")(shared.get("box")) == 5


def test_an_exception_of_a_call_tells_its_bases(shared: Session) -> None:
    shared.run("class Own(ValueError): pass\ndef fail(): raise Own('so')")

    with pytest.raises(StudentError, match="Own: so") as caught:
        shared.get("fail")()
    assert caught.value.is_a("ValueError")


def test_an_exception_without_words_is_described(shared: Session) -> None:
    shared.run(
        "class Mute(Exception):\n    def __str__(self): raise KeyError\ndef f(): raise Mute"
    )

    with pytest.raises(StudentError, match=r"^Mute$"):
        shared.get("f")()


@pytest.mark.parametrize("raised", ["SystemExit(0)", "KeyboardInterrupt()", "GeneratorExit()"])
def test_no_exception_ends_the_worker(shared: Session, raised: str) -> None:
    shared.run(f"def leave(): raise {raised}")

    with pytest.raises(StudentError):
        shared.get("leave")()
    assert shared.get("leave")


@pytest.mark.parametrize(
    ("argument", "change", "after"),
    [
        (np.zeros(2), "x[0] = 7", [7.0, 0.0]),
        (np.zeros((2, 3))[:, 1], "x += 1", [1.0, 1.0]),
        ([1, 2], "x.append(3)", [1, 2, 3]),
    ],
)
def test_changes_of_arguments_are_seen(
    shared: Session, argument: Any, change: str, after: list[float]
) -> None:
    shared.run(f"def change(x):\n    {change}")

    shared.get("change")(argument)

    assert list(argument) == after


def test_protected_arrays_stay_protected(shared: Session) -> None:
    array = np.zeros(2)
    array.flags.writeable = False
    shared.run("def write(x): x[0] = 1")

    with pytest.raises(StudentError, match="read-only"):
        shared.get("write")(array)


def test_an_argument_that_cannot_cross_is_the_authors_mistake(shared: Session) -> None:
    shared.run("def take(x): return x")

    with pytest.raises(GraderFault, match="a check passed a set, which can't cross"):
        shared.get("take")({1, 2})


# --- functions of the judge ---------------------------------------------------------------


def test_a_function_can_be_passed_in(shared: Session) -> None:
    shared.run("def twice(f, x): return f(f(x))")

    assert shared.get("twice")(np.tanh, 1.0) == np.tanh(np.tanh(1.0))


def test_a_function_that_is_passed_in_may_return_functions(shared: Session) -> None:
    shared.run("def use(make): return make(3)(4)")

    assert shared.get("use")(lambda a: lambda b: a * b) == 12


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("f('text')", "TypeError"),
        ("f([1, 2])", "ValueError"),
        ("f(0)", "ArithmeticError"),
        ("f({})", "LookupError"),
        ("f(None)", "RuntimeError"),
        ("f(object())", "ValueError"),
    ],
)
def test_errors_of_a_passed_function_go_to_the_student(
    shared: Session, expression: str, kind: str
) -> None:
    def picky(x: Any) -> float:
        failures = {str: TypeError, list: ValueError, dict: KeyError, type(None): OSError}
        if type(x) in failures:
            raise failures[type(x)]("no")
        return float(1 / x)

    shared.run(f"def use(f): return {expression}")

    with pytest.raises(StudentError, match=kind):
        shared.get("use")(picky)


def test_student_code_may_catch_the_error_of_a_passed_function(shared: Session) -> None:
    shared.run("def use(f):\n    try: f('x')\n    except TypeError: return 'caught'")

    assert shared.get("use")(np.sin) == "caught"


def test_a_passed_function_warns_nobody(shared: Session) -> None:
    shared.run("def use(f): return f(-1.0)")

    assert np.isnan(shared.get("use")(np.log))


def test_machine_that_is_slow_to_start_takes_no_time_from_the_student(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin = sandbox.start

    def late(limits: Limits) -> Process:
        time.sleep(0.5)
        return begin(limits)

    monkeypatch.setattr("autograder.sandbox.start", late)
    with Session(Limits(total_seconds=5)) as session:
        before = session.ends
        session.run("1")

        assert session.ends >= before + 0.5
