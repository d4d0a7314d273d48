"""Kill a grading run at many moments and go on each time; says what came out different.

``python -m tests.crashes FOLDER COUNT`` runs in a process of its own, because it forks.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from autograder.engine import job
from tests.classes import QuickRun, class_of, events, graded, killed, whole

STUDENTS = 6


def twin(root: Path, name: str) -> Path:
    """Return a copy of a course."""
    copy = root.with_name(name)
    shutil.rmtree(copy, ignore_errors=True)
    subprocess.run(["cp", "-a", str(root), str(copy)], check=True)
    return copy


def crash(root: Path, moment: int, *, force: bool) -> bool:
    """Kill a run at a moment, resume it, and tell whether it was killed at all."""
    died = killed(partial(graded, root, force=force), moment)
    assert not killed(partial(graded, root, resume=True))
    return died


def main(folder: Path, count: int) -> int:
    """Try so many moments, spread over the whole run; half of them over one that repeats."""
    setattr(job, "Run", QuickRun)  # noqa: B010  # the record is tried, not the judge
    setattr(job, "ready", lambda: None)  # noqa: B010
    root = class_of(folder / "course", STUDENTS).root
    with contextlib.chdir(root):
        graded(twin(root, "undisturbed"))
        undisturbed = whole(folder / "undisturbed")
        total = {False: events(partial(graded, twin(root, "counted")))}
        total[True] = events(partial(graded, twin(folder / "undisturbed", "again"), force=True))
    rng = random.Random(count)
    started, died, different = time.monotonic(), 0, []
    for number in range(count):
        force = number % 2 == 1
        share = (number + rng.random()) / count
        copy = twin(folder / ("undisturbed" if force else "course"), "crashed")
        with contextlib.chdir(copy):
            died += crash(copy, max(1, int(share * total[force])), force=force)
        if whole(copy) != undisturbed:
            different.append(number)
    taken = time.monotonic() - started
    told = f"{died} of {count} killed, {len(different)} different {different}, {taken:.0f} s"
    sys.stdout.write(f"{told}; events of a run: {total[False]}, again: {total[True]}\n")
    return int(bool(different) or died < count * 0.9)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2])))
