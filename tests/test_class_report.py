"""The report on a class: one page that needs nothing else, and tables that agree with it."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest

from autograder.after import (
    ClassRecord,
    as_page,
    class_flags,
    exercise_rows,
    make_report,
    student_rows,
)
from autograder.flags import Flag, similar
from autograder.spreadsheet import as_csv
from tests.builders import code, notebook
from tests.graded import NAME, Written

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
RIGHT, WRONG = (2.0, "correct", "def f(): return 1"), (0.0, "incorrect", "def f(): return 2")
SCRIPT = "<script>alert(1)</script>"


def few(folder: Path) -> ClassRecord:
    """Return a class of three, one of whom writes markup wherever they can."""
    room = Written(folder)
    room.add("ada", why=2.0, one=RIGHT, two=RIGHT)
    room.add("bob", why=None, labels={"one": "late"}, one=WRONG, two=RIGHT)
    about = {"flags": [f"tags {SCRIPT}"], "problem": f"odd {SCRIPT}"}
    room.add(f"cy{SCRIPT[:8]}", about=about, one=WRONG, two=(0.0, SCRIPT, SCRIPT))
    return room.read()


def page(record: ClassRecord) -> str:
    flags = {"ada": [Flag("import", "cell 2, line 1", f"import socket  # {SCRIPT}")]}
    pairs = similar(
        "one", dict.fromkeys(("ada", "bob"), f"# {SCRIPT} and five other words so\n1")
    )
    return as_page(make_report(record, flags, pairs))


def test_page_needs_nothing_else_and_runs_nothing(tmp_path: Path) -> None:
    text = page(few(tmp_path))

    assert SCRIPT not in text
    assert "default-src 'none'" in text
    assert re.findall(r"(?:src|href|url\()[=(]?\S+", text) == []


def test_every_picture_says_in_words_what_it_shows(tmp_path: Path) -> None:
    pictures = re.findall(r"<svg[^>]*>", page(few(tmp_path)))

    assert all("aria-hidden" in one or 'role="img" aria-label="' in one for one in pictures)
    assert "1 of 3 students have half of the points or more" in "".join(pictures)


def test_page_names_who_holds_a_misconception(tmp_path: Path) -> None:
    text = page(few(tmp_path))

    assert "It is late." in text
    assert "1 totals will still rise" in text
    assert "undefined: fewer than 10 students" in text


def test_class_of_one_has_a_report(tmp_path: Path) -> None:
    room = Written(tmp_path)
    room.add("ada", one=RIGHT, two=WRONG)

    assert "Standard deviation" in page(room.read())


def test_table_of_students_agrees_with_the_gradebook(tmp_path: Path) -> None:
    record = few(tmp_path)
    rows = list(csv.DictReader(as_csv(student_rows(make_report(record, {}, []))).splitlines()))

    assert [float(row["total"]) for row in rows] == [
        one.submission.total for one in record.students
    ]
    assert (rows[1]["one_misconception"], rows[1]["why_points"]) == ("late", "")


def test_table_of_exercises_has_a_row_for_each(tmp_path: Path) -> None:
    text = as_csv(exercise_rows(make_report(few(tmp_path), {}, [])))

    rows = list(csv.DictReader(text.splitlines()))
    assert [row["exercise"] for row in rows] == ["one", "two", "why"]
    assert rows[0]["difficulty"] == "0.3333"


def test_flags_come_from_what_was_handed_in(tmp_path: Path) -> None:
    record = few(tmp_path)
    folder = tmp_path / "submitted" / "ada" / NAME
    folder.mkdir(parents=True)
    (folder / "renamed.ipynb").write_bytes(notebook(code("import socket")))

    found = class_flags(record, tmp_path / "submitted", tmp_path / "missing.ipynb")

    assert {who: [flag.kind for flag in flags] for who, flags in found.items()} == {
        "ada": ["import"]
    }


def test_link_in_the_place_of_a_notebook_is_not_followed(tmp_path: Path) -> None:
    record = few(tmp_path)
    (tmp_path / "secret").write_bytes(notebook(code("import socket")))
    folder = tmp_path / "submitted" / "ada" / NAME
    folder.mkdir(parents=True)
    (folder / f"{NAME}.ipynb").symlink_to(tmp_path / "secret")

    assert class_flags(record, tmp_path / "submitted", tmp_path / "missing.ipynb") == {}


@pytest.mark.slow
def test_class_of_a_thousand_is_quick(tmp_path: Path) -> None:
    room = Written(tmp_path, slugs="one two three four")
    long = "\n".join(f"    a{i} = x + {i} * y - z{i}" for i in range(12))
    for number in range(1000):
        answer = f"def f(x, y):\n{long}\n    return {number} * {number % 7}"
        mark = (float(number % 3), "incorrect", answer)
        room.add(f"s{number:04}", one=mark, two=RIGHT, three=mark, four=WRONG)
    room.gradebook.db.commit()
    start = time.process_time()

    record = room.read()
    pairs = similar("one", {s.person.id: s.work["one"].answer for s in record.students})
    as_page(make_report(record, {}, pairs))

    assert time.process_time() - start < 20
