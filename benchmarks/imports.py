"""What ``import course_utils`` costs a student who opens a notebook."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

import numpy as np

from benchmarks._report import Row, compared, duration
from benchmarks._timing import Spread, Timings, interleaved
from course_utils._arrays import Array

LIMIT = 0.025
HEAVY = ("matplotlib", "scipy", "sklearn")
BARE, PACKAGE, NUMPY, CORE = (
    "pass",
    "import course_utils",
    "import numpy",
    "import course_utils; [getattr(course_utils, name) for name in course_utils.__all__]",
)


def rows() -> Iterator[Row]:
    """Yield what the package costs, what it loads, and what all of its numbers cost.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    statements = (BARE, PACKAGE, NUMPY, CORE)
    subjects = {statement: partial(in_a_new_python, statement) for statement in statements}
    timings = interleaved(subjects, n_rounds=11, block=0.0, clock=cpu_seconds_of_children)
    extra = Timings({"ours": extra_seconds(timings, PACKAGE, BARE)}).with_limit(LIMIT)
    yield compared("import course_utils, over bare Python", extra, "limit", 1.0)
    yield _loads()
    core = duration(float(np.median(extra_seconds(timings, CORE, NUMPY))))
    yield Row("all of its numbers, over NumPy", "for information", core)


def extra_seconds(timings: Timings, what: str, less: str) -> Array:
    """Return what one takes more than the other, round by round; at least 0.1 ms."""
    return np.maximum(timings.seconds[what] - timings.seconds[less], 1e-4)


def in_a_new_python(statement: str) -> str:
    """Run a statement in a fresh interpreter and return what it prints."""
    command = [sys.executable, "-c", statement]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def cpu_seconds_of_children() -> float:
    """Return what ended children have used, in user and system time."""
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def loaded_by(statement: str) -> list[str]:
    """Return the heavy packages that a fresh interpreter has loaded after a statement.

    Examples
    --------
    >>> loaded_by("import course_utils")
    []
    """
    look = f"import sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    return in_a_new_python(f"{statement}\n{look}").split()


def _loads() -> Row:
    found = loaded_by(CORE)
    ok = float(not found)
    ours = ", ".join(found) or "none"
    return Row("it loads of them", ", ".join(HEAVY), ours, Spread(ok, ok, ok), target=1.0)
