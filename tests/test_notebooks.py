"""Every notebook runs from top to bottom in a fresh kernel: fast, silent and offline."""

from __future__ import annotations

import re
import shutil
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.ipynb"))
LONGEST_RUN = 60
# The guard makes every attempt to reach the network an error of the cell that makes it.
GUARD = """
import socket, warnings
warnings.simplefilter("error")
_connect = socket.socket.connect
def _refuse(self, address):
    if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise OSError(f"a notebook must not use the network: {address}")
    return _connect(self, address)
socket.socket.connect = _refuse
"""
ROWS_OF_01 = [1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 22, 23, 24]


def execute(path: Path, folder: Path, answers: dict[str, str] | None = None) -> Any:
    """Run a copy of a notebook in `folder`, with some of its text replaced."""
    notebook = nbformat.read(shutil.copy(path, folder), as_version=4)
    for cell in notebook.cells:
        for old, new in (answers or {}).items():
            cell.source = cell.source.replace(old, new)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(GUARD))
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=LONGEST_RUN, resources=where).execute()
    return notebook


def outputs(notebook: Any) -> list[Any]:
    return [out for cell in notebook.cells for out in cell.get("outputs", [])]


def shown(notebook: Any) -> str:
    """Return all text that the notebook shows."""
    parts = [out.get("text", "") for out in outputs(notebook)]
    parts += [out.data.get("text/plain", "") for out in outputs(notebook) if "data" in out]
    return "\n".join(parts)


@cache
def untouched(name: str) -> tuple[Any, float]:
    """Return a notebook as it is after a run, and how long the run took in seconds."""
    with TemporaryDirectory() as folder:
        start = time.monotonic()
        notebook = execute(FOLDER / f"{name}.ipynb", Path(folder))
        return notebook, time.monotonic() - start


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_notebook_runs_fast_and_silently(name: str) -> None:
    notebook, seconds = untouched(name)

    kinds = {out.get("name", out.output_type) for out in outputs(notebook)}
    assert kinds <= {"stdout", "display_data", "execute_result"}
    assert seconds < LONGEST_RUN


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_picture_comes_with_a_description(name: str) -> None:
    notebook, _ = untouched(name)

    pictures = [out for out in outputs(notebook) if "image/png" in out.get("data", {})]
    assert pictures
    assert all(picture.metadata["image/png"]["alt"] for picture in pictures)


@pytest.mark.slow
def test_notebook_01_ends_with_its_rows_of_the_ledger() -> None:
    notebook, _ = untouched("01_one_neuron")

    text = shown(notebook)
    table = text[text.index("1. A linear classifier") :]
    assert [int(n) for n in re.findall(r"^(\d+)\. ", table, re.M)] == ROWS_OF_01
    assert "30,720 weights" in table
    assert "308,200 weights, 308,310 with biases" in table
    assert "1,163 to 11,628 synapses" in table
    assert "47.7 Hz at I = 1.5" in table
    assert "outputs differ by 0;" in table
    assert "in float64 is exactly 1 from z = 37 on" in table
    assert "`forward` works above z = -709.78" in table


def answers_in(notebook: Any) -> dict[str, str]:
    """Return stub and answer of each exercise, the answer as the notebook itself gives it."""
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    given = re.findall(r"One answer</summary><pre>(.*?)</pre>", text, re.DOTALL)
    stubs = re.findall(r"def \w+\([^\n]*\):\n    raise NotImplementedError", code)
    return {
        stub: stub.split("\n")[0] + "\n    " + answer.replace("\n", "\n    ") + "\n    "
        for stub, answer in zip(stubs, given, strict=True)
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_answers_that_a_notebook_gives_are_right(name: str, tmp_path: Path) -> None:
    path = FOLDER / f"{name}.ipynb"
    answers = answers_in(nbformat.read(path, as_version=4))

    text = shown(execute(path, tmp_path, answers))

    assert answers
    assert "not attempted yet" not in text
    assert text.count(" examples right.") >= len(answers)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_kept_without_outputs(name: str) -> None:
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)

    assert outputs(notebook) == []
