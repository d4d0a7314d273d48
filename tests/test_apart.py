"""Graded calls that leave no trace: each exercise is answered by a child of the worker."""

from __future__ import annotations

import os

import numpy as np
import pytest

from autograder.errors import Stopped, StudentError
from autograder.exercise import Exercise
from autograder.judge import judge_exercise
from autograder.outcome import Namespace
from autograder.session import Session
from tests.doubling import rng
from tests.workers import LINK, gone, value

pytestmark = pytest.mark.sandbox


def test_a_call_sees_what_the_cells_made(session: Session) -> None:
    session.run("factor = 3\ndef f(x): return factor * x")

    with session.apart():
        assert session.get("f")(2) == 6


@pytest.mark.parametrize(
    "act",
    [
        "global x; x = 2",
        "import builtins; builtins.x = 2",
        "np.left = 2",
        "In.append('left')",
        "np.random.seed(9)",
    ],
)
def test_what_a_call_changes_is_as_before_for_later_cells(session: Session, act: str) -> None:
    session.run(f"import numpy as np\nx = 1\ndef act():\n    {act}")
    look = "(x, hasattr(np, 'left'), len(In), float(np.random.rand()))"
    session.run("state = np.random.get_state()")
    before = value(session, look)

    with session.apart():
        session.get("act")()
    session.run("np.random.set_state(state)")

    assert value(session, look)[:2] == before[:2]
    assert value(session, look)[2] <= before[2] + 3


def test_one_exercise_leaves_nothing_for_the_next(session: Session) -> None:
    session.run("seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)")

    counts = []
    for _ in range(2):
        with session.apart():
            counts.append([session.get("f")(1), session.get("f")(1)])

    assert counts == [[1, 2], [1, 2]]


def test_files_are_as_the_cells_left_them(session: Session) -> None:
    session.run("import os\nopen('kept', 'w').write('kept')\nos.mkdir('folder')")
    session.run("open('folder/lost', 'w').write('lost')")
    session.run(
        "def act():\n    open('new', 'w').write('x'); open('kept', 'w').write('changed')\n"
        "    os.remove('folder/lost'); os.rmdir('folder')\n"
        "    os.makedirs('deep/er'); open('deep/er/file', 'w').write('x')\n"
        "    os.symlink('/usr', 'way')"
    )

    with session.apart():
        session.get("act")()

    assert sorted(value(session, "[f for f in os.listdir() if f[0] != '.']")) == [
        "folder",
        "kept",
    ]
    assert value(session, "open('kept').read() + open('folder/lost').read()") == "keptlost"


def test_processes_that_a_call_started_end_with_it(session: Session) -> None:
    seconds = str(604_800 + os.getpid())
    session.run(
        "import subprocess\ndef act():\n"
        f"    subprocess.Popen(['sh', '-c', 'setsid sleep {seconds} &'])"
    )

    with session.apart():
        session.get("act")()

    assert value(session, "'waited for the end'") == "waited for the end"
    assert gone(seconds)


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        ("os._exit(0)", "crashed"),
        ("os.kill(os.getpid(), 9)", "crashed"),
        ("while True: pass", "time limit"),
    ],
)
def test_a_lost_call_costs_no_cell_a_second_run(
    session: Session, act: str, reason: str
) -> None:
    session.run(f"import os\nfirst = os.getpid()\ndef act():\n    {act}")

    with session.apart():
        with pytest.raises(Stopped, match=r"process ended|no answer") as caught:
            session.get("act")()
        assert value_of_call(session) == 1
    assert caught.value.reason == reason
    assert value(session, "first == os.getpid()") is True


def value_of_call(session: Session) -> object:
    """Ask a fresh child for something that needs no cell."""
    return len([session.get("first")])


def test_the_waiting_worker_is_out_of_a_calls_reach(session: Session) -> None:
    session.run(
        "import os\ndef peek():\n"
        "    try: open(f'/proc/{os.getppid()}/mem', 'rb'); return 'open'\n"
        "    except OSError as error: return type(error).__name__"
    )

    with session.apart():
        assert session.get("peek")() == "PermissionError"


def test_a_call_that_ends_the_waiting_worker_is_survived(session: Session) -> None:
    session.run("import os\nkept = 5\ndef act(): os.kill(os.getppid(), 9); os._exit(0)")

    with session.apart():
        act = session.get("act")
        with pytest.raises(Stopped, match="process ended"):
            act()
    assert session.get("kept") == 5


def test_objects_of_an_ended_child_are_gone(session: Session) -> None:
    session.run("def f(): return 1")
    with session.apart():
        f = session.get("f")

    with pytest.raises(Stopped, match="went away"), session.apart():
        f()


def test_code_that_kept_the_workers_line_cannot_speak_for_the_child(session: Session) -> None:
    session.run(LINK + "def act():\n    send({'value': ['int', '4'], 'after': []})")

    with session.apart(), pytest.raises(StudentError, match="OSError"):
        session.get("act")()


# --- calls that are sent ahead ------------------------------------------------------------


def ahead(session: Session, source: str, count: int = 5) -> list[object]:
    session.run("import os, time\nimport numpy as np\n" + source)
    seen: list[object] = []
    with session.apart():
        session.foresee([(n,) for n in range(count)])
        for n in range(count):
            try:
                seen.append(session.get("f")(n))
            except StudentError as error:
                seen.append(error.kinds[0])
            except Stopped as stopped:
                return [*seen, stopped.reason]
    return seen


def test_answers_come_in_the_order_of_the_questions(session: Session) -> None:
    assert ahead(session, "def f(n): return n * n", 50) == [n * n for n in range(50)]


def test_an_exception_belongs_to_its_own_call(session: Session) -> None:
    assert ahead(session, "def f(n): return 6 // (n - 2)") == [
        -3,
        -6,
        "ZeroDivisionError",
        6,
        3,
    ]


@pytest.mark.parametrize(
    ("act", "reason"),
    [("os._exit(1)", "crashed"), ("time.sleep(9)", "time limit")],
)
def test_what_was_answered_before_a_crash_counts(
    session: Session, act: str, reason: str
) -> None:
    source = f"def f(n):\n    if n == 3: {act}\n    return n"

    assert ahead(session, source) == [0, 1, 2, reason]


def test_large_arguments_and_answers_do_not_jam_the_line(session: Session) -> None:
    session.run("def f(x): return x + 1")
    cases = [(np.full(200_000, float(n)),) for n in range(6)]

    with session.apart():
        session.foresee(cases)
        answers = [session.get("f")(*case) for case in cases]

    assert [answer[0] for answer in answers] == [1, 2, 3, 4, 5, 6]


def test_questions_that_were_not_asked_are_not_answered_later(session: Session) -> None:
    session.run("def f(n): return n")

    with session.apart():
        session.foresee([(1,), (2,)])
        assert session.get("f")(1) == 1
        session.foresee([(7,)])
        assert session.get("f")(7) == 7


def test_an_answer_that_calls_back_unasked_is_unreadable(session: Session) -> None:
    session.run(LINK.replace("link = next", "def line(): return next"))
    session.run(
        "def f(n):\n    global link\n    link = line()\n"
        "    send({'callback': 1, 'arguments': []}); time.sleep(9)"
    )

    with session.apart():
        session.foresee([(1,)])
        f = session.get("f")
        with pytest.raises(Stopped, match="was not passed in"):
            f(1)


# --- both ways say the same ---------------------------------------------------------------

USES_UP = "def total(xs):\n    s = 0\n    while xs: s += xs.pop()\n    return s // 0\n"


def test_changed_arguments_are_told_even_if_the_call_raises(session: Session) -> None:
    exercise = Exercise("total", target="total")
    exercise.reference(sum)
    exercise.check("adds", points=1, unchanged=True)(lambda _: [([1, 2, 3],), ([4],)])
    names: dict[str, object] = {}
    exec(USES_UP, names)  # the same answer in this process
    session.run(USES_UP)

    here = judge_exercise(exercise, Namespace(names), rng)
    with session.apart():
        there = judge_exercise(exercise, session, rng)

    seen = [[(o.changed, str(o.error)) for o in r.checks[0].outcomes] for r in (here, there)]
    assert seen[0] == seen[1]
    assert all(changed for changed, _ in seen[0])
    assert here.diagnosis == there.diagnosis


def test_who_hung_in_one_call_gets_a_third_of_the_time_for_the_next(session: Session) -> None:
    session.run("def f():\n    while True: pass")
    before = session.patience

    with session.apart():
        with pytest.raises(Stopped, match="no answer in time"):
            session.get("f")()
        assert session.patience == (before.wall / 3, before.processor / 3)
    with session.apart():  # another exercise
        assert session.patience == before
