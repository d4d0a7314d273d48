"""Translate between a notebook's percent source and its ``.ipynb`` file.

A source says in one word what nbgrader says in six fields::

    # %% answer="neuron"            a cell that the student writes
    # %% examples="neuron"          worked examples that nbgrader's Validate button runs
    # %% tests="neuron" points=4    the graded cell of that exercise
    # %% locked="imports"           a cell that nobody may change
    # %% [markdown] manual="limits" points=3      a text that a person grades
    # %% alt="What the figure shows"              a cell with a figure

Both directions are pure functions of text, and the same text gives the same bytes.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

import jupytext
import nbformat

from tools.roles import SourceError, expand, shorten

HEADER = """\
# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

"""
KERNEL = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
# Two empty lines stand before a definition, as `ruff format` has it; jupytext forgets some.
BEFORE_DEFINITION = re.compile(r"(?<!\n)\n\n(# %%[^\n]*\n(?:def |class |@))")
RECORD = "neurons"  # the notebook's metadata under this name tell which side was edited


def to_notebook(source: str, name: str) -> str:
    r"""Return the text of the ``.ipynb`` file for a percent source.

    Parameters
    ----------
    source : str
        Text in jupytext's py:percent format.
    name : str
        The notebook's name; it makes the ids of cells differ between notebooks.

    Returns
    -------
    str
        JSON without outputs, the same for the same arguments.

    Raises
    ------
    SourceError
        If a cell's options make no sense or two cells have the same grade_id.

    Examples
    --------
    >>> '"source": [' in to_notebook("# %%\n1 + 1\n", "sums")
    True
    """
    cells = _cells(source, name)
    notebook = nbformat.from_dict(
        {"cells": cells, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}
    )
    nbformat.validate(notebook)
    notebook.metadata[RECORD] = {"digest": digest(str(nbformat.writes(notebook)))}
    return str(nbformat.writes(notebook)) + "\n"


def digest(notebook: str) -> str:
    """Return a short hash of what a notebook says; outputs and editors' marks do not count.

    Raises
    ------
    SourceError
        If a cell has an nbgrader role that sources have no word for.
    """
    return hashlib.blake2b(to_source(notebook).encode(), digest_size=8).hexdigest()


def recorded_digest(notebook: str) -> str:
    r"""Return the digest that a notebook had when it was last generated, or nothing.

    Examples
    --------
    >>> notebook = to_notebook("# %%\n1 + 1\n", "sums")
    >>> recorded_digest(notebook) == digest(notebook)
    True
    """
    record = nbformat.reads(notebook, as_version=4).metadata.get(RECORD, {})
    return str(record.get("digest", ""))


def _cells(source: str, name: str) -> list[dict[str, Any]]:
    """Return the notebook cells of a source; each has a name of its own."""
    cells = []
    for position, cell in enumerate(jupytext.reads(source, fmt="py:percent").cells):
        options = dict(cell.metadata)
        for internal in ("cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker"):
            options.pop(internal, None)
        try:
            metadata = expand(options)
        except SourceError as error:
            raise SourceError(f"{name}, cell {position + 1}: {error}") from None
        cells.append(_cell(cell, metadata, name, position))
    ids = [cell["id"] for cell in cells]
    if repeated := sorted({one for one in ids if ids.count(one) > 1}):
        raise SourceError(
            f"{name}: two cells are called {repeated[0]!r}; every name must differ"
        )
    return cells


def _cell(cell: Any, metadata: dict[str, Any], name: str, position: int) -> dict[str, Any]:
    """Return one notebook cell as plain data, with an id that does not change."""
    place = hashlib.blake2b(f"{name}/{position}".encode(), digest_size=4).hexdigest()
    plain: dict[str, Any] = {
        "cell_type": cell.cell_type,
        "id": metadata.get("nbgrader", {}).get("grade_id", place),
        "metadata": metadata,
        "source": cell.source,
    }
    if cell.cell_type == "code":
        plain |= {"execution_count": None, "outputs": []}
    return plain


def to_source(notebook: str) -> str:
    r"""Return the percent source of an ``.ipynb`` file, without outputs and editors' marks.

    Parameters
    ----------
    notebook : str
        Text of the file, as generated or as saved by Jupyter.

    Returns
    -------
    str
        Text in jupytext's py:percent format, the inverse of `to_notebook`.

    Raises
    ------
    SourceError
        If a cell has an nbgrader role that sources have no word for.

    Examples
    --------
    >>> source = HEADER + "# %%\n1 + 1\n"
    >>> to_source(to_notebook(source, "sums")) == source
    True
    """
    parsed = nbformat.reads(notebook, as_version=4)
    for cell in parsed.cells:
        options = shorten(cell.metadata)
        if cell.cell_type == "markdown":
            options["cell_marker"] = 'r"""'
        cell.metadata = nbformat.from_dict(options)
    parsed.metadata = nbformat.from_dict({"jupytext": {"notebook_metadata_filter": "-all"}})
    text = str(jupytext.writes(parsed, fmt="py:percent")).lstrip("\n")
    return HEADER + BEFORE_DEFINITION.sub(r"\n\n\n\1", text)
