"""What a session lives through: workers that hang, die, or eat too much."""

from __future__ import annotations

import dataclasses
import time

import pytest

from autograder.errors import GraderFault, Stopped, StudentError
from autograder.remote import Remote
from autograder.session import Session
from tests.workers import LINK, QUICK, ended

pytestmark = pytest.mark.sandbox


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


@pytest.mark.parametrize("end", ["os._exit(0)", "ctypes.string_at(0)", "os.abort()"])
def test_a_process_that_ends_is_replaced(session: Session, end: str) -> None:
    session.run(f"import ctypes, os\nkept = 5\ndef leave(): {end}")

    with pytest.raises(Stopped, match="the process ended"):
        session.get("leave")()
    assert session.get("kept") == 5


def test_a_process_that_ended_between_two_requests_is_noticed(session: Session) -> None:
    session.run("import os, threading\nthreading.Timer(0.1, os._exit, [0]).start()")
    assert session.process
    ended(session.process)

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
    monkeypatch.setenv("NN_SANDBOX", "weak")
    monkeypatch.setattr(
        "autograder.sandbox.view.START", "raise SystemExit({box!r}, {program!r})"
    )

    with pytest.raises(GraderFault, match="the worker did not start: the process ended"):
        Session(QUICK).run("1")


def test_what_only_computes_is_stopped_before_its_wall_clock_is_over() -> None:
    limits = dataclasses.replace(
        QUICK, cell_processor_seconds=0.3, call_processor_seconds=0.2, call_seconds=15.0
    )
    with Session(limits) as session:
        session.run("import time\ndef busy():\n    while True: pass")
        session.run("time.sleep(1)\nslept = True")
        started = time.monotonic()
        with pytest.raises(Stopped, match="no answer in time"):
            session.get("busy")()

        assert time.monotonic() - started < 10
        assert session.get("slept")


def test_a_cell_that_was_given_gets_its_own_time() -> None:
    limits = dataclasses.replace(QUICK, cell_seconds=30.0, given_processor_seconds=0.2)
    busy = "import time\nwhile time.process_time() < 1: pass\n'done'"
    with Session(limits) as session:
        assert session.run(busy)[0]["data"]["text/plain"] == "'done'"
    with Session(limits) as session, pytest.raises(Stopped, match="no answer in time"):
        session.run(busy, given=True)
