"""A container for each submission, by docker or podman."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

from autograder.errors import GraderFault
from autograder.sandbox import view
from autograder.sandbox.limits import Limits
from autograder.sandbox.processes import Process

PROGRAMS = ("podman", "docker")
LINKS = "/link"  # the folder inside in which the way to the judge lies
START_SECONDS = 60.0
PATIENCE = 0.2
MANY = 16384  # processes of one user in all containers; each has a limit of its own


def image() -> str:
    """Return the image that workers run in: Python with NumPy, Matplotlib and IPython."""
    return os.environ.get("NN_IMAGE", "")


@functools.cache
def find(wanted: str) -> str | None:
    """Return the first program that has the image and answers."""
    for name in PROGRAMS:
        path = shutil.which(name)
        if not path:
            continue
        asked = [path, "image", "inspect", wanted]
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(asked, capture_output=True, timeout=20, check=True)
            return path
    return None


def missing() -> str:
    """Return why there are no containers, or nothing."""
    if not image():
        return "NN_IMAGE names no image that has Python, NumPy, Matplotlib and IPython"
    if not find(image()):
        return f"neither {' nor '.join(PROGRAMS)} answers and has the image {image()}"
    return ""


def command(program: str, name: str, folder: str, limits: Limits) -> list[str]:
    """Return the command that starts a worker in a container.

    Parameters
    ----------
    program : str
        Path of docker or podman.
    name : str
        By which the container can be ended.
    folder : str
        Holds the socket on which the judge listens.
    limits : Limits
        What it may use.
    """
    size, memory, user = f"{limits.scratch_mb}m", f"{limits.memory_mb}m", view.NOBODY
    options = ["--rm", "--log-driver", "none", "--name", name, "--network", "none"]
    options += ["--read-only", "--user", f"{user}:{user}", "--cap-drop", "ALL"]
    options += ["--ipc", "private", "--security-opt", "no-new-privileges"]
    options += ["--pids-limit", str(limits.processes), *_ulimits(limits)]
    options += ["--memory", memory, "--memory-swap", memory, "--shm-size", size]
    if Path(program).name == "podman":  # it would open /tmp, /var/tmp and /run again
        options += ["--read-only-tmpfs=false"]
    options += ["--tmpfs", f"{view.SCRATCH}:rw,nosuid,nodev,size={size},mode=1777"]
    # names of message queues would outlive an exercise
    options += ["--tmpfs", "/dev/mqueue:ro,nosuid,nodev,size=4k,mode=555"]
    options += ["--volume", f"{view.box()}:{view.BOX}:ro", "--volume", f"{folder}:{LINKS}:ro"]
    for key, value in (view.environment(view.SCRATCH) | {"PATH": ""}).items():
        options += ["--env", f"{key}={value}"] if value else []
    # the kernel counts a user's processes over all containers, and so would a neighbour's count
    rlimits = {name: value for name, value in limits.rlimits.items() if name != "NPROC"}
    wish = {"address": f"{LINKS}/judge", "rlimits": rlimits, "refuse": True}
    wish["folders"] = view.FOLDERS
    start = view.START.format(box=view.BOX, program="worker")
    inside = ["python3", "-s", "-P", "-c", start, json.dumps(wish)]
    return [program, "run", *options, "--workdir", view.SCRATCH, image(), *inside]


def _ulimits(limits: Limits) -> list[str]:
    """Return what the program is not to choose: podman asks for more than it may give."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NPROC)
    processes = MANY if most == resource.RLIM_INFINITY else min(most, MANY)
    values = {"nofile": limits.rlimits["NOFILE"], "nproc": processes, "core": 0}
    return [f"--ulimit={name}={value}:{value}" for name, value in values.items()]


class Container(Process):
    """A worker in a container.

    Parameters
    ----------
    program : str
        Path of docker or podman.
    limits : Limits
        What it may use; the container's own control group holds it to the memory.
    """

    def __init__(self, program: str, limits: Limits) -> None:
        self.program, self.name = program, f"worker-{uuid.uuid4().hex}"
        self.folder = tempfile.mkdtemp(prefix="worker-link-")
        Path(self.folder).chmod(0o711)
        with socket.socket(socket.AF_UNIX) as door:
            door.bind(f"{self.folder}/judge")
            Path(self.folder, "judge").chmod(0o666)
            door.listen(1)
            start = command(program, self.name, self.folder, limits)
            self.child = subprocess.Popen(
                start,
                cwd=self.folder,  # podman's helper leaves a file where it was started
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                link = self._accepted(door)
            except OSError as error:
                told = str(error) if self.child.poll() is None else _reason(start)
                self._end()
                msg = f"{program} could not start the image {image()}: {told}"
                raise GraderFault(msg) from error
        super().__init__(link, self.child.pid, limits)

    def _accepted(self, door: socket.socket) -> socket.socket:
        """Return the line to the worker, once it is there."""
        ends = time.monotonic() + START_SECONDS
        door.settimeout(PATIENCE)
        while time.monotonic() < ends:
            ended = self.child.poll() is not None  # the worker may have been there before that
            with contextlib.suppress(TimeoutError):
                return door.accept()[0]
            if ended:
                break
        msg = f"it took more than {START_SECONDS:g} seconds"
        raise TimeoutError(msg)

    def look(self) -> None:
        """Leave it to the container's control group."""

    def _end(self) -> None:
        ended = [self.program, "kill", self.name]
        subprocess.run(ended, capture_output=True, timeout=60, check=False)
        self.child.kill()
        self.child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """End the container."""
        self.link.close()
        if self.child.returncode is None:
            self._end()


def _reason(start: list[str]) -> str:
    """Return what the program says when it is started again; a student's words go nowhere."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        again = subprocess.run(start, capture_output=True, text=True, timeout=20, check=False)
        return (again.stderr.strip().splitlines() or ["it said nothing"])[-1]
    return "it hangs"


def start(limits: Limits) -> Process:
    """Start a worker in a container of its own."""
    program = find(image())
    assert program
    return Container(program, limits)
