"""Whatever a student hands in becomes a notebook that can be graded."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mistune
import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import intake
from autograder.intake import Received, receive
from autograder.realign import harmless, realign
from tests.builders import code, grade_id, notebook

Node = nbformat.NotebookNode

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
)


def markdown(text: str, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": text, "metadata": metadata}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("intake")


@pytest.fixture(autouse=True)
def _empty(folder: Path) -> Iterator[None]:
    yield
    for path in folder.iterdir():
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def received(folder: Path, data: bytes) -> Received:
    (folder / "x.ipynb").write_bytes(data)
    return receive(folder / "x.ipynb")


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


def test_a_file_of_11_megabytes_is_not_read(folder: Path) -> None:
    told = received(folder, b" " * (11 << 20))

    assert told.problem == f"the file has {11 << 20} bytes; at most {10 << 20} are graded"


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
    pytest.param(b"{}", "nbformat None; 3 and 4 are known", id="no format"),
    pytest.param(notebook(nbformat=99), "nbformat 99; 3 and 4", id="format 99"),
    pytest.param(notebook(nbformat=2), "nbformat 2; 3 and 4", id="format 2"),
    pytest.param(notebook(nbformat="4"), "nbformat '4'; 3 and 4", id="format as text"),
    pytest.param(notebook(nbformat="\x1b[31m"), r"'\\x1b\[31m'", id="format in colour"),
    pytest.param(notebook(nbformat=[4]), r"nbformat \[4\]", id="format as list"),
    pytest.param(notebook(cells=None), "no list of cells", id="no cells"),
    pytest.param(notebook(cells=5), "no list of cells", id="a number of cells"),
    pytest.param(notebook(cells={"a": 1}), "no list of cells", id="cells by name"),
    pytest.param(
        notebook(nbformat=3), "parts that every notebook", id="format 3 without sheets"
    ),
    pytest.param(notebook(*[code("1")] * 600), "has 600 cells; at most 500", id="600 cells"),
    pytest.param(notebook(code("x" * (3 << 20))), "more than 2097152 characters", id="3 MB"),
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


# --- markdown -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "the rate is 0 when z < t",
        "**bold**, `code`, $w \\cdot x$",
        "H<sub>2</sub>O<br>line<br/>",
        "a list:\n\n- one\n- two",
        "1 <2 and 3> 2",
    ],
)
def test_honest_markdown_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    "text", ["0 if z<threshold and then 1", "if a<b and c>d", "`w<x`", "w<!x"]
)
def test_no_word_of_an_answer_gets_lost(text: str) -> None:
    assert harmless(text).replace("< ", "<") == text


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT src=//evil></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<b onclick=alert(1)>x</b>",
    "<svg/onload=alert(1)>",
    "<iframe src='javascript:alert(1)'>",
    "<javascript:alert(1)>",
    "<https://x' onmouseover='alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<br\n/><a href='javascript:x'>y</a>",
    "<style>*{display:none}</style>",
    "<form action=//evil><input></form>",
    "< script><script >alert(1)</script >",
    "<scr<script>ipt>alert(1)</script>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_markup_of_markdown_can_run(text: str) -> None:
    html = str(mistune.create_markdown(escape=False)(harmless(text)))

    tags = set(re.findall(r"<\s*/?([a-zA-Z!]+)(\s[^>]*)?>", html))
    assert {name for name, _ in tags} <= {"p", "b", "br", "a", "blockquote"}
    assert not any("on" in rest or "javascript" in rest for _, rest in tags)


@given(st.text(st.sampled_from("<>/!? =abscript'\"\n:")))
def test_what_is_harmless_stays_harmless(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)
    assert "<s" not in re.sub(r"</?(strong|sub|sup)\s*/?>", "", harmless(text))


# --- realignment ---------------------------------------------------------------------------

ORDER = ["imports", "answer", "check", "why"]


def source() -> dict[str, Node]:
    """Return an assignment's cells, as the gradebook knows them."""
    locked = {"imports", "check"}
    texts = {"imports": "import numpy", "answer": "# here", "why": "*why*"}
    texts["check"] = "# tried\n### BEGIN HIDDEN TESTS\npoints()\n### END HIDDEN TESTS"
    cells = {}
    for name in ORDER:
        make = intake.MAKERS["markdown" if name == "why" else "code"]
        mark = {"grade_id": name, "locked": name in locked, "points": 3}
        cells[name] = make(texts[name], id=name, metadata={"nbgrader": mark})
    return cells


def handed_in(*names: str) -> list[dict[str, Any]]:
    """Return the cells of a student who kept only these, in this order."""
    texts = {
        "imports": "import numpy",
        "answer": "x = 1",
        "check": "# tried",
        "why": "Because.",
    }
    return [
        (markdown if name == "why" else code)(texts[name], nbgrader={"grade_id": name})
        for name in names
    ]


def aligned(folder: Path, *cells: Any) -> tuple[Node, list[str]]:
    told = received(folder, notebook(*cells))
    return realign(told, source(), ORDER), told.flags


def ids(book: Node) -> list[str]:
    return [grade_id(cell) for cell in book.cells]


def test_an_honest_notebook_has_no_flags(folder: Path) -> None:
    book, flags = aligned(folder, *handed_in(*ORDER))

    assert (ids(book), flags) == (ORDER, [])
    assert book.cells[1].source == "x = 1"


def test_own_cells_stay_where_they_are(folder: Path) -> None:
    cells = handed_in(*ORDER)
    cells.insert(2, code("mine = 1"))

    book, flags = aligned(folder, *cells)

    assert (ids(book), flags) == (["imports", "answer", "", "check", "why"], [])


@pytest.mark.parametrize("missing", ORDER)
def test_a_deleted_cell_comes_back(folder: Path, missing: str) -> None:
    book, flags = aligned(folder, *handed_in(*(name for name in ORDER if name != missing)))

    assert (ids(book), flags) == (ORDER, [f"{missing} was missing and came back as released"])


def test_an_empty_notebook_becomes_the_released_one(folder: Path) -> None:
    book, flags = aligned(folder)

    assert [cell.source for cell in book.cells] == [cell.source for cell in source().values()]
    assert len(flags) == 4


def test_the_first_of_two_copies_counts(folder: Path) -> None:
    cells = handed_in("imports", "answer", "answer", "check", "why")
    cells[2]["source"] = "x = 2"

    book, flags = aligned(folder, *cells)

    assert [c.source for c in book.cells if grade_id(c) == "answer"] == ["x = 1"]
    assert ids(book).count("") == 1
    assert flags == ["a second copy of answer was made ordinary"]


def test_a_renamed_cell_becomes_ordinary_and_the_real_one_comes_back(folder: Path) -> None:
    cells = handed_in(*ORDER)
    cells[2]["metadata"]["nbgrader"]["grade_id"] = "czech"

    book, flags = aligned(folder, *cells)

    assert ids(book) == ["imports", "answer", "check", "", "why"]
    assert flags[0] == "a cell with the unknown id 'czech' was made ordinary"


@pytest.mark.parametrize(
    "strange", [5, [], ["check"], {"a": 1}, "\ud800" * 9999, True], ids=type
)
def test_an_id_of_any_kind_is_taken(folder: Path, strange: Any) -> None:
    cells = handed_in(*ORDER)
    cells[0]["metadata"] = {"nbgrader": {"grade_id": strange}, "tags": ["skip-execution"]}

    book, flags = aligned(folder, *cells)

    assert [one for one in ids(book) if one] == ORDER
    assert all(len(flag) < 300 for flag in flags)


def test_cells_are_put_back_in_order(folder: Path) -> None:
    book, flags = aligned(folder, *handed_in("check", "answer", "imports", "why"))

    assert (ids(book), flags) == (ORDER, ["cells were put back in their order"])


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_a_cell_of_another_kind_is_made_what_it_was(folder: Path, kind: str) -> None:
    cells = handed_in(*ORDER)
    cells[1] = {"cell_type": kind, "source": "x = 1", "metadata": cells[1]["metadata"]}

    book, flags = aligned(folder, *cells)

    assert (book.cells[1].cell_type, book.cells[1].source) == ("code", "x = 1")
    assert flags == [f"answer had become a {kind} cell"]


def test_locked_text_comes_back_with_its_hidden_part(folder: Path) -> None:
    cells = handed_in(*ORDER)
    cells[2]["source"] = "print('10 points')"

    book, flags = aligned(folder, *cells)

    assert book.cells[2].source == source()["check"].source
    assert flags == ["the text of check had been edited"]


def test_tags_and_false_marks_are_taken_off(folder: Path) -> None:
    cells = handed_in(*ORDER)
    cells[2]["metadata"] |= {"tags": ["skip-execution"], "autograder": {"points": 99}}
    cells[2]["metadata"]["nbgrader"] |= {"points": 99, "locked": False, "solution": True}

    book, flags = aligned(folder, *cells)

    assert book.cells[2].metadata == source()["check"].metadata
    assert flags == ["tags taken off cell 'check'"]


CELL = st.builds(
    lambda kind, text, mark: {
        "cell_type": kind,
        "source": text,
        "metadata": {"nbgrader": mark},
    },
    st.sampled_from(["code", "markdown", "raw"]),
    st.text(max_size=5),
    st.none() | st.fixed_dictionaries({"grade_id": st.sampled_from([*ORDER, "other", 5])}),
)


@given(st.lists(CELL, max_size=10))
def test_each_cell_of_the_assignment_is_there_once_and_in_order(
    folder: Path, cells: list[dict[str, Any]]
) -> None:
    book, _ = aligned(folder, *cells)

    assert [one for one in ids(book) if one] == ORDER
    assert all(
        cell.metadata == source()[name].metadata
        for cell in book.cells
        if (name := grade_id(cell))
    )
    assert all(
        cell.source == source()[name].source
        for cell in book.cells
        if (name := grade_id(cell)) in {"imports", "check"}
    )


@given(st.lists(CELL, max_size=10))
def test_no_text_of_the_student_gets_lost(folder: Path, cells: list[dict[str, Any]]) -> None:
    book, _ = aligned(folder, *cells)
    locked = {"imports", "check"}

    own = [
        c["source"]
        for c in cells
        if (c["metadata"]["nbgrader"] or {}).get("grade_id") not in locked
    ]
    kept = json.dumps([cell.source for cell in book.cells])
    assert all(
        json.dumps(harmless(text))[1:-1] in kept or json.dumps(text)[1:-1] in kept
        for text in own
    )
