"""``nbgrader zip_collect`` for archives that may be hostile.

Nothing is believed of what an archive says about itself: names are checked, bytes are
counted while they are unpacked, and what is no regular file stays packed.
"""

from __future__ import annotations

import gzip
import io
import os
import shutil
import stat
import tarfile
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin
from traitlets import Integer

from autograder.assignment import PRODUCTS
from autograder.exchange.inbound import MAX_DEPTH, bad_name, printable
from autograder.exchange.ledger import Ledger, Version, digest_of, utc
from autograder.handed_in import unsuitable

BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
)
BROKEN += (NotImplementedError, RuntimeError)  # other compressions; a password
SLACK = 1 << 20  # bytes that any archive may hold, however well they compress


class Refused(ValueError):
    """The archive is not unpacked."""


@dataclass
class Caps:
    """What may still come out of an archive and of those inside it."""

    files: int
    bytes: int
    ratio: int
    packed: int = 0
    unpacked: int = 0
    names: set[str] = field(default_factory=set)

    def count(self, size: int) -> None:
        """Note bytes that came out."""
        self.unpacked += size
        if self.unpacked > self.bytes:
            msg = f"it holds more than {self.bytes >> 20} MB"
            raise Refused(msg)
        if self.unpacked > SLACK + self.ratio * self.packed:
            msg = f"it unpacks to more than {self.ratio} times its size"
            raise Refused(msg)

    def enter(self, name: str) -> str:
        """Count a file, and say what is wrong with its name, or nothing."""
        self.files -= 1
        if self.files < 0:
            msg = "it holds too many files"
            raise Refused(msg)
        parts = PurePosixPath(name).parts
        problem = next(filter(None, map(bad_name, parts)), "" if parts else "it has no name")
        if problem or name.startswith("/") or ":" in parts[0] or len(parts) > MAX_DEPTH:
            return problem or "it leads out of its folder"
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in self.names:
            return "another file has that name, but for the case of its letters"
        self.names.add(folded)
        return ""


class Counted(io.RawIOBase):
    """A stream that is counted as it is unpacked, so that skipping is counted as well."""

    def __init__(self, stream: IO[bytes], caps: Caps) -> None:
        self.stream, self.caps = stream, caps

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read on and count."""
        part = self.stream.read(len(buffer))
        self.caps.count(len(part))
        buffer[: len(part)] = part
        return len(part)


def unpack(archive: Path, target: Path, caps: Caps) -> Iterator[str]:
    """Unpack regular files into a new folder, and say of each that is left out why.

    Parameters
    ----------
    archive : Path
        A ``.zip``, ``.tar``, ``.tgz`` or ``.tar.gz`` file.
    target : Path
        The folder to make.
    caps : Caps
        What may come out.

    Raises
    ------
    Refused
        If more would come out, or it can't be read.
    """
    caps.packed += archive.stat().st_size
    target.mkdir(parents=True)
    entries = _zipped if archive.suffix == ".zip" else _tarred
    try:
        for name, stream, problem in entries(archive, caps):
            problem = problem or caps.enter(name)
            if problem or stream is None:
                yield f"left out {printable(name)[:80]!r}: {problem}"
            else:
                _write(stream, target / name)
    except Refused:
        raise
    except BROKEN as error:
        msg = f"it can't be unpacked: {printable(error)[:200]}"
        raise Refused(msg) from error


def _zipped(archive: Path, caps: Caps) -> Iterator[tuple[str, IO[bytes] | None, str]]:
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            kind = stat.S_IFMT(entry.external_attr >> 16)
            if entry.is_dir():
                continue
            if kind not in (0, stat.S_IFREG):
                yield entry.filename, None, "not a regular file"
                continue
            with opened.open(entry) as stream:
                yield entry.filename, io.BufferedReader(Counted(stream, caps)), ""


def _tarred(archive: Path, caps: Caps) -> Iterator[tuple[str, IO[bytes] | None, str]]:
    with archive.open("rb") as file:
        stream: Any = file
        if archive.suffix != ".tar":
            stream = gzip.GzipFile(fileobj=file)
        counted = io.BufferedReader(Counted(stream, caps))
        with tarfile.open(fileobj=counted, mode="r|") as opened:
            for entry in opened:
                if entry.isfile() and not entry.issparse():
                    yield entry.name, opened.extractfile(entry), ""
                elif not entry.isdir():
                    yield entry.name, None, "not a regular file"


def _write(stream: IO[bytes], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with stream, path.open("xb") as file:
        shutil.copyfileobj(stream, file)


def is_archive(path: Path) -> bool:
    """Tell whether a file's name is that of an archive that we unpack."""
    return path.name.lower().endswith((".zip", ".tar", ".tgz", ".tar.gz"))


def _stem(path: Path) -> str:
    return path.name.removesuffix(path.suffix).removesuffix(".tar")


class CheckedExtractor(ExtractorPlugin):  # type: ignore[misc]
    """Unpack what was downloaded; a bad archive is left out, and said, and stops no other."""

    max_files = Integer(20_000, help="Files in one download.").tag(config=True)
    max_mb = Integer(2000, help="Megabytes that may come out of one download.").tag(config=True)
    max_ratio = Integer(100, help="Times that it may grow.").tag(config=True)
    max_nesting = Integer(2, help="Archives inside archives.").tag(config=True)

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack or copy every file of one folder into another."""
        source, target = Path(archive_path), Path(extracted_path)
        for place, folders, names in os.walk(source):
            folders[:] = [name for name in folders if not (Path(place) / name).is_symlink()]
            for path in (Path(place) / name for name in sorted(names)):
                self._bring(path, target / path.relative_to(source).parent)

    def _bring(self, path: Path, target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or not path.is_file():
            self.log.error("Left out %s: not a regular file", printable(path))
        elif is_archive(path):
            caps = Caps(self.max_files, self.max_mb << 20, self.max_ratio)
            self._unpack(path, target / _stem(path), caps, self.max_nesting)
        else:
            shutil.copyfile(path, target / path.name)

    def _unpack(self, path: Path, target: Path, caps: Caps, nesting: int) -> None:
        """Unpack an archive; of one that is refused nothing stays."""
        try:
            if target.exists():
                msg = f"there is another {target.name!r}"
                raise Refused(msg)
            for note in unpack(path, target, caps):
                self.log.error("%s: %s", printable(path), note)
        except Refused as error:
            shutil.rmtree(target, ignore_errors=True)
            self.log.error("Refused %s: %s", printable(path), error)
            return
        for inner in sorted(filter(is_archive, target.rglob("*"))):
            if not nesting:
                self.log.error("Left packed: %s", printable(inner))
                continue
            own = Caps(caps.files, caps.bytes - caps.unpacked, caps.ratio)
            self._unpack(inner, inner.with_name(_stem(inner)), own, nesting - 1)
            caps.unpacked += own.unpacked


class CheckedCollector(FileNameCollectorPlugin):  # type: ignore[misc]
    """Match file names to students as nbgrader does; record each, refuse odd names.

    The settings are those of nbgrader's own ``FileNameCollectorPlugin``.
    """

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return whose file it is, or None if it is nobody's."""
        info: dict[str, str] | None = super().collect(submitted_file)
        if info is None or not {"student_id", "file_id"} <= info.keys():
            return info
        student, name = str(info["student_id"]), str(info["file_id"])
        parts = PurePosixPath(name).parts
        problem = bad_name(student) or unsuitable(student)
        problem = problem or next(filter(None, map(bad_name, parts or ("",))), "")
        self._record(Path(submitted_file), info, problem)
        if problem or student.startswith("."):
            self.log.error("Refused %s: %s", printable(submitted_file), problem)
            return None
        return info

    def _record(self, path: Path, info: dict[str, str], problem: str) -> None:
        course = self.parent.coursedir
        ledger = Ledger(Path(course.root, PRODUCTS))
        with path.open("rb") as file:
            content = ledger.keep(file, path.stat().st_size)
        files = {f"{PurePosixPath(info['file_id']).stem}{path.suffix}": content}
        ledger.add(
            Version(
                student=printable(info["student_id"]),
                assignment=course.assignment_id,
                received=utc(time.time()),
                source=printable(path.name),
                digest=digest_of(files),
                files=files,
                claimed=printable(info.get("timestamp") or ""),
                problem=problem,
            )
        )
