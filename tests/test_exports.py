"""Exports hold what the gradebook holds, in the columns that other programs look for."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from autograder.errors import GraderFault
from autograder.exports import FORMATS, Grades, read_grades
from autograder.record import Submission
from autograder.spreadsheet import as_csv
from tests.builders import command

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
NAMES = ("a1", "a2")


def fill(gradebook: Any) -> None:
    """Write two assignments of two cells, and students of every kind."""
    for name in NAMES:
        gradebook.add_assignment(name, duedate="2026-03-01 12:00:00")
        gradebook.add_notebook(name, name)
        gradebook.add_grade_cell("check_f", name, name, max_score=4, cell_type="code")
        gradebook.add_grade_cell("manual_why", name, name, max_score=2, cell_type="markdown")
        gradebook.add_solution_cell("manual_why", name, name)
    gradebook.add_student("ada", first_name="Ada", last_name="Lovelace", email="ada@x.org")
    gradebook.add_student("bob", first_name="=cmd()", last_name="-Builder", lms_user_id="42")
    gradebook.add_student("cleo")
    mark(gradebook, "a1", "ada", 3.0, 1.5, comment="@home, well done")
    mark(gradebook, "a1", "bob", 0.1, None, penalty=1.0)
    mark(gradebook, "a2", "bob", 0.1 + 0.2, 2.0)


def mark(
    gradebook: Any, name: str, student: str, auto: float, manual: float | None, **more: Any
) -> None:
    work = gradebook.add_submission(name, student, timestamp="2026-03-01 13:00:00")
    work.notebooks[0].late_submission_penalty = more.get("penalty")
    for grade in work.notebooks[0].grades:
        automatic = grade.name == "check_f"
        grade.auto_score = auto if automatic else None
        grade.manual_score = None if automatic else manual
        grade.needs_manual_grade = not automatic and manual is None
    work.notebooks[0].comments[0].manual_comment = more.get("comment")
    gradebook.db.commit()


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('exports')}/gradebook.db"
    with Gradebook(url) as gradebook:
        fill(gradebook)
    return url


def table(grades: Grades, kind: str) -> list[dict[str, str]]:
    text = as_csv(FORMATS[kind](grades)).splitlines()
    return list(csv.DictReader(text))


def test_csv_has_every_part_of_a_mark(url: str) -> None:
    rows = {
        (row["assignment"], row["student"]): row for row in table(read_grades(url, ()), "csv")
    }

    ada, bob = rows["a1", "ada"], rows["a1", "bob"]
    parts = ("auto", "manual", "raw", "late_penalty", "total", "max", "waiting")
    assert [ada[part] for part in parts] == ["3.0", "1.5", "4.5", "0.0", "4.5", "6.0", "no"]
    assert [bob[part] for part in parts] == ["0.1", "0.0", "0.1", "1.0", "0.0", "6.0", "yes"]
    assert rows["a2", "bob"]["total"] == "2.3"
    assert len(rows) == 6


@pytest.mark.parametrize(("zero", "cell"), [(False, ""), (True, "0.0")])
def test_work_that_was_never_handed_in(url: str, zero: bool, cell: str) -> None:
    grades = read_grades(url, ["a2"], missing_as_zero=zero)

    assert table(grades, "csv")[2]["total"] == cell
    assert table(grades, "canvas")[3]["a2"] == cell
    assert table(grades, "moodle")[2]["a2"] == cell


def test_canvas_finds_its_columns(url: str) -> None:
    grades = read_grades(url, NAMES, {"a1": "One neuron (4711)"})

    text = as_csv(FORMATS["canvas"](grades)).splitlines()

    assert text[0] == "Student,ID,SIS User ID,SIS Login ID,Section,One neuron (4711),a2"
    assert text[1] == "    Points Possible,,,,,6.0,6.0"
    assert text[2] == '"Lovelace, Ada",,ada,ada@x.org,,4.5,'
    assert text[3] == '"\'-Builder, =cmd()",42,bob,bob,,0.0,2.3'


def test_moodle_gets_a_column_to_find_people_by_marks_and_feedback(url: str) -> None:
    ada, bob, cleo = table(read_grades(url, ["a1"]), "moodle")

    assert (ada["Username"], ada["Email address"]) == ("ada", "ada@x.org")
    assert (ada["a1"], ada["a1 (feedback)"]) == ("4.5", "'@home, well done")
    assert bob["ID number"] == "42"
    assert bob["a1 (feedback)"] == (
        "1 points were taken off for being late. A part is still to be marked by a person."
    )
    assert (cleo["a1"], cleo["a1 (feedback)"]) == ("", "Nothing was handed in.")


def test_names_are_no_formulas(url: str) -> None:
    for kind in FORMATS:
        for row in table(read_grades(url, NAMES), kind):
            assert not any(cell.startswith(("=", "@", "+")) for cell in row.values())


def test_totals_are_those_of_nbgraders_own_export(url: str, tmp_path: Path) -> None:
    file = tmp_path / "grades.csv"
    done = command(tmp_path, "nbgrader", "export", f"--db={url}", f"--to={file}")
    assert done.returncode == 0, done.stderr

    stock = {
        (r["assignment"], r["student_id"]): r
        for r in csv.DictReader(file.read_text().splitlines())
    }
    ours = table(read_grades(url, (), missing_as_zero=True), "csv")
    assert len(ours) == len(stock)
    for row in ours:
        other = stock[row["assignment"], row["student"]]
        for mine, theirs in (("total", "score"), ("raw", "raw_score"), ("max", "max_score")):
            assert float(row[mine]) == pytest.approx(float(other[theirs]), abs=1e-6)


def test_unknown_assignment_is_named_with_those_that_exist(url: str) -> None:
    with pytest.raises(GraderFault, match=r"no assignment 'a9'; it has a1, a2"):
        read_grades(url, ["a9"])


def test_time_of_handing_in_is_written_for_people(url: str) -> None:
    assert table(read_grades(url, ["a1"]), "csv")[0]["submitted"] == "2026-03-01 13:00:00"
    assert Submission(timestamp=datetime.datetime(2026, 1, 2)).total == 0
