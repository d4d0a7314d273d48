"""nbgrader's own command passes nobody over, whatever the notebook is called."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from autograder.assignment import PRODUCTS
from autograder.exchange.arrivals import record_folder
from autograder.exchange.ledger import Ledger
from autograder.timestamps import TIMESTAMP, claimed_time, time_in
from tests.builders import NAME, SOLUTIONS, Classroom, command
from tests.rooms import database

ignore = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Return a classroom that nbgrader's own command has graded."""
    room = Classroom(tmp_path_factory.mktemp("plain") / "course")
    right = json.dumps(room.answered(**SOLUTIONS))
    room.hand_in("right", right.encode())
    room.submitted("renamed").with_name("tiny (1).ipynb").write_text(right)
    for name in ("one.ipynb", "two.ipynb"):
        room.submitted("two").with_name(name).write_text(right)
    room.submitted("nothing").with_name("notes.txt").write_text("forgot it")
    room.submitted("bare")
    locked = room.submitted("locked").parent / "folder"
    locked.mkdir()
    (locked / "link").symlink_to("/etc/passwd")
    locked.chmod(0o500)
    done = command(room.root, "nbgrader", "autograde", NAME)
    assert done.returncode == 0, done.stderr
    return room


@ignore
@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("student", "total"),
    [("right", 8), ("renamed", 8), ("two", 0), ("nothing", 0), ("bare", 0), ("locked", 0)],
)
def test_everyone_gets_a_score(plain: Classroom, student: str, total: float) -> None:
    with database(plain) as gradebook:
        book = gradebook.find_submission_notebook(NAME, NAME, student)
        scores = {g.name: g.auto_score for g in book.grades if g.name.startswith("check_")}

    assert None not in scores.values()
    assert sum(scores.values()) == total


@ignore
@pytest.mark.sandbox
def test_why_there_was_nothing_is_told(plain: Classroom) -> None:
    told = {
        student: json.loads(plain.product("autograded", student, ".ipynb"))["metadata"]
        for student in ("renamed", "two", "bare")
    }

    assert (
        "the notebook was handed in as tiny (1).ipynb" in told["renamed"]["autograder"]["flags"]
    )
    for student in ("two", "bare"):
        problem = told[student]["autograder"]["problem"]
        assert problem == "no notebook was handed in"


@ignore
@pytest.mark.sandbox
def test_what_was_graded_is_in_the_ledger(plain: Classroom) -> None:
    versions = {v.student: v for v in Ledger(plain.root / PRODUCTS).versions(NAME)}

    assert sorted(versions) == ["bare", "locked", "nothing", "renamed", "right", "two"]
    assert list(versions["renamed"].files) == ["tiny (1).ipynb"]


@ignore
@pytest.mark.sandbox
def test_no_link_reaches_the_graded_folder(plain: Classroom) -> None:
    graded = plain.root / "grading" / "autograded" / "locked"

    assert [path.name for path in graded.rglob("link")] == []


# --- parts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", " ", "soon", "99999-01-01", "\0", "1" * 400, "0000-00-00"]
)
def test_no_text_is_a_time_by_accident(text: str) -> None:
    assert claimed_time(text) is None


def test_a_time_that_is_a_link_or_a_pipe_is_none(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("2026-01-01 00:00:00 UTC")
    (tmp_path / "timestamp.txt").symlink_to(tmp_path / "real")
    assert time_in(tmp_path / TIMESTAMP) is None

    (tmp_path / "timestamp.txt").unlink()
    os.mkfifo(tmp_path / "timestamp.txt")
    assert time_in(tmp_path / TIMESTAMP) is None


def test_a_folder_is_recorded_once(tmp_path: Path) -> None:
    ledger, folder = Ledger(tmp_path / "grading"), tmp_path / "work"
    folder.mkdir()
    (folder / "a1.ipynb").write_text("{}")

    first = record_folder(ledger, folder, "ada", "a1")
    (folder / "timestamp.txt").write_text("2026-01-01 00:00:00 UTC")

    assert record_folder(ledger, folder, "ada", "a1") == first


def test_a_ledger_that_was_put_back_is_read_anew(tmp_path: Path) -> None:
    ledger, folder = Ledger(tmp_path / "grading"), tmp_path / "work"
    folder.mkdir()
    for version in range(2):
        (folder / "a1.ipynb").write_text(str(version))
        record_folder(ledger, folder, "ada", "a1")
    lines = ledger.path.read_text().splitlines(keepends=True)

    ledger.path.write_text(lines[0])
    assert len(ledger.versions("a1")) == 1
    ledger.path.unlink()
    assert ledger.versions("a1") == []
