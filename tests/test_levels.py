"""Which containment is taken, and that none is taken silently."""

from __future__ import annotations

import dataclasses
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder import landlock, sandbox
from autograder.errors import GraderFault, Stopped
from autograder.link import Link
from autograder.sandbox import levels, memory
from autograder.session import Session
from tests.workers import QUICK, error, gone, running, strong, value

pytestmark = pytest.mark.sandbox
landlocked = pytest.mark.skipif(
    landlock.version() < landlock.NEEDED, reason="needs Landlock (Linux 6.2)"
)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand on a machine that offers nothing but processes."""
    monkeypatch.delenv("NN_SANDBOX", raising=False)
    monkeypatch.setattr(levels, "find_bubblewrap", lambda: None)
    monkeypatch.setattr(landlock, "version", lambda: 0)
    monkeypatch.delenv("NN_IMAGE", raising=False)


@strong
def test_the_best_level_comes_first() -> None:
    assert sandbox.available()[0] == "strong"


@pytest.mark.usefixtures("bare")
def test_a_bare_machine_is_weak_and_can_say_why() -> None:
    assert sandbox.level() == "weak"
    assert sandbox.why_not("strong") == "bubblewrap does not run here"
    assert "is of version 0, needed is 3" in sandbox.why_not("medium")


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", ["strong", "container", "medium"])
def test_a_level_that_is_demanded_is_never_replaced(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("NN_SANDBOX", name)

    with pytest.raises(GraderFault, match=f"NN_SANDBOX={name} is not to be had here"):
        sandbox.level()
    with pytest.raises(GraderFault, match="is not to be had here"):
        Session(QUICK).run("1")


def test_a_level_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NN_SANDBOX", "iron")

    with pytest.raises(GraderFault, match="expected one of strong, container, medium, weak"):
        sandbox.level()


def test_no_containment_is_to_be_had_only_on_purpose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NN_SANDBOX", "none")
    with pytest.raises(GraderFault, match="see --unsafe"):
        sandbox.level()

    monkeypatch.setenv("NN_UNSAFE", "1")
    with Session(QUICK) as session:
        assert value(session, "6 * 7") == 42
    assert sandbox.level() == "none"


@pytest.mark.usefixtures("bare")
def test_on_purpose_is_still_not_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NN_UNSAFE", "1")

    assert sandbox.level() == "weak"


# --- medium -------------------------------------------------------------------------------


@pytest.fixture
def medium(monkeypatch: pytest.MonkeyPatch) -> Session:
    """Return a session where no namespaces are allowed."""
    monkeypatch.setenv("NN_SANDBOX", "medium")
    return Session(QUICK)


@landlocked
def test_the_medium_level_runs_homework(medium: Session) -> None:
    with medium as session:
        session.run("import numpy as np\ndef f(x): return np.tanh(x)")
        with session.apart():
            assert session.get("f")(0.0) == 0.0


@landlocked
@pytest.mark.parametrize(
    "cell",
    [
        "open('{secret}').read()",
        "open('{secret}', 'w')",
        "import os; os.listdir('{folder}')",
        "import os; os.truncate('{secret}', 0)",
        "import os; os.kill({grader}, 0)",
        "open('/proc/{grader}/environ').read()",
        "import socket; socket.socket()",
        "import course_utils.neuron",
        "import sklearn.linear_model",
    ],
)
def test_the_medium_level_stops(medium: Session, cell: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret")

    with medium as session:
        told = cell.format(secret=secret, folder=tmp_path, grader=os.getpid())
        assert error(session, told)
    assert secret.read_text() == "a secret"


@landlocked
def test_the_medium_level_leaves_no_process_behind(
    medium: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang_up(link: Link) -> None:
        link.line.close()
        time.sleep(0.3)  # time for a worker to see it, and to end by itself

    monkeypatch.setattr(Link, "close", hang_up)
    seconds = str(691_200 + os.getpid())
    with medium as session:
        session.run(f"!(setsid sleep {seconds} > /dev/null 2>&1 &)")
        assert running(seconds)

    assert gone(seconds)


# --- what all processes use together ------------------------------------------------------


@strong
def test_children_cannot_take_together_what_one_may_not() -> None:
    eat = "import time; b = bytearray(b'1') * (120 << 20); time.sleep(9)"
    cell = (
        "import subprocess, sys, time\n"
        f'kept = [subprocess.Popen([sys.executable, "-c", "{eat}"]) for _ in range(4)]\n'
        "time.sleep(9)"
    )
    limits = dataclasses.replace(QUICK, memory_mb=300, cell_seconds=9.0)

    with Session(limits) as session:
        session.run("kept = 1")
        with pytest.raises(Stopped, match="more than 300 MB of memory") as caught:
            session.run(cell)
        assert session.get("kept") == 1
    assert caught.value.reason == "memory limit"


@strong
def test_processes_are_counted_together() -> None:
    cell = "import subprocess, time\nfor _ in range(30): subprocess.Popen(['sleep', '9'])\n"
    with Session(dataclasses.replace(QUICK, processes=20)) as session:
        if os.getuid():  # the kernel counts for everyone but root
            assert error(session, cell) == "BlockingIOError"
        else:
            with pytest.raises(Stopped, match="more than 20 processes"):
                session.run(cell + "time.sleep(3)")


@strong
def test_processes_that_ended_do_not_count() -> None:
    cell = "import os, time\nfor _ in range(40): os.system('true &')\ntime.sleep(0.5)"
    with Session(dataclasses.replace(QUICK, processes=20)) as session:
        session.run(cell)

        assert value(session, "6 * 7") == 42


def test_memory_is_seen_though_the_first_thread_has_ended() -> None:
    act = "import ctypes, threading, time\nheld = bytearray(b'1') * (64 << 20)\n"
    act += "threading.Thread(target=lambda: print(1, flush=True) or time.sleep(30)).start()\n"
    leave = {"x86_64": 60, "aarch64": 93}[platform.machine()]
    act += f"time.sleep(0.2); ctypes.CDLL(None).syscall({leave}, 0)"
    with subprocess.Popen([sys.executable, "-c", act], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout
            process.stdout.read(1)
            stat, ends = Path(f"/proc/{process.pid}/stat"), time.monotonic() + 10
            while " Z " not in stat.read_text() and time.monotonic() < ends:
                time.sleep(0.01)
            counted = memory.resident(process.pid), memory.share(process.pid)
        finally:
            process.kill()

    assert min(counted) > 64 << 20


def test_only_root_shares_what_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert sandbox.lend() is None


def test_a_page_that_is_shared_counts_once() -> None:
    block = bytearray(b"1") * (64 << 20)
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), 19)
        os._exit(len(block) > 0)
    os.waitpid(child, os.WUNTRACED)
    try:
        processes = [os.getpid(), child]
        apart = sum(map(memory.resident, processes))
        together = sum(map(memory.share, processes))
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)

    assert apart - together > 60 << 20
    assert not memory.exceeds(processes[:1], 1 << 40)


def test_descendants_are_found() -> None:
    with subprocess.Popen(["sh", "-c", "sleep 9; true"]) as process:
        try:
            while len(found := memory.tree(process.pid)) < 2:
                pass
        finally:
            for number in reversed(found):
                os.kill(number, 9)

    assert found[0] == process.pid
