"""What goes wrong in a grading run costs nobody a mark and is said in plain words."""

from __future__ import annotations

import contextlib
import html
import os
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from autograder.__main__ import main
from autograder.engine.folders import Folders
from autograder.grading import interruptible
from autograder.markdown import as_html
from tests.builders import FULL, NAME, SOLUTIONS, Classroom, grade_id

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]
IMAGE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Return a classroom in which three students have handed in right work."""
    room = Classroom(tmp_path_factory.mktemp("mishaps") / "course")
    for student in ("ada", "ben", "cy"):
        room.hand_in(student, room.answered(**SOLUTIONS))
    return room


def run(room: Classroom, *arguments: str) -> int:
    with contextlib.chdir(room.root):
        return main(["grade", NAME, "--workers", "0", *arguments])


def grades(room: Classroom, student: str) -> list[Any]:
    with Gradebook(f"sqlite:///{room.root}/grading/gradebook.db") as gradebook:
        book = gradebook.find_submission_notebook(NAME, NAME, student)
        return [(grade.auto_score, grade.needs_manual_grade) for grade in book.grades]


def test_an_interrupted_run_ends_after_the_student_at_hand(
    room: Classroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put = Folders.put_graded

    def interrupted(folders: Folders, student: str, notebook: bytes) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        put(folders, student, notebook)

    monkeypatch.setattr(Folders, "put_graded", interrupted)

    assert run(room) == 130
    told = capsys.readouterr().out
    assert "Interrupted after 1 of 3; --resume goes on." in told
    assert "ada" in told
    assert "ben" not in told
    assert (room.root / "grading" / "feedback" / "ada" / NAME / f"{NAME}.html").exists()


def test_a_second_interrupt_insists() -> None:
    with interruptible() as wish:
        os.kill(os.getpid(), signal.SIGINT)
        assert wish.is_set()
        with pytest.raises(KeyboardInterrupt, match=r"^$"):
            os.kill(os.getpid(), signal.SIGINT)


def test_the_interrupt_is_as_before_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)

    with interruptible():
        pass

    assert signal.getsignal(signal.SIGINT) is before


def test_work_in_the_wrong_place_is_told(
    room: Classroom, capsys: pytest.CaptureFixture[str]
) -> None:
    loose = room.root / "grading" / "submitted" / "tiny.ipynb"
    loose.write_text("{}")

    try:
        assert run(room, "--students", "ada") == 1
    finally:
        loose.unlink()
    assert "not read      " in capsys.readouterr().out


def test_a_name_that_nbgrader_takes_for_a_pattern_is_told(room: Classroom) -> None:
    room.hand_in("br[a]cket", room.released)

    (mark,) = (mark for name, mark in room.grade().items() if name == "br[a]cket")

    assert mark.problem == "not graded: a name must not contain []"
    shutil.rmtree(room.root / "grading" / "submitted" / "br[a]cket")


def test_a_gradebook_that_can_not_be_used_is_told_once(
    room: Classroom, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (room.root / "bad.db").write_text("no database")
    monkeypatch.setenv("NN_GRADEBOOK", f"sqlite:///{room.root}/bad.db")

    assert run(room) == 2
    assert "bad.db can't be used: " in capsys.readouterr().err


def test_a_password_is_never_printed(
    room: Classroom, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NN_GRADEBOOK", "postgresql+psycopg://course:hush@127.0.0.1:9/marks")

    assert run(room) == 2
    told = capsys.readouterr().err
    assert "gradebook postgresql+psycopg://course:***@127.0.0.1:9/marks can't be used" in told
    assert "hush" not in told


def test_failed_work_leaves_no_earlier_mark_standing(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert room.grade("cy")["cy"].points == FULL

    def fail(*_: Any) -> None:
        raise RuntimeError("it broke here")

    monkeypatch.setattr("autograder.engine.job.Run.grade", fail)
    mark = room.grade("cy")["cy"]

    log = room.root / "grading" / "logs" / NAME / "cy.log"
    assert mark.problem == (
        f"not graded: RuntimeError: it broke here (see grading/logs/{NAME}/cy.log)"
    )
    assert "Traceback" in log.read_text()
    assert set(grades(room, "cy")) == {(None, True)}
    assert not (room.root / "grading" / "feedback" / "cy" / NAME).exists()


def test_a_page_that_can_not_be_made_is_told(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr("autograder.feedback.as_page", fail)

    mark = room.grade("ada")["ada"]

    assert mark.problem.startswith("no feedback page: RuntimeError: no ink (see grading/logs")
    assert mark.points == FULL


@pytest.mark.parametrize("kind", ["words", "bytes", "folder"])
def test_a_senseless_timestamp_is_set_aside(room: Classroom, kind: str) -> None:
    student = f"time_{kind}"
    room.hand_in(student, room.answered(**SOLUTIONS))
    path = room.submitted(student).with_name("timestamp.txt")
    if kind == "folder":
        path.mkdir()
        (path / "inside").write_text("x")
    else:
        path.write_bytes(b"half past nine" if kind == "words" else bytes(range(128, 255)))

    assert room.grade(student)[student].points == FULL
    assert (room.root / "grading" / "set_aside" / student / NAME / "timestamp.txt").exists()


def test_a_time_that_can_be_read_stays(room: Classroom) -> None:
    room.hand_in("on_time", room.answered(**SOLUTIONS))
    path = room.submitted("on_time").with_name("timestamp.txt")
    path.write_text("2026-11-21 09:30:00.000000 UTC")

    room.grade("on_time")

    assert path.exists()


@pytest.mark.parametrize("kind", ["raw", "code"])
def test_a_text_answer_of_another_kind_is_cleaned_as_well(room: Classroom, kind: str) -> None:
    book = room.answered(**SOLUTIONS)
    (cell,) = (cell for cell in book["cells"] if grade_id(cell) == "manual_why")
    cell |= {"cell_type": kind, "source": IMAGE}
    room.hand_in(kind, book)

    room.grade(kind)

    assert IMAGE not in room.product("autograded", kind, ".ipynb")


def test_formgrader_is_told_to_clean_what_it_shows(room: Classroom) -> None:
    with room.inside() as course:
        filters = course.api.config.HTMLExporter.filters

    assert filters == {"markdown2html": "autograder.markdown.as_html"}


@pytest.mark.parametrize(
    "text",
    [
        IMAGE,
        "[x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "<pre>\n<https://x/tabindex='1'/autofocus/onfocus='alert(1)'>hover</pre>",
        "<svg onload=alert(1)>",
        "[x](data:text/html,<script>alert(1)</script>)",
    ],
)
def test_no_markdown_becomes_html_that_runs(text: str) -> None:
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.extend([tag, *(f"{name}={value}".lower() for name, value in attrs)])

    Reader().feed(as_html(text))

    bad = ("script", "svg", "on", "href=javascript", "href=data")
    assert [part for part in seen if part.startswith(bad)] == []


def test_formulas_come_through_whole() -> None:
    assert "$a_1 * b_2 * c$" in as_html("$a_1 * b_2 * c$")


def test_a_linked_environment_still_grades(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(Path(sys.prefix).parent)
    program = link / Path(sys.prefix).name / "bin" / "python"
    code = (
        "from autograder.session import Session\n"
        "from autograder.sandbox import Limits\n"
        "with Session(Limits()) as session: print(session.run('6 * 7'))"
    )

    done = subprocess.run([program, "-c", code], capture_output=True, text=True, check=False)

    assert "42" in done.stdout, done.stderr


@pytest.mark.parametrize("opening", ["\\begin{a}", "![", "$$a"])
def test_no_page_waits_for_openings_without_an_end(opening: str) -> None:
    started = time.process_time()

    shown = as_html(opening * 100_000)

    assert html.escape(opening * 3) in shown
    assert time.process_time() - started < 2
