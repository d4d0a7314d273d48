"""Files that grading leaves behind: whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from nbgrader.utils import find_all_files

Source = bytes | Path


def publish(folder: Path, files: Mapping[str, Source], finish: Callable[[], None]) -> None:
    """Let a folder hold exactly these files, each replaced in one step.

    Parameters
    ----------
    folder : Path
        Where they go; made if it is missing.
    files : mapping of str to bytes or Path
        What they hold, or which file they are copies of, by name inside the folder.
    finish : callable
        Sets their permissions.
    """
    for name, source in files.items():
        replace(folder / name, source)
    finish()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            with contextlib.suppress(OSError):  # it is not empty
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()


def replace(path: Path, source: Source) -> None:
    """Write a file beside its place, see it onto the disk, and put it there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            if isinstance(source, bytes):
                file.write(source)
            else:
                with source.open("rb") as original:
                    shutil.copyfileobj(original, file)
            file.flush()
            if isinstance(source, bytes):  # a copy can be made again
                os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def beside(folder: Path, ignored: list[str]) -> dict[str, Source]:
    """Return the files of a folder that nbgrader copies along: all but the notebooks.

    Parameters
    ----------
    folder : Path
        A submission, or the assignment's own folder.
    ignored : list of str
        nbgrader's patterns of what to leave out.
    """
    found = map(Path, find_all_files(str(folder), [*ignored, "*.ipynb"]))
    return {path.relative_to(folder).as_posix(): path for path in found}


def is_whole(path: Path, digest: str) -> bool:
    """Tell whether a file is the one that was written down."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False
