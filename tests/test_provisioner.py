"""A kernel in the sandbox: what goes in, what comes back, what ends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from traitlets.config import Config

from autograder import provisioner, sandbox
from autograder.errors import GraderFault
from autograder.provisioner import copy_back, copy_in, level
from autograder.undeclared import ExecuteContained


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a student's folder and its copy for the kernel."""
    given, work = tmp_path / "given", tmp_path / "work"
    (given / "data").mkdir(parents=True)
    (given / "data" / "table.csv").write_text("1,2")
    for name in ("ps1.ipynb", "timestamp.txt", "submission_secret.txt"):
        (given / name).write_text("not for the kernel")
    (given / "link").symlink_to("/etc/passwd")
    copy_in(given, work)
    return given, work


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


def test_the_kernel_gets_data_and_nothing_else(folders: tuple[Path, Path]) -> None:
    assert names(folders[1]) == {"data", "table.csv"}


def test_what_it_wrote_comes_back(folders: tuple[Path, Path]) -> None:
    given, work = folders
    (work / "data" / "table.csv").write_text("3,4")
    (work / "new").mkdir()
    (work / "new" / "plot.txt").write_text("a plot")

    assert copy_back(work, given) == []

    assert (given / "data" / "table.csv").read_text() == "3,4"
    assert (given / "new" / "plot.txt").read_text() == "a plot"


@pytest.mark.parametrize("name", ["ps1.ipynb", "timestamp.txt", "submission_secret.txt"])
def test_it_can_not_replace_what_is_not_its_own(folders: tuple[Path, Path], name: str) -> None:
    given, work = folders
    (work / name).write_text("mine")

    copy_back(work, given)

    assert (given / name).read_text() == "not for the kernel"


def test_no_link_of_its_is_followed(folders: tuple[Path, Path]) -> None:
    given, work = folders
    (work / "all").symlink_to("/etc")

    (told,) = copy_back(work, given)

    assert told.startswith("left out 'all': a link")
    assert "all" not in names(given)


def test_a_file_in_the_place_of_a_folder_is_said(folders: tuple[Path, Path]) -> None:
    given, work = folders
    (work / "data" / "table.csv").unlink()
    (work / "data").rmdir()
    (work / "data").write_text("no folder")

    (told,) = copy_back(work, given)

    assert told == "'data' was not brought back: Is a directory"


# --- the level ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "kernel"),
    [("strong", "strong"), ("container", "weak"), ("medium", "weak"), ("weak", "weak")],
)
def test_the_level_is_what_a_kernel_can_have(
    monkeypatch: pytest.MonkeyPatch, found: str, kernel: str
) -> None:
    monkeypatch.delenv("NN_SANDBOX", raising=False)
    monkeypatch.setattr(sandbox, "level", lambda: found)

    assert level() == kernel


def test_a_level_that_is_demanded_is_never_lowered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NN_SANDBOX", "medium")
    monkeypatch.setattr(sandbox, "level", lambda: "medium")

    with pytest.raises(GraderFault, match=r"NN_SANDBOX=medium: .* can be had at strong, weak"):
        level()


# --- kernels ------------------------------------------------------------------------------


def run(folder: Path, *sources: str, **limits: int) -> list[Any]:
    """Execute cells in a contained kernel and return the names of their errors."""
    make: Any = nbformat.v4
    cells = [make.new_code_cell(source) for source in sources]
    config = Config({"ContainedKernel": limits})
    execute = ExecuteContained(config=config, kernel_name="python3")
    notebook, _ = execute(make.new_notebook(cells=cells), {"metadata": {"path": str(folder)}})
    outputs = [cell.outputs for cell in notebook.cells]
    return [one[-1].get("ename", one[-1].get("text")) if one else None for one in outputs]


FILL = "for number in range(40): open(str(number), 'wb').write(bytes(1 << 20))\n"
FILL += "import time; time.sleep(30)"


@pytest.mark.sandbox
@pytest.mark.slow
class TestKernel:
    @pytest.mark.needs("bwrap")
    def test_one_that_fills_the_disk_is_ended(self, tmp_path: Path) -> None:
        errors = run(tmp_path, "1 / 0", FILL, "a = 1", disk_mb=8)

        assert errors == ["ZeroDivisionError", "DeadKernelError", "DeadKernelError"]
        assert names(tmp_path) == set()

    @pytest.mark.needs("bwrap")
    def test_one_that_wants_too_much_memory_is_refused(self, tmp_path: Path) -> None:
        errors = run(tmp_path, "a = bytearray(3 << 30)", "print('on')", memory_mb=1024)

        assert errors == ["MemoryError", "on\n"]

    def test_without_bubblewrap_it_runs_and_says_so(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        monkeypatch.setenv("NN_SANDBOX", "weak")
        monkeypatch.setenv("SECRET", "of the grader's")

        errors = run(tmp_path, "import os; print('SECRET' in os.environ)")

        assert errors == ["False\n"]
        assert "only weakly contained" in caplog.text


def test_bytes_of_all_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "file").write_bytes(bytes(1000))

    assert provisioner.size_of(tmp_path) == 1000
