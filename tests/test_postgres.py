"""A gradebook in PostgreSQL: the same class, the same export."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import create_engine, text

from autograder.engine.backup import back_up
from autograder.engine.lock import Busy
from autograder.engine.record import Record
from autograder.engine.wish import Wish
from autograder.grading import Course
from tests.builders import NAME, Classroom, command
from tests.classes import JOURNAL, class_of, gradebook_of, graded, rows
from tests.conftest import find_postgres

pytestmark = [pytest.mark.sandbox, pytest.mark.slow, pytest.mark.needs("postgres")]
USER = "postgres"


def as_user(*arguments: str | Path) -> list[str]:
    """Return a command that root gives to another user: the server refuses to be root's."""
    who = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    return [*who, *map(str, arguments)]


def run(*arguments: str | Path, folder: Path) -> None:
    subprocess.run(as_user(*arguments), cwd=folder, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the URL of a server of our own, reached through a socket in its folder."""
    programs = find_postgres()
    assert programs is not None
    with tempfile.TemporaryDirectory(prefix="pg-") as name:  # a socket's path must be short
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        data, log = folder / "data", folder / "log"
        initdb = ("initdb", "--auth=trust", "--username=course", "--no-sync", "-D", data)
        run(programs / initdb[0], *initdb[1:], folder=folder)
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        pg_ctl = (programs / "pg_ctl", "-D", data, "-w")
        run(*pg_ctl, "-l", log, "-o", options, "start", folder=folder)
        try:
            yield f"postgresql+psycopg://course@/postgres?host={folder}"
        finally:
            run(*pg_ctl, "-m", "immediate", "stop", folder=folder)


@pytest.fixture
def url(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the URL of an empty database, named to everything that reads the settings."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS gradebook"))
        connection.execute(text("CREATE DATABASE gradebook"))
    engine.dispose()
    found = server.replace("/postgres?", "/gradebook?")
    monkeypatch.setenv("NN_GRADEBOOK", found)
    return found


def export(room: Classroom) -> str:
    done = command(room.root, "nbgrader", "export", "--to", "marks.csv")
    assert done.returncode == 0, done.stderr
    return (room.root / "marks.csv").read_text()


def test_both_databases_give_the_same_export(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = class_of(tmp_path / "there" / "course", 3)
    with contextlib.chdir(there.root):
        first = [mark.points for mark in graded(there.root, workers=2)]
    exported = sorted(export(there).splitlines())  # nbgrader leaves the order to the database
    monkeypatch.delenv("NN_GRADEBOOK")
    here = class_of(tmp_path / "here" / "course", 3)
    shutil.copy(there.root / "grading" / "secret", here.root / "grading" / "secret")
    with contextlib.chdir(here.root):
        second = [mark.points for mark in graded(here.root, workers=2)]

    assert first == second
    assert exported == sorted(export(here).splitlines())
    assert rows(url, JOURNAL) == rows(gradebook_of(here.root), JOURNAL)


def test_a_run_copies_the_database_first_and_can_be_resumed(tmp_path: Path, url: str) -> None:
    room = class_of(tmp_path / "course", 2)
    with contextlib.chdir(room.root):
        graded(room.root, students="s000")
        with Course(room.root).class_run(NAME, Wish()) as run:
            run.record.alone()
            with Gradebook(url) as other, pytest.raises(Busy, match="on another machine"):
                Record(other, NAME, None).alone()
        again = graded(room.root)

    backups = sorted((room.root / "grading" / "backups").glob("*.dump"))
    assert [mark.fresh for mark in again] == [False, True]
    assert len(backups) == 2
    assert backups[0].read_bytes().startswith(b"PGDMP")
    assert NAME in rows(url, "SELECT assignment FROM autograder_run")[0][0]


def test_without_pg_dump_there_is_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)

    assert back_up("postgresql://course@host/marks", tmp_path) is None
