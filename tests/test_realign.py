"""A notebook that was handed in gets the assignment's cells back, in their order."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import mistune
import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import intake
from autograder.realign import BEGIN_HIDDEN, END_HIDDEN, harmless, realign, without_hidden
from tests.builders import code, grade_id, markdown, notebook, received

Node = nbformat.NotebookNode


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


@pytest.mark.parametrize("mark", [None, {"grade_id": "other"}, 5])
def test_an_answer_that_lost_its_mark_is_known_by_its_place(folder: Path, mark: Any) -> None:
    cells = handed_in(*ORDER)
    cells[1]["metadata"]["nbgrader"] = mark

    book, flags = aligned(folder, *cells)

    assert (ids(book), book.cells[1].source) == (ORDER, "x = 1")
    assert flags[-1] == "answer had lost its mark; the cell at its place was taken"


def test_of_two_cells_without_marks_none_is_taken_for_an_answer(folder: Path) -> None:
    cells = handed_in("imports", "check", "why")
    cells[1:1] = [code("x = 1"), code("x = 2")]

    book, flags = aligned(folder, *cells)

    assert "answer was missing and came back as released" in flags
    assert [cell.source for cell in book.cells].count("x = 1") == 1


@pytest.mark.timeout(10)
def test_many_hidden_regions_take_no_time() -> None:
    region = f"{BEGIN_HIDDEN}\n{END_HIDDEN}\n"

    assert without_hidden(region * 20_000 + "x") == "x"
    assert without_hidden(BEGIN_HIDDEN * 40_000).count("BEGIN") == 40_000


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
