"""A student's measurement beside the ledger's figure."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from course_utils.claims import (
    Claim,
    Comparison,
    Figure,
    Outcome,
    Table,
    all_verdicts,
    compare,
    known_experiments,
    load,
)
from course_utils.claims._comparison import student_95

GATE = "the same with tanh as the gate"


def against(low: float, high: float, *values: float, name: str = "gain") -> Comparison:
    claim = Claim(1, "a topic", "a claim", ("note",), "exact", "", (), "09")
    return Comparison(claim, Figure(name, low, high), values, 0.5)


def outcome(number: int, **values: float) -> Outcome:
    return Outcome(load()[number], values, Table((), ()), 0.0)


def test_mean_and_standard_error_are_those_of_five_numbers_by_hand() -> None:
    found = against(0, 1, 1.0, 2.0, 3.0, 4.0, 5.0)

    assert found.n == 5
    assert found.mean == 3.0
    assert found.standard_error == pytest.approx(sqrt(2.5 / 5))
    assert found.interval[1] - 3.0 == pytest.approx(2.776 * sqrt(0.5), rel=0.005)


@pytest.mark.parametrize(
    ("degrees", "published"), [(4, 2.776), (9, 2.262), (19, 2.093), (29, 2.045), (10**6, 1.960)]
)
def test_reach_is_that_of_a_published_table_of_t(degrees: int, published: float) -> None:
    assert student_95(degrees) == pytest.approx(published, rel=0.005)


def test_95_of_100_intervals_hold_the_true_mean() -> None:
    draws = np.random.default_rng(0).normal(7.0, 2.0, size=(2000, 5))
    ends = [against(0, 1, *row).interval for row in draws.tolist()]

    assert np.mean([low <= 7.0 <= high for low, high in ends]) == pytest.approx(0.95, abs=0.015)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (0.0, 1.0, "agree"),  # 0.5 with a reach of 0.062 to each side
        (0.6, 1.0, "differ"),
        (0.0, 0.4, "differ"),
        (0.5, 1.0, "cannot tell"),
        (0.49, 0.51, "cannot tell"),
        (0.5, 0.5, "cannot tell"),
        (-np.inf, 0.6, "agree"),
        (0.6, np.inf, "differ"),
    ],
)
def test_verdict_asks_where_the_whole_interval_lies(
    low: float, high: float, verdict: str
) -> None:
    assert against(low, high, 0.45, 0.55, 0.5, 0.55, 0.45).verdict == verdict


def test_a_share_of_all_agrees_with_exactly_1_where_it_always_happened() -> None:
    assert against(1.0, 1.0, *[1.0] * 5).verdict == "agree"
    assert against(1.0, 1.0, *[0.0] * 5).verdict == "differ"


def test_rounding_at_an_end_does_not_turn_agreement_down() -> None:
    assert against(0.1, 0.3, *[0.1 + 0.2] * 5).verdict == "agree"


@pytest.mark.parametrize(
    ("name", "warned"),
    [
        ("largest difference", True),
        ("median error", True),
        ("standard error of that", True),
        ("mean gain", False),
        ("share of seeds", False),
    ],
)
def test_a_figure_that_is_no_mean_comes_with_a_caution(name: str, warned: bool) -> None:
    found = against(0, 1, *[0.5] * 5, name=name)

    assert bool(found.caution) is warned
    assert ("no mean over seeds" in repr(found)) is warned


def test_a_run_that_is_handed_over_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course_utils.claims._comparison.measure", lambda _number: 1 / 0)

    found = compare(25, GATE, [0.5] * 5, outcome(25, **{GATE: 0.503}))

    assert found.measured == 0.503


def test_without_a_run_the_experiment_of_the_row_gives_our_value() -> None:
    by_itself = known_experiments()[25](range(20)).figures[GATE]

    assert compare(25, GATE, [0.5] * 5).measured == by_itself


@pytest.mark.parametrize(
    ("number", "figure", "values", "words"),
    [
        (12, "limits", [0.5] * 5, "row 12 of the ledger has no experiment"),
        (25, "gates", [0.5] * 5, "row 25 has no figure 'gates'; it has 'largest difference"),
        (25, GATE, [0.5] * 4, "at least 5 numbers, one a seed; got 4"),
        (25, GATE, [0.5] * 5 + [float("nan")], "finite numbers, got nan"),
    ],
)
def test_what_cannot_be_compared_is_explained(
    number: int, figure: str, values: list[float], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        compare(number, figure, values)


def test_an_outcome_of_another_row_is_refused() -> None:
    with pytest.raises(ValueError, match="outcome is of row 1, the comparison of row 25"):
        compare(25, GATE, [0.5] * 5, outcome(1))


def test_text_and_page_say_the_same() -> None:
    found = against(0.4, 0.7, 0.45, 0.55, 0.5, 0.55, 0.45, name="a < b")

    assert "yours: 0.5 ± 0.022 (mean ± standard error of 5 values)" in repr(found)
    assert "ours: 0.5, must lie in: 0.4 to 0.7" in repr(found)
    assert "agree: your whole interval lies in ours." in repr(found)
    assert all(text in found._repr_html_() for _, text in found.lines)
    assert "a &lt; b" in found._repr_html_()


def test_the_card_of_each_verdict_has_its_mark() -> None:
    marks = {"agree": "✓", "differ": "!", "cannot tell": "○"}
    ends = {"agree": (0.4, 0.6), "differ": (0.6, 0.8), "cannot tell": (0.5, 0.5)}
    for verdict, mark in marks.items():
        found = against(*ends[verdict], 0.45, 0.55, 0.5, 0.55, 0.45)
        assert found.verdict == verdict
        assert mark in found._repr_html_()


def test_all_verdicts_hide_nothing() -> None:
    broken = Outcome(load()[40], {}, Table((), ()), 0.0, "ValueError: by design")
    table = all_verdicts([broken, outcome(1, scores=9, weights=30720), outcome(2)])

    said = {claim.number: text for claim, text in table.rows}
    assert list(said)[:3] == [1, 40, 2]  # what left comes first
    assert sorted(said) == list(load())
    assert all(f">{claim.number}</td>" in table._repr_html_() for claim, _ in table.rows)
    assert said[1].startswith("left: ✗ scores: 9 (must be exactly 10)")
    assert said[40] == "ValueError: by design"
    assert said[12].startswith("not run")
