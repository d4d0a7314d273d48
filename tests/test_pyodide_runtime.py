"""The runtime for the browser, from folders written by the test."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tools.lite import main
from tools.pyodide_runtime import CORE, LOCK, RuntimeFault, assemble

PACKAGES = {
    "plot": {"file_name": "old.whl", "version": "0", "sha256": "0", "depends": ["Num_Bers"]},
    "num-bers": {"file_name": "old.whl", "version": "0", "sha256": "0", "depends": []},
    "unused": {"file_name": "old.whl", "version": "0", "sha256": "0", "depends": []},
}
PLOT, NUMBERS = "plot-2.0-py3-none-any.whl", "num_bers-1.5-cp314-cp314-x_2026_0_wasm32.whl"


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """Return a folder with the files of a runtime."""
    folder = tmp_path / "runtime"
    folder.mkdir()
    for name in CORE:
        (folder / name).write_text(name)
    lock = {"info": {"abi_version": "2026_0"}, "packages": PACKAGES}
    (folder / LOCK).write_text(json.dumps(lock))
    return folder


def wheels(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(f"content of {name}")
    return [folder / name for name in names]


def test_lock_lists_the_wheels_at_hand_with_their_own_checksums(
    runtime: Path, tmp_path: Path
) -> None:
    assemble(runtime, wheels(tmp_path, PLOT, NUMBERS), tmp_path / "out")

    lock = json.loads((tmp_path / "out" / LOCK).read_text())["packages"]
    assert set(lock) == {"plot", "num-bers"}
    assert (lock["plot"]["file_name"], lock["plot"]["version"]) == (PLOT, "2.0")
    assert lock["plot"]["sha256"] == hashlib.sha256(f"content of {PLOT}".encode()).hexdigest()
    assert (tmp_path / "out" / NUMBERS).exists()


def test_wheels_that_the_runtime_does_not_know_are_left(runtime: Path, tmp_path: Path) -> None:
    own = wheels(tmp_path, "own-1.0-py3-none-any.whl")

    assert assemble(runtime, own, tmp_path / "out") == own


def test_missing_dependency_is_named(runtime: Path, tmp_path: Path) -> None:
    with pytest.raises(RuntimeFault, match=r"no wheel of num-bers \(for plot\)"):
        assemble(runtime, wheels(tmp_path, PLOT), tmp_path / "out")


def test_wheel_for_another_runtime_is_refused(runtime: Path, tmp_path: Path) -> None:
    foreign = wheels(tmp_path, "plot-2.0-cp314-cp314-manylinux_2_28_x86_64.whl")

    with pytest.raises(RuntimeFault, match=r"not for this runtime: plot-2\.0"):
        assemble(runtime, foreign, tmp_path / "out")


def test_incomplete_runtime_is_refused(runtime: Path, tmp_path: Path) -> None:
    (runtime / "pyodide.mjs").unlink()

    with pytest.raises(RuntimeFault, match=r"lacks pyodide\.mjs"):
        assemble(runtime, [], tmp_path / "out")


def test_one_local_folder_alone_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pyodide", "somewhere"]) == 1
    assert "belong together" in capsys.readouterr().err
