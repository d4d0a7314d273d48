"""Workers that are forked from a warm process: quick, and each in a world of its own."""

from __future__ import annotations

import dataclasses
import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.errors import Stopped, StudentError
from autograder.sandbox import Limits, memory
from autograder.sandbox.processes import Child, Forked
from autograder.sandbox.warm import NURSERY, NotWarm, Nursery, Root, Zygote
from autograder.session import Session
from tests.workers import QUICK, gone, running, strong, value

pytestmark = [pytest.mark.sandbox, strong]


def zygote() -> Zygote:
    return NURSERY.zygotes[False]


def test_workers_are_forked_from_one_process() -> None:
    numbers = set()
    for _ in range(2):
        with Session(QUICK) as session:
            session.run("1")
            assert isinstance(session.process, Forked)
            numbers.add(zygote().number)

    assert len(numbers) == 1


def test_nothing_of_one_submission_is_there_in_the_next() -> None:
    with Session(QUICK) as session:
        session.run("import numpy as np\nx = np.left = 1\nopen('left', 'w').write('x')")

    with Session(QUICK) as session:
        assert value(session, "'x' in dir()") is False
        assert value(session, "hasattr(__import__('numpy'), 'left')") is False
        assert value(session, "__import__('os').listdir('/scratch')") == []


def test_two_submissions_at_a_time_do_not_see_each_other() -> None:
    with Session(QUICK) as one, Session(QUICK) as other:
        one.run("open('mark', 'w').write('x'); open('/dev/shm/mark', 'w').write('x')")

        assert value(other, "__import__('os').listdir('/scratch')") == []
        assert value(other, "__import__('os').listdir('/dev/shm')") == []
        seen = "[name for name in __import__('os').listdir('/proc') if name.isdigit()]"
        assert value(other, seen) == ["1"]


def test_a_worker_has_no_descriptor_but_its_own_link() -> None:
    with Session(QUICK) as session:
        cell = "import os\nkinds = [os.readlink(f'/proc/self/fd/{n}') for n in (0, 1, 2)]\n"
        cell += "rest = [n for n in range(3, 256) if os.path.lexists(f'/proc/self/fd/{n}')]"
        session.run(cell)

        assert session.get("kinds") == ["/dev/null"] * 3
        assert len(session.get("rest")) == 1


def test_what_a_worker_starts_can_neither_end_nor_read_it() -> None:
    act = "import os\nfor n in (9, 15, 19): os.kill(os.getppid(), n)"
    act += "\nopen(f'/proc/{os.getppid()}/mem', 'rb')"
    with Session(QUICK) as session:
        session.run("def act():\n    " + act.replace("\n", "\n    "))
        with session.apart(), pytest.raises(StudentError, match="PermissionError"):
            session.get("act")()

        assert value(session, "'still here'") == "still here"


def test_the_end_of_a_worker_is_the_end_of_its_world() -> None:
    seconds = str(345_600 + os.getpid())
    with Session(QUICK) as session:
        session.run(f"import os, subprocess\nchild = subprocess.Popen(['sleep', '{seconds}'])")
        assert running(seconds)
        with pytest.raises(Stopped, match="the process ended"):
            session.run("os._exit(0)")

        assert gone(seconds)


def test_no_dead_child_stays_with_the_zygote() -> None:
    with Session(QUICK) as session:
        session.run("1")
        alone = len(memory.tree(zygote().number)) - len(memory.tree(session.process.number))  # type: ignore[union-attr]
    for _ in range(3):
        with Session(QUICK) as session:
            session.run("1")
    ends = time.monotonic() + 3
    while len(memory.tree(zygote().number)) > alone and time.monotonic() < ends:
        time.sleep(0.02)

    assert len(memory.tree(zygote().number)) == alone


DEAF = "import ctypes, os, time; os._exit = time.sleep; ctypes.CDLL(None).prctl(1, 0)"


@pytest.mark.parametrize("first", ["1", DEAF], ids=["honest", "deaf"])
def test_nothing_outlives_a_grader_that_is_killed(first: str) -> None:
    seconds = str(432_000 + os.getpid())
    program = (
        "import os\nfrom autograder.sandbox import Limits\n"
        "from autograder.session import Session\n"
        "cell = \"import subprocess; subprocess.Popen(['sleep', '" + seconds + "'])\"\n"
        "session = Session(Limits())\n"
        f'session.run("{first}")\n'
        "session.run(cell)\n"
        "print('ready', flush=True)\nos.kill(os.getpid(), 9)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, cwd=Path.cwd()
    )

    assert (done.stdout, done.returncode) == (b"ready\n", -9)
    assert gone(seconds)


def test_a_forked_grader_has_a_zygote_of_its_own() -> None:
    with Session(QUICK) as session:
        session.run("1")
    ours = zygote().number
    child = os.fork()
    if child == 0:
        with Session(QUICK) as session:
            right = value(session, "1 + 1") == 2 and zygote().number != ours
        NURSERY.close()
        os._exit(0 if right else 1)

    assert os.waitpid(child, 0)[1] == 0
    with Session(QUICK) as session:
        assert value(session, "1 + 1") == 2
    assert zygote().number == ours


def test_where_nothing_can_be_forked_workers_are_started_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: str) -> Root:
        raise NotWarm("the kernel does not let it")

    monkeypatch.setattr("autograder.sandbox.levels.NURSERY", Nursery())
    monkeypatch.setattr(Root, "start", fail)

    with caplog.at_level(logging.WARNING), Session(QUICK) as session:
        assert value(session, "6 * 7") == 42
        assert isinstance(session.process, Child)
    assert "one by one, which is slower: the kernel does not let it" in caplog.text


def test_a_child_that_stays_behind_ends_with_its_submission() -> None:
    seconds = str(518_400 + os.getpid())
    with Session(QUICK) as session:
        session.run(f"!(setsid sleep {seconds} > /dev/null 2>&1 &)")
        assert running(seconds)

    assert gone(seconds)


def test_unseeded_numbers_are_the_same_in_each_run() -> None:
    cell = "import random\nimport numpy as np\nx = [random.random(), np.random.rand()]"
    seen = []
    for _ in range(2):
        with Session(QUICK) as session:
            session.run(cell)
            seen.append(session.get("x"))

    assert seen[0] == seen[1]


@pytest.mark.parametrize("plots", [True, False])
def test_only_who_plots_has_matplotlib_loaded(plots: bool) -> None:
    with Session(Limits(cell_seconds=60, plots=plots)) as session:
        assert value(session, "'matplotlib' in __import__('sys').modules") is plots

        outputs = session.run("import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()")
        assert "image/png" in outputs[0]["data"]


@pytest.mark.parametrize("plots", [True, False])
def test_a_cell_may_ask_for_pictures_in_the_notebook(plots: bool) -> None:
    limits = dataclasses.replace(QUICK, cell_seconds=60, plots=plots)
    with Session(limits) as session:
        outputs = session.run("%matplotlib inline\nimport matplotlib.pyplot as plt\nkept = 1")

        assert outputs == []
        assert value(session, "kept") == 1
