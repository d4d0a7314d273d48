"""From the zip to the first finished exercise, as the start page says."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.environments import new_environment, run
from tests.lectures import Lectures
from tools.archive import pack

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow
EXECUTE = ("-m", "nbconvert", "--to", "notebook", "--execute", "--stdout", "--log-level=ERROR")


@pytest.fixture(scope="module")
def student(lectures: Lectures, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a student's folder after unpacking, and the Python of their new environment."""
    home = tmp_path_factory.mktemp("a student's home")
    archive = pack(lectures.released, home / "students.zip", "course")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(home)
    python = new_environment(home / "course" / ".venv")
    # Without the network: what the package needs lies in this environment already.
    install = ("install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", ".")
    run(python, "-m", "pip", *install, cwd=home / "course")
    shutil.rmtree(home / "course" / "build", ignore_errors=True)
    return home / "course", python


def executed(notebook: Path, python: Path) -> Any:
    """Return a notebook after its run beside its own file, as Jupyter runs it."""
    text = run(python, *EXECUTE, notebook.name, cwd=notebook.parent)
    return nbformat.reads(text, as_version=4)


def answered(released: Path, solved: Path) -> Any:
    """Return the released notebook with the course's own answers written into its cells."""
    answers = {cell.id: cell.source for cell in nbformat.read(solved, as_version=4).cells}
    notebook = nbformat.read(released, as_version=4)
    for cell in notebook.cells:
        if "raise NotImplementedError" in cell.source:
            cell.source = answers[cell.id]
    return notebook


def test_environment_has_the_package_of_the_zip(student: tuple[Path, Path]) -> None:
    folder, python = student
    code = "import course_utils; print(course_utils.__file__)"

    assert Path(run(python, "-c", code, cwd=folder / "notebooks").strip()).is_relative_to(
        folder
    )


def test_first_notebook_finds_everything_in_place(student: tuple[Path, Path]) -> None:
    folder, python = student

    shown = json.dumps(executed(folder / "notebooks" / "00_start_here.ipynb", python))

    assert "all packages are here" in shown


def test_right_answers_pass_the_visible_examples(student: tuple[Path, Path]) -> None:
    folder, python = student
    work = folder / "assignments" / "a1_neuron" / "a1_neuron.ipynb"
    solved = ROOT / "assignments" / "a1_neuron" / "a1_neuron.ipynb"
    with pytest.raises(AssertionError, match="not attempted yet"):
        executed(work, python)  # the first check stops the run until there is an answer
    nbformat.write(answered(work, solved), work)

    done = executed(work, python)

    assert all(cell.execution_count for cell in done.cells if cell.cell_type == "code")
