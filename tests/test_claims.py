"""The ledger of claims can be read and shown."""

from __future__ import annotations

import pytest

from course_utils.claims import MARKS, Claim, load, verdicts


@pytest.mark.parametrize("claim", load().values(), ids=lambda claim: str(claim.number))
def test_every_claim_says_something_and_has_a_known_verdict(claim: Claim) -> None:
    assert claim.says
    assert claim.verdict in MARKS


def test_a_table_shows_claim_measurement_and_verdict() -> None:
    page = verdicts({12: "a < b"})._repr_html_()

    assert "Neural networks are not neural" in page
    assert "a &lt; b" in page
    assert "○ cited" in page


def test_a_table_shows_code_as_code_and_explains_its_marks() -> None:
    page = verdicts({12: "`W @ x`"})._repr_html_()

    assert "<code>W @ x</code>" in page
    assert all(mark in page for mark in MARKS.values())


def test_a_row_that_is_not_in_the_ledger_is_named() -> None:
    with pytest.raises(ValueError, match="no row 999; it has 1, 2, 6"):
        verdicts({999: "nothing"})
