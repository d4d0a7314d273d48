"""Which containment is taken, and that none is taken silently."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder import landlock, sandbox
from autograder.errors import GraderFault, Stopped
from autograder.sandbox import Limits, container, levels, memory
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
def test_the_medium_level_leaves_no_process_behind(medium: Session) -> None:
    seconds = str(691_200 + os.getpid())
    with medium as session:
        session.run(f"!(setsid sleep {seconds} > /dev/null 2>&1 &)")
        assert running(seconds)

    assert gone(seconds)


# --- containers ---------------------------------------------------------------------------

STAND_IN = """#!{python}
import json, os, sys
arguments = sys.argv[1:]
with open({log!r}, "a") as log:
    log.write(json.dumps(arguments) + "\\n")
if arguments[0] == "run":
    volumes = dict(a.split(":")[:2][::-1] for a in arguments if a.count(":") == 2)
    inside = arguments[arguments.index("the-image") + 1:]
    wish = json.loads(inside[-1])
    wish["address"] = wish["address"].replace("/link", volumes["/link"])
    code = inside[-2].replace("/course", volumes["/course"])
    wish["folders"] = []
    os.execv({python!r}, [{python!r}, "-s", "-P", "-c", code, json.dumps(wish)])
"""


@pytest.fixture
def docker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program into docker's place that starts the worker without a container."""
    log = tmp_path / "log"
    program = tmp_path / "docker"
    program.write_text(STAND_IN.format(python=sys.executable, log=str(log)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("NN_IMAGE", "the-image")
    monkeypatch.setenv("NN_SANDBOX", "container")
    monkeypatch.setattr(container, "PROGRAMS", ("docker",))
    container.find.cache_clear()
    return log


def test_a_container_is_used_where_a_program_has_the_image(docker: Path) -> None:
    with Session(QUICK) as session:
        session.run("def f(x): return x + 1")
        with session.apart():
            assert session.get("f")(1) == 2

    asked = [json.loads(line) for line in docker.read_text().splitlines()]
    assert [one[0] for one in asked] == ["image", "run", "kill"]
    assert asked[1][asked[1].index("--name") + 1] == asked[2][1]
    container.find.cache_clear()


def test_a_container_is_closed_off() -> None:
    told = " ".join(container.command("docker", "worker-1", "/tmp/x", Limits(memory_mb=300)))

    for option in (
        "--network none",
        "--read-only",
        "--pids-limit 256",
        "--memory 300m --memory-swap 300m",
        "--user 65534:65534",
        "--cap-drop ALL",
        "--security-opt no-new-privileges",
        "--tmpfs /scratch:rw,nosuid,nodev,size=64m",
    ):
        assert option in told


def test_a_program_without_the_image_is_no_container(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "docker"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("NN_IMAGE", "no-such-image")

    assert "has the image no-such-image" in sandbox.why_not("container")


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
