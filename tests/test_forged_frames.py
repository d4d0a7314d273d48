"""Answers that the student's code gives in the worker's name."""

from __future__ import annotations

import time

import numpy as np
import pytest

from autograder.errors import Stopped, StudentError
from autograder.remote import Remote
from autograder.sandbox import Time
from autograder.session import Session
from autograder.wire import Encoder
from tests.workers import LINK

pytestmark = pytest.mark.sandbox
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
    assert session.worker

    with pytest.raises(Stopped, match="it did not take its arguments in time"):
        session._ask(
            session.worker, {"op": "get", "name": "x" * (8 << 20)}, Encoder(), Time(0.5, 9)
        )


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
