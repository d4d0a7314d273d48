"""The commands for the time after a class, run on a class that was really graded."""

from __future__ import annotations

import contextlib
import csv
import re
from pathlib import Path

import pytest

from autograder.__main__ import main
from tests.builders import NAME, Classroom

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]


def ours(room: Classroom, *arguments: str) -> int:
    with contextlib.chdir(room.root):
        return main(arguments)


def test_report_is_written_beside_the_gradebook(room: Classroom) -> None:
    assert ours(room, "report", NAME) == 0

    folder = room.root / "grading" / "reports" / NAME
    rows = {
        row["student"]: row
        for row in csv.DictReader((folder / "students.csv").read_text().splitlines())
    }
    for student, mark in room.marks.items():
        if mark.graded:
            assert float(rows[student]["total"]) == mark.total
    assert rows["square"]["double_misconception"] == "square"
    assert rows["empty"]["problem"] == "the file is empty"
    page = (folder / "report.html").read_text()
    assert "Squares the number." in page
    assert "skip-execution" not in re.sub(r"<pre.*?</pre>", "", page, flags=re.DOTALL)
    assert "<script" not in page


def test_export_holds_the_totals_of_the_class(room: Classroom, tmp_path: Path) -> None:
    file = tmp_path / "marks.csv"

    assert ours(room, "export", NAME, "--format", "canvas", "--output", str(file)) == 0

    head, possible, *rows = csv.reader(file.read_text().splitlines())
    assert (head[-1], float(possible[-1])) == (NAME, 10)
    assert {row[2]: float(row[-1]) for row in rows if row[-1]}.items() >= {
        (student, mark.total) for student, mark in room.marks.items() if mark.graded
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["report", "a9"], "the gradebook has no assignment 'a9'; it has tiny"),
        (["export", "a9"], "the gradebook has no assignment 'a9'; it has tiny"),
        (["export", "--title", "tiny"], "--title 'tiny' must read ASSIGNMENT=TITLE"),
        (["export", "--output", "no/marks.csv"], "--output no/marks.csv can't be written: No"),
    ],
)
def test_mistakes_of_the_caller_are_told(
    room: Classroom, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert ours(room, *arguments) == 2
    assert message in capsys.readouterr().err
