"""However often and wherever a run is killed, going on with it ends the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox import find_bubblewrap
from tests.builders import ROOT, environment

MOMENTS = 12  # `.ci/run` tries 50


@pytest.mark.slow
def test_a_run_killed_at_any_moment_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.crashes", str(tmp_path), str(MOMENTS)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{MOMENTS} of {MOMENTS} killed, 0 different" in done.stdout


@pytest.mark.slow
@pytest.mark.needs("bwrap")
def test_a_run_that_filled_the_disk_goes_on_once_there_is_room(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    disk = (str(find_bubblewrap()), "--dev-bind", "/", "/", "--size", str(6 << 20))
    program = (sys.executable, "-W", "ignore", "-m", "tests.full_disk")

    done = subprocess.run(
        [*disk, "--tmpfs", str(small), *program, str(tmp_path), str(small)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "stopped after" in done.stdout
    assert "what was graded is safe; mend that and run it again with --resume" in done.stdout
