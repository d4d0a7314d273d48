"""What the exchange takes from students: their files, never their word."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nbgrader.exchange import ExchangeError

from autograder.assignment import PRODUCTS
from autograder.exchange.collect import _choose
from autograder.exchange.ledger import Ledger, Version, utc
from tests.builders import NAME, command
from tests.inbox import collect, course_with_exchange, inbound, submit, submitted

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a course with an empty exchange, and work in it."""
    monkeypatch.chdir(tmp_path)
    return course_with_exchange(tmp_path / "course")


def test_work_is_collected_with_our_own_time(course: Path) -> None:
    submit(course, "ada", "work")

    [version] = collect(course)

    assert submitted(course, "ada") == "work"
    assert abs((version.time - datetime.now(UTC).replace(tzinfo=None)).total_seconds()) < 60
    assert submitted(course, "ada", "timestamp.txt") == f"{version.time} UTC"
    assert (version.problem, version.notes) == ("", ())


def test_work_without_its_secret_gets_one(course: Path) -> None:
    """Without it, nbgrader releases nobody's feedback."""
    (submit(course, "ada") / "submission_secret.txt").unlink(missing_ok=True)

    collect(course)

    assert len(submitted(course, "ada", "submission_secret.txt")) == 128


def test_a_forged_time_is_only_a_note(course: Path) -> None:
    folder = submit(course, "ada", name=f"ada+{NAME}+2020-01-01 00:00:00.0 UTC+x")
    (folder / "timestamp.txt").write_text("2020-01-01 00:00:00.000000 UTC")
    for path in (*folder.iterdir(), folder):
        os.utime(path, (0, 0))

    [version] = collect(course)

    assert version.time.year > 2020
    assert "2020" not in submitted(course, "ada", "timestamp.txt")
    assert version.claimed == "2020-01-01 00:00:00.0 UTC"
    assert "it claims 2020-01-01 00:00:00, was last written" in version.notes[0]


def test_touching_a_folder_makes_honest_work_no_later(course: Path) -> None:
    folder = submit(course, "ada")
    [before] = collect(course)
    time.sleep(0.05)
    folder.chmod(0o700)
    (folder / "timestamp.txt").write_text("1999-01-01 00:00:00 UTC")

    assert collect(course) == [before]


def test_an_edit_after_collection_is_a_later_version(course: Path) -> None:
    folder = submit(course, "ada", "first")
    collect(course)
    time.sleep(0.05)
    (folder / f"{NAME}.ipynb").write_text("second")

    first, second = collect(course, update=True)

    assert second.received > first.received
    assert submitted(course, "ada") == "second"
    assert Ledger(course / PRODUCTS).content(first, f"{NAME}.ipynb") == b"first"


def test_without_update_the_first_stays_and_the_second_is_kept(course: Path) -> None:
    submit(course, "ada", "first")
    collect(course)
    submit(course, "ada", "second")

    assert len(collect(course)) == 2
    assert submitted(course, "ada") == "first"


def test_what_a_person_edited_survives_an_update(course: Path) -> None:
    submit(course, "ada", "first")
    collect(course)
    path = course / "grading" / "submitted" / "ada" / NAME / f"{NAME}.ipynb"
    path.chmod(0o644)
    path.write_text("mended by hand")
    time.sleep(0.05)
    submit(course, "ada", "second")

    versions = collect(course, update=True)

    ledger = Ledger(course / PRODUCTS)
    kept = {ledger.content(version, f"{NAME}.ipynb") for version in versions}
    assert kept == {b"first", b"mended by hand", b"second"}
    assert submitted(course, "ada") == "second"


def test_the_last_version_before_the_deadline_is_chosen() -> None:
    versions = [Version("ada", NAME, utc(second), f"v{second}") for second in (10, 20, 30)]
    deadline = datetime(1970, 1, 1, 0, 0, 25)

    assert _choose(versions, deadline).source == "v20"
    assert _choose(versions, None).source == "v30"
    assert _choose(versions[2:], deadline).source == "v30"


def test_links_are_left_out_and_said(course: Path) -> None:
    secret = course / "secret.txt"
    secret.write_text("a secret")
    folder = submit(course, "ada", "work")
    (folder / "data.csv").symlink_to(secret)
    (folder / "more").symlink_to(course)
    os.mkfifo(folder / "pipe")

    [version] = collect(course)

    place = course / "grading" / "submitted" / "ada" / NAME
    assert sorted(path.name for path in place.iterdir()) == [
        "submission_secret.txt",
        "timestamp.txt",
        f"{NAME}.ipynb",
    ]
    assert len(version.notes) == 3
    assert "left out 'data.csv': a link" in version.notes[0]


def test_a_linked_folder_is_refused_and_stops_nobody(course: Path) -> None:
    submit(course, "ada", "work")
    (inbound(course) / f"bob+{NAME}+2026-01-01 00:00:00 UTC+x").symlink_to(course)

    versions = {version.student: version for version in collect(course)}

    assert versions["bob"].problem == "it is a link or a file, and no folder"
    assert versions["bob"].files == {}
    assert submitted(course, "ada") == "work"
    assert not (course / "grading" / "submitted" / "bob").exists()


@pytest.mark.parametrize(
    "name",
    [
        f"ada+{NAME}+soon+x",
        f"..+{NAME}+2026-01-01 00:00:00 UTC+x",
        f"a*+{NAME}+1+x",
        f"+{NAME}+",
    ],
)
def test_an_odd_name_stops_nobody(course: Path, name: str) -> None:
    submit(course, "grace", "work")
    submit(course, "", name=name)

    collect(course)

    assert submitted(course, "grace") == "work"
    assert {path.name for path in (course / "grading" / "submitted").iterdir()} <= {
        "grace",
        "ada",
    }
    assert not (course / "grading" / NAME).exists()


def test_names_may_hold_a_plus(course: Path) -> None:
    submit(course, "ada+byron", "work")

    assert collect(course)[0].student == "ada+byron"


def test_another_assignment_is_left_alone(course: Path) -> None:
    submit(course, "ada", name="ada+a2+2026-01-01 00:00:00 UTC+x")

    assert collect(course) == []


@pytest.fixture
def of_ada(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything in the exchange belong to Ada, and another person collect."""
    numbers = {"ada": os.getuid(), "bob": 4_000_001, "": 4_000_002}
    monkeypatch.setattr("autograder.exchange.collect._number", lambda user="": numbers[user])


@pytest.mark.usefixtures("of_ada")
def test_nobody_submits_as_another(course: Path) -> None:
    submit(course, "ada", "honest")
    forged = submit(course, "bob", "forged")

    versions = {version.student: version for version in collect(course, update=True)}

    assert submitted(course, "ada") == "honest"
    assert (versions["ada"].problem, versions["bob"].source) == ("", forged.name)
    assert "not to bob; if your students are no users" in versions["bob"].problem
    assert not (course / "grading" / "submitted" / "bob").exists()


def test_who_collects_may_submit_for_anybody(course: Path) -> None:
    submit(course, "a-student-who-is-no-user", "work")

    assert collect(course)[0].problem == ""


@pytest.mark.usefixtures("of_ada")
def test_the_owner_is_not_asked_where_students_are_no_users(course: Path) -> None:
    submit(course, "bob", "work")

    assert collect(course, check_owner=False)[0].problem == ""
    assert submitted(course, "bob") == "work"


@pytest.mark.parametrize(("count", "size"), [(501, 1), (1, 101 << 20)])
def test_a_folder_without_end_is_refused(course: Path, count: int, size: int) -> None:
    folder = submit(course, "ada")
    for number in range(count):
        with (folder / str(number)).open("wb") as file:
            file.truncate(size)

    [version] = collect(course)

    assert version.problem.startswith("more ")


def test_a_course_without_an_exchange_is_said(course: Path) -> None:
    inbound(course).rmdir()

    with pytest.raises(ExchangeError, match="Course not found"):
        collect(course)


@pytest.mark.slow
def test_nbgraders_own_command_collects_our_way(course: Path) -> None:
    submit(course, "ada", "first")
    assert command(course, "nbgrader", "collect", NAME).returncode == 0
    time.sleep(0.05)
    submit(course, "ada", "second")

    done = command(course, "nbgrader", "collect", NAME, "--update")

    assert done.returncode == 0, done.stderr
    assert submitted(course, "ada") == "second"
    assert len(Ledger(course / PRODUCTS).versions(NAME)) == 2
