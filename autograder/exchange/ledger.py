"""Every version that came in, with our own time: a file that only ever grows.

::

    grading/received/ledger.jsonl     one line for each version
    grading/received/store/ab/ab12..  the files, each under the digest of its content

A submission that is replaced, lost or edited later can be brought back from here.
"""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from autograder.errors import GraderFault
from autograder.exchange.inbound import Found, TooMuch, read_folder
from autograder.timestamps import TIMESTAMP

SECRET = "submission_secret.txt"  # by which a student finds the feedback on this version
FOLDER = "received"


@dataclass(frozen=True)
class Version:
    """One version of a student's work, as it came in.

    Attributes
    ----------
    student, assignment : str
        Whose work on what.
    received : str
        When, in UTC, by our own clock or the file system's; never what a student wrote.
    source : str
        The name of the folder that it came in.
    digest : str
        Of all files; the same work has the same digest.
    files : dict
        The digest of each file's content, by path.
    claimed : str
        The time that the submission itself names.
    owner : str
        Whose folder it was.
    problem : str
        Why it was not taken, or nothing.
    notes : tuple of str
        What was left out or looks odd.
    """

    student: str
    assignment: str
    received: str
    source: str
    digest: str = ""
    files: dict[str, str] = field(default_factory=dict)
    claimed: str = ""
    owner: str = ""
    problem: str = ""
    notes: tuple[str, ...] = ()

    @property
    def time(self) -> datetime:
        """Return when it was received, in UTC and, as nbgrader has it, without a zone."""
        return datetime.fromisoformat(self.received).replace(tzinfo=None)


def utc(seconds: float) -> str:
    """Return a moment as text.

    Examples
    --------
    >>> utc(0)
    '1970-01-01T00:00:00.000000+00:00'
    """
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def digest_of(files: dict[str, str]) -> str:
    """Return one digest for a folder of files, whatever time and secret it has."""
    about = (TIMESTAMP, SECRET)
    work = {path: content for path, content in files.items() if path not in about}
    return hashlib.sha256(json.dumps(work, sort_keys=True).encode()).hexdigest()


class Ledger:
    """The record of all versions of all submissions.

    Parameters
    ----------
    products : Path
        The folder of everything that grading makes.
    """

    def __init__(self, products: Path) -> None:
        self.folder = products / FOLDER
        self.path = self.folder / "ledger.jsonl"
        self._seen = 0
        self._versions: list[Version] = []

    def versions(self, assignment: str) -> list[Version]:
        """Return what came in for an assignment, in the order in which it was recorded.

        Raises
        ------
        GraderFault
            If a line of the ledger can't be read.
        """
        self._read_on()
        return [version for version in self._versions if version.assignment == assignment]

    def _read_on(self) -> None:
        """Read the lines that came after those that we know."""
        size = self.path.stat().st_size if self.path.exists() else 0
        if size < self._seen:
            self._seen, self._versions = 0, []  # another file than the one that we know
        if size == self._seen:
            return
        with self.path.open("rb") as file:
            file.seek(self._seen)
            data = file.read()
        whole = data[: data.rfind(b"\n") + 1]
        for line in whole.splitlines():
            if line.strip():
                self._versions.append(self._parsed(line))
        self._seen += len(whole)

    def _parsed(self, line: bytes) -> Version:
        try:
            told = json.loads(line)
            return Version(**told | {"notes": tuple(told["notes"])})
        except (ValueError, TypeError, KeyError) as error:
            msg = f"{self.path} has a line that is no version: {line[:60]!r}; restore the file"
            raise GraderFault(msg) from error

    def add(self, version: Version) -> Version:
        """Record a version, unless it stands there already; return what stands there.

        The first time that a folder's work was seen stays its time, so that nothing that is
        done to the folder afterwards makes honest work late.
        """
        with self._locked() as file:
            self._read_on()
            for known in self._versions:
                if _identity(known) == _identity(version):
                    return known
            line = json.dumps(dataclasses.asdict(version), sort_keys=True).encode()
            file.truncate(self._seen)  # what follows is half a line: its writer was killed
            file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
            self._read_on()
        return version

    @contextlib.contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file

    def read(self, folder: Path) -> Found:
        """Put the files of a folder into the store and say what they were."""
        return read_folder(folder, self.keep)

    def keep(self, file: BinaryIO, room: int) -> str:
        """Put a file's content into the store and return its digest.

        Raises
        ------
        TooMuch
            If it has more bytes than there is room for.
        """
        store = self.folder / "store"
        store.mkdir(parents=True, exist_ok=True, mode=0o700)
        digest = hashlib.sha256()
        with tempfile.NamedTemporaryFile(dir=store, delete=False) as copy:
            try:
                while part := file.read(1 << 20):
                    room -= len(part)
                    if room < 0:
                        msg = "more bytes than a submission may have"
                        raise TooMuch(msg)
                    digest.update(part)
                    copy.write(part)
            except BaseException:
                Path(copy.name).unlink()
                raise
        target = self._place(digest.hexdigest())
        target.parent.mkdir(exist_ok=True, mode=0o700)
        Path(copy.name).replace(target)
        return digest.hexdigest()

    def _place(self, content: str) -> Path:
        return self.folder / "store" / content[:2] / content

    def content(self, version: Version, path: str) -> bytes:
        """Return the content of one file of a version."""
        return self._place(version.files[path]).read_bytes()

    def restore(self, version: Version, target: Path) -> None:
        """Write a version's files into a folder, with the time at which we received it.

        Raises
        ------
        GraderFault
            If the folder is there already.
        """
        if target.exists():
            msg = f"{target} is there already; name a folder that is not"
            raise GraderFault(msg)
        target.mkdir(parents=True)
        for path, content in version.files.items():
            place = target / path
            if Path(path).parts[0] == TIMESTAMP:
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self._place(content), place)
        (target / TIMESTAMP).write_text(f"{version.time:%Y-%m-%d %H:%M:%S.%f} UTC")


def _identity(version: Version) -> tuple[Any, ...]:
    return version.assignment, version.student, version.source, version.digest, version.problem
