"""Collect from the exchange only what a student owns.

nbgrader collects with the instructor's rights.  It follows links, so that a student's folder
could point at a solution; and it goes by a folder's name, so that one student could hand in
for another.  Here a submission is taken only from its owner, and of it only ordinary files
that its owner owns.
"""

from __future__ import annotations

import fnmatch
import os
import pwd
import secrets
import shutil
import stat
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect

REFUSED = {"username": "", "filename": "", "timestamp": datetime.min}
NO_LINK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def fault(folder: Path) -> str:
    """Say why a folder of the exchange is not taken, or return nothing.

    Parameters
    ----------
    folder : Path
        Named ``<student>+<assignment>+<time>+<random>``, as ``nbgrader submit`` does.
    """
    about = folder.lstat()
    if not stat.S_ISDIR(about.st_mode):
        return "it is no folder"
    try:
        owner = pwd.getpwuid(about.st_uid).pw_name
    except KeyError:
        owner = f"number {about.st_uid}"
    student = folder.name.rsplit("+", 3)[0]
    return "" if owner == student else f"it belongs to {owner}, not to {student}"


def copy_own(source: Path, target: Path, ignored: list[str], largest: int) -> list[str]:
    """Copy the ordinary files that belong to the owner of `source`; return what was left.

    Each file is opened first and looked at then, so that nothing can be put in its place.

    Parameters
    ----------
    source, target : Path
        The submission, and a folder to make.
    ignored : list of str
        Patterns of names that don't matter.
    largest : int
        Bytes that a file may have.
    """
    owner = source.lstat().st_uid
    left = []
    for place, folders, files in os.walk(source):
        folders[:] = [name for name in folders if not _matches(name, ignored)]
        inside = target / Path(place).relative_to(source)
        inside.mkdir(parents=True, exist_ok=True)
        for name in files:
            path = Path(place, name)
            if not _matches(name, ignored) and not copy_file(
                path, inside / name, owner, largest
            ):
                left.append(str(path.relative_to(source)))
    return left


def _matches(name: str, patterns: list[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def copy_file(source: Path, target: Path, owner: int, largest: int) -> bool:
    """Copy an ordinary file of that owner; return False where it is none, or too large.

    Parameters
    ----------
    source, target : Path
        The file, and where to write it.
    owner : int
        Number of the user who must own it.
    largest : int
        Bytes that it may have.
    """
    try:
        descriptor = os.open(source, NO_LINK)
    except OSError:
        return False
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        ordinary = stat.S_ISREG(about.st_mode) and about.st_uid == owner
        if not ordinary or about.st_size > largest:
            return False
        with target.open("wb") as copied:
            shutil.copyfileobj(file, copied)
    return True


def complete(folder: Path, name: str) -> None:
    """Add what `nbgrader submit` adds; without it nobody's feedback could be released.

    Parameters
    ----------
    folder : Path
        The collected submission.
    name : str
        Its name in the exchange, which tells the time.
    """
    (folder / "timestamp.txt").write_text(name.rsplit("+", 3)[2], encoding="utf-8")
    secret = folder / "submission_secret.txt"
    if not secret.is_file():
        secret.write_text(secrets.token_hex(64), encoding="utf-8")


class Collect(ExchangeCollect):  # type: ignore[misc]
    """Collect as nbgrader does, with an eye on who owns what."""

    src_records: list[dict[str, Any]]

    def _path_to_record(self, path: str) -> dict[str, Any]:
        problem = fault(Path(path)) if self.check_owner else ""
        record: dict[str, Any] = REFUSED
        if not problem:
            try:
                record = super()._path_to_record(path)
            except Exception as error:  # a name that a student made up must not stop the rest
                problem = f"its name can't be read: {error}"
        if problem:
            self.log.warning("Not collected: %s: %s", path, problem)
        return record

    def init_src(self) -> None:
        """Find the newest submission of each student, of those that are their own."""
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def do_copy(self, src: str, dest: str) -> None:
        """Copy a submission without what is not the student's."""
        largest = self.coursedir.max_file_size * 1000
        for name in copy_own(Path(src), Path(dest), self.coursedir.ignore, largest):
            self.log.warning("Not collected: %s of %s: too large, or not their file", name, src)
        complete(Path(dest), Path(src).name)
