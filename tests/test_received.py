"""What came in is written down once, and can be brought back."""

from __future__ import annotations

import io
import json
import os
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from autograder.__main__ import main
from autograder.errors import GraderFault
from autograder.exchange.inbound import read_folder
from autograder.exchange.ledger import Ledger, Version, utc
from tests.builders import NAME
from tests.inbox import collect, course_with_exchange, inbound, submit

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a course with an empty exchange, and work in it."""
    root = course_with_exchange(tmp_path / "course")
    monkeypatch.chdir(root)
    return root


# --- the list -----------------------------------------------------------------------------


def test_the_list_names_every_version(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    submit(course, "ada", "first")
    submit(course, "ada", "second")
    (inbound(course) / f"bob+{NAME}+2026-01-01 00:00:00 UTC+x").symlink_to(course)
    collect(course)

    code = main(["received", NAME, "--json", "list.json"])

    told = capsys.readouterr().out.splitlines()
    assert code == 1
    assert len(told) == 4
    assert sum("REFUSED: it is a link or a file" in line for line in told) == 1
    assert len(json.loads(Path("list.json").read_text())) == 3


def test_a_version_comes_back(course: Path) -> None:
    submit(course, "ada", "first")
    [version] = collect(course)

    assert main(["received", NAME, "--restore", version.digest[:9], "--to", "back"]) == 0

    assert (course / "back" / f"{NAME}.ipynb").read_text() == "first"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["received", "a9"], "nothing of '*' for 'a9' came in yet"),
        (["received", NAME, "--restore", "zz"], "0 versions begin so"),
        (["received", NAME, "--restore", "", "--to", "assignments"], "assignments is there"),
    ],
)
def test_a_wish_that_cannot_be_met_is_said(
    course: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    [version] = (submit(course, "ada"), collect(course))[1]
    filled = [version.digest if argument == "" else argument for argument in arguments]

    assert main(filled) == 2
    assert re.search(re.escape(told), capsys.readouterr().err)


# --- the ledger ---------------------------------------------------------------------------


def version(number: int) -> Version:
    return Version("ada", NAME, utc(number), f"v{number}", digest="d" * 64)


def write(folder: Path, start: int) -> None:
    ledger = Ledger(folder)
    for number in range(start, start + 20):
        ledger.add(version(number))


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(write, [tmp_path] * 3, (0, 20, 40)))

    found = Ledger(tmp_path).versions(NAME)
    assert sorted(one.received for one in found) == [utc(number) for number in range(60)]


def test_a_version_is_recorded_once_with_its_first_time(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    first = ledger.add(Version("ada", NAME, utc(1), "folder", digest="d"))

    assert ledger.add(Version("ada", NAME, utc(2), "folder", digest="d")) == first
    assert ledger.versions(NAME) == [first]
    assert ledger.versions("other") == []


def test_half_a_line_of_a_killed_run_is_written_over(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.add(version(1))
    with ledger.path.open("a") as file:
        file.write('{"student": "ada", "assi')

    Ledger(tmp_path).add(version(2))

    assert [one.source for one in Ledger(tmp_path).versions(NAME)] == ["v1", "v2"]


@pytest.mark.parametrize("line", ["{}", "5", "[", '{"student": "ada"}', '{"notes": 5}'])
def test_a_line_that_was_edited_is_the_graders_fault(tmp_path: Path, line: str) -> None:
    ledger = Ledger(tmp_path)
    ledger.add(version(1))
    ledger.path.write_text(line + "\n")

    with pytest.raises(GraderFault, match="has a line that is no version"):
        Ledger(tmp_path).versions(NAME)


def test_the_same_content_is_stored_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)

    digests = {ledger.keep(io.BytesIO(b"work"), 10) for _ in range(3)}

    assert len(digests) == 1
    stored = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in stored] == [b"work"]


def test_others_cannot_read_the_store(tmp_path: Path) -> None:
    Ledger(tmp_path).add(version(1))

    assert (tmp_path / "received").stat().st_mode & 0o077 == 0


def test_a_second_name_for_anothers_file_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.txt").write_text("of somebody else")
    about = tuple(os.lstat(tmp_path))
    changed = os.stat_result((*about[:4], 4_000_001, *about[5:]))
    monkeypatch.setattr("autograder.exchange.inbound.os.lstat", lambda _: changed)

    found = read_folder(tmp_path, lambda *_: "content")

    assert found.files == {}
    assert found.notes == ["left out 'mine.txt': it belongs to somebody else"]


@pytest.mark.parametrize("name", ["a\x1b[2J", "a\u202eb", "a\\b", "n" * 200, "\udcff"])
def test_odd_names_are_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    (tmp_path / "work").write_text("")

    found = read_folder(tmp_path, lambda *_: "content")

    assert list(found.files) == ["work"]
    assert len(found.notes) == 1
    assert found.notes[0].isprintable()


def test_a_folder_deeper_than_any_work_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath(*"abcdefghij").mkdir(parents=True)

    assert "more than 8 folders deep" in read_folder(tmp_path, lambda *_: "").problem


def test_a_folder_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "none", lambda *_: "").problem == "No such file or directory"
