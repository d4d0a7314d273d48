"""Whatever a student hands in becomes a notebook that can be read."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.intake import DOUBLED, Received, receive, receive_bytes
from tests.builders import code, markdown, notebook, received

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
)


@pytest.fixture(autouse=True)
def _empty(folder: Path) -> Iterator[None]:
    yield
    for path in folder.iterdir():
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


# --- files --------------------------------------------------------------------------------


def test_a_missing_file_is_said(folder: Path) -> None:
    assert receive(folder / "none.ipynb").problem == "no notebook of that name was handed in"


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "real.ipynb").write_bytes(notebook(code("1")))
    (folder / "x.ipynb").symlink_to(folder / "real.ipynb")

    assert "can't be opened, or is a link" in receive(folder / "x.ipynb").problem


def test_a_folder_is_no_notebook(folder: Path) -> None:
    (folder / "x.ipynb").mkdir()

    assert receive(folder / "x.ipynb").problem == "it is not a regular file"


@pytest.mark.timeout(10)
def test_nobody_waits_on_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "x.ipynb")

    assert receive(folder / "x.ipynb").problem == "it is not a regular file"


def test_a_device_is_no_notebook() -> None:
    assert receive(Path("/dev/zero")).problem == "it is not a regular file"


def test_a_socket_is_no_notebook(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # paths of sockets must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("x.ipynb")

        assert "can't be opened" in receive(Path("x.ipynb")).problem


def test_a_file_of_21_megabytes_is_not_read(folder: Path) -> None:
    told = received(folder, b" " * (21 << 20))

    assert told.problem == f"the file has {21 << 20} bytes; at most {20 << 20} are graded"
    assert receive_bytes(b" " * (21 << 20)).problem == told.problem


def test_no_descriptor_is_left_open(folder: Path) -> None:
    (folder / "x.ipynb").mkdir()
    before = len(list(Path("/proc/self/fd").iterdir()))

    receive(folder / "x.ipynb")

    assert len(list(Path("/proc/self/fd").iterdir())) == before


# --- content ------------------------------------------------------------------------------

BROKEN = [
    pytest.param(b"", "the file is empty", id="empty"),
    pytest.param(b" \n\n", "the file is empty", id="blank"),
    pytest.param(b'{"nbformat": 4, "cells": [', "JSON is broken", id="cut off"),
    pytest.param(b"\x00\x01\xff", "JSON is broken", id="bytes"),
    pytest.param(b"print('my solution')", "JSON is broken", id="a script"),
    pytest.param(b"[" * 50_000, "JSON is broken", id="deep"),
    pytest.param(b"9" * 5000, "JSON is broken", id="a huge number"),
    pytest.param(b"[]", "parts that every notebook has", id="a list"),
    pytest.param(b'"text"', "parts that every notebook has", id="text"),
    pytest.param(b"null", "parts that every notebook has", id="null"),
    pytest.param(b"{}", "nbformat None; 2, 3 and 4 are known", id="no format"),
    pytest.param(notebook(nbformat=99), "nbformat 99; 2, 3 and 4", id="format 99"),
    pytest.param(notebook(nbformat=5), "nbformat 5; 2, 3 and 4", id="format 5"),
    pytest.param(notebook(nbformat=4.0), "nbformat 4.0; 2, 3 and 4", id="format 4.0"),
    pytest.param(notebook(nbformat=float("nan")), "nbformat nan", id="format NaN"),
    pytest.param(notebook(nbformat=True), "nbformat True", id="format True"),
    pytest.param(notebook(nbformat="4"), "nbformat '4'; 2, 3 and 4", id="format as text"),
    pytest.param(notebook(nbformat=2), "parts that every", id="format 2 without sheets"),
    pytest.param(b'{"a":' * 900 + b"1" + b"}" * 900, "nbformat None", id="900 deep"),
    pytest.param(
        b'{"x": [' + b"{}," * 300_000 + b"0]}",
        "600001 brackets|300002 brackets",
        id="300000 objects",
    ),
    pytest.param(notebook(*[{}] * 501), "has 501 cells; at most 500", id="501 scraps"),
    pytest.param(notebook(nbformat="\x1b[31m"), r"'\\x1b\[31m'", id="format in colour"),
    pytest.param(notebook(nbformat=[4]), r"nbformat \[4\]", id="format as list"),
    pytest.param(notebook(cells=None), "no list of cells", id="no cells"),
    pytest.param(notebook(cells=5), "no list of cells", id="a number of cells"),
    pytest.param(notebook(cells={"a": 1}), "no list of cells", id="cells by name"),
    pytest.param(
        notebook(nbformat=3), "parts that every notebook", id="format 3 without sheets"
    ),
    pytest.param(notebook(*[code("1")] * 600), "has 600 cells; at most 500", id="600 cells"),
    pytest.param(notebook(code("x" * (2 << 20))), "more than 1048576 characters", id="2 MB"),
]


@pytest.mark.parametrize(("data", "problem"), BROKEN)
def test_an_unreadable_file_is_an_empty_notebook_with_a_reason(
    folder: Path, data: bytes, problem: str
) -> None:
    told = received(folder, data)

    assert re.search(problem, told.problem)
    assert told.notebook.cells == []


def test_format_3_is_upgraded(folder: Path) -> None:
    cells = [{"cell_type": "code", "input": "x = 1", "outputs": [], "language": "python"}]
    sheets = [{"cells": cells}]

    told = received(folder, notebook(nbformat=3, nbformat_minor=0, worksheets=sheets))

    assert [cell.source for cell in told.notebook.cells] == ["x = 1"]


@pytest.mark.parametrize("minor", [0, 4, 99, "x", None])
def test_any_minor_version_of_format_4_is_read(folder: Path, minor: Any) -> None:
    assert received(folder, notebook(code("1"), nbformat_minor=minor)).problem == ""


def test_lines_of_a_source_are_joined(folder: Path) -> None:
    told = received(folder, notebook(code(["a = 1\n", "b = 2", 5])))  # type: ignore[arg-type]

    assert told.notebook.cells[0].source == "a = 1\nb = 2"


@pytest.mark.parametrize(
    "cell",
    [
        5,
        [],
        {},
        {"cell_type": "code", "source": 5},
        {"cell_type": "code", "source": None},
        {"cell_type": "heading", "source": "x"},
        {"cell_type": ["code"], "source": "x"},
        {"cell_type": None},
    ],
    ids=str,
)
def test_malformed_cells_are_left_out(folder: Path, cell: Any) -> None:
    told = received(folder, notebook(code("a"), cell, code("b")))

    assert [cell.source for cell in told.notebook.cells] == ["a", "b"]


@pytest.mark.parametrize(
    "metadata", [None, 5, [], {"nbgrader": 5}, {"tags": 5}, {"nbgrader": {}}]
)
def test_malformed_metadata_are_dropped(folder: Path, metadata: Any) -> None:
    told = received(
        folder, notebook({"cell_type": "code", "source": "a", "metadata": metadata})
    )

    assert told.notebook.cells[0].metadata.given.grade_id is None


def test_outputs_ids_and_the_notebooks_metadata_are_dropped(folder: Path) -> None:
    cell = code("a") | {"id": "mine", "outputs": [5], "attachments": {"a": 1}}

    told = received(folder, notebook(cell, metadata={"kernelspec": {"name": "evil"}}))

    assert told.notebook.metadata == {}
    assert told.notebook.cells[0].outputs == []
    assert told.notebook.cells[0].id == "cell-0"


def test_format_2_is_upgraded() -> None:
    cell = {"cell_type": "code", "input": "x = 1", "language": "python", "outputs": []}
    sheets = [{"cells": [cell, {"cell_type": "markdown", "source": "why"}], "metadata": {}}]
    data = notebook(nbformat=2, worksheets=sheets)

    assert [cell.source for cell in receive_bytes(data).notebook.cells] == ["x = 1", "why"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"])
def test_any_encoding_of_json_is_read(encoding: str) -> None:
    data = notebook(code("x = 'Grüße'")).decode().encode(encoding)

    told = receive_bytes(data)

    assert (told.notebook.cells[0].source, told.flags) == ("x = 'Grüße'", [])


def test_a_file_in_another_encoding_is_read_and_flagged() -> None:
    data = notebook(code("# Grusse\nx = 1")).replace(b"Grusse", "Grüße".encode("latin-1"))

    told = receive_bytes(data)

    assert told.notebook.cells[0].source == "# Gr\ufffd\ufffde\nx = 1"
    assert told.flags == ["bytes that are no utf-8 were replaced"]


def test_what_the_file_says_twice_is_flagged_once() -> None:
    data = notebook(code("a")).replace(b'"source": "a"', b'"source": "b", "source": "a"')
    data = data.replace(b'"nbformat": 4', b'"nbformat": 3, "nbformat": 4')

    told = receive_bytes(data)

    assert (told.notebook.cells[0].source, told.flags) == ("a", [DOUBLED])


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), -0.0, 10**400])
def test_odd_numbers_in_what_is_dropped_do_no_harm(odd: float) -> None:
    cell = code("a") | {"execution_count": odd, "outputs": [odd]}

    told = receive_bytes(notebook(cell, metadata={"x": odd}, nbformat_minor=odd))

    assert [cell.source for cell in told.notebook.cells] == ["a"]


@pytest.mark.timeout(20)
def test_a_megabyte_on_one_line_is_read() -> None:
    told = receive_bytes(notebook(code("x" * 1_000_000)))

    assert len(told.notebook.cells[0].source) == 1_000_000


def test_half_a_surrogate_pair_can_be_written(folder: Path) -> None:
    told = received(folder, notebook(code("'\ud800'"), markdown("\udfff")))

    assert nbformat.writes(told.notebook).encode("utf-8")


@given(st.binary(max_size=200))
def test_no_bytes_raise(folder: Path, data: bytes) -> None:
    assert isinstance(received(folder, data), Received)


@given(JSON, JSON, JSON, st.sampled_from([3, 4]))
def test_no_json_raises(folder: Path, cell: Any, metadata: Any, source: Any, form: int) -> None:
    cells = [cell, {"cell_type": "code", "metadata": metadata, "source": source}]
    top = {"worksheets": [{"cells": cells}]} if form == 3 else {}

    told = received(folder, notebook(*cells, nbformat=form, metadata=metadata, **top))

    nbformat.validate(told.notebook)
