"""A copy of the course in a folder of its own, released, handed in by a few, graded."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat

from course_utils.demos import DEMOS
from examples.sample_class.build import ASSIGNMENT, Cell, Student, load_class, submission
from tools.percent import HEADER, to_notebook
from tools.release import nbgrader

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "grading", "tests")

CLASS = {student.name: student for student in load_class()}
RIGHT, WRONG, EMPTY, LATE = (
    CLASS[name] for name in ("amira_haddad", "emre_yildiz", "ines_duarte", "bjorn_lindqvist")
)
BAIT = (
    "<script>document.body.dataset.hacked = 1</script>"
    '<img src="x" onerror="document.body.dataset.hacked = 1">'
    '<a href="javascript:document.body.dataset.hacked = 1">more</a>'
)
ACTIVE = replace(
    WRONG,
    name="willem_script",
    cells=(
        *(cell for cell in WRONG.cells if cell.kind != "manual"),
        Cell("manual", "limits", f"My two limits.\n\n{BAIT}\n\n```\n{BAIT}\n```"),
        Cell("extra", "neuron", f"from IPython.display import HTML\nHTML('''{BAIT}''')"),
    ),
)
TALKER = replace(RIGHT, cells=tuple(cell for cell in RIGHT.cells if cell.kind == "manual"))
GRADED = (RIGHT, WRONG, EMPTY, ACTIVE)


def demo_cells(*names: str) -> str:
    """Return the source of a notebook that shows demos, one in each cell."""
    cell = "# %%\nfrom course_utils.demos import {0}_demo\n\n{0}_demo()\n"
    return HEADER + "\n".join(cell.format(name) for name in names)


def build_classroom(course: Path, release: Path) -> Path:
    """Copy the course to `course`, let a few students hand in, grade most of them.

    What students have lies in ``student/``: the release, and notebooks of their own.
    """
    shutil.copytree(ROOT, course, ignore=NOT_COPIED)
    shutil.copytree(release, course / "student")
    nbgrader(course, "generate_assignment", ASSIGNMENT)
    for student in GRADED:
        hand_in(course, student)
    grade = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT]
    subprocess.run(grade, cwd=course, check=True, capture_output=True, timeout=120)
    hand_in(course, LATE)
    files = {
        "demos": to_notebook(demo_cells(*DEMOS), "demos"),
        "few_demos": to_notebook(demo_cells("neuron", "zigzag", "playground"), "few_demos"),
        "solved": submission(RIGHT, released(course)),
        "only_text": submission(TALKER, released(course)),
    }
    for name, text in files.items():
        (course / "student" / f"{name}.ipynb").write_text(text, encoding="utf-8")
    return course


def released(course: Path) -> str:
    """Return the text of the released notebook."""
    path = course / "grading" / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    return path.read_text(encoding="utf-8")


def hand_in(course: Path, student: Student) -> None:
    """Put a student's file where nbgrader collects it."""
    folder = course / "grading" / "submitted" / student.name / ASSIGNMENT
    folder.mkdir(parents=True)
    text = submission(student, released(course))
    (folder / f"{ASSIGNMENT}.ipynb").write_text(text, encoding="utf-8")


def feedback_page(course: Path, student: Student) -> str:
    """Return the address of a student's feedback page."""
    folder = course / "grading" / "feedback" / student.name / ASSIGNMENT
    return (folder / f"{ASSIGNMENT}.html").as_uri()


def stored(notebook: Path) -> list[nbformat.NotebookNode]:
    """Return the code cells of a notebook as they are on the disk."""
    read = nbformat.read(notebook, as_version=4)
    return [cell for cell in read.cells if cell.cell_type == "code"]
