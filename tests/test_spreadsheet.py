"""What a spreadsheet opens holds no formula, and numbers that are numbers."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.spreadsheet import as_csv, safe


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "  ="])
def test_text_that_a_spreadsheet_would_run_gets_a_quote(start: str) -> None:
    assert safe(f"{start}1+1") == f"'{start}1+1"


def test_negative_number_stays_a_number() -> None:
    assert as_csv([[-2.5, "-2.5"]]) == "-2.5,'-2.5\r\n"


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=5))
def test_no_cell_of_any_table_starts_a_formula(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(as_csv(rows), newline="")))

    cells = [cell for row in read for cell in row]
    assert not any(
        cell.strip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells
    )


def test_empty_cell_is_empty_and_a_zero_is_not() -> None:
    assert as_csv([[None, 0.0, ""]]) == ",0.0,\r\n"
