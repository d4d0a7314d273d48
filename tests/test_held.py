"""Children that wait where an exercise stands, until all cells have run."""

from __future__ import annotations

import pytest

from autograder.errors import Missing, Stopped
from autograder.session import Session

pytestmark = pytest.mark.sandbox


def test_a_held_child_stays_as_the_worker_was(session: Session) -> None:
    session.run("def f(): return 1")
    held = session.hold("f")
    session.run("def f(): return 2")

    with session.apart(held):
        assert session.get("f")() == 1
    assert session.get("f")() == 2


def test_each_is_asked_for_itself(session: Session) -> None:
    held = []
    for number in range(3):
        session.run(f"n = {number}\ndef f(): return n")
        held.append(session.hold("f"))

    answers = []
    for one in held:
        with session.apart(one):
            answers.append(session.get("f")())
    assert answers == [0, 1, 2]


def test_who_has_no_room_for_a_child_mixes_up_nobody(session: Session) -> None:
    session.run("import autograder.worker as worker\nfork = worker.fork\ndef f(): return 1")
    session.run("def full(): raise OSError(11, 'no room')\nworker.fork = full")
    lost = session.hold("f")
    session.run("worker.fork = fork\ndef f(): return 2")
    held = [session.hold("f"), session.hold("f")]

    for one in held:
        with session.apart(one):
            assert session.get("f")() == 2
    with session.apart(lost), pytest.raises(Stopped, match="the process ended"):
        session.get("f")


def test_nobody_waits_for_a_name_that_is_not_there(session: Session) -> None:
    held = session.hold("f")
    session.run("def f(): return 1")

    with session.apart(held), pytest.raises(Missing, match="f"):
        session.get("f")


@pytest.mark.parametrize("end", ["os._exit(0)", "os.abort()"])
def test_a_later_cell_that_ends_the_worker_costs_no_earlier_answer(
    session: Session, end: str
) -> None:
    session.run("import os\ndef f(): return 1")
    held = session.hold("f")
    session.run("def f(): return 2")
    with pytest.raises(Stopped, match="the process ended"):
        session.run(end)

    with session.apart(held):
        assert session.get("f")() == 1


def test_a_worker_that_ends_between_cells_and_questions_costs_nothing(session: Session) -> None:
    session.run("def f(): return 1")
    held = session.hold("f")
    session.run("import os, threading\nthreading.Timer(0.1, os._exit, [0]).start()")
    assert session.worker
    while not session.worker.ended():
        pass

    with session.apart(held):
        assert session.get("f")() == 1


def test_a_lost_child_comes_back_as_it_was_held(session: Session) -> None:
    session.run("import os\ndef f(n): return n or os._exit(0)")
    held, other = session.hold("f"), session.hold("f")
    session.run("def f(n): return 'later'")

    with session.apart(held):
        with pytest.raises(Stopped, match="the process ended"):
            session.get("f")(0)
        assert session.get("f")(1) == 1
    with session.apart(other):
        assert session.get("f")(2) == 2


def test_what_a_later_cell_does_to_shared_memory_comes_before_all_questions(
    session: Session,
) -> None:
    session.run("import mmap\nbox = mmap.mmap(-1, 8)\ndef f(n): box[0] = n; return 0")
    held = session.hold("f")
    told = session.run("box[0]")

    with session.apart(held):
        session.get("f")(7)

    assert told[0]["data"] == {"text/plain": "0"}
