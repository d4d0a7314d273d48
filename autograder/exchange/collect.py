"""``nbgrader collect``, with our own clock, our own eyes and a memory.

The name of a folder in the exchange, its time stamp and its content are the student's.
What the file system says of it is not: who owns it, and when it was last written.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import check_mode

from autograder.assignment import PRODUCTS
from autograder.exchange.arrivals import record_folder
from autograder.exchange.inbound import Found, bad_name, printable
from autograder.exchange.ledger import SECRET, Ledger, Version, digest_of, utc
from autograder.handed_in import unsuitable
from autograder.timestamps import TIMESTAMP, claimed_time, time_in

NAME = r"(?P<student>[^/]+)\+{assignment}\+(?P<claimed>[^+/]+)(\+[^+/]*)?"


class Collect(ExchangeCollect):  # type: ignore[misc]
    """Collect submissions from the exchange.

    ``check_owner``, nbgrader's own setting, here refuses what only warned before: a folder
    that belongs to another user than the one whose work it claims to be.  A folder that
    belongs to the person who collects is let through, since no student can make one.
    """

    def init_src(self) -> None:
        """Find every version in the exchange, record it, and choose one for each student."""
        self.ledger = Ledger(Path(self.coursedir.root, PRODUCTS))
        found = [self._record(*parts) for parts in self._inbound()]
        self.refused = [version for version in found if version.problem]
        taken = sorted(
            (version for version in found if not version.problem),
            key=lambda version: (version.student, version.received),
        )
        deadline = self._deadline()
        self.src_records = [
            _choose(list(versions), deadline)
            for _, versions in groupby(taken, key=lambda version: version.student)
        ]

    def _inbound(self) -> list[tuple[Path, str, str]]:
        """Return the folders of this assignment: the path, the student, the time claimed."""
        if not self.coursedir.course_id:
            self.fail("No course id specified. Re-run with --course flag.")
        inbound = Path(self.root, self.coursedir.course_id, "inbound")
        if not inbound.is_dir():
            self.fail(f"Course not found: {inbound}")
        if not check_mode(str(inbound), read=True, execute=True):
            self.fail(f"You don't have read permissions for the directory: {inbound}")
        assignment = re.escape(self.coursedir.assignment_id)
        pattern = re.compile(NAME.format(assignment=assignment))
        wanted = self.coursedir.student_id
        parts = [(path, pattern.fullmatch(path.name)) for path in sorted(inbound.iterdir())]
        return [
            (path, match["student"], match["claimed"])
            for path, match in parts
            if match and wanted in ("*", "", match["student"])
        ]

    def _record(self, path: Path, student: str, claimed: str) -> Version:
        """Put a version into the store and the ledger, whether it may be graded or not."""
        found = self.ledger.read(path)
        owner, notes = _user(found.owner), list(found.notes)
        problem = found.problem or _bad_student(student) or self._wrong_owner(found, student)
        received = utc(min(found.changed, time.time()))
        notes += _told(claimed, received)
        return self.ledger.add(
            Version(
                student=printable(student),
                assignment=self.coursedir.assignment_id,
                received=received,
                source=printable(path.name),
                digest=digest_of(found.files),
                files=found.files,
                claimed=printable(claimed),
                owner=owner,
                problem=problem,
                notes=tuple(notes),
            )
        )

    def _wrong_owner(self, found: Found, student: str) -> str:
        if not self.check_owner or found.owner in (_number(), _number(student)):
            return ""
        return (
            f"the folder belongs to {_user(found.owner)}, not to {printable(student)}; if your "
            "students are no users of this system, set c.ExchangeCollect.check_owner = False"
        )

    def _deadline(self) -> datetime | None:
        if not self.before_duedate:
            return None
        with (
            Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook,
            contextlib.suppress(MissingEntry),
        ):
            due: datetime | None = gradebook.find_assignment(
                self.coursedir.assignment_id
            ).duedate
            return due
        return None

    def copy_files(self) -> None:
        """Put the chosen versions where they are graded; one that fails stops no other."""
        for version in self.refused:
            self.log.error("Refused %s: %s", version.source, version.problem)
        if not self.src_records:
            name = self.coursedir.assignment_id
            self.log.warning("There is nothing to collect for %r", name)
        for version in self.src_records:
            for note in version.notes:
                self.log.warning("%s: %s", version.source, note)
            try:
                self._place(version)
            except (OSError, RuntimeError) as error:
                self.log.error("%s could not be copied: %s", version.source, error)

    def _place(self, version: Version) -> None:
        name, student = self.coursedir.assignment_id, version.student
        submitted = self.coursedir.submitted_directory
        target = Path(self.coursedir.format_path(submitted, student, name))
        if not os.path.lexists(target):
            self.log.info("Collecting submission: %s %s", student, name)
        elif self._replaces(version, target):
            self.log.info("Updating submission: %s %s", student, name)
            record_folder(self.ledger, target, student, name)  # a person may have edited it
            _remove(target)
        else:
            hint = "" if self.update else ", use --update to update"
            self.log.info("No newer submission to collect: %s %s%s", student, name, hint)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.ledger.folder) as folder:
            self.ledger.restore(version, Path(folder, "version"))
            _add_secret(Path(folder, "version"))
            self.do_copy(str(Path(folder, "version")), str(target))

    def _replaces(self, version: Version, target: Path) -> bool:
        existing = time_in(target / TIMESTAMP)
        if self.before_duedate:
            return existing != version.time
        return bool(self.update and (existing is None or version.time > existing))


def _add_secret(folder: Path) -> None:
    """Add what `nbgrader submit` adds: without it, nobody's feedback could be released."""
    secret = folder / SECRET
    if not secret.is_file():
        secret.write_text(secrets.token_hex(64), "utf-8")


def _choose(versions: Sequence[Version], deadline: datetime | None) -> Version:
    """Return the last version of a student, the last in time if there is a deadline."""
    in_time = [version for version in versions if deadline and version.time <= deadline]
    return (in_time or versions)[-1]


def _told(claimed: str, received: str) -> list[str]:
    """Note a time stamp that is not what our clock says."""
    told = claimed_time(claimed)
    ours = datetime.fromisoformat(received).replace(tzinfo=None)
    if told is None:
        return [f"it claims no time that can be read: {printable(claimed)[:40]!r}"]
    if abs((ours - told).total_seconds()) > 60:
        return [
            f"it claims {told:%Y-%m-%d %H:%M:%S}, was last written {ours:%Y-%m-%d %H:%M:%S}"
        ]
    return []


def _bad_student(student: str) -> str:
    """Say why a name can't be a student's folder, or nothing."""
    problem = bad_name(student) or ("it begins with a dot" if student.startswith(".") else "")
    problem = problem or (f"it holds {signs}" if (signs := unsuitable(student)) else "")
    return f"{printable(student)!r} can't be a student's name: {problem}" if problem else ""


def _user(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except (KeyError, OverflowError):
        return f"user {number}"


def _number(user: str = "") -> int | None:
    """Return a user's id, by default that of the person who collects."""
    try:
        return pwd.getpwnam(user).pw_uid if user else os.getuid()
    except (KeyError, ValueError):
        return None


def _remove(target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink()
