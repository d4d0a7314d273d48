"""Control groups cap what all sandboxes use together, where we can make them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox import group
from autograder.session import Session
from tests.workers import QUICK, strong

here = pytest.mark.skipif(not group.places(), reason="needs a control group that we may write")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return folders that look like a user's groups under systemd, and our place in them."""
    own = tmp_path / "own"
    own.write_text("0::/user/app/mine.scope\n")
    for folder, controllers in (("user/app", "cpu memory pids"), ("user/app/mine.scope", "")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "cgroup.subtree_control").write_text(controllers)
        (tmp_path / folder / "cgroup.procs").touch()
    monkeypatch.setattr(group, "ROOT", tmp_path)
    monkeypatch.setattr(group, "OWN", own)
    return tmp_path / "user" / "app"


@pytest.fixture
def sleeper() -> Iterator[int]:
    with subprocess.Popen(["sleep", "60"]) as child:
        yield child.pid
        child.kill()


def test_a_group_is_made_beside_our_own_if_that_has_the_controllers(tree: Path) -> None:
    assert group.places() == [("memory", tree), ("pids", tree)]


def test_without_the_controllers_there_is_no_group(tree: Path) -> None:
    (tree / "cgroup.subtree_control").write_text("cpu")

    with pytest.raises(OSError, match="no control group for memory and processes"):
        group.Group("autograder-1")


def test_the_first_version_has_a_tree_for_each_controller(tree: Path) -> None:
    told = "3:pids:/\n2:memory:/a\n1:cpu:/\n0::/\n"
    (tree.parent.parent / "own").write_text(told)
    (tree.parent.parent / "memory" / "a").mkdir(parents=True)
    (tree.parent.parent / "pids").mkdir()

    root = tree.parent.parent
    assert group.places() == [("memory", root / "memory" / "a"), ("pids", root / "pids")]


def test_caps_only_rise(tree: Path) -> None:
    made = group.Group("autograder-1")
    for name in ("memory.max", "pids.max"):
        (tree / "autograder-1" / name).touch()

    made.cap(100, 30)
    made.cap(90, 40)

    assert (tree / "autograder-1" / "memory.max").read_text() == str(100 << 20)
    assert (tree / "autograder-1" / "pids.max").read_text() == "40"


def test_what_a_killed_grader_left_is_removed(tree: Path) -> None:
    kept = tree / f"autograder-{os.getpid()}"
    for folder in (kept, tree / "autograder-99999999", tree / "other"):
        folder.mkdir()

    group.sweep()

    assert {path.name for path in tree.iterdir() if path.is_dir()} == {
        kept.name,
        "mine.scope",
        "other",
    }


@here
@pytest.mark.sandbox
def test_a_group_stops_who_takes_too_much() -> None:
    assert group.trouble() == ""


@here
@pytest.mark.sandbox
def test_a_group_ends_with_who_is_in_it(sleeper: int) -> None:
    made = group.Group(f"autograder-{os.getpid()}-test")
    made.take(sleeper)

    assert made.folders["pids"].name in Path(f"/proc/{sleeper}/cgroup").read_text()
    made.remove()
    assert not any(folder.exists() for folder in made.folders.values())


@here
@strong
@pytest.mark.sandbox
@pytest.mark.parametrize("level", ["strong", "weak"])
def test_a_worker_is_in_the_group_before_it_runs_a_cell(
    level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NN_SANDBOX", level)
    with Session(QUICK) as session:
        session.run("x = 1")
        assert session.process
        told = Path(f"/proc/{session.process.number}/cgroup").read_text()

    assert told.count(f"autograder-{os.getpid()}") >= 1


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_without_groups_a_worker_runs_all_the_same(tree: Path) -> None:
    (tree / "cgroup.subtree_control").write_text("")
    group._ours.cache_clear()

    group.hold(os.getpid(), QUICK)
    group._ours.cache_clear()

    assert [path.name for path in tree.iterdir() if path.is_dir()] == ["mine.scope"]
