"""A process that has imported everything already and forks a fresh worker when asked.

It runs inside bubblewrap with the same read-only view that a worker has, holds no secret,
and never runs a line of student code.  Each child is a sandbox of its own: own processes,
mounts, network and names, empty folders, no rights, and no descriptor but its own link::

    zygote ── worker (runs student code; its end is the end of its world)

Requests come over one socket: a JSON text with the limits, and the worker's end of a link.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import os
import signal
import socket
import sys
from typing import Any

from autograder import confine
from autograder.shell import Recorder, make_shell
from autograder.worker import Worker, from_seed

LARGEST = 65_536
# what cells commonly do: run once in a child, to see which modules that loads
REHEARSAL = """
import numpy as np, sys
from course_utils import checks, comparison, predictions, quiz
np.random.default_rng(0).normal(size=3)
%time 1 + 1
print(np.arange(3.0)); display(1)
def f(
1 / 0
"""
PLOTS = """
import matplotlib.pyplot as plt
plt.plot([1, 2]); plt.title("$x$"); plt.show()
"""


def rehearse(recorder: Recorder, shell: Any, cells: str) -> list[str]:
    """Return the modules that common cells load, found out in a child that is thrown away."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            for cell in cells.strip().splitlines():
                recorder.start()
                shell.run_cell(cell)
            os.write(writing, json.dumps(sorted(sys.modules)).encode()[: 1 << 16])
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        names = told.read()
    os.waitpid(pid, 0)
    return [str(name) for name in json.loads(names or b"[]")]


def draw() -> None:
    """Draw a picture for nobody: fonts and styles are looked up once for all workers."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure()
    axes = figure.subplots()
    axes.plot([1.0, 2.0], label="1")
    axes.legend()
    figure.set_canvas(FigureCanvasAgg(figure))
    figure.savefig(io.BytesIO())


def try_out(shell: Any) -> None:
    """Run a few lines of our own: what the shell compiles and looks up is kept for all."""
    for cell in ("x = [1]\nx", "%time 1", "1 / 0", "def f("):
        shell.run_cell(cell, store_history=False, silent=True)
    shell.user_ns.pop("x")
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        vars(sys).pop(name, None)


def warm_up(*, plots: bool) -> tuple[Recorder, Any]:
    """Load what workers need, once for all of them."""
    recorder = Recorder()
    shell = make_shell(recorder)
    for name in rehearse(recorder, shell, REHEARSAL + PLOTS if plots else REHEARSAL):
        if name.startswith("_") or name.partition(".")[0] in ("__main__", "autograder"):
            continue
        try:
            importlib.import_module(name)
        except Exception:
            continue
    if plots:
        draw()
    try_out(shell)
    recorder.start()
    gc.collect()
    gc.freeze()  # the collector's marks would copy every page into every child
    return recorder, shell


def work(
    control: socket.socket,
    link: socket.socket,
    wish: dict[str, Any],
    made: tuple[Recorder, Any],
) -> None:
    """Build a new world and be the worker of one submission in it.

    As its first process: whatever is started there ends with this one, by the kernel's word.
    """
    control.close()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    confine.die_with_parent()
    confine.own_view(wish["folders"], wish["size"])
    link.sendall(b"!")  # by this the judge learns the number of this process
    os.setsid()
    os.chdir(wish["folders"][0])
    confine.limit_resources(wish["rlimits"])
    confine.give_up_rights()
    confine.refuse_calls()
    from_seed()
    link.sendall(b"!")
    Worker(link, *made, wish["folders"]).serve()


def bury(*_: object) -> None:
    """Wait for children that have ended, so that what they used is counted as ours."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def serve(control: socket.socket, made: tuple[Recorder, Any]) -> None:
    """Fork a worker for each request until the judge hangs up."""
    ours = os.open("/proc/self/ns/pid", os.O_RDONLY)
    signal.signal(signal.SIGCHLD, bury)
    while True:
        wish, descriptors, _, _ = socket.recv_fds(control, LARGEST, 1)
        if not wish:
            return
        link = socket.socket(fileno=descriptors[0])
        link.setblocking(True)
        confine.new_processes_apart()
        if os.fork() == 0:
            try:
                os.close(ours)
                work(control, link, json.loads(wish), made)
            finally:
                os._exit(0)
        confine.back_to(ours)
        link.close()


def main() -> None:
    """Start with ``python zygote.py FILE_DESCRIPTOR [plots]``."""
    control = socket.socket(fileno=int(sys.argv[1]))
    os.set_inheritable(control.fileno(), False)
    made = warm_up(plots="plots" in sys.argv)
    sys.argv[1:] = []
    control.sendall(b"ready")
    serve(control, made)
