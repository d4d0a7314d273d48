"""Running the ledger: outcomes, complaints, reports, the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course_utils import activations
from course_utils.claims import (
    FIRST,
    SECOND,
    Outcome,
    Result,
    Table,
    _outcome,
    load,
    measure,
    measure_all,
)
from course_utils.claims.__main__ import main
from course_utils.claims._report import as_html, as_json, as_markdown, as_text


def outcome(number: int = 1, **values: Any) -> Outcome:
    return Outcome(load()[number], values, Table((), ()), 0.0)


def test_the_seeds_that_judge_are_not_those_that_set_the_intervals() -> None:
    assert len(FIRST) >= 20
    assert len(SECOND) >= 20
    assert not set(FIRST) & set(SECOND)


def test_a_row_that_came_out_holds_and_is_silent() -> None:
    right = outcome(scores=10, weights=30720)

    assert right.holds
    assert right.complaints == []


def test_a_row_that_left_its_interval_is_named_with_figure_and_interval() -> None:
    wrong = outcome(scores=9, weights=30720)

    assert not wrong.holds
    assert wrong.complaints == [
        f"row 1 ({load()[1].says}): scores is 9, the ledger says exactly 10"
    ]


def test_a_row_without_experiment_is_refused() -> None:
    with pytest.raises(ValueError, match="row 12 of the ledger has no experiment; it is cited"):
        measure(12)


@pytest.mark.parametrize("workers", [0, 1])
def test_no_seed_is_refused(workers: int) -> None:
    with pytest.raises(ValueError, match=r"at least one seed, got \[\]; try range\(5\)"):
        list(measure_all([16], [], workers=workers))


def test_an_experiment_that_fails_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course_utils.claims._outcome.known_experiments", lambda: {1: _fail})

    broken = measure(1)

    assert not broken.holds
    assert "row 1" in broken.complaints[0]
    assert "ZeroDivisionError: by design" in broken.complaints[0]


def _fail(_seeds: object) -> Result:
    raise ZeroDivisionError("by design")


def test_an_experiment_gives_the_figures_that_the_ledger_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = {1: lambda _seeds: Result({"neurons": 3})}
    monkeypatch.setattr("course_utils.claims._outcome.known_experiments", lambda: other)

    assert (
        "gives ['neurons'], the ledger has ['other shapes that raise', 'scores', 'weights']"
        in measure(1).error
    )


def test_a_table_hands_out_a_column() -> None:
    assert Table(("units", "loss"), ((3, 0.2), (20, 0.1)))["loss"] == [0.2, 0.1]


@pytest.mark.slow
def test_one_and_two_workers_give_the_same_bytes() -> None:
    rows = [1, 27, 31, 36, 41, 45, 56, 88, 97, 103, 104, 114]  # of each topic

    one = as_json(list(measure_all(rows, SECOND, workers=1)))
    two = as_json(list(measure_all(reversed(rows), SECOND, workers=2)))

    assert one == two


def test_rows_that_share_what_they_trained_are_one_job_and_come_first() -> None:
    jobs = _outcome._long_first([1, 93, 37, 107, 36])

    assert jobs == [[93, 107], [37], [1], [36]]


def test_a_changed_sign_is_found_and_its_row_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("course_utils.claims.experiments.activations.tanh", _minus_tanh)

    assert main(["--row", "36", "--workers", "0"]) == 1
    assert f"row 36 ({load()[36].says})" in capsys.readouterr().err


def _minus_tanh(z: Any) -> Any:
    return -np.asarray(activations.tanh(z))


def test_the_command_writes_values_and_a_page(tmp_path: Path) -> None:
    values, page = tmp_path / "values.json", tmp_path / "ledger.html"

    assert (
        main(["--row", "1", "--workers", "0", "--json", str(values), "--report", str(page)])
        == 0
    )
    assert json.loads(values.read_text())[0]["figures"][0]["value"] == 10.0
    assert "exactly 30,720" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--row", "12"], "row 12 has no experiment: it is cited or does not exist"),
        (
            ["--seeds", "many"],
            "seeds are first, second or START:STOP such as 40:60, got 'many'",
        ),
        (["--seeds", "5:5"], "got '5:5'"),
        (["--report", "page.pdf"], "--report writes .html or .md, got 'page.pdf'"),
    ],
)
def test_a_wrong_option_is_explained(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert words in capsys.readouterr().err


def test_text_names_each_figure_and_counts_the_rows() -> None:
    text = as_text([outcome(scores=9, weights=30720)])

    assert "✗ scores: 9 (must be exactly 10)" in text
    assert "✓ weights: 30,720 (must be exactly 30,720)" in text
    assert text.endswith("0 of 1 rows came out as the ledger says")


def test_a_share_is_written_in_percent() -> None:
    share = Outcome(load()[1], {"other shapes that raise": 0.5}, Table((), ()), 0.0)

    assert "✗ other shapes that raise: 50 % of all tried (must be exactly 100 %)" in repr(share)


def test_a_notebook_shows_an_outcome_as_a_card() -> None:
    card = outcome(scores=10, weights=30720)._repr_html_()

    assert "1. A linear classifier" in card
    assert "✓ weights: 30,720 (must be exactly 30,720)" in card


def test_the_card_of_a_failed_experiment_says_why() -> None:
    failed = Outcome(load()[1], {}, Table((), ()), 0.0, "ZeroDivisionError: no seeds")

    assert repr(failed).endswith("\n   ZeroDivisionError: no seeds")


def test_json_has_null_for_an_open_end() -> None:
    figures = json.loads(as_json([measure(36)]))[0]["figures"]

    assert any(figure["low"] is None for figure in figures)


@pytest.mark.parametrize("write", [as_html, as_markdown])
def test_a_page_has_every_row_run_or_not(write: Any) -> None:
    page = write([outcome(scores=10, weights=30720)])

    assert "not run" in page
    assert "Where the documents differ" in page
    assert all(topic in page for topic in {claim.topic for claim in load().values()})
