"""The ledger of claims: complete, well formed, readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_utils.claims import (
    DOCUMENTS,
    MARKS,
    Claim,
    Disagreement,
    Figure,
    disagreements,
    known_experiments,
    load,
    verdicts,
)

CLAIMS = pytest.mark.parametrize("claim", load().values(), ids=lambda claim: str(claim.number))
NOTEBOOKS = {path.name[:2] for path in Path("notebooks/src").glob("*.py")}


def test_the_rows_bear_the_numbers_of_the_115_claims() -> None:
    assert list(load()) == list(range(1, 116))


@CLAIMS
def test_a_claim_says_who_makes_it_and_what_became_of_it(claim: Claim) -> None:
    assert claim.says
    assert claim.correction.endswith(".")
    assert claim.verdict in MARKS
    assert set(claim.documents) <= set(DOCUMENTS)
    assert claim.documents or claim.number == 59


@CLAIMS
def test_a_claim_names_its_sources_with_years(claim: Claim) -> None:
    assert claim.sources
    assert all(any(part.isdigit() for part in source) for source in claim.sources)


@CLAIMS
def test_a_claim_that_can_be_run_has_an_experiment(claim: Claim) -> None:
    assert (claim.number in known_experiments()) == bool(claim.figures)
    assert claim.figures or claim.verdict in {"cited", "dated"}


@CLAIMS
def test_a_figure_has_a_name_of_its_own_and_an_interval(claim: Claim) -> None:
    names = [figure.name for figure in claim.figures]

    assert len(set(names)) == len(names)
    assert all(figure.low <= figure.high for figure in claim.figures)
    assert all(figure.interval != "-inf to inf" for figure in claim.figures)


@CLAIMS
def test_a_claim_is_taught_somewhere(claim: Claim) -> None:
    assert claim.notebook in {f"{number:02}" for number in range(1, 10)}


def test_every_experiment_belongs_to_a_row() -> None:
    assert set(known_experiments()) <= set(load())


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("scores", 10, 10), "exactly 10"),
        (Figure("error", high=1e-6), "at most 1e-06"),
        (Figure("ratio", low=2.5), "at least 2.5"),
        (Figure("share", 0.25, 0.75), "0.25 to 0.75"),
    ],
)
def test_an_interval_is_put_in_words(figure: Figure, words: str) -> None:
    assert figure.interval == words


@pytest.mark.parametrize(
    ("value", "inside"),
    [(1.0, True), (2.0, True), (0.999, False), (2.001, False), (float("nan"), False)],
)
def test_the_ends_belong_to_an_interval(value: float, inside: bool) -> None:
    assert Figure("ratio", 1.0, 2.0).holds(value) is inside


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
    with pytest.raises(ValueError, match="no row 999; it has 1 to 115"):
        verdicts({999: "nothing"})


@pytest.mark.parametrize("entry", disagreements(), ids=lambda entry: str(entry.rows[0]))
def test_what_the_documents_disagree_on_is_settled_by_rows(entry: Disagreement) -> None:
    assert set(entry.rows) <= set(load())
    assert entry.documents_say.endswith(".")
    assert entry.course_says.endswith(".")
    assert all(len(s.split()) < 25 for s in entry.course_says.split(". "))


def test_every_topic_on_which_the_documents_disagree_is_there() -> None:
    assert len(disagreements()) == len({entry.topic for entry in disagreements()}) == 17
