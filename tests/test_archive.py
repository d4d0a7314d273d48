"""The students' zip: what is in it, and that it works where a student unpacks it."""

from __future__ import annotations

import shutil
import time
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import nbformat
import pytest

from tests.lectures import Lectures
from tools.archive import pack
from tools.leaks import find_leaks
from tools.release import assignment_names, project_table
from tools.student_project import student_settings

ROOT = Path(__file__).resolve().parent.parent
DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}
FORBIDDEN = set('<>:"\\|?*')


@pytest.fixture(scope="module")
def archive(lectures: Lectures, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the zip of the whole course."""
    return pack(lectures.released, tmp_path_factory.mktemp("zip") / "students.zip", "course")


@pytest.fixture(scope="module")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that a student finds after unpacking."""
    folder = tmp_path_factory.mktemp("student")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    return folder / "course"


def names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as packed:
        return packed.namelist()


def write_tree(folder: Path) -> Path:
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "two.txt").write_bytes(b"two\n")
    (folder / "a.txt").write_bytes(b"one\n")
    return folder


def test_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    tree = write_tree(tmp_path / "tree")
    first = pack(tree, tmp_path / "first.zip", "top").read_bytes()
    time.sleep(0.01)
    (tree / "a.txt").touch(mode=0o600)

    assert pack(tree, tmp_path / "second.zip", "top").read_bytes() == first


def test_names_are_sorted_below_one_folder(tmp_path: Path) -> None:
    archive = pack(write_tree(tmp_path / "tree"), tmp_path / "x.zip", "top")

    assert names(archive) == ["top/a.txt", "top/b/two.txt"]


def test_failed_packing_leaves_the_earlier_zip(tmp_path: Path) -> None:
    tree = write_tree(tmp_path / "tree")
    archive = pack(tree, tmp_path / "x.zip", "top")
    before = archive.read_bytes()
    (tmp_path / "x.part").mkdir()

    with pytest.raises(IsADirectoryError, match=r"x\.part"):
        pack(tree, archive, "top")
    assert archive.read_bytes() == before


@pytest.mark.slow
def test_zip_shows_nothing_that_students_must_not_see(unpacked: Path) -> None:
    assert find_leaks(ROOT, unpacked) == []


@pytest.mark.slow
def test_leak_is_found_after_packing_as_well(unpacked: Path, tmp_path: Path) -> None:
    tree = shutil.copytree(unpacked, tmp_path / "tree")
    secret = ROOT / "assignments" / "a1_neuron" / "private" / "a1_neuron.py"
    shutil.copy(secret, tree / "assignments" / "a1_neuron" / "notes.py")

    assert find_leaks(ROOT, tree)


@pytest.mark.slow
def test_zip_has_all_lectures_assignments_and_the_start_page(archive: Path) -> None:
    files = set(names(archive))
    lectures = {f"course/notebooks/{p.name}" for p in (ROOT / "notebooks").glob("*.ipynb")}
    work = {f"course/assignments/{n}/{n}.ipynb" for n in assignment_names(ROOT)}

    assert lectures | work <= files
    assert {"course/README.md", "course/environment.yml", "course/pyproject.toml"} <= files


@pytest.mark.slow
def test_notebooks_have_no_outputs(unpacked: Path) -> None:
    cells = [
        cell
        for path in unpacked.rglob("*.ipynb")
        for cell in nbformat.read(path, as_version=4).cells
    ]

    assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")]


@pytest.mark.slow
def test_names_are_allowed_on_windows_and_mac(archive: Path) -> None:
    files = names(archive)
    parts = {part for name in files for part in PurePosixPath(name).parts}

    assert len({name.casefold() for name in files}) == len(files)
    assert not [
        p for p in parts if FORBIDDEN & set(p) or p.endswith((" ", ".")) or not p.isascii()
    ]
    assert not [p for p in parts if p.split(".")[0].lower() in DEVICES]


@pytest.mark.slow
def test_paths_are_short_enough_for_windows(archive: Path) -> None:
    home = len("C:/Users/a student with a long name/Documents/semester/neurons-to-networks/")

    assert home + max(len(name) for name in names(archive)) < 200


@pytest.mark.slow
def test_text_has_one_kind_of_line_end(unpacked: Path) -> None:
    endings = {".py", ".ipynb", ".md", ".toml", ".js", ".css", ".yml", ".html"}
    files = [path for path in unpacked.rglob("*") if path.suffix in endings]

    assert files
    assert not [path for path in files if b"\r" in path.read_bytes()]


@pytest.mark.slow
def test_zip_carries_the_version_of_the_course(unpacked: Path) -> None:
    theirs = tomllib.loads((unpacked / "pyproject.toml").read_text("utf-8"))["project"]

    assert theirs["version"] == project_table(ROOT)["version"]


def test_students_get_the_packages_of_the_course_and_no_more() -> None:
    project = project_table(ROOT)

    table = tomllib.loads(student_settings(project)["pyproject.toml"])["project"]

    assert table["dependencies"] == project["dependencies"]
    assert "optional-dependencies" not in table
