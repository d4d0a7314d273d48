"""What tests of workers share: short limits, the way to the link, and looks inside."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from autograder.sandbox import Limits, Process
from autograder.session import Session

strong = pytest.mark.needs("bwrap")
QUICK = Limits(cell_seconds=4.0, call_seconds=1.0, total_seconds=40.0)

# What student code can find of the connection to the judge: it lives in the same process.
LINK = """
import gc, json, os, socket, struct, threading, time
link = next(o for o in gc.get_objects() if isinstance(o, socket.socket) and o.fileno() >= 0)
def send(body, *buffers):
    header = {"body": body, "buffers": [len(b) for b in buffers]}
    text = json.dumps(header).encode()
    link.sendall(struct.pack(">I", len(text)) + text + b"".join(buffers))
"""


def ended(process: Process) -> None:
    """Wait until a worker is dead."""
    ends = time.monotonic() + 5
    while Path(f"/proc/{process.number}").exists() and time.monotonic() < ends:
        state = Path(f"/proc/{process.number}/stat").read_text().rpartition(")")[2].split()[0]
        if state == "Z":
            return
        time.sleep(0.01)


def value(session: Session, expression: str) -> Any:
    session.run(f"result = {expression}")
    return session.get("result")


def error(session: Session, cell: str) -> str:
    return "".join(
        str(o.get("ename")) for o in session.run(cell) if o["output_type"] == "error"
    )


def running(seconds: str) -> bool:
    told = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    return f"sleep {seconds}" in told.stdout


def gone(seconds: str) -> bool:
    """Wait for a moment: the kernel ends the processes of a namespace on its own time."""
    ends = time.monotonic() + 5
    while running(seconds) and time.monotonic() < ends:
        time.sleep(0.05)
    return not running(seconds)
