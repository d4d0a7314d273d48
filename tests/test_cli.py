"""nbgrader's own command, and ours."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.__main__ import main
from tests.builders import NAME, Classroom, command

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]

# The pipe is closed before anything is written to it, so no race decides.
HEAD = """
import os, sys
from autograder.__main__ import main
reader, writer = os.pipe()
os.dup2(writer, 1)
os.close(reader)
sys.exit(main(["export", "tiny"]))
"""


def test_nbgraders_own_command_takes_the_same_road(room: Classroom) -> None:
    done = command(room.root, "nbgrader", "autograde", NAME, "--student", "square", "--force")

    assert done.returncode == 0, done.stderr
    verdicts = nbformat.reads(room.product("autograded", "square", ".ipynb"), as_version=4)
    assert verdicts.metadata.autograder.level == "strong"


def test_from_another_folder_nbgrader_finds_no_course_and_changes_nothing(
    tmp_path: Path,
) -> None:
    done = command(tmp_path, "nbgrader", "autograde", NAME, "--student", "square", "--force")

    assert done.returncode != 0
    assert "No notebooks were matched by" in done.stderr
    assert not (tmp_path / "grading").exists()


def test_our_command_works_in_any_folder_of_the_course(room: Classroom) -> None:
    folder = room.root / "assignments" / NAME

    done = command(folder, "autograder", "grade", NAME, "--students", "s*e", "--json", "m.json")

    assert done.returncode == 0, done.stderr
    assert json.loads((folder / "m.json").read_text())[0]["student"] == "square"
    assert "square" in done.stdout
    assert "containment   strong" in done.stdout


def ours(room: Classroom, *arguments: str) -> int:
    """Run our command inside the course without starting Python again."""
    with contextlib.chdir(room.root):
        return main(["grade", "--workers", "0", *arguments])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a9"], "autograder: there is no assignment 'a9'; the course has tiny"),
        ([NAME, "--students", "nobody"], "autograder: nobody called 'nobody' handed in tiny"),
        (
            [NAME, "--json", "none/marks.json"],
            "autograder: --json none/marks.json: there",
        ),
    ],
)
def test_our_command_says_why_it_can_not_start(
    room: Classroom, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = ours(room, *arguments)

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.startswith(message)


def test_our_command_needs_a_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["grade", NAME]) == 2
    assert "no nbgrader_config.py in" in capsys.readouterr().err


def test_work_that_is_not_graded_is_told_and_counted(
    room: Classroom, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ours(room, NAME, "--students", "file") == 1
    assert "not graded: a file was handed in" in capsys.readouterr().out


def test_weak_containment_is_said_out_loud(
    room: Classroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NN_SANDBOX", "weak")

    assert ours(room, NAME, "--students", "loud") == 0
    told = capsys.readouterr()
    assert "student code is only weakly contained" in told.err
    assert "containment   weak" in told.out
    assert "Containment while grading: weak." in room.product("feedback", "loud", ".html")


def test_the_summary_says_what_was_done(
    room: Classroom, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = (NAME, "--students", "square")
    assert ours(room, *chosen, "--timings", "--force") == 0
    assert "graded        1, up to date 0" in (first := capsys.readouterr().out)
    assert "answers       2 correct, 1 incorrect" in first
    assert "\nprocessor " in first

    assert ours(room, *chosen, "--resume") == 0
    assert "Nothing to resume: the last run ended." in (second := capsys.readouterr().out)
    assert "graded        0, up to date 1" in second
    assert "backup        none: nothing was written" in second


@pytest.mark.parametrize("wrong", [["--workers", "-1"], ["--resume", "--force"]])
def test_a_wish_that_makes_no_sense_is_refused(
    room: Classroom, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        ours(room, NAME, *wrong)
    assert "error: argument --" in capsys.readouterr().err


def test_progress_is_shown_on_a_terminal(
    room: Classroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    ours(room, NAME, "--students", "reference", "--force")

    shown = capsys.readouterr().err
    assert "1 of 1" in shown
    assert "marks a minute" in shown


def test_a_reader_who_stops_reading_gets_no_traceback(room: Classroom) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", HEAD], cwd=room.root, capture_output=True, text=True, check=False
    )

    assert (shown.returncode, shown.stderr) == (1, "")


def test_a_locked_gradebook_is_told_in_plain_words(
    room: Classroom, capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.closing(sqlite3.connect(room.root / "grading" / "gradebook.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        code = ours(room, NAME)

    told = capsys.readouterr().err
    assert code == 2
    assert "another program writes in it: close it, or wait" in told
    assert "SQL" not in told.replace("sqlite", "")
