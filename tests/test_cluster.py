"""A Dask cluster grades a class as this machine does, also when a worker dies."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from autograder.engine.plan import Plan
from autograder.engine.wish import Wish
from autograder.errors import GraderFault
from autograder.grading import Course
from tests.builders import NAME, Classroom, environment
from tests.classes import class_of, graded, whole
from tests.crashes import twin

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@contextlib.contextmanager
def program(folder: Path, *arguments: str) -> Iterator[None]:
    """Run one of Dask's programs in a folder of its own until it is not needed any more."""
    folder.mkdir()
    running = subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        running.terminate()
        running.wait(30)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the scheduler of two workers, each with an empty folder."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    with contextlib.ExitStack() as stack:
        about = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        start = stack.enter_context
        start(program(folder / "s", "scheduler", *about, "--scheduler-file", str(told)))
        for name in ("a", "b"):
            options = ("--nthreads", "1", "--no-dashboard", "--local-directory", ".")
            start(program(folder / name, "worker", "--scheduler-file", str(told), *options))
        ended = time.monotonic() + 60
        while not told.exists() and time.monotonic() < ended:
            time.sleep(0.1)
        with Client(scheduler_file=str(told), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            found = str(client.scheduler_info()["address"])
        yield found


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Classroom:
    room = class_of(tmp_path / "course", 6)
    monkeypatch.chdir(room.root)
    return room


def test_a_cluster_gives_the_same_and_loses_nothing_with_a_worker(
    room: Classroom, address: str
) -> None:
    here = twin(room.root, "here")
    with contextlib.chdir(here):
        graded(here)
    with Course(room.root).class_run(NAME, Wish(scheduler=address)) as run:
        marks = run.marks()
        next(marks)
        with Client(address, set_as_default=False) as client:
            pids = sorted(client.run(os.getpid).values())
        os.kill(pids[0], signal.SIGKILL)
        list(marks)

    assert len(pids) == 2
    assert whole(room.root) == whole(here)


def test_a_worker_with_another_version_is_refused(
    room: Classroom, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.engine.plan.np.__version__", "0.9")

    with pytest.raises(GraderFault, match=r"can't be used: .*expected .*numpy 0\.9"):
        graded(room.root, workers=None, scheduler=address)


def test_a_scheduler_that_does_not_answer_is_told(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.engine.cluster.SECONDS", 1)

    with pytest.raises(GraderFault, match=r"no workers at tcp://127.0.0.1:9: .*dask scheduler"):
        graded(room.root, scheduler="tcp://127.0.0.1:9")


def test_a_plan_keeps_its_secret_to_itself() -> None:
    plan = Plan("a", {}, [], None, {}, b"hush")

    assert "hush" not in repr(plan)
