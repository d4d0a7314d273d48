"""See to it that everything under ``submitted`` is recorded, and nothing is passed over.

nbgrader looks for notebooks by a pattern, before any hook of ours runs, and says no more of
a folder in which there is none.  `include_all` puts such folders on its list again.
"""

from __future__ import annotations

import glob
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.assignment import PRODUCTS, declares_checks
from autograder.exchange.inbound import printable
from autograder.exchange.ledger import Ledger, Version, digest_of, utc
from autograder.timestamps import TIMESTAMP, time_in


def record_folder(ledger: Ledger, folder: Path, student: str, assignment: str) -> Version:
    """Record what lies in the folder of submissions, whoever put it there.

    Parameters
    ----------
    ledger : Ledger
        Where to.
    folder : Path
        ``submitted/<student>/<assignment>``.
    student, assignment : str
        Whose work on what.
    """
    found = ledger.read(folder)
    digest = digest_of(found.files)
    for known in ledger.versions(assignment):
        if (known.student, known.digest) == (student, digest) and not known.problem:
            return known
    told = time_in(folder / TIMESTAMP)
    return ledger.add(
        Version(
            student=printable(student),
            assignment=assignment,
            received=utc(min(found.changed or time.time(), time.time())),
            source="submitted",
            digest=digest,
            files=found.files,
            claimed=f"{told} UTC" if told else "",
            problem=found.problem,
            notes=tuple(found.notes),
        )
    )


def before_grading(
    assignment: str, student: str, notebooks: Sequence[str], ledger: Ledger | None = None
) -> None:
    """Record a submission before anything touches it, then set its links aside.

    nbgrader calls this hook with a pattern for the student, so the name comes from the path.
    A run of ours hands its ledger on, which is read once for the class.
    """
    from autograder.plug import set_links_aside

    ledger = ledger or Ledger(Path.cwd() / PRODUCTS)
    try:
        for folder in {Path(notebook).parent for notebook in notebooks}:
            record_folder(ledger, folder, folder.parent.name, assignment)
    finally:
        set_links_aside(assignment, student, notebooks)


def include_all(converter: Any) -> None:
    """Put the folders that nbgrader passed over on its list, under the right name.

    Parameters
    ----------
    converter : nbgrader.converters.Autograde
        About to start; its ``assignments`` holds the notebooks of each folder.
    """
    course = converter.coursedir
    if course.notebook_id != "*":
        return
    if not declares_checks(course.assignment_id, Path(course.root)):
        return  # its notebooks may have any names, so an empty folder has none
    pattern = course.format_path(
        course.submitted_directory, course.student_id, course.assignment_id
    )
    for folder in filter(os.path.isdir, glob.glob(pattern)):  # noqa: PTH207  # the pattern is absolute
        converter.assignments[folder] = [f"{folder}/{course.assignment_id}.ipynb"]
