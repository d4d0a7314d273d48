"""Grade a class on a disk that is nearly full, then with room; says what came of it.

``python -m tests.full_disk FOLDER SMALL``: the class is made in FOLDER, and graded once
there and once in SMALL, which must lie on a disk of few megabytes.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from autograder.engine import job
from autograder.errors import GraderFault
from tests.classes import QuickRun, class_of, graded, whole
from tests.crashes import twin

ROOM = (400_000, 250_000, 60_000)  # bytes left on the disk when a run begins


def fill(small: Path, left: int) -> None:
    """Leave so many bytes free."""
    filler = small / "filler"
    filler.unlink(missing_ok=True)
    about = os.statvfs(small)
    filler.write_bytes(bytes(about.f_bavail * about.f_frsize - left))


def attempt(root: Path) -> str:
    with contextlib.chdir(root):
        try:
            return f"graded {sum(mark.fresh for mark in graded(root, resume=True))}"
        except GraderFault as fault:
            return str(fault)


def main(folder: Path, small: Path) -> int:
    """Fill the disk a few times, then make room; fail if anything is not as it should be."""
    setattr(job, "Run", QuickRun)  # noqa: B010  # the record is tried, not the judge
    setattr(job, "ready", lambda: None)  # noqa: B010
    room = class_of(folder / "course", 20)
    undisturbed = twin(room.root, "undisturbed")
    attempt(undisturbed)
    root = small / "course"
    subprocess.run(["cp", "-a", str(room.root), str(root)], check=True)
    told = []
    for left in ROOM:
        fill(small, left)
        told.append(attempt(root))
    unfinished = [path for path in (root / "grading").rglob(".*") if path.is_file()]
    (small / "filler").unlink()
    told.append(attempt(root))
    sys.stdout.write("\n".join([*told, f"unfinished: {unfinished}", ""]))
    stopped = all("full" in one or "No space" in one for one in told[:-1])
    return int(bool(unfinished) or not stopped or whole(root) != whole(undisturbed))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
