"""That nothing outlives a worker, however late it was started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from autograder.sandbox import memory
from autograder.sandbox.processes import end_descendants

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")

STARTS_DAEMONS = """
import subprocess, sys
from autograder import confine
confine.control(confine.REAPER, 1)
for line in sys.stdin:
    subprocess.Popen(["sh", "-c", "(setsid sh -c 'sleep 20; true' &)"])
    print("started", flush=True)
"""


def test_a_process_that_is_just_being_started_is_ended_too() -> None:
    command = [sys.executable, "-c", STARTS_DAEMONS]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True, bufsize=1) as parent:
        assert parent.stdin
        assert parent.stdout
        for milliseconds in range(60):
            parent.stdin.write("\n")
            parent.stdout.readline()
            time.sleep(milliseconds / 10_000)

            end_descendants(parent.pid)
            time.sleep(0.01)
            assert not any(map(memory.resident, memory.descendants(parent.pid)))
            os.kill(parent.pid, signal.SIGCONT)
