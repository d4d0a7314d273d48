"""Our spelling of a notebook's file is nbformat's, byte for byte."""

from __future__ import annotations

import json
from typing import Any

import nbformat
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.engine.spelling import as_file, spelled

DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(DATA)
def test_plain_data_is_spelled_as_json_spells_it(value: Any) -> None:
    options: dict[str, Any] = {"indent": 1, "sort_keys": True, "separators": (",", ": ")}

    assert spelled(value) == json.dumps(value, ensure_ascii=False, **options)


def test_a_notebook_is_written_as_nbformat_writes_it() -> None:
    outputs = [
        new_output("stream", text="one\ntwo"),
        new_output("display_data", {"image/png": "aGk=\n", "text/plain": "σ\nx"}),
    ]
    cells = [new_code_cell("x = 1\nx", outputs=outputs), new_markdown_cell("")]
    book = new_notebook(cells=cells, metadata={"signature": "s", "autograder": {"points": 0.5}})
    before = nbformat.writes(book)

    assert as_file(book) == f"{before}\n".encode()
    assert nbformat.writes(book) == before
