"""What students read keeps its limits, and the checks of prose find what breaks them."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from tools import prose
from tools.prose import Cell, Limits

ROOT = Path(prose.__file__).parent.parent
LONG = "word " * 25


def text(body: str, number: int = 1) -> Cell:
    return Cell(number, False, body)


def code(body: str, number: int = 2) -> Cell:
    return Cell(number, True, body)


def test_everything_that_students_read_keeps_the_limits() -> None:
    assert prose.check_all(ROOT) == []


def test_the_examples_of_the_checker_run() -> None:
    assert doctest.testmod(prose).failed == 0


@pytest.mark.parametrize(
    "body",
    [
        "word " * 24 + ".",
        f"```\n{LONG}\n```",
        f"| {LONG} | {LONG} |",
        "Short. " * 30,
        f"- {'word ' * 20}\n- {'word ' * 20}",
        f"Look at `{LONG}` here.",
        f"<details><summary>Hint</summary><pre>{LONG}</pre></details>",
    ],
)
def test_short_sentences_code_and_tables_are_let_through(body: str) -> None:
    assert list(prose.check_text(body)) == []


@pytest.mark.parametrize(
    "body", [LONG, f"Short. {LONG.capitalize()}", f"# Title\n\n{LONG}", f"- {LONG}"]
)
def test_a_long_sentence_is_quoted_with_its_length(body: str) -> None:
    assert "a sentence of 25 words, more than 24" in next(prose.check_text(body))


def test_words_that_tell_a_reader_off_are_found() -> None:
    assert "'obviously' tells a stuck reader off" in next(prose.check_text("Obviously so."))


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ([text("a")] * 46, "cells: 46, outside 25 to 45"),
        ([code("a")] * 26, "code cells: 26, outside 1 to 25"),
        ([code("a")] * 20 + [text("a")] * 10, "text cells for each code cell: 0.5"),
        ([code("a\n" * 7)] * 3, "lines of code in a cell, median: 7"),
        ([text("a " * 30)] * 3, "words in a text cell, median: 30"),
        ([code("a\n" * 21)], "cell 2: 21 lines, at most 20"),
        ([text("a " * 181)], "cell 1: 181 words, at most 180"),
    ],
)
def test_measures_out_of_bounds_are_named(cells: list[Cell], fault: str) -> None:
    assert any(found.startswith(fault) for found in prose.check_measures(cells, Limits()))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("## Title", "one title"),
        ("# A\n\n# B", "found 2"),
        ("# A\n\n### B", "'B' skips from level 1 to 3"),
    ],
)
def test_headings_without_order_are_found(body: str, fault: str) -> None:
    assert fault in next(prose.check_headings([text(body)]))


def test_comments_in_code_are_no_headings() -> None:
    assert list(prose.check_headings([text("# A\n\n```\n### comment\n```")])) == []


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (code("show(figure)"), "show() needs alt="),
        (code('show(static("neuron"), alt="")'), "show() needs alt="),
        (code("plt.show()"), "course_utils.plotting.show"),
        (code("neuron_demo()"), "follow the demo"),
        (text("![](figure.png)"), "an image has no description"),
        (text('<img src="figure.png">'), "an image has no description"),
    ],
)
def test_figures_without_description_are_found(cell: Cell, fault: str) -> None:
    assert fault in next(prose.check_figures([cell]))


def test_a_described_figure_after_a_demo_is_let_through() -> None:
    cells = [
        code("neuron_demo()"),
        code('show(\n    static("neuron"),\n    alt="A curve.",\n)'),
    ]

    assert list(prose.check_figures(cells)) == []


def test_a_link_to_a_file_that_is_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "here.md").touch()
    cell = text("[a](here.md#part), [b](https://example.org), [c](gone.md), [d](#below)")

    assert list(prose.check_links([cell], tmp_path)) == [
        "cell 1: a link leads to gone.md, which does not exist"
    ]


def test_a_first_cell_without_its_minutes_is_found() -> None:
    found = list(prose.check_frame([text("# A\n\nable to"), text("**Next:** B")]))

    assert found == ["missing: the first cell says how long it takes"]


@pytest.mark.parametrize(
    ("bodies", "count"), [(["a bias"], 0), (["a **bias**", "more **biases**"], 2)]
)
def test_a_term_is_in_bold_where_it_is_explained_and_nowhere_else(
    bodies: list[str], count: int
) -> None:
    glossary = "| term | meaning | notebook |\n| --- | --- | --- |\n| bias | added | 01 |\n"
    cells = [text(body) for body in bodies]

    assert f"in bold in {count} cells" in next(prose.check_glossary(glossary, [cells]))


def test_a_clean_tree_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert prose.main([]) == 0
    assert capsys.readouterr().out == ""


def test_a_fault_is_printed_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "02_empty.ipynb"
    path.write_text('{"cells": []}')

    assert prose.main([str(path)]) == 1
    assert "02_empty.ipynb: cells: 0, outside 25 to 45" in capsys.readouterr().out
