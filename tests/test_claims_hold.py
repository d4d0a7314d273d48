"""Every row of the ledger comes out on seeds that nobody looked at when it was written."""

from __future__ import annotations

import pytest

from course_utils.claims import SECOND, known_experiments, measure

ROWS = [
    pytest.param(number, marks=[pytest.mark.slow] if entry.slow else [])
    for number, entry in known_experiments().items()
]


@pytest.mark.parametrize("number", ROWS)
def test_a_row_comes_out_on_untouched_seeds(number: int) -> None:
    outcome = measure(number, SECOND)

    assert outcome.holds, outcome.complaints
