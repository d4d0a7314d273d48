"""Lectures, run as a student runs them: the released tree, a fresh kernel, no network."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from tools import release

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
NAMES = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
PATIENCE = 600  # seconds for a cell, on a machine that does other things as well
# The guard makes a warning an error, and so is every attempt to reach another machine.
GUARD = """
import socket, warnings
warnings.simplefilter("error")
_connect = socket.socket.connect
def _refuse(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise OSError(f"a notebook must not use the network: {address}")
    return _connect(self, address)
socket.socket.connect = _refuse
import course_utils
print(course_utils.__file__)
"""
# What the notebook cost; on two cores with nothing else to do, it takes no longer than this.
COST = """
import resource, time
time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
"""


@dataclass(frozen=True)
class Lecture:
    """A notebook after its run, between the cells of the guard and of the cost."""

    notebook: Any

    @property
    def seconds(self) -> float:
        """The time that passed, or the processor time, children included, if that is less.

        On two quiet cores the notebook takes no longer; neighbours on a busy machine, and the
        two cores that some of it uses, count once at most.
        """
        cost = float(self.notebook.cells[-1].outputs[0].data["text/plain"])
        return float(min(cost, self.notebook.metadata["seconds"]))

    @property
    def outputs(self) -> list[Any]:
        """All outputs of the notebook's own cells, in order."""
        return [out for cell in self.notebook.cells[1:-1] for out in cell.get("outputs", [])]

    @property
    def text(self) -> str:
        """All text that the notebook shows."""
        outs = self.outputs
        parts = [out.get("text") or out.get("data", {}).get("text/plain", "") for out in outs]
        return "\n".join(parts)

    @property
    def verdicts(self) -> dict[int, str]:
        """What the table at the end says was measured, by row of the ledger."""
        table = self.outputs[-1].data["text/plain"]
        rows = re.findall(r"^(\d+)\. .*\n   measured: (.*) \(", table, re.MULTILINE)
        return {int(number): measured for number, measured in rows}


class Lectures:
    """Run each notebook once, whichever worker of the test run asks first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str) -> Lecture:
        """Return a notebook after its run in an empty folder, with the released packages."""
        result = self.folder / f"{name}.ipynb"
        with self._alone(name):
            if not result.exists():
                self._run(name, result)
        return Lecture(nbformat.read(result, as_version=4))

    @property
    def released(self) -> Path:
        """The students' tree, built once; every test is told of a fault, without a retry."""
        tree, fault = self.folder / "released", self.folder / "release_fault.txt"
        with self._alone("released"):
            if fault.exists():
                raise AssertionError(fault.read_text("utf-8"))
            if not tree.exists():
                try:
                    release.build(ROOT, tree)
                except release.ReleaseError as error:
                    fault.write_text(str(error), "utf-8")
                    raise
        return tree

    def _run(self, name: str, result: Path) -> None:
        place = self.folder / name
        place.mkdir(exist_ok=True)
        copy = shutil.copy(self.released / "notebooks" / f"{name}.ipynb", place)
        notebook = nbformat.read(copy, as_version=4)
        guard, cost = nbformat.v4.new_code_cell(GUARD), nbformat.v4.new_code_cell(COST)
        notebook.cells = [guard, *notebook.cells, cost]
        client = NotebookClient(
            notebook, timeout=PATIENCE, resources={"metadata": {"path": str(place)}}
        )
        start = time.monotonic()
        client.execute(env={**os.environ, "PYTHONPATH": str(self.released)})
        notebook.metadata["seconds"] = time.monotonic() - start
        nbformat.write(notebook, place / "done.ipynb")
        (place / "done.ipynb").rename(result)

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        with (self.folder / f"{name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
