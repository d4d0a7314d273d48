"""Reading the ledger row by row: lists that narrow the choice, and a card."""

from __future__ import annotations

import html
import re

import ipywidgets
import pytest

from course_utils.claims import MARKS, Outcome, Table, disagreements, load, measure
from course_utils.demos import DEMOS
from course_utils.demos.claim_picker import (
    OWN_KEYS,
    ClaimCard,
    OwnKeys,
    claim_picker,
    disagreement_table,
)


def outcome(number: int, **values: float) -> Outcome:
    return Outcome(load()[number], values, Table((), ()), 0.0)


def test_without_a_choice_all_rows_are_offered() -> None:
    picker = claim_picker()

    assert picker.rows == tuple(load())
    assert [number for _, number in picker.row.options] == list(load())


def test_topic_and_verdict_narrow_the_rows() -> None:
    picker = claim_picker()
    picker.verdict.value = "wrong"
    assert picker.rows == tuple(n for n, claim in load().items() if claim.verdict == "wrong")

    picker.topic.value = "Initialisation"
    assert [number for _, number in picker.row.options] == [111]
    assert picker.state() == {"topic": "Initialisation", "verdict": "wrong", "row": 111}
    assert picker._count.value == "of 1 rows that fit, 115 in all"


def test_a_row_that_still_fits_stays_chosen() -> None:
    picker = claim_picker(row=98)
    picker.verdict.value = "half true"
    assert picker.row.value == 98

    picker.verdict.value = "wrong"
    assert picker.row.value == picker.rows[0]


def test_where_nothing_fits_the_page_says_so_and_the_way_back_works() -> None:
    picker = claim_picker()
    picker.topic.value, picker.verdict.value = "Data preprocessing", "wrong"

    assert not picker.rows
    assert not picker.static()
    assert picker.row.disabled
    assert picker.place.disabled
    assert "Choose another" in picker._page.value
    assert repr(picker) == "no row fits"

    picker.verdict.value = "exact"
    assert not picker.row.disabled
    assert picker.row.value == picker.rows[0]


def test_words_must_all_stand_on_the_card() -> None:
    picker = claim_picker()
    picker.words.value = "Telgarsky, DEPTH"
    found = picker.rows
    assert 89 in found
    assert all("telgarsky" in repr(card).casefold() for card in picker.static(*found))

    picker.words.value = "no such word"
    assert not picker.rows
    picker.words.value = ""
    assert len(picker.rows) == 115


def test_words_find_a_topic_too() -> None:
    picker = claim_picker()
    picker.words.value = "initialisation"
    assert set(picker.rows) >= {n for n, c in load().items() if c.topic == "Initialisation"}


def test_the_box_keeps_its_keys_to_itself() -> None:
    picker = claim_picker()

    guard = next(child for child in picker.box.children if isinstance(child, OwnKeys))
    assert OWN_KEYS in picker.box._dom_classes
    assert f".{OWN_KEYS}" in guard._esm
    assert "lmSuppressShortcuts" in guard._esm


def test_place_steps_through_the_rows_that_fit() -> None:
    picker = claim_picker()
    picker.verdict.value = "wrong"

    for n, number in enumerate(picker.rows, 1):
        picker.place.value = n
        assert picker.row.value == number
        assert f"Row {number}: " in picker._page.value

    picker.place.value = 99  # beyond the last: the widget stops there
    assert picker.row.value == picker.rows[-1]
    picker.row.value = picker.rows[0]
    assert picker.place.value == 1


def test_fewer_rows_move_the_place_to_the_chosen_row() -> None:
    picker = claim_picker(row=111)
    assert picker.place.value == 111

    picker.verdict.value = "wrong"
    assert picker.rows[picker.place.value - 1] == picker.row.value == 111
    picker.verdict.value = "all verdicts"
    assert picker.place.value == 111


def test_every_topic_and_every_verdict_can_be_chosen() -> None:
    picker = claim_picker()

    assert set(picker.topic.options[1:]) == {claim.topic for claim in load().values()}
    assert [verdict for _, verdict in picker.verdict.options[1:]] == list(MARKS)


@pytest.mark.parametrize("number", load())
def test_each_card_shows_the_whole_row(number: int) -> None:
    claim = load()[number]
    picker = claim_picker(row=number)

    for shown in (repr(ClaimCard(claim)), html.unescape(picker._page.value)):
        plain = re.sub(r"</?code>", "`", shown)
        assert claim.says in plain
        assert claim.correction in plain
        assert all(
            figure.name in plain and figure.interval in plain for figure in claim.figures
        )
        assert all(source in plain for source in claim.sources)


def test_a_card_tells_inside_from_outside() -> None:
    card = ClaimCard(load()[1], outcome(1, scores=9, weights=30720))

    by_name = {name: (value, word) for name, _, value, word in card.figures}
    assert by_name["scores"] == ("9", "✗ outside")
    assert by_name["weights"] == ("30,720", "✓ inside")
    assert by_name["other shapes that raise"] == ("not measured", "")


def test_a_card_says_why_nothing_was_measured() -> None:
    assert "rests on its sources" in ClaimCard(load()[12]).note
    assert "not part of the run" in ClaimCard(load()[1]).note
    failed = Outcome(load()[1], {}, Table((), ()), 0.0, "ValueError: by design")
    assert ClaimCard(load()[1], failed).note == "ValueError: by design"
    assert ClaimCard(load()[1], measure(1)).note == ""


def test_what_was_measured_reaches_the_page() -> None:
    picker = claim_picker([measure(1)], row=1)

    assert "<td" in picker._page.value
    assert picker._page.value.count("✓ inside") == len(load()[1].figures)


def test_signs_of_less_do_not_break_the_page() -> None:
    assert "a &lt; x &lt; b" in claim_picker(row=86)._page.value


def test_a_row_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="the ledger has no row 116; it has 1 to 115"):
        claim_picker(row=116)
    with pytest.raises(ValueError, match="no row 0"):
        claim_picker().static(0)


def test_static_gives_the_cards_that_are_asked_for() -> None:
    picker = claim_picker([measure(1)], row=2)

    assert [card.claim.number for card in picker.static(12, 1)] == [12, 1]
    assert [card.claim.number for card in picker.static()] == [2]


def test_a_page_without_widgets_gets_the_card() -> None:
    data, metadata = claim_picker(row=12)._repr_mimebundle_()

    assert "application/vnd.jupyter.widget-view+json" in data
    assert "Neural networks are not neural" in data["text/html"]
    assert data["text/plain"].startswith("Row 12: Neural networks are not neural")
    assert metadata == {}


def test_the_lists_are_core_widgets_with_names() -> None:
    picker = claim_picker()
    lists = (picker.topic, picker.verdict, picker.row)

    assert all(isinstance(entry, ipywidgets.Dropdown) for entry in lists)
    assert [entry.description for entry in lists] == ["Topic", "Verdict", "Row"]
    assert "claim_picker" not in DEMOS


def test_each_disagreement_is_shown_with_years() -> None:
    rows = disagreement_table().rows

    assert [row[0].split(" (row")[0] for row in rows] == [d.topic for d in disagreements()]
    assert all(re.fullmatch(r"\d{4}(, \d{4})*", row[3]) for row in rows)
    depth = next(row for row in rows if row[0].startswith("Why depth helps"))
    assert "2016" in depth[3].split(", ")
    assert all(html.escape(row[2]) in disagreement_table()._repr_html_() for row in rows)
