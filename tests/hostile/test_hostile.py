"""Who tries to get points without an answer gets a recorded zero, and learns nothing."""

from __future__ import annotations

import http.server
import os
import subprocess
import threading
import time
from collections.abc import Iterator

import pytest
from nbgrader.api import Gradebook

from autograder.marks import Mark
from tests.builders import FULL, NAME, NOTHING, SOLUTIONS, Classroom, command
from tests.hostile.catalogue import ATTACKS

pytestmark = [
    pytest.mark.hostile,
    pytest.mark.sandbox,
    pytest.mark.needs("bwrap"),
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]

CANARY = "a-secret-of-the-environment"
NAP = str(259_200 + os.getpid())  # seconds by which the tests know their own processes
SECRETS = (CANARY, "np.asarray(x)", "points_for", "double_reference", "served-to-nobody")
everyone = pytest.mark.parametrize("name", ATTACKS)


class Server(http.server.BaseHTTPRequestHandler):
    """Answers on this machine with a text that no student may see."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"served-to-nobody")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Return the port of a server on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def hand_in(room: Classroom, name: str, port: int) -> None:
    attack = ATTACKS[name]
    cells = [text.format(root=room.root, nap=NAP, port=port) for text in attack.cells]
    book = room.answered(*cells, **attack.answers())
    edited = attack.edit(book) if attack.edit else None
    room.hand_in(name, edited if isinstance(edited, bytes) else book)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Classroom]:
    """Return a classroom of which all but the first and the last student are hostile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NN_CANARY", CANARY)
        room = Classroom(tmp_path_factory.mktemp("hostile") / "course")
        for honest in ("0_first", "zz_last"):
            room.hand_in(honest, room.answered(**SOLUTIONS))
        for name in ATTACKS:
            hand_in(room, name, port)
        room.grade()
        yield room


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
    told = product(room, name)

    own = "\n".join(ATTACKS[name].cells)
    assert [word for word in SECRETS if word in told and word not in own] == []


@everyone
def test_products_stay_small_and_harmless(room: Classroom, name: str) -> None:
    assert len(product(room, name)) < 2_000_000
    assert "<script" not in room.product("feedback", name, ".html").lower()


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


def test_the_catalogue_covers_the_rows_it_promises() -> None:
    rows = {attack.row for attack in ATTACKS.values()}

    promised = {*range(1, 33), 35, 37, 39, *range(45, 52), 54, 55, 66, 67, 68} - {22}
    assert promised <= rows


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
