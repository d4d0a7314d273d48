"""That what is spared of a cell's reading changes nothing of it."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.inputtransformer2 import TransformerManager

from autograder.shell import is_plain
from tests.builders import ROOT

ASSIGNMENTS = ROOT.glob("assignments/a*/private")

LINES = ["x = 1", "%time x", "!ls", "x?", "?x", "ls", "    y = 2", "", "f(", ")", "'''"]
LINES += ["%%time", "/abs -1", ",print a", ";print a", "files = !ls", "# %time", "x = (1"]
LINES += ["% 2)", "\\"]


def transformed(cell: str) -> str:
    make: Any = TransformerManager
    return str(make().transform_cell(cell))


@given(st.lists(st.sampled_from(LINES), max_size=4).map("\n".join))
def test_what_is_plain_is_the_same_to_ipython(cell: str) -> None:
    assert not is_plain(cell) or transformed(cell).rstrip("\n") == cell.rstrip("\n")


@pytest.mark.parametrize("name", sorted(path.parent.name for path in ASSIGNMENTS))
def test_the_cells_of_an_assignment_are_plain(name: str) -> None:
    read: Any = nbformat.read
    notebook = read(ROOT / "assignments" / name / f"{name}.ipynb", 4)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    cells = [cell for cell in cells if "\n" in cell]

    assert all(map(is_plain, cells))
    assert all(transformed(cell) == cell + "\n" for cell in cells)
