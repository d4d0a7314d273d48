"""Who tries to get points without an answer gets a recorded zero, and learns nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from nbgrader.api import Gradebook

from autograder.assignment import PRODUCTS
from autograder.exchange.ledger import Ledger
from autograder.marks import Mark, as_table
from tests.builders import FULL, NAME, NOTHING, SOLUTIONS, Classroom, command, environment
from tests.hostile.catalogue import ATTACKS
from tests.hostile.handing import CANARY, NAP, hand_in, hurry, learned, serving

pytestmark = [
    pytest.mark.hostile,
    pytest.mark.sandbox,
    pytest.mark.needs("bwrap"),
    pytest.mark.timeout(900),
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]

everyone = pytest.mark.parametrize("name", ATTACKS)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Return the port of a server on this machine."""
    with serving() as port:
        yield port


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Classroom]:
    """Return a classroom of which all but the first and the last student are hostile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NN_CANARY", CANARY)
        room = Classroom(tmp_path_factory.mktemp("hostile") / "course")
        hurry(room)
        for honest in ("0_first", "zz_last"):
            room.hand_in(honest, room.answered(**SOLUTIONS))
        for name in ATTACKS:
            hand_in(room, name, port)
        grade(room)
        yield room


def grade(room: Classroom) -> None:
    """Grade as a teacher does: a process of its own, which holds the secret as well.

    There are more workers than cores, since so many attacks only wait for a time limit.
    """
    told = room.root.parent / "marks.json"
    asked = ["autograder", "grade", NAME, "--workers", "4", "--json", str(told)]
    done = subprocess.run(
        [sys.executable, "-m", *asked],
        cwd=room.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.exists(), done.stderr
    room.marks = {one["student"]: Mark(**one) for one in json.loads(told.read_text())}


def product(room: Classroom, name: str) -> str:
    return room.product("autograded", name, ".ipynb") + room.product("feedback", name, ".html")


@everyone
def test_nothing_is_gained(room: Classroom, name: str) -> None:
    mark: Mark = room.marks[name]

    assert (mark.points, mark.total) == (NOTHING, 0.0)


@everyone
def test_a_score_is_recorded(room: Classroom, name: str) -> None:
    with Gradebook(f"sqlite:///{room.root}/grading/gradebook.db") as gradebook:
        book = gradebook.find_submission_notebook(NAME, NAME, name)
        scores = {grade.name: grade.auto_score for grade in book.grades}

    assert {f"check_{slug}" for slug in FULL} <= set(scores)
    assert all(scores[f"check_{slug}"] == 0 for slug in FULL)
    assert not room.marks[name].problem.startswith("not graded")


@everyone
def test_nothing_is_learned(room: Classroom, name: str) -> None:
    assert learned(name, product(room, name)) == []


@everyone
def test_products_stay_small_and_harmless(room: Classroom, name: str) -> None:
    assert len(product(room, name)) < 2_000_000
    page = room.product("feedback", name, ".html").lower()
    assert not re.search(r"<script|onerror=|(href|src)=.?javascript:|<svg|\x1b|\u202e", page)


@everyone
def test_what_the_teacher_reads_is_plain(room: Classroom, name: str) -> None:
    mark: Mark = room.marks[name]

    assert as_table([mark]).replace("\n", "").isprintable()


@pytest.mark.parametrize("student", ["0_first", "zz_last"])
def test_honest_neighbours_get_what_they_deserve(room: Classroom, student: str) -> None:
    assert room.marks[student].points == FULL


def test_no_process_of_theirs_is_left(room: Classroom) -> None:
    assert room.marks
    ends = time.monotonic() + 5
    while (left := naps()) and time.monotonic() < ends:
        time.sleep(0.05)

    assert left == 0


def naps() -> int:
    told = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    return told.stdout.count(f"sleep {NAP}")


def test_nothing_of_the_course_was_changed(room: Classroom) -> None:
    expected = {"assignments", "grading", "nbgrader_config.py"}

    assert {path.name for path in room.root.iterdir()} <= expected | {".nbgrader.log"}
    assert not [path for path in room.root.rglob("gotcha*") if "submitted" not in path.parts]


def test_what_was_handed_in_is_still_there(room: Classroom) -> None:
    folder = room.root / "grading" / "submitted"

    assert {path.name for path in folder.iterdir()} == {"0_first", "zz_last", *ATTACKS}
    for student in ("0_first", "zz_last"):
        assert (folder / student / NAME / f"{NAME}.ipynb").is_file()


def test_every_submission_is_in_the_ledger(room: Classroom) -> None:
    versions = Ledger(room.root / PRODUCTS).versions(NAME)

    assert {version.student for version in versions} == {"0_first", "zz_last", *ATTACKS}


def test_there_are_enough_attacks() -> None:
    assert len(ATTACKS) >= 80


def test_the_catalogue_covers_the_rows_it_promises() -> None:
    rows = {attack.row for attack in ATTACKS.values()}

    # 22 is no attack: whether the feedback tells the checks is asked of every one of them.
    assert rows == set(range(1, 69)) - {22}


@pytest.mark.slow
def test_stock_nbgrader_is_still_talked_out_of_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    room = Classroom(tmp_path_factory.mktemp("stock") / "course")
    for name in ("skip_execution", "display_points"):
        hand_in(room, name, 0)

    done = command(room.root, "nbgrader", "autograde", NAME, "--force", NN_STOCK="1")

    assert done.returncode == 0, done.stderr
    with Gradebook(f"sqlite:///{room.root}/grading/gradebook.db") as gradebook:
        scores = {s.student.id: s.score for s in gradebook.assignment_submissions(NAME)}
    assert scores["skip_execution"] == sum(FULL.values())
    assert scores["display_points"] > 0
