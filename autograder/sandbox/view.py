"""What a worker sees of this machine: Python, a box with a few modules of ours, a scratch."""

from __future__ import annotations

import functools
import shutil
import sys
import tempfile
from pathlib import Path

from autograder.sandbox.limits import Limits

SCRATCH = "/scratch"
BOX = "/course"
NOBODY = "65534"
FOLDERS = (SCRATCH, "/dev/shm")  # empty, in memory, size-capped: all that can be written to
DEVICES = ("null", "zero", "full", "random", "urandom")
RIGHTS = ("CAP_SYS_ADMIN", "CAP_SYS_RESOURCE", "CAP_SETPCAP")  # in the sandbox's own world

# what student code may import of ours: no formula that an assignment asks for
WORKER_FILES = (
    "__init__.py",
    "aside.py",
    "confine.py",
    "errors.py",
    "landlock.py",
    "layout.py",
    "seccomp.py",
    "shell.py",
    "wire.py",
    "worker.py",
    "zygote.py",
)
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
START = "import sys; sys.path.insert(0, {box!r}); from autograder.{program} import main; main()"


@functools.cache
def _box_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="worker-box-")


@functools.cache
def box() -> Path:
    """Return a folder with the only modules of ours that the worker can import."""
    folder = Path(_box_folder().name)
    package = Path(__file__).parent.parent
    for source, names in ((package, WORKER_FILES), (_course_utils(), COURSE_FILES)):
        target = folder / source.name
        target.mkdir()
        for name in names:
            shutil.copy(source / name, target / name)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def forget_box() -> None:
    """Remove the folder, if there is one."""
    if _box_folder.cache_info().currsize:
        _box_folder().cleanup()
        _box_folder.cache_clear()
        box.cache_clear()


def _course_utils() -> Path:
    import course_utils

    return Path(str(course_utils.__file__)).parent


def environment(scratch: str) -> dict[str, str]:
    """Return the worker's environment: nothing of the grader's own."""
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
        "PYTHONHASHSEED": "0",  # sets keep their order from run to run
    }


def prefixes() -> list[Path]:
    """Return the folders in which this Python is installed, but for the system's own."""
    return sorted({Path(p).resolve() for p in (sys.prefix, sys.base_prefix)} - {Path("/usr")})


def masked() -> list[Path]:
    """Return the installed packages that hold answers."""
    folders = {(Path(entry) / name).resolve() for entry in sys.path for name in HIDDEN}
    inside = (Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve())
    return [
        folder
        for folder in sorted(folders)
        if folder.is_dir() and any(map(folder.is_relative_to, inside))
    ]


def pieces(folder: Path) -> list[Path]:
    """Return a folder as the parts of it that hold no answers."""
    hidden = [path for path in masked() if path.is_relative_to(folder)]
    if not hidden:
        return [folder]
    parts = (part for part in folder.iterdir() if part not in hidden and not part.is_symlink())
    return [piece for part in parts for piece in (pieces(part) if part.is_dir() else [part])]


def python() -> str:
    """Return this Python's path without links above its prefix, as the sandbox knows it."""
    prefix, program = Path(sys.prefix), Path(sys.executable)
    inside = program.is_relative_to(prefix)
    return str(prefix.resolve() / program.relative_to(prefix)) if inside else str(program)


def started(program: str, box_seen: str) -> list[str]:
    """Return the command that starts one of the box's programs.

    Parameters
    ----------
    program : str
        A module of the box that has a ``main``.
    box_seen : str
        Where the program finds the box.
    """
    return [python(), "-s", "-P", "-c", START.format(box=box_seen, program=program)]


def bubblewrap(program: str, limits: Limits | None) -> list[str]:
    """Return the command that starts another one in the sandbox.

    Parameters
    ----------
    program : str
        Path of bubblewrap.
    limits : Limits or None
        What one worker may use; None for a process that makes a sandbox for each child and
        needs the rights to do so in the namespace of its own.
    """
    command = [program, "--unshare-all", "--unshare-user", "--uid", NOBODY, "--gid", NOBODY]
    command += ["--hostname", "worker", "--new-session", "--clearenv", "--cap-drop", "ALL"]
    for path in (Path("/usr"), *prefixes()):
        command += ["--ro-bind", str(path), str(path)]
    for name in ("bin", "sbin", "lib", "lib64"):
        command += ["--symlink", f"usr/{name}", f"/{name}"]
    command += ["--proc", "/proc", *_devices()]
    for hidden in masked():
        command += ["--tmpfs", str(hidden), "--remount-ro", str(hidden)]
    for folder in FOLDERS:
        command += ["--size", str((limits or Limits()).scratch_mb << 20), "--tmpfs", folder]
    command += ["--ro-bind", str(box()), BOX, "--chdir", SCRATCH]
    # the root and /dev are folders in memory as well, and nothing caps those
    command += ["--remount-ro", "/dev", "--remount-ro", "/"]
    if limits:
        command += ["--disable-userns", "--die-with-parent"]
    for right in () if limits else RIGHTS:
        command += ["--cap-add", right]
    for name, value in environment(SCRATCH).items():
        command += ["--setenv", name, value]
    return command


def _devices() -> list[str]:
    """Return the options for a folder of harmless devices.

    bubblewrap's own ``--dev`` has terminals as well, and to make those it gives up the rights
    that a process which makes sandboxes needs.
    """
    options = ["--tmpfs", "/dev"]
    for name in DEVICES:
        options += ["--dev-bind", f"/dev/{name}", f"/dev/{name}"]
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        options += ["--symlink", f"/proc/self/fd/{number}", f"/dev/{name}"]
    return [*options, "--symlink", "/proc/self/fd", "/dev/fd"]
