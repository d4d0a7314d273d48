"""Whoever works for the engine may die at any moment; no submission goes with them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.__main__ import main
from autograder.engine.crew import Processes, WorkerDied
from autograder.engine.plan import Plan
from autograder.engine.run import ClassRun
from autograder.engine.wish import Wish
from autograder.errors import Unfit
from autograder.grading import Course
from autograder.sandbox import view
from tests.builders import NAME, Classroom, environment
from tests.classes import COMMENTS, GRADES, class_of, gradebook_of, graded, rows, whole
from tests.crashes import twin

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Classroom]:
    """Return a class of six, and stand in its folder."""
    room = class_of(tmp_path_factory.mktemp("crew") / "course", 6)
    before = Path.cwd()
    os.chdir(room.root)
    yield room
    os.chdir(before)


@pytest.fixture(scope="module")
def crew(room: Classroom) -> Iterator[Processes]:
    with Course(room.root).class_run(NAME, Wish()) as run:
        crew = Processes(run.plan, room.root, 1)
    yield crew
    crew.close()


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(marker: Path) -> str:
    if not marker.exists():
        marker.touch()
        die()
    return "done"


def test_what_a_dead_worker_was_doing_is_tried_again(crew: Processes, tmp_path: Path) -> None:
    assert crew.submit(die_once, tmp_path / "marker").result(60) == "done"


def test_what_kills_every_worker_is_given_up(crew: Processes) -> None:
    with pytest.raises(WorkerDied, match="the worker died 3 times"):
        crew.submit(die).result(60)
    assert crew.submit(os.getppid).result(60)


def test_a_worker_leaves_ctrl_c_to_its_parent(crew: Processes) -> None:
    pid = crew.submit(os.getpid).result(60)

    os.kill(pid, signal.SIGINT)

    assert crew.submit(os.getpid).result(60) == pid


def test_a_class_is_whole_though_its_workers_are_killed(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    undisturbed = twin(room.root, "undisturbed")
    monkeypatch.chdir(undisturbed)
    graded(undisturbed)
    monkeypatch.chdir(room.root)
    found: list[Processes] = []

    def crew(_: Wish, plan: Plan, root: Path, __: int) -> Processes:
        found.append(Processes(plan, root, 2))
        return found[0]

    monkeypatch.setattr(Wish, "crew", crew)
    with Course(room.root).class_run(NAME, Wish(workers=2)) as run:
        for count, _ in enumerate(run.marks()):
            if count in (1, 3):  # both workers have begun something by now
                for pid in found[0].pids():
                    os.kill(pid, signal.SIGKILL)

    assert whole(room.root) == whole(undisturbed)


def test_work_that_kills_every_worker_is_for_a_person(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = ClassRun._begin

    def deadly(run: ClassRun, crew: Processes, task: object) -> object:
        future = begin(run, crew, task)  # type: ignore[arg-type]
        return crew.submit(die) if getattr(task, "student", "") == "s002" else future

    monkeypatch.setattr(ClassRun, "_begin", deadly)
    monkeypatch.setattr(Wish, "crew", _roomy)

    marks = graded(room.root, workers=2, force=True)

    (lost,) = (mark for mark in marks if not mark.graded)
    assert lost.problem.startswith("not graded: WorkerDied: the worker died 3 times")
    assert (lost.student, lost.waiting, len(marks)) == ("s002", True, 6)


def test_a_worker_with_other_code_does_nothing_and_says_why(crew: Processes) -> None:
    plan, root, _ = crew.start
    older = replace(plan, versions=plan.versions | {"grader": "older"})
    other = Processes(older, root, 1)

    with pytest.raises(Unfit, match=r"^the grader changed since the run began$"):
        other.submit(os.getpid).result(60)
    other.close()


def test_a_run_stops_when_the_checks_are_edited(
    room: Classroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    graded(room.root, force=True)
    before = whole(room.root)
    checks = room.root / "assignments" / NAME / "private" / "checks" / "__init__.py"
    text, commit, found = checks.read_text(), ClassRun._commit, list[Processes]()

    def crew(*arguments: Any) -> Processes:
        found.append(_roomy(*arguments))
        return found[0]

    def edited(run: ClassRun, task: Any) -> None:
        commit(run, task)
        checks.write_text(f"{text}\n# edited")
        for pid in found[0].pids():  # whoever comes now finds other checks
            os.kill(pid, signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(Wish, "crew", crew)
        patch.setattr(ClassRun, "_commit", edited)
        code = main(["grade", NAME, "--force"])
    checks.write_text(text)

    assert code == 3
    told = capsys.readouterr().err
    assert "of 6: the checks changed since the run began; what was graded is safe" in told
    assert rows(gradebook_of(room.root), GRADES, COMMENTS) == before[1:3]
    assert all(mark.graded for mark in graded(room.root, resume=True))
    assert whole(room.root) == before


def _roomy(_: Wish, plan: Plan, root: Path, __: int) -> Processes:
    crew = Processes(plan, root, 3)
    crew.places = 1
    return crew


def test_no_worker_outlives_a_killed_run(room: Classroom) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "autograder", "grade", NAME, "--force", "--workers", "2"],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    ended = time.monotonic() + 60
    while len(below(program.pid)) < 4 and time.monotonic() < ended:
        time.sleep(0.1)
    workers = below(program.pid)
    program.kill()
    program.wait()

    assert len(workers) >= 4  # a tracker, a server, two workers
    while any(map(runs, workers)) and time.monotonic() < ended:
        time.sleep(0.1)
    assert not any(map(runs, workers))
    assert not [mark for mark in graded(room.root, resume=True) if not mark.graded]


def below(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that these have started."""
    told = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True)
    parents = {
        int(line.split()[0]): int(line.split()[1]) for line in told.stdout.splitlines()[1:]
    }
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found[1:]


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_worker_leaves_no_folder_behind(room: Classroom) -> None:
    with Course(room.root).class_run(NAME, Wish()) as run:
        crew = Processes(run.plan, room.root, 1)
    box = crew.submit(view.box).result(60)
    assert (box / "autograder" / "worker.py").is_file()

    crew.close()

    assert not box.exists()
