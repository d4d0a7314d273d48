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
from dataclasses import dataclass
from typing import Any

import jupytext
import nbformat

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
PLAIN_OPTIONS = ("alt", "tags")
MISPLACED_POINTS = "points belong to cells with tests= or manual=, and to all of those"
SLUG = re.compile(r"[a-z][a-z0-9_]{0,50}")


class SourceError(ValueError):
    """A source or a notebook says something that the other form cannot hold."""


@dataclass(frozen=True)
class Role:
    """What one option of the shorthand means to nbgrader."""

    prefix: str
    grade: bool = False
    solution: bool = False
    locked: bool = False
    worthless: bool = False

    @property
    def pointed(self) -> bool:
        """Return whether an author says what such a cell is worth."""
        return self.grade and not self.worthless

    def metadata(self, slug: str, points: float | None) -> dict[str, Any]:
        """Return nbgrader's fields, schema 3, for the cell called `slug`."""
        fields: dict[str, Any] = {
            "grade": self.grade,
            "grade_id": self.prefix + slug,
            "locked": self.locked,
            "schema_version": 3,
            "solution": self.solution,
            "task": False,
        }
        return fields | {"points": 0 if self.worthless else points} if self.grade else fields

    def fits(self, fields: dict[str, Any]) -> bool:
        """Return whether nbgrader's fields describe this role."""
        flags = [bool(fields.get(flag)) for flag in ("grade", "solution", "locked", "task")]
        return flags == [self.grade, self.solution, self.locked, False]


ROLES = {
    "answer": Role("answer_", solution=True),
    "locked": Role("", locked=True),
    # Validate runs graded cells only, so examples are graded cells that are worth nothing.
    "examples": Role("examples_", grade=True, locked=True, worthless=True),
    "tests": Role("check_", grade=True, locked=True),
    "manual": Role("manual_", grade=True, solution=True),
}


def expand(options: dict[str, Any]) -> dict[str, Any]:
    """Turn the options of a source cell into the metadata of a notebook cell.

    Parameters
    ----------
    options : dict
        What stands after ``# %%``, for example ``{"tests": "neuron", "points": 4}``.

    Returns
    -------
    dict
        Metadata in nbgrader's terms.

    Raises
    ------
    SourceError
        If an option is unknown, two roles meet in one cell, or points are out of place.

    Examples
    --------
    >>> expand({"tests": "neuron", "points": 4})["nbgrader"]["grade_id"]
    'check_neuron'
    """
    known = {*ROLES, *PLAIN_OPTIONS, "points"}
    if unknown := sorted(set(options) - known):
        raise SourceError(
            f"unknown option {unknown[0]!r}; known are {', '.join(sorted(known))}"
        )
    metadata = {name: options[name] for name in PLAIN_OPTIONS if name in options}
    roles = [name for name in ROLES if name in options]
    if len(roles) > 1:
        raise SourceError(f"a cell has one role, this one has {' and '.join(roles)}")
    if roles:
        metadata["nbgrader"] = _fields(roles[0], options)
    elif "points" in options:
        raise SourceError(MISPLACED_POINTS)
    return metadata


def _fields(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Return nbgrader's fields for a cell whose role is called `name`."""
    role, slug, points = ROLES[name], options[name], options.get("points")
    if not (isinstance(slug, str) and SLUG.fullmatch(slug)):
        raise SourceError(f"{name}={slug!r} must be lower-case letters, digits and _")
    if role.pointed != (points is not None):
        raise SourceError(MISPLACED_POINTS)
    if points is not None and not (type(points) in (int, float) and points >= 0):
        raise SourceError(f"points={points!r} must be a number and at least 0")
    return role.metadata(slug, points)


def shorten(metadata: dict[str, Any]) -> dict[str, Any]:
    """Turn the metadata of a notebook cell back into the options of a source cell.

    Parameters
    ----------
    metadata : dict
        A cell's metadata, with whatever an editor has added to it.

    Returns
    -------
    dict
        Options for ``# %%``; what only an editor cares about is left out.

    Raises
    ------
    SourceError
        If the cell has an nbgrader role that sources have no word for.

    Examples
    --------
    >>> shorten(expand({"answer": "neuron"}) | {"scrolled": True})
    {'answer': 'neuron'}
    """
    options = {name: metadata[name] for name in PLAIN_OPTIONS if name in metadata}
    fields = metadata.get("nbgrader") or {}
    if not any(fields.get(flag) for flag in ("grade", "solution", "locked", "task")):
        return options
    grade_id = str(fields.get("grade_id", ""))
    for name, role in ROLES.items():
        if role.fits(fields) and grade_id.startswith(role.prefix):
            options[name] = grade_id.removeprefix(role.prefix)
            return options | ({"points": fields["points"]} if role.pointed else {})
    raise SourceError(
        f"the cell {grade_id!r} has a role or a name that sources cannot express; "
        f"name it {' or '.join(role.prefix + '...' for role in ROLES.values() if role.prefix)}"
    )


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
    parsed = jupytext.reads(source, fmt="py:percent")
    cells = []
    for position, cell in enumerate(parsed.cells):
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
    notebook = nbformat.from_dict(
        {"cells": cells, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}
    )
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)) + "\n"


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
    return HEADER + str(jupytext.writes(parsed, fmt="py:percent")).lstrip("\n")
