"""A copy of the gradebook before each run; the last five are kept."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, make_url

from autograder.errors import GraderFault

KEPT = 5


def back_up(url: str, folder: Path) -> Path | None:
    """Copy a gradebook, also while others read or write it.

    Parameters
    ----------
    url : str
        The database.
    folder : Path
        Where copies are kept.

    Returns
    -------
    Path or None
        The copy; None where there is no program that could make one.

    Raises
    ------
    GraderFault
        If the copy failed: no run begins without it.
    """
    parts = make_url(url)
    kind = parts.get_backend_name()
    dump = shutil.which("pg_dump") if kind == "postgresql" else None
    if kind != "sqlite" and not dump:
        return None
    ending = "db" if kind == "sqlite" else "dump"
    target = folder / f"gradebook-{datetime.now():%Y%m%d-%H%M%S-%f}.{ending}"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if dump:
            _dump(dump, parts, unfinished)
        else:
            _copy(Path(str(parts.database)), unfinished)
        unfinished.replace(target)
    except (OSError, sqlite3.Error, subprocess.CalledProcessError) as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        told = getattr(error, "stderr", None) or error
        msg = f"the gradebook could not be copied to {target}: {told}"
        raise GraderFault(msg) from error
    for old in sorted(folder.glob(f"gradebook-*.{ending}"))[:-KEPT]:
        old.unlink()
    return target


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(
            sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
        ) as old,
        contextlib.closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _dump(program: str, parts: URL, target: Path) -> None:
    said = {
        "PGHOST": parts.host or parts.query.get("host"),
        "PGPORT": parts.port,
        "PGUSER": parts.username,
        "PGPASSWORD": parts.password,  # not on the command line, where everyone sees it
        "PGDATABASE": parts.database,
    }
    environment = os.environ | {name: str(value) for name, value in said.items() if value}
    command = [program, "--format=custom", f"--file={target}"]
    subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
