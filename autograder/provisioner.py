"""A Jupyter kernel in our sandbox, for notebooks that nbgrader itself executes.

The kernel and the program that talks to it share a folder of Unix sockets and nothing else:
no network, a read-only system, and a copy of the working folder in which no notebook, no
time stamp and no secret lies.  Files that the notebook writes come back when it ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Integer

from autograder import sandbox
from autograder.errors import GraderFault
from autograder.exchange.inbound import TooMuch, read_folder
from autograder.sandbox import Limits, memory, view

LEVELS = ("strong", "weak", "none")
HELD_BACK = ("timestamp.txt", "submission_secret.txt")
OURS = ("autograder", "course_utils")  # stay hidden; other libraries are this notebook's to use
# ZeroMQ makes an Internet socket even where it needs none, and ends the process if it can't;
# in the sandbox's own network such a socket leads nowhere.
START = (
    "import json, os, sys; told = json.loads(sys.argv[1]); sys.path.insert(0, told['box']); "
    "from autograder import confine; confine.limit_resources(told['rlimits']); "
    "confine.give_up_rights(); told['refuse'] and confine.refuse_calls(network=True); "
    "os.execvp(told['command'][0], told['command'])"
)


def level() -> str:
    """Return the containment of a kernel on this machine.

    Raises
    ------
    GraderFault
        If ``NN_SANDBOX`` demands a level that is not to be had for a kernel.
    """
    found = sandbox.level()
    if found in LEVELS:
        return found
    if os.environ.get("NN_SANDBOX"):
        msg = (
            f"NN_SANDBOX={found}: a notebook without declared checks runs in a kernel of "
            f"Jupyter's, which can be had at {', '.join(LEVELS)}; install bubblewrap"
        )
        raise GraderFault(msg)
    return "weak"


class ContainedKernel(LocalProvisioner):
    """Starts a kernel in the sandbox and ends it when it takes too much.

    The limits are nbgrader settings, ``c.ContainedKernel.memory_mb = 4096`` for instance.
    """

    memory_mb = Integer(2048, help="memory of all the kernel's processes").tag(config=True)
    cpu_seconds = Integer(600, help="processor time of each process").tag(config=True)
    disk_mb = Integer(100, help="what the working folder may grow to").tag(config=True)
    processes = Integer(256, help="processes and threads").tag(config=True)

    box: Path | None = None
    given = Path()
    level = "none"
    ended = False

    @property
    def limits(self) -> Limits:
        """Return the limits in the words of the sandbox."""
        sizes: dict[str, Any] = {"memory_mb": self.memory_mb, "scratch_mb": self.disk_mb}
        return Limits(total_seconds=self.cpu_seconds, processes=self.processes, **sizes)

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Make the folders, and return the command that starts the kernel among them."""
        self.level = level()
        self.given = Path(kwargs.pop("cwd", None) or ".").resolve()
        self.box = Path(tempfile.mkdtemp(prefix="kernel-"))
        (self.box / "link").mkdir()
        copy_in(self.given, self.box / "work")
        manager: Any = self.parent
        manager.transport, manager.ip = "ipc", str(self.box / "link" / "k")
        kwargs = await super().pre_launch(**kwargs)
        seen = view.SCRATCH if self.level == "strong" else str(self.box)
        connection = json.loads(Path(manager.connection_file).read_text("utf-8"))
        told = json.dumps(connection | {"ip": f"{seen}/link/k"})
        (self.box / "link" / "connection.json").write_text(told, "utf-8")
        names = {
            manager.connection_file: f"{seen}/link/connection.json",
            sys.executable: view.python(),
        }
        cmd = self._started([names.get(part, part) for part in kwargs["cmd"]], seen)
        environment = view.environment(str(self.box)) | self._passed_on()
        return kwargs | {"cmd": cmd, "cwd": str(self.box / "work"), "env": environment}

    def _started(self, kernel: list[str], seen: str) -> list[str]:
        strong = self.level == "strong"
        wish = {
            "command": kernel,
            "box": view.BOX if strong else str(view.box()),
            "rlimits": {} if self.level == "none" else self.limits.rlimits,
            "refuse": strong,
        }
        inside = [view.python(), "-s", "-P", "-c", START, json.dumps(wish)]
        return [*self._bubblewrap(seen), *inside] if strong else inside

    def _bubblewrap(self, seen: str) -> list[str]:
        command = view.bubblewrap(sandbox.find_bubblewrap() or "bwrap", self.limits)
        for folder in view.masked():
            if folder.name not in OURS:
                command += ["--ro-bind", str(folder), str(folder)]
        for name in ("work", "link"):
            command += ["--bind", f"{self.box}/{name}", f"{seen}/{name}"]
        for name, value in self._passed_on().items():
            command += ["--setenv", name, value]
        command[command.index("--chdir") + 1] = f"{seen}/work"
        return command

    def _passed_on(self) -> dict[str, str]:
        """Return what nbgrader and the kernel's own description tell the kernel."""
        told: dict[str, str] = dict(self.kernel_spec.env)
        if stage := os.environ.get("NBGRADER_EXECUTION"):
            told["NBGRADER_EXECUTION"] = stage
        return told

    async def send_signal(self, signum: int) -> None:
        """Send a signal; an interrupt goes to the kernel alone, not to what contains it."""
        if signum != signal.SIGINT or self.level != "strong" or not self.process:
            await super().send_signal(signum)
            return
        inside = memory.tree(self.process.pid)  # bubblewrap, the first process, the kernel
        if len(inside) > 2:
            os.kill(inside[2], signum)

    async def poll(self) -> int | None:
        """Tell whether the kernel has ended; Jupyter asks once a second."""
        if self.process and self.process.poll() is None and (reason := self._too_much()):
            self.log.warning("The kernel was ended: %s", reason)
            self.ended = True
            await self.kill()
        return await super().poll()

    def _too_much(self) -> str:
        if self.level == "none" or not self.process or not self.box:
            return ""
        found = memory.tree(self.process.pid)
        if len(found) > self.processes:
            return f"it started more than {self.processes} processes"
        if memory.exceeds(found, self.memory_mb << 20):
            return f"it used more than {self.memory_mb} MB of memory"
        if size_of(self.box) > self.disk_mb << 20:
            return f"it wrote more than {self.disk_mb} MB of files"
        return ""

    async def cleanup(self, restart: bool = False) -> None:
        """Bring back what the notebook wrote, and remove the folders."""
        await super().cleanup(restart)
        box, self.box = self.box, None if not restart else self.box
        if box and not restart:  # nbclient comes by twice
            for problem in [] if self.ended else copy_back(box / "work", self.given):
                self.log.warning("%s", problem)
            shutil.rmtree(box, ignore_errors=True)


class ContainedManager(AsyncKernelManager):
    """Manages one kernel in the sandbox, whatever provisioner Jupyter uses elsewhere."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        about = {"kernel_id": str(uuid.uuid4()), "kernel_spec": self.kernel_spec}
        self.provisioner = ContainedKernel(parent=self, **about)


def is_held_back(path: Path) -> bool:
    """Tell whether a file is none of the notebook's: neither to be read nor to be written."""
    return path.is_symlink() or path.suffix == ".ipynb" or path.name in HELD_BACK


def copy_in(given: Path, work: Path) -> None:
    """Copy the working folder, without what student code must not read."""

    def ignored(folder: str, names: Iterable[str]) -> list[str]:
        return [name for name in names if is_held_back(Path(folder, name))]

    shutil.copytree(given, work, ignore=ignored, symlinks=True)


def copy_back(work: Path, given: Path) -> list[str]:
    """Copy what a notebook wrote to its folder, and return what stood in the way.

    Parameters
    ----------
    work : Path
        The folder that student code could write to; nothing in it is followed.
    given : Path
        The folder that it was copied from.
    """
    contents: dict[str, bytes] = {}

    def keep(file: BinaryIO, room: int) -> str:
        data = file.read(room + 1)
        if len(data) > room:
            msg = "more bytes than a submission may have"
            raise TooMuch(msg)
        contents[name := uuid.uuid4().hex] = data
        return name

    found = read_folder(work, keep)
    problems = [f"files were not brought back: {found.problem}"] if found.problem else []
    for path, name in found.files.items():
        try:
            _bring(given / path, contents[name])
        except OSError as error:  # a file where there was a folder, or the other way round
            problems.append(f"{path!r} was not brought back: {error.strerror}")
    return problems + found.notes


def _bring(target: Path, data: bytes) -> None:
    if is_held_back(target) or (target.is_file() and target.read_bytes() == data):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.write_bytes(data)


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder have; they may go while we look."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += Path(place, name).lstat().st_size
    return total
