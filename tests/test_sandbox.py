"""What student code can and can't reach from inside the sandbox."""

from __future__ import annotations

import dataclasses
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox import Limits, view
from autograder.session import Session
from tests.workers import error, gone, running, strong, value

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.sandbox


@pytest.fixture(scope="module")
def inside() -> Iterator[Session]:
    """Return a session at this machine's own level."""
    with Session(Limits(scratch_mb=8)) as session:
        yield session


# --- what can't be seen -------------------------------------------------------------------


@strong
@pytest.mark.parametrize(
    "path",
    [
        ROOT / "assignments",
        ROOT / "autograder",
        ROOT / "grading",
        ROOT / "nbgrader_config.py",
        Path("/etc/passwd"),
        Path("/home"),
        Path("/var"),
    ],
    ids=lambda path: path.name,
)
def test_files_outside_are_not_there(inside: Session, path: Path) -> None:
    assert value(inside, f"__import__('os').path.exists({str(path)!r})") is False


@strong
def test_only_python_and_our_box_are_there(inside: Session) -> None:
    top = set(value(inside, "__import__('os').listdir('/')"))

    python = {Path(prefix).resolve().parts[1] for prefix in (sys.prefix, sys.base_prefix)}
    system = {"usr", "bin", "sbin", "lib", "lib64", "proc", "dev"}
    assert top <= system | {"scratch", "course"} | python


@strong
def test_environment_holds_nothing_of_the_graders(inside: Session) -> None:
    names = set(value(inside, "list(__import__('os').environ)"))

    ours = set(view.environment("/scratch"))
    by_programs = {"PWD", "SHLVL", "_", "COLUMNS", "LINES", "PYTHONHASHSEED"}
    assert names <= ours | by_programs | {"PYDEVD_USE_FRAME_EVAL", "KMP_DUPLICATE_LIB_OK"}


@strong
def test_a_secret_of_the_grader_does_not_come_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NN_GRADEBOOK", "sqlite:////secret.db")

    with Session(Limits()) as session:
        assert value(session, "__import__('os').environ.get('NN_GRADEBOOK')") is None


@strong
def test_other_processes_are_not_there(inside: Session) -> None:
    processes = value(inside, "[p for p in __import__('os').listdir('/proc') if p.isdigit()]")

    assert len(processes) <= 3


@strong
def test_no_memory_of_another_process_can_be_read(inside: Session) -> None:
    assert error(inside, "open('/proc/1/environ').read()") in {"PermissionError", ""}
    assert (
        value(inside, "b'NN_' in __import__('os').popen('cat /proc/*/environ').read().encode()")
        is False
    )


@strong
def test_there_is_no_network(inside: Session) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        cell = f"import socket; socket.create_connection(('127.0.0.1', {port}), timeout=2)"

        assert error(inside, cell) in {"ConnectionRefusedError", "OSError"}


@strong
def test_abstract_sockets_are_out_of_reach(inside: Session) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0neurons-{os.getpid()}")
        server.listen()
        cell = f"socket.socket(socket.AF_UNIX).connect('\\0neurons-{os.getpid()}')"

        assert error(inside, "import socket\n" + cell) == "ConnectionRefusedError"


@strong
@pytest.mark.parametrize(
    "path", ["/usr/x", "/course/x", "/x", "/dev/x", "/course/autograder/wire.py"]
)
def test_nothing_outside_the_scratch_folder_can_be_written(inside: Session, path: str) -> None:
    assert error(inside, f"open({path!r}, 'w')") in {"OSError", "PermissionError"}


@strong
def test_the_user_has_no_rights(inside: Session) -> None:
    assert (
        value(inside, "[__import__('os').getuid(), __import__('os').getgid()]") == [65534] * 2
    )
    status = str(value(inside, "open('/proc/self/status').read()"))
    assert "CapEff:\t0000000000000000" in status


@strong
def test_no_new_namespaces_can_be_made(inside: Session) -> None:
    told = value(inside, "__import__('os').popen('unshare -U true 2>&1; echo $?').read()")

    assert told.strip()[-1] != "0"


# --- what can be imported -----------------------------------------------------------------


@strong
@pytest.mark.parametrize(
    "library", ["scipy.special", "sklearn.linear_model", "torch.nn", "jax.numpy"]
)
def test_libraries_that_students_do_not_get_are_hidden(inside: Session, library: str) -> None:
    assert error(inside, f"import {library}") == "ModuleNotFoundError"


@pytest.mark.parametrize(
    "module",
    [
        "numpy",
        "matplotlib.pyplot",
        "course_utils.checks",
        "course_utils.comparison",
        "course_utils.quiz",
        "course_utils.predictions",
    ],
)
def test_the_students_tools_are_there(inside: Session, module: str) -> None:
    assert inside.run(f"import {module}") == []


@pytest.mark.parametrize(
    "module",
    [
        "course_utils.activations",
        "course_utils.neuron",
        "course_utils.spiking",
        "autograder.judge",
        "autograder.stock",
        "autograder.assignment",
        "autograder.exercise",
    ],
)
def test_numerics_and_the_judge_are_not_there(inside: Session, module: str) -> None:
    assert error(inside, f"import {module}") == "ModuleNotFoundError"


@strong
def test_installed_copies_of_our_packages_are_hidden(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "course_utils").mkdir()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])

    assert view.masked() == [tmp_path / "course_utils"]


# --- limits -------------------------------------------------------------------------------


@strong
def test_the_scratch_folder_is_writable_and_has_a_cap(inside: Session) -> None:
    inside.run("open('one', 'wb').write(bytes(1 << 20))")
    cell = "for i in range(9):\n    open(str(i), 'wb').write(bytes(2 << 20))"

    assert error(inside, cell) == "OSError"
    assert inside.run("import glob, os\nfor f in glob.glob('*'): os.remove(f)") == []


@strong
def test_shared_memory_has_a_cap(inside: Session) -> None:
    cell = "for i in range(9):\n    open(f'/dev/shm/{i}', 'wb').write(bytes(2 << 20))"

    assert error(inside, cell) == "OSError"


def test_one_file_has_a_cap(inside: Session) -> None:
    cell = "with open('big', 'wb') as f:\n    f.write(bytes(9 << 20))"

    assert error(inside, cell) == "OSError"
    inside.run("import os; os.remove('big')")


def test_open_files_have_a_limit(inside: Session) -> None:
    assert error(inside, "files = [open('/dev/null') for _ in range(300)]") == "OSError"
    inside.run("del files")


def test_limits_are_in_the_words_of_the_resource_module() -> None:
    limits = Limits(total_seconds=20, memory_mb=1, scratch_mb=2, processes=3).rlimits

    assert limits["AS"] == 1 << 20
    assert limits["FSIZE"] == 2 << 20
    assert (limits["CPU"], limits["NPROC"], limits["CORE"]) == (30, 3, 0)


@strong
@pytest.mark.parametrize("how", ["close", "the worker's own end"])
def test_processes_that_outlive_their_parent_are_gone_after_the_end(how: str) -> None:
    seconds = str(86_400 + os.getpid())  # a name by which only this test's child is known
    with Session(dataclasses.replace(Limits(), call_seconds=5.0)) as session:
        session.run(
            "import subprocess, os\n"
            f"subprocess.Popen(['sleep', '{seconds}'], start_new_session=True)"
        )
        assert running(seconds)
        if how != "close":
            session.run("def leave(): os._exit(0)")
            with pytest.raises(Exception, match="the process ended"):
                session.get("leave")()

    assert gone(seconds)
