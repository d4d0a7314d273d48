"""That the benchmark of the grader counts every process, however it ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks._accounts import _groups, account
from benchmarks._processes import measured


@pytest.mark.skipif(sys.platform != "linux", reason="control groups are Linux's")
def test_who_was_killed_is_counted_where_a_group_can_be_made(tmp_path: Path) -> None:
    burn = "import os, time\nwhile time.process_time() < 0.4: pass\nos.kill(os.getpid(), 9)"
    forgets = (
        "import signal, subprocess, sys\n"
        "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"  # nobody waits for it
        f"subprocess.Popen([sys.executable, '-c', {burn!r}]).wait()\n"
    )
    program = (
        "import json, sys\nfrom pathlib import Path\n"
        "from benchmarks._processes import measured\n"
        f"use = measured([sys.executable, '-c', {forgets!r}], Path({str(tmp_path)!r}))\n"
        "print(json.dumps([use.processor, use.complete]))\n"
    )

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    processor, complete = json.loads(told.stdout)

    assert processor > 0.4 or not complete


def test_a_command_that_is_not_there_is_told_and_leaves_no_group(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-program"):
        measured(["no-such-program"], tmp_path)

    folders = [parent / f"benchmark-{os.getpid()}" for parent, *_ in _groups()]
    assert not any(map(Path.exists, folders))


def test_where_there_are_no_groups_children_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("benchmarks._accounts.standing", dict)

    with account() as used:
        subprocess.run([sys.executable, "-c", "sum(range(10**6))"], check=True)

    assert not used.complete
    assert used.seconds() > 0
