"""Marks as a table and as data."""

from __future__ import annotations

import json

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from autograder.engine.journal import Journal, Line
from autograder.marks import Mark, as_data, as_table


def test_the_table_has_a_line_for_everyone() -> None:
    marks = [
        Mark("ada", {"one": 2.0, "two": 0.5}, total=2.5, max_total=5.0),
        Mark("bo", {"one": 1.0}, total=1.0, max_total=5.0, waiting=True, flags=("a", "b")),
        Mark("cy", problem="not graded: see log", flags=("a",)),
        Mark("di", {"one": 2.0}, total=0.5, max_total=5.0, penalty=1.5),
    ]

    assert as_table(marks).splitlines() == [
        "student  one  two  total",
        "-------  ---  ---  -----  ------------------------------------",
        "ada      2    0.5  2.5/5",
        "bo       1    -    1/5    a person must mark the rest; 2 flags",
        "cy       -    -    -      not graded: see log; 1 flag",
        "di       2    -    0.5/5  late: 1.5 off",
        "",
        "Flags, for a person to look at (they change no mark):",
        "  bo: a",
        "  bo: b",
        "  cy: a",
    ]


def test_data_of_marks_can_be_written_as_json() -> None:
    (data,) = as_data([Mark("ada", {"one": 2.0}, flags=("moved",), level="strong")])

    assert json.loads(json.dumps(data))["flags"] == ["moved"]
    assert (data["level"], data["fresh"]) == ("strong", True)


def test_marks_that_are_up_to_date_keep_the_exercises_in_their_order() -> None:
    line = Line("run", "work", "notebook", None, {"points": {"second": 1.0, "first": 2.0}})

    with Session(create_engine("sqlite://")) as db:
        journal = Journal(db, "tiny")
        journal.write("ada", line)

        assert list(journal.lines()["ada"].told["points"]) == ["second", "first"]


def test_no_name_begins_a_line_or_moves_the_cursor() -> None:
    table = as_table([Mark("ada\nbo  5/5\x1b[2J", flags=("a\rb",)), Mark("cy")])

    assert table.count("\n") == 6
    assert table.replace("\n", "").isprintable()
