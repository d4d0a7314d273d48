"""Hostile submissions that are more than a notebook: links, pipes, archives, odd names."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import Any

from tests.builders import code, markdown
from tests.hostile.attack import Attack, Book


def to_gradebook(path: Path) -> None:
    """Hand in a link to the gradebook instead of a notebook."""
    path.unlink()
    path.symlink_to(path.parents[3] / "gradebook.db")


def linked_data(path: Path) -> None:
    """Put links to secrets beside the notebook."""
    (path.parent / "data.csv").symlink_to(path.parents[3] / "secret")
    (path.parent / "folder").symlink_to(path.parents[4] / "assignments")
    (path.parent / "timestamp.txt").symlink_to(path.parents[3] / "secret")


def pipe(path: Path) -> None:
    """Hand in pipes, on which a reader waits for ever."""
    path.unlink()
    os.mkfifo(path)
    os.mkfifo(path.parent / "timestamp.txt")


def odd_names(path: Path) -> None:
    """Put files with odd names beside the notebook."""
    for name in ("..\\..\\x", "\x1b[2Jx", "TINY.ipynb", "-rf", "*", "a\nb", "\u202egpj.x"):
        (path.parent / name).write_text("gotcha")


def bomb(path: Path) -> None:
    """Put an archive that grows a thousandfold beside the notebook, and in its place."""
    with zipfile.ZipFile(path.parent / "work.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../../gotcha", bytes(8 << 20))
    path.write_bytes((path.parent / "work.zip").read_bytes())


def own_modules(path: Path) -> None:
    """Hand in modules under the names of ours and of the standard library."""
    for name in ("json", "socket", "numpy", "autograder", "sitecustomize", "usercustomize"):
        (path.parent / f"{name}.py").write_text("print('gotcha'); points = 4.0")


def sheets(book: Book) -> bytes:
    """Hand in format 3, which has no cells but worksheets."""
    cells = [
        {**cell, "input": cell["source"], "language": "python"}
        for cell in book["cells"]
        if cell["cell_type"] == "code"
    ]
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}
    return json.dumps(old).encode()


def reversed_cells(book: Book) -> None:
    """Hand the cells in the wrong way round, the graded ones first."""
    book["cells"].reverse()


def big(book: Book) -> None:
    """Hand in 12 MB of text."""
    book["cells"].append(code("#" * (12 << 20)))


def said_twice(book: Book) -> bytes:
    """Say every source twice, so that two readers may read two different notebooks."""
    text = json.dumps(book)
    return text.replace('"source": ', '"source": "4.0", "source": ').encode()


def deep(book: Book) -> bytes:
    """Nest metadata deeper than Python can recurse."""
    return (
        json.dumps(book).replace('"metadata": {', '"metadata": {"x":' + "[" * 9999, 1).encode()
    )


def many_parts(_: Book) -> bytes:
    """Hand in so many empty cells that reading them fills the memory."""
    return (
        b'{"nbformat":4,"metadata":{},"cells":[' + b'{"cell_type":"code"},' * 400_000 + b"0]}"
    )


def odd_ids(book: Book) -> None:
    """Give cells ids that a terminal or a table takes for commands."""
    odd: list[Any] = ["\x1b[2J", "=1+1", "../../x", "\ud800", "<script>gotcha()</script>", [[]]]
    for cell, name in zip(book["cells"], odd, strict=False):
        cell["metadata"] |= {"nbgrader": {"grade_id": name}, "tags": ["x"], "name": name}


def slow_markdown(book: Book) -> None:
    """Hand in openings of formulas and links that a renderer looks for the ends of."""
    book["cells"] += [markdown("\\begin{a}" * 50_000), markdown("![" * 50_000)]


def empty_lines(book: Book) -> None:
    """Hand in a cell of empty lines, over which a careless pattern runs again and again."""
    book["cells"] += [code("\n" * 50_000), code("\n" * 100_000)]


FOLDERS: dict[str, Attack] = {
    "linked_notebook": Attack(42, place=to_gradebook),
    "linked_data_and_time": Attack(42, place=linked_data),
    "pipes_handed_in": Attack(42, place=pipe),
    "odd_names": Attack(43, place=odd_names),
    "archive": Attack(44, place=bomb),
    "own_modules": Attack(3, place=own_modules),
    "format_3": Attack(47, edit=sheets),
    "reversed": Attack(52, edit=reversed_cells),
    "big": Attack(53, edit=big),
    "many_parts": Attack(53, edit=many_parts),
    "said_twice": Attack(51, edit=said_twice),
    "deep": Attack(45, edit=deep),
    "slow_markdown": Attack(31, edit=slow_markdown),
    "empty_lines": Attack(31, edit=empty_lines),
    "odd_ids": Attack(56, edit=odd_ids),
}
