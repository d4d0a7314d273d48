"""Set the course up: release, sample class, marks, and then JupyterLab.

``make course`` calls this once the environment stands.  The marks and
outcomes that the sample class gets must equal those that its ``class.toml`` expects;
otherwise the command fails.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from traitlets.config.loader import PyFileConfigLoader

from tools.release import ReleaseError, nbgrader, with_programs

ROOT = Path(__file__).resolve().parent.parent
GRADING = ROOT / "grading"
ASSIGNMENT = "a1_neuron"
FIRST_NOTEBOOK = "notebooks/00_start_here.ipynb"
ByExercise = Mapping[str, Mapping[str, float | str]]


class CourseError(RuntimeError):
    """A step of the set-up failed."""


def python(*arguments: str) -> None:
    """Run a module of the course with this Python and show what it prints.

    Raises
    ------
    CourseError
        If it fails.
    """
    command = [sys.executable, "-m", *arguments]
    status = subprocess.run(command, cwd=ROOT, env=with_programs(), check=False)
    if status.returncode != 0:
        raise CourseError(f"`python -m {' '.join(arguments)}` failed")


def gradebook_url() -> str:
    """Return the database that ``nbgrader_config.py`` names."""
    settings = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    return str(settings.CourseDirectory.db_url)


def recorded_marks(url: str, assignment: str) -> dict[str, dict[str, float]]:
    """Return what the gradebook holds: student -> exercise -> points.

    Parameters
    ----------
    url : str
        The database.
    assignment : str
        Which assignment; only its automatically graded exercises count here.
    """
    from nbgrader.api import Gradebook  # takes seconds, and only this needs it

    with Gradebook(url) as book:
        return {
            submission.student.id: {
                grade.name.removeprefix("check_"): float(grade.auto_score or 0)
                for notebook in submission.notebooks
                for grade in notebook.grades
                if grade.name.startswith("check_")
            }
            for submission in book.assignment_submissions(assignment)
        }


def differences(expected: ByExercise, recorded: ByExercise) -> list[str]:
    """Return a sentence for each mark or outcome that is not the expected one.

    Examples
    --------
    >>> differences({"ada": {"neuron": 4.0}}, {"ada": {"neuron": 3.0}})
    ['ada, neuron: expected 4.0, got 3.0']
    >>> differences({"ada": {"neuron": "correct"}}, {})
    ['ada, neuron: expected correct, got nothing']
    """
    return [
        f"{student}, {exercise}: expected {wanted}, got {got}"
        for student, by_exercise in sorted(expected.items())
        for exercise, wanted in by_exercise.items()
        if (got := recorded.get(student, {}).get(exercise, "nothing")) != wanted
    ]


def grade_sample_class() -> None:
    """Release the assignment, let the sample class hand in, grade it, compare the marks.

    Raises
    ------
    CourseError
        If a step fails, or a mark or outcome differs from what ``class.toml`` expects.
    """
    released = GRADING / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    submitted, marks = GRADING / "submitted", GRADING / "marks.json"
    print("Building the release ...", flush=True)
    nbgrader(ROOT, "generate_assignment", ASSIGNMENT, "--force")
    print("Handing in for the sample class ...", flush=True)
    build = "examples.sample_class.build"
    python(build, "--release", str(released), "--output", str(submitted))
    enrol(gradebook_url())
    print("Grading ...", flush=True)
    python("autograder", "grade", ASSIGNMENT, "--json", str(marks))
    compare_with_class(marks)


def enrol(url: str) -> None:
    """Write the sample class's names into the gradebook, so that formgrader can show them."""
    from nbgrader.api import Gradebook

    from examples.sample_class.build import load_class

    with Gradebook(url) as book:
        for student in load_class():
            first, last = student.name.title().split("_")
            book.update_or_create_student(student.name, first_name=first, last_name=last)


def own_class(submitted: Path) -> list[str]:
    """Return the students in `submitted` who are not of the sample class.

    Examples
    --------
    >>> own_class(Path("no such folder"))
    []
    """
    from examples.sample_class.build import load_class

    sample = {student.name for student in load_class()}
    found = {folder.parent.name for folder in submitted.glob(f"*/{ASSIGNMENT}")}
    return sorted(found - sample)


def compare_with_class(marks: Path) -> None:
    """Compare gradebook and outcomes with what the sample class must get.

    Parameters
    ----------
    marks : Path
        What ``python -m autograder grade --json`` wrote.

    Raises
    ------
    CourseError
        If anything differs; the message lists it.
    """
    from examples.sample_class.build import load_class

    students = load_class()
    graded = json.loads(marks.read_text(encoding="utf-8"))
    outcomes = {mark["student"]: mark["outcomes"] for mark in graded}
    recorded = recorded_marks(gradebook_url(), ASSIGNMENT)
    found = []
    for student in students:
        points = {exercise: mark for exercise, (mark, _) in student.marks.items()}
        words = {exercise: word for exercise, (_, word) in student.marks.items()}
        found += differences({student.name: points}, recorded)
        found += differences({student.name: words}, outcomes)
    if found:
        raise CourseError("the sample class did not get its marks:\n" + "\n".join(found))
    print(f"\nAll {len(students)} students of the sample class have the expected marks.")


def jupyterlab() -> list[str]:
    """Return the command that opens JupyterLab on the first notebook.

    Its file browser must start at the course's folder: `jupyter lab FILE` would start it at
    the file's, and the assignments and the formgrader would be out of reach.
    """
    as_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [
        *(sys.executable, "-m", "jupyter", "lab", *as_root),
        f"--ServerApp.root_dir={ROOT}",
        f"--LabApp.default_url=/lab/tree/{FIRST_NOTEBOOK}",
    ]


def open_jupyterlab() -> None:
    """Replace this process by JupyterLab on the first notebook."""
    os.chdir(ROOT)
    os.execve(sys.executable, jupyterlab(), with_programs())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 1 if a step failed or a mark is not the expected one."""
    parser = argparse.ArgumentParser(prog="python -m tools.course", description=__doc__)
    parser.add_argument("--open", default="1", help="0: stop before opening JupyterLab")
    wish = parser.parse_args(arguments).open
    GRADING.mkdir(exist_ok=True)
    try:
        if mine := own_class(GRADING / "submitted"):
            print(
                f"grading/ holds a class of your own ({', '.join(mine[:3])} ...): left alone."
            )
        else:
            grade_sample_class()
    except (CourseError, ReleaseError) as error:
        print(error, file=sys.stderr)
        return 1
    if wish != "0" and sys.stdout.isatty():
        open_jupyterlab()
    print(f"Next: {shlex.join(jupyterlab())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
