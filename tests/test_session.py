"""The judge's side of a worker: what it asks for, and what it lives through."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder.errors import GraderFault, Missing, Stopped, StudentError
from autograder.remote import Remote
from autograder.sandbox import Limits
from autograder.session import Session
from autograder.wire import Encoder

pytestmark = pytest.mark.sandbox

QUICK = Limits(cell_seconds=4.0, call_seconds=1.0, total_seconds=40.0)

# What student code can find of the connection to the judge: it lives in the same process.
LINK = """
import gc, json, os, socket, struct, threading, time
link = next(o for o in gc.get_objects() if isinstance(o, socket.socket) and o.fileno() >= 0)
def send(body, *buffers):
    header = {"body": body, "buffers": [len(b) for b in buffers]}
    text = json.dumps(header).encode()
    link.sendall(struct.pack(">I", len(text)) + text + b"".join(buffers))
"""


@pytest.fixture(scope="module")
def shared() -> Iterator[Session]:
    """Return a session for tests that leave no trace but names of their own."""
    with Session(Limits()) as session:
        yield session


@pytest.fixture
def session() -> Iterator[Session]:
    """Return a session of its own that is soon at its limits."""
    with Session(QUICK) as session:
        yield session


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


# --- hanging and dying --------------------------------------------------------------------


def test_a_cell_that_hangs_is_stopped_and_the_others_come_back() -> None:
    with Session(dataclasses.replace(QUICK, cell_seconds=1.5)) as session:
        session.run("a = 1")
        with pytest.raises(Stopped, match="no answer in time") as caught:
            session.run("while True: pass")
        session.run("b = 2")

        assert caught.value.reason == "time limit"
        assert (session.get("a"), session.get("b"), session.epoch) == (1, 2, 2)


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "while True:\n        try: time.sleep(1)\n        except BaseException: pass",
    ],
    ids=["busy", "deaf"],
)
def test_a_call_that_hangs_is_stopped(session: Session, body: str) -> None:
    session.run(f"import time\ndef hang():\n    {body}")

    with pytest.raises(Stopped, match="no answer in time"):
        session.get("hang")()
    assert isinstance(session.get("hang"), Remote)


@pytest.mark.parametrize("end", ["os._exit(0)", "os.kill(os.getpid(), 9)", "os.abort()"])
def test_a_process_that_ends_is_replaced(session: Session, end: str) -> None:
    session.run(f"import os\nkept = 5\ndef leave(): {end}")

    with pytest.raises(Stopped, match="the process ended"):
        session.get("leave")()
    assert session.get("kept") == 5


def test_a_process_that_ended_between_two_requests_is_noticed(session: Session) -> None:
    session.run("import os, threading\nthreading.Timer(0.1, os._exit, [0]).start()")
    assert session.process
    session.process.child.wait()

    with pytest.raises(Stopped, match="the process ended"):
        session.get("x")


def test_a_process_that_ends_with_a_request_unread_is_noticed(session: Session) -> None:
    session.run(LINK + "send({'outputs': []})\ntime.sleep(0.3)\nos._exit(0)")

    with pytest.raises(Stopped, match="the process ended"):
        session.get("x")


def test_a_cell_that_killed_the_process_is_not_run_again(session: Session) -> None:
    with pytest.raises(Stopped, match="the process ended"):
        session.run("import os; os._exit(1)")

    assert session.run("'fine'")[0]["data"]["text/plain"] == "'fine'"
    assert session.done == ["'fine'"]


def test_objects_of_a_dead_process_are_gone(session: Session) -> None:
    session.run("import os\ndef leave(): os._exit(0)\ndef stay(): return 1")
    leave, stay = session.get("leave"), session.get("stay")
    with pytest.raises(Stopped, match="the process ended"):
        leave()

    with pytest.raises(Stopped, match="the object went away with its process"):
        stay()
    session.get("stay")
    with pytest.raises(Stopped, match="the object went away with its process"):
        stay()


def test_objects_of_a_closed_session_are_gone() -> None:
    with Session(QUICK) as session:
        session.run("def f(): return 1")
        f = session.get("f")

    with pytest.raises(Stopped, match="went away"):
        f()


def test_a_cell_that_hangs_only_later_takes_no_other_along(session: Session) -> None:
    session.run("import os, sys\ndef leave(): os._exit(0)")
    session.done += ["while True: pass", "late = 'late'"]
    with pytest.raises(Stopped, match="the process ended"):
        session.get("leave")()

    with pytest.raises(Stopped, match="no answer in time"):
        session.get("late")
    assert session.get("late") == "late"


def test_the_whole_notebook_has_a_limit_even_where_nothing_hangs() -> None:
    with Session(dataclasses.replace(QUICK, total_seconds=1.5)) as session:
        session.run("import time")
        with pytest.raises(Stopped, match="no answer in time"):
            session.run("time.sleep(3)")

        with pytest.raises(Stopped, match=r"whole notebook took longer than 1\.5 s"):
            session.run("1")


def test_memory_has_a_limit(shared: Session) -> None:
    shared.run("def eat(): return len(bytearray(8 << 30))")

    with pytest.raises(StudentError, match="MemoryError"):
        shared.get("eat")()


def test_a_worker_that_cannot_start_is_the_graders_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("autograder.sandbox.START", "raise SystemExit({box!r})")

    with pytest.raises(GraderFault, match="the worker did not start: the process ended"):
        Session(QUICK).run("1")


# --- answers that the student's code gives in the worker's name ---------------------------

FORGERIES: list[tuple[str, str, str]] = [
    ("garbage", "link.sendall(b'\\x00\\x00\\x00\\x05hello')", "no frame header"),
    ("a huge length", "link.sendall(b'\\xff\\xff\\xff\\xff')", "is too large"),
    (
        "deep JSON",
        "t = b'[' * 100000; link.sendall(struct.pack('>I', len(t)) + t)",
        "no frame header",
    ),
    ("no value", "send({'after': []})", "must be a list"),
    (
        "no word on the arguments",
        "send({'value': ['int', '4']})",
        "what became of the arguments",
    ),
    ("too many arguments", "send({'value': ['int', '4'], 'after': [1]})", "became of"),
    ("unreadable arguments", "send({'value': ['int', '4'], 'after': 5})", "became of"),
    (
        "an array of objects",
        "send({'value': ['array', 'O', [1], 0, 'C'], 'after': []}, bytes(8))",
        "no array of",
    ),
    (
        "many arrays from one",
        "send({'value': ['list', [['scalar', '<f8', 0]] * 2], 'after': []}, bytes(8))",
        "can't fill",
    ),
    ("a handle of two parts", "send({'value': ['handle', 1], 'after': []})", "no meaning for"),
    (
        "a handle without number",
        "send({'value': ['handle', 'x', 1, 2], 'after': []})",
        "no mean",
    ),
    ("an unasked function", "send({'callback': 99, 'arguments': []})", "was not passed in"),
    ("a function named by text", "send({'callback': 'f', 'arguments': []})", "was not passed"),
    ("a function named by truth", "send({'callback': True, 'arguments': []})", "not passed in"),
]


@pytest.mark.parametrize(
    ("act", "message"), [f[1:] for f in FORGERIES], ids=[f[0] for f in FORGERIES]
)
def test_forged_answers_are_unreadable(session: Session, act: str, message: str) -> None:
    session.run(LINK)
    session.run(f"def forge():\n    {act}\n    time.sleep(9)")

    with pytest.raises(Stopped, match=message) as caught:
        session.get("forge")()
    assert caught.value.reason == "unreadable answer"


def test_a_function_called_without_a_list_is_unreadable(session: Session) -> None:
    session.run(LINK)
    session.run("def forge(f):\n    send({'callback': 1, 'arguments': 5})\n    time.sleep(9)")

    with pytest.raises(Stopped, match="without arguments"):
        session.get("forge")(np.sin)


def test_a_function_serves_only_the_call_it_came_with(session: Session) -> None:
    session.run("def keep(f):\n    global kept\n    kept = f\ndef use(x): return kept(x)")
    session.get("keep")(np.tanh)

    with pytest.raises(Stopped, match="not passed in"):
        session.get("use")(0.5)


def test_a_cell_that_breaks_the_workers_output_is_an_error(session: Session) -> None:
    outputs = session.run("def double(x): return 2 * x\nget_ipython().run_cell = None")

    assert outputs == []
    assert [output["ename"] for output in session.run("print(1)")] == ["TypeError"]
    assert session.get("double")(4) == 8


def test_half_a_frame_is_waited_for_no_longer_than_the_limit(session: Session) -> None:
    session.run(LINK)
    session.run("def forge():\n    link.sendall(b'\\x00\\x00')\n    time.sleep(9)")

    with pytest.raises(Stopped, match="no answer in time"):
        session.get("forge")()


@pytest.mark.parametrize(
    "act",
    [
        "link.sendall(struct.pack('>I', 1 << 20))\n"
        "    while True: link.sendall(b'['); time.sleep(0.0002)",
        "while True: send({'callback': 1, 'arguments': [['float', '0x1p+0']]})",
    ],
    ids=["bytes that trickle", "calls without end"],
)
def test_a_busy_line_does_not_stretch_the_limit(session: Session, act: str) -> None:
    session.run(LINK)
    session.run(f"def forge(f):\n    {act}")
    forge = session.get("forge")
    started = time.monotonic()

    with pytest.raises(Stopped, match="time"):
        forge(np.sin)
    assert time.monotonic() - started < 3


def test_closing_the_line_is_a_crash(session: Session) -> None:
    session.run(LINK + "kept = 1\ndef hang_up(): link.shutdown(2); time.sleep(9)")

    with pytest.raises(Stopped, match="the process ended"):
        session.get("hang_up")()
    assert session.get("kept") == 1


def test_arguments_that_nobody_reads_are_waited_for_no_longer(session: Session) -> None:
    session.run(LINK + "send({'outputs': []})\ntime.sleep(9)")

    with pytest.raises(Stopped, match="it did not take its arguments in time"):
        session._ask({"op": "get", "name": "x" * (8 << 20)}, Encoder(), 0.5)


@pytest.mark.parametrize(
    "error",
    [
        "5",
        "{}",
        "{'kinds': 5, 'message': 6}",
        "{'kinds': [], 'message': []}",
        "{'kinds': [[]]}",
    ],
)
def test_a_forged_exception_is_an_exception(session: Session, error: str) -> None:
    session.run(LINK)
    session.run(f"def forge():\n    send({{'error': {error}}})\n    time.sleep(9)")

    with pytest.raises(StudentError):
        session.get("forge")()


def test_a_forged_exception_holds_text_that_can_be_written(session: Session) -> None:
    session.run(LINK)
    session.run(
        "def forge():\n    send({'error': {'kinds': ['\\ud800' * 99], 'message': '\\udc00'}})"
    )

    with pytest.raises(StudentError) as caught:
        session.get("forge")()
    assert str(caught.value) == "?" * 60 + ": ?"


def test_outputs_that_are_no_list_count_as_none(session: Session) -> None:
    assert session.run(LINK + "send({'outputs': 'forged'})") == []


def test_handles_that_do_not_exist_fail_in_the_worker(shared: Session) -> None:
    shared.run("pass")

    with pytest.raises(StudentError, match="IndexError"):
        Remote(shared, ["handle", 999, True, "f"], shared.epoch)()


@pytest.mark.parametrize("after", ["<c16", "<f4"])
def test_arguments_come_back_with_their_own_type_only(session: Session, after: str) -> None:
    argument = np.ones(2)
    session.run(LINK)
    session.run(
        "def forge(x):\n"
        f"    array = ['array', '{after}', [2], 0, 'C']\n"
        f"    send({{'value': ['int', '1'], 'after': [array]}}, bytes(2 * int('{after}'[2:])))"
    )

    session.get("forge")(argument)

    assert np.array_equal(argument, [1, 1])


def test_a_session_is_usable_after_each_forgery(session: Session) -> None:
    session.run(LINK + "def forge(): link.sendall(b'junk' * 100); time.sleep(9)\nkept = [1]")
    for _ in range(2):
        with pytest.raises(Stopped, match=r"too large|no frame"):
            session.get("forge")()

    assert session.get("kept") == [1]
