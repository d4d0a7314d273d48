"""Build the students' tree and its zip: what they may see of the course and nothing else.

::

    python -m tools.release --output build/release

Beside the tree it leaves ``<name>-<version>-students.zip`` with the same files.  The tree is
searched before it is handed over: a line of a solution, of a hidden test or of
the bank of answers stops the build.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from tools.archive import archive_path, pack
from tools.leaks import find_leaks
from tools.student_project import student_settings

ROOT = Path(__file__).resolve().parent.parent
MARKER = ".neurons_release"  # by this file alone does a build know an earlier one
MARKER_TEXT = "Built by `python -m tools.release`, which replaces this folder as a whole.\n"
LICENCES = ("LICENSE", "LICENSE-CONTENT", "CITATION.cff")
NOT_FOR_STUDENTS = shutil.ignore_patterns("__pycache__", "*.pyc", ".ipynb_checkpoints")


class ReleaseError(RuntimeError):
    """The students' tree could not be built, or would show what it must not."""


def assignment_names(root: Path) -> list[str]:
    """Return the assignments that have a notebook, in order.

    Examples
    --------
    >>> assignment_names(Path("an empty folder"))
    []
    """
    folders = sorted((root / "assignments").glob("*/"))
    return [folder.name for folder in folders if (folder / f"{folder.name}.ipynb").exists()]


def with_programs() -> dict[str, str]:
    """Return the environment variables with this Python's programs first in ``PATH``.

    nbgrader starts ``alembic`` by name, and it must be the one beside this Python.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path}


def nbgrader(root: Path, *arguments: str, gradebook: str = "") -> None:
    """Run one nbgrader command in the course's folder.

    Parameters
    ----------
    root : Path
        The course's folder.
    *arguments : str
        The command and its options.
    gradebook : str, optional
        URL of the database; by default the one that ``nbgrader_config.py`` names.

    Raises
    ------
    ReleaseError
        If the command fails; the message holds what it printed.
    """
    environment = with_programs()
    if gradebook:
        environment["NN_GRADEBOOK"] = gradebook
    command = [sys.executable, "-m", "nbgrader", *arguments]
    run = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if run.returncode != 0:
        raise ReleaseError(
            f"`nbgrader {' '.join(arguments)}` failed:\n{run.stdout}{run.stderr}"
        )


def release_assignments(root: Path, output: Path) -> list[str]:
    """Write the stripped form of every assignment to `output`; return their names.

    A gradebook of its own is used and thrown away, so that building the tree leaves no
    trace in the instructor's.
    """
    names = assignment_names(root)
    if names:
        with tempfile.TemporaryDirectory() as scratch:
            # One run for all: loading nbgrader takes longer than stripping an assignment.
            nbgrader(
                root,
                "generate_assignment",
                "*",
                "--force",
                f"--CourseDirectory.release_directory={scratch}/release",
                gradebook=f"sqlite:///{scratch}/gradebook.db",
            )
            for name in names:
                shutil.copytree(Path(scratch) / "release" / name, output / name)
    return names


def copy_lectures(root: Path, output: Path) -> None:
    """Copy the notebooks without their sources, and the helper package."""
    (output / "notebooks").mkdir(parents=True)
    for path in sorted((root / "notebooks").iterdir()):
        if path.suffix in {".ipynb", ".md"}:
            shutil.copy(path, output / "notebooks")
    shutil.copytree(root / "course_utils", output / "course_utils", ignore=NOT_FOR_STUDENTS)


def refuse_to_replace(root: Path, output: Path) -> None:
    """Raise an error unless `output` may be replaced as a whole.

    Parameters
    ----------
    root : Path
        The course's folder.
    output : Path
        The folder that a build would replace.

    Raises
    ------
    ReleaseError
        If `output` is or holds the course, is a repository, or holds anything else that no
        build has written.
    """
    place, course = output.resolve(), root.resolve()
    if place == course or place in course.parents:
        raise ReleaseError(f"{output} is or holds the course itself; choose an empty folder")
    if (place / ".git").exists():
        raise ReleaseError(f"{output} is a git repository; choose an empty folder")
    if place.exists() and not place.is_dir():
        raise ReleaseError(f"{output} is a file; choose an empty folder")
    if place.exists() and any(place.iterdir()) and not (place / MARKER).is_file():
        raise ReleaseError(
            f"{output} is not an earlier release (it has no {MARKER}); choose an empty folder, "
            "or delete this one yourself"
        )


def project_table(root: Path) -> dict[str, object]:
    """Return the ``[project]`` table of a course, with the version that its package has."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    package = (root / "course_utils" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', package, re.MULTILINE)
    if found is None:
        raise ReleaseError('course_utils/__init__.py has no line `__version__ = "..."`')
    return {**settings["project"], "version": found[1]}


def write_tree(root: Path, tree: Path) -> None:
    """Write everything that students get to `tree`, a folder that does not exist yet.

    Raises
    ------
    ReleaseError
        If nbgrader fails, or the tree would leak.
    """
    copy_lectures(root, tree)
    release_assignments(root, tree / "assignments")
    for name, text in student_settings(project_table(root)).items():
        (tree / name).write_text(text, encoding="utf-8")
    shutil.copy(root / "docs" / "start_page.md", tree / "README.md")
    for name in LICENCES:
        shutil.copy(root / name, tree)
    (tree / MARKER).write_text(MARKER_TEXT, encoding="utf-8")
    if leaks := find_leaks(root, tree):
        raise ReleaseError("the release would show:\n" + "\n".join(leaks))


def swap(tree: Path, output: Path, aside: Path) -> None:
    """Put `tree` in the place of `output`; what stood there goes to `aside`.

    All three lie on one disk, so each move happens at once or not at all.
    """
    if output.exists():
        output.rename(aside)
    try:
        tree.rename(output)
    except OSError:
        if aside.exists():
            aside.rename(output)
        raise


def build(root: Path, output: Path) -> list[Path]:
    """Build the students' tree in `output`, replacing what an earlier build left there.

    Nothing at `output` is touched before the new tree is complete and searched.

    Parameters
    ----------
    root : Path
        The course's folder.
    output : Path
        The folder to write; it must be missing, empty, or an earlier build.

    Returns
    -------
    list of Path
        The files of the tree, relative to `output`.

    Raises
    ------
    ReleaseError
        If `output` holds something else, nbgrader fails, or the tree would leak.
    """
    refuse_to_replace(root, output)
    place = output.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".release-") as scratch:
        tree = Path(scratch) / "new"
        write_tree(root, tree)
        refuse_to_replace(root, output)  # it may have changed since
        swap(tree, place, Path(scratch) / "old")
    return sorted(path.relative_to(place) for path in place.rglob("*") if path.is_file())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 1 if there is no release."""
    parser = argparse.ArgumentParser(prog="python -m tools.release", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--output", type=Path, default=Path("build/release"))
    output = parser.parse_args(arguments).output
    try:
        files = build(ROOT, output)
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    project = project_table(ROOT)
    archive = pack(output, archive_path(project, output.parent), str(project["name"]))
    print(f"{len(files)} files for students in {output}, and all of them in {archive}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
