"""The dated table of what the hostile suite gains covers the suite, and says what it should."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.hostile.catalogue import ATTACKS

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "hostile.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+) \| (\w+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)


def test_every_attack_has_its_row() -> None:
    assert {name: int(row) for row, name, *_ in ROWS} == {
        name: attack.row for name, attack in ATTACKS.items()
    }


def test_date_and_versions_are_told() -> None:
    assert re.search(r"on 20\d\d-\d\d-\d\d with nbgrader \d+\.\d+", PAGE)


@pytest.mark.parametrize(("who", "column"), [("stock", 2), ("ours", 3)])
def test_the_sums_are_those_of_the_rows(who: str, column: int) -> None:
    counted = Counter(word for row in ROWS for word in row[column].split(", "))
    words = ("all", "part", "no score", "leak", "harm")

    sums = " | ".join(str(counted[word]) for word in words)
    assert f"| {who} | {len(ROWS)} | {sums} |" in PAGE


def test_no_attack_gains_a_point_from_ours() -> None:
    gained = [name for _, name, _, ours in ROWS if ours.split(", ")[0] != "zero"]

    assert gained == []


def test_stock_is_as_weak_as_we_say() -> None:
    said = Counter(word for _, _, stock, _ in ROWS for word in stock.split(", "))

    assert said["all"] + said["part"] >= 5
    assert said["no score"] >= 20
    assert said["leak"] >= 20
    assert "An honest notebook got all from stock." in PAGE
