"""A process that has imported everything already and forks a fresh worker when asked.

It runs inside bubblewrap with the same read-only view that a worker has, holds no secret,
and never runs a line of student code.  Each child is a sandbox of its own: own processes,
mounts, network and names, empty folders, no rights, and no descriptor but its own link::

    root ── zygote of a grading process ── worker (its end is the end of its world)
      └──── zygote with Matplotlib ready, from which those who plot get theirs

Requests come over one socket, each a JSON text and the other end of a line: a worker's
limits, or whether another zygote is to have Matplotlib.
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
Made = tuple[Recorder, Any]  # what workers need: where outputs go, and the shell
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


def load(recorder: Recorder, shell: Any, cells: str) -> None:
    """Load what these cells would."""
    for name in rehearse(recorder, shell, cells):
        if name.startswith("_") or name.partition(".")[0] in ("__main__", "autograder"):
            continue
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def warm_up() -> Made:
    """Load what workers need, once for all of them."""
    recorder = Recorder()
    shell = make_shell(recorder)
    load(recorder, shell, REHEARSAL)
    try_out(shell)
    settle(recorder)
    return recorder, shell


def settle(recorder: Recorder) -> None:
    """Let what is there be shared: the collector's marks would copy every page."""
    recorder.start()
    gc.collect()
    gc.freeze()


def work(link: socket.socket, wish: dict[str, Any], made: Made) -> None:
    """Build a new world and be the worker of one submission in it.

    As its first process: whatever is started there ends with this one, by the kernel's word.
    """
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


class Zygote:
    """Fork workers, and other zygotes, as they are asked for.

    Parameters
    ----------
    control : socket.socket
        Where requests come from.
    made : tuple of Recorder and InteractiveShell
        What workers need.
    plots : bool
        Whether Matplotlib is ready.
    """

    def __init__(self, control: socket.socket, made: Made, *, plots: bool = False) -> None:
        self.control, self.made, self.plots = control, made, plots
        self.plotting: socket.socket | None = None  # leads to the one that has Matplotlib
        self.ours = os.open("/proc/self/ns/pid", os.O_RDONLY)

    def serve(self) -> None:
        """Do what is asked until everybody has hung up."""
        signal.signal(signal.SIGCHLD, bury)
        while True:
            told, descriptors, _, _ = socket.recv_fds(self.control, LARGEST, 1)
            if not told:
                return
            with socket.socket(fileno=descriptors[0]) as line:
                line.setblocking(True)
                wish = json.loads(told)
                if "plots" not in wish:
                    self.fork(line, wish)
                elif wish["plots"] and not self.plots:
                    self.pass_on(told, line)
                else:
                    self.divide(line, plots=self.plots)

    def fork(self, line: socket.socket, wish: dict[str, Any]) -> None:
        """Make a worker."""
        confine.new_processes_apart()
        if os.fork() == 0:
            try:
                self.leave()
                work(line, wish, self.made)
            finally:
                os._exit(0)
        confine.back_to(self.ours)

    def divide(self, line: socket.socket, *, plots: bool) -> None:
        """Make another zygote, which listens to this line alone."""
        if os.fork() == 0:
            try:
                self.leave()
                if plots and not self.plots:
                    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                    load(*self.made, PLOTS)
                    draw()
                    settle(self.made[0])
                line.sendall(b"!")  # by this the other side learns its number
                Zygote(line, self.made, plots=plots).serve()
            finally:
                os._exit(0)

    def leave(self) -> None:
        """Close what a child has no use for."""
        os.close(self.ours)
        self.control.close()
        if self.plotting:
            self.plotting.close()

    def pass_on(self, told: bytes, line: socket.socket) -> None:
        """Let the zygote answer that has Matplotlib; it may have died since the last wish."""
        for _ in range(2):
            with contextlib.suppress(OSError):
                socket.send_fds(self._plotting(), [told], [line.fileno()])
                return
            if self.plotting:
                self.plotting.close()
            self.plotting = None

    def _plotting(self) -> socket.socket:
        """Return the way to a zygote that has Matplotlib, which is loaded once for all."""
        if self.plotting is None:
            self.plotting, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self.divide(theirs, plots=True)
        return self.plotting


def main() -> None:
    """Start with ``python zygote.py FILE_DESCRIPTOR``."""
    control = socket.socket(fileno=int(sys.argv[1]))
    os.set_inheritable(control.fileno(), False)
    made = warm_up()
    sys.argv[1:] = []
    Zygote(control, made).serve()
