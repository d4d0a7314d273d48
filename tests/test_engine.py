"""A class graded at once: the same as nbgrader's own command, and nothing done twice."""

from __future__ import annotations

import contextlib
import datetime
import threading
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from nbgrader.api import Gradebook

from autograder.engine.backup import KEPT, back_up
from autograder.engine.lock import Busy
from autograder.engine.products import publish, replace
from autograder.engine.wish import Wish
from autograder.errors import GraderFault
from autograder.grading import Course
from tests.builders import NAME, SOLUTIONS, Classroom, command
from tests.classes import (
    COMMENTS,
    GRADES,
    QuickRun,
    class_of,
    gradebook_of,
    graded,
    products,
    rows,
    whole,
)
from tests.crashes import twin

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]
ALIKE = ["reference", "square", "edited", "broken", "folder", "linked_data"]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the sandbox out where only the record is tried."""
    monkeypatch.setattr("autograder.engine.job.Run", QuickRun)
    monkeypatch.setattr("autograder.engine.job.ready", lambda: None)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Classroom) -> Classroom:
    """Return a class of three that was not graded yet, and stand in its folder."""
    room = made.copied(tmp_path / "course")
    monkeypatch.chdir(room.root)
    return room


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    return class_of(tmp_path_factory.mktemp("engine") / "course", 3)


def fresh(room: Classroom, **wish: Any) -> list[str]:
    """Grade and return the names of those whose work was looked at."""
    return [mark.student for mark in graded(room.root, **wish) if mark.fresh]


# --- the same as nbgrader's own command ---------------------------------------------------


@pytest.mark.slow
def test_nbgraders_own_command_gives_the_same_bytes_and_rows(
    graded: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # here the judge has to be the real one
    theirs = twin(graded.root, "theirs")
    with contextlib.chdir(theirs):
        api = Course(theirs).api
        for student in ALIKE:
            assert api.autograde(NAME, student, force=True)["success"]
            assert api.generate_feedback(NAME, student, force=True)["success"]

    found, expected = products(theirs), products(graded.root)
    assert {name: found[name] for name in expected} == expected
    assert rows(gradebook_of(theirs), GRADES, COMMENTS) == rows(
        gradebook_of(graded.root), GRADES, COMMENTS
    )


@pytest.mark.parametrize("method", ["none", "zero"])
def test_late_work_is_penalised_as_nbgrader_does(room: Classroom, method: str) -> None:
    with (room.root / "nbgrader_config.py").open("a") as config:
        config.write(f"\nc.LateSubmissionPlugin.penalty_method = {method!r}\n")
    with Gradebook(gradebook_of(room.root)) as gradebook:
        due = datetime.datetime(2026, 11, 21, 9, 0)
        gradebook.update_or_create_assignment(NAME, duedate=due)

    marks = graded(room.root)

    ours = rows(gradebook_of(room.root), GRADES)[0]
    scores = {student: 0.0 for student, *_ in ours}
    for student, _, score, *_ in ours:
        scores[student] += score or 0
    penalties = {row[0]: row[6] for row in ours}
    assert penalties == (scores if method == "zero" else dict.fromkeys(scores))
    assert [mark.total for mark in marks] == [
        score - (penalties[student] or 0) for student, score in scores.items()
    ]


# --- what is up to date -------------------------------------------------------------------


def test_only_what_is_new_or_changed_is_graded(room: Classroom) -> None:
    first = fresh(room)
    room.hand_in("s001", room.answered("changed = True", **SOLUTIONS))
    room.hand_in("s009", room.answered(**SOLUTIONS))

    assert first == ["s000", "s001", "s002"]
    assert fresh(room) == ["s001", "s009"]
    assert fresh(room, force=True) == ["s000", "s001", "s002", "s009"]


def test_changed_checks_are_a_reason_to_grade_again(room: Classroom) -> None:
    fresh(room)
    manifest = room.root / "assignments" / NAME / "private" / "manifest.toml"
    manifest.write_text(manifest.read_text() + "\n")

    assert fresh(room) == ["s000", "s001", "s002"]


def test_a_new_time_or_due_date_is_a_reason_to_grade_again(room: Classroom) -> None:
    fresh(room)
    stamp = room.submitted("s001").with_name("timestamp.txt")
    stamp.write_text("2026-11-23 09:30:00 UTC")
    assert fresh(room) == ["s001"]
    with Gradebook(gradebook_of(room.root)) as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate=datetime.datetime(2026, 11, 22))

    assert fresh(room) == ["s000", "s001", "s002"]


def test_a_student_who_was_taken_out_of_the_gradebook_comes_back(room: Classroom) -> None:
    fresh(room)
    with Gradebook(gradebook_of(room.root)) as gradebook:
        gradebook.remove_student("s002")

    assert fresh(room) == ["s002"]


def test_a_damaged_product_is_made_again(room: Classroom) -> None:
    fresh(room)
    path = room.root / "grading" / "autograded" / "s001" / NAME / f"{NAME}.ipynb"
    path.unlink()
    path.write_text("{}")

    assert fresh(room) == ["s001"]


def test_a_second_run_changes_nothing(room: Classroom) -> None:
    graded(room.root)
    before = whole(room.root)

    graded(room.root)
    assert whole(room.root) == before
    graded(room.root, force=True)
    assert whole(room.root) == before


def test_a_persons_mark_gets_onto_the_page_without_grading_again(room: Classroom) -> None:
    graded(room.root)
    with Gradebook(gradebook_of(room.root)) as gradebook:
        gradebook.find_grade("manual_why", NAME, NAME, "s000").manual_score = 1.25
        gradebook.db.commit()

    assert fresh(room) == []
    assert "1.25 of 2" in room.product("feedback", "s000", ".html")


def test_a_persons_mark_and_comment_stay_when_the_work_changes(room: Classroom) -> None:
    graded(room.root)
    with Gradebook(gradebook_of(room.root)) as gradebook:
        gradebook.find_grade("check_double", NAME, NAME, "s000").manual_score = 3.5
        gradebook.find_comment("manual_why", NAME, NAME, "s000").manual_comment = "Good."
        gradebook.db.commit()
    room.hand_in("s000", room.answered("more = 1", **SOLUTIONS))

    assert fresh(room) == ["s000"]
    with Gradebook(gradebook_of(room.root)) as gradebook:
        grade = gradebook.find_grade("check_double", NAME, NAME, "s000")
        comment = gradebook.find_comment("manual_why", NAME, NAME, "s000")
        assert (grade.manual_score, grade.needs_manual_grade) == (3.5, True)
        assert comment.comment == "Good."


def test_a_run_without_feedback_leaves_the_pages_to_the_next(room: Classroom) -> None:
    graded(room.root, feedback=False)
    assert not (room.root / "grading" / "feedback").exists()

    assert fresh(room) == []
    assert "Doubling" in room.product("feedback", "s002", ".html")


# --- what goes wrong ----------------------------------------------------------------------


def test_a_full_disk_stops_the_run_and_resume_ends_it(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    undisturbed = twin(room.root, "undisturbed")
    with contextlib.chdir(undisturbed):
        graded(undisturbed)
    put, left = publish, [3]

    def full(*arguments: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        put(*arguments)

    monkeypatch.setattr("autograder.engine.folders.publish", full)
    with pytest.raises(GraderFault, match=r"stopped after 1 of 3: .*No space .*--resume"):
        graded(room.root)
    left[0] = 100

    assert fresh(room, resume=True) == ["s002"]  # of s001 only the page was missing
    assert whole(room.root) == whole(undisturbed)


def test_a_repeated_run_that_stopped_goes_on_with_the_rest(room: Classroom) -> None:
    graded(room.root)
    stop = threading.Event()
    with Course(room.root).class_run(NAME, Wish(workers=0, force=True), stop) as run:
        for _ in run.marks():
            stop.set()

    assert fresh(room, resume=True) == ["s001", "s002"]
    assert fresh(room, resume=True) == []
    assert fresh(room, resume=True, force=True) == ["s000", "s001", "s002"]


def test_a_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(tmp_path / "a", b"old")
    monkeypatch.setattr("os.fsync", _full)

    with pytest.raises(OSError, match="No space left"):
        replace(tmp_path / "a", b"new")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_only_one_may_grade_at_a_time(room: Classroom) -> None:
    (room.root / "grading" / "lock_holder.txt").write_text("process 7 on the moon")
    with FileLock(room.root / "grading" / "lock"):
        with pytest.raises(Busy, match="being graded by process 7 on the moon; wait until"):
            graded(room.root)
        done = command(room.root, "nbgrader", "autograde", NAME, "--student", "s000")

    assert done.returncode == 1
    assert "being graded by process 7 on the moon" in done.stderr
    assert not (room.root / "grading" / "autograded").exists()


def test_the_last_copies_of_the_gradebook_are_kept(room: Classroom, tmp_path: Path) -> None:
    for _ in range(KEPT + 2):
        back_up(gradebook_of(room.root), tmp_path / "backups")

    kept = sorted((tmp_path / "backups").iterdir())
    assert len(kept) == KEPT
    assert rows(f"sqlite:///{kept[0]}", "SELECT name FROM assignment") == [[(NAME,)]]


def test_no_run_begins_without_a_copy_of_the_gradebook(room: Classroom) -> None:
    (room.root / "grading" / "backups").write_text("in the way")

    with pytest.raises(GraderFault, match=r"could not be copied to .*backups"):
        graded(room.root)
    assert rows(gradebook_of(room.root), GRADES) == [[]]


def test_nbgraders_upgrade_of_the_database_does_not_mind_ours(room: Classroom) -> None:
    graded(room.root)
    before = whole(room.root)

    done = command(room.root, "nbgrader", "db", "upgrade")

    assert done.returncode == 0, done.stderr
    assert whole(room.root) == before
    assert fresh(room) == []
