"""The students' tree: what is in it, and above all what is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from tests.lectures import Lectures
from tools import release
from tools.leaks import distinct_lines, find_leaks, secrets
from tools.percent import HEADER, to_notebook

ROOT = Path(__file__).resolve().parent.parent
SOURCE = (
    HEADER
    + '''\
# %% answer="double"
def double(x):
    """Return twice `x`."""
    ### BEGIN SOLUTION
    return np.add(np.asarray(x), np.asarray(x))
    ### END SOLUTION


# %% tests="double" points=2
# The grader tries your function here.
### BEGIN HIDDEN TESTS
points_for("tiny", "double", globals())
### END HIDDEN TESTS
'''
)
CHECKS = 'NAMES = ["doubles a negative number as well"]\n'


def write_course(folder: Path) -> Path:
    """Write a small course: one assignment with its private folder."""
    private = folder / "assignments" / "tiny" / "private"
    private.mkdir(parents=True)
    (private / "tiny.py").write_text(SOURCE)
    (private / "checks.py").write_text(CHECKS)
    (private.parent / "tiny.ipynb").write_text(to_notebook(SOURCE, "tiny"))
    (private.parent / "data.csv").write_text("x\n1\n")
    (folder / "notebooks" / "src").mkdir(parents=True)
    (folder / "notebooks" / "src" / "one.py").write_text("1\n")
    (folder / "notebooks" / "one.ipynb").write_text(to_notebook("# %%\n1\n", "one"))
    shutil.copytree(ROOT / "course_utils", folder / "course_utils")
    (folder / "docs").mkdir()
    for name in (
        "nbgrader_config.py",
        "pyproject.toml",
        "docs/start_page.md",
        *release.LICENCES,
    ):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a small course of the test's own."""
    return write_course(tmp_path / "course")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small course and, in ``out``, its release."""
    folder = tmp_path_factory.mktemp("release")
    release.build(write_course(folder / "course"), folder / "out")
    return folder


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a students' tree with one released assignment in it, written by hand."""
    folder = tmp_path / "tree" / "assignments" / "tiny"
    folder.mkdir(parents=True)
    (folder / "tiny.ipynb").write_text(to_notebook("# %%\n1\n", "tiny"))
    return tmp_path / "tree"


def write_cell(tree: Path, place: str, source: str) -> None:
    path = tree / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_notebook(f"# %%\n{source}\n", "any"))


@pytest.mark.slow
def test_release_has_the_stripped_assignment_with_its_data(built: Path) -> None:
    cells = nbformat.read(built / "out/assignments/tiny/tiny.ipynb", as_version=4).cells

    assert "raise NotImplementedError" in cells[0].source
    assert "np.add" not in cells[0].source
    assert "points_for" not in cells[1].source
    assert (built / "out/assignments/tiny/data.csv").exists()


@pytest.mark.slow
def test_release_has_no_private_file(built: Path) -> None:
    files = [path.relative_to(built / "out") for path in (built / "out").rglob("*")]

    assert not [path for path in files if {"private", "src", "tests"} & set(path.parts)]
    assert {path.parts[0] for path in files} == {
        release.MARKER,
        "CITATION.cff",
        "LICENSE",
        "LICENSE-CONTENT",
        "README.md",
        "assignments",
        "course_utils",
        "environment.yml",
        "notebooks",
        "pyproject.toml",
    }


@pytest.mark.slow
def test_release_leaves_no_trace_in_the_gradebook(built: Path) -> None:
    made = (built / "course" / "grading").rglob("*")

    assert not [path for path in made if path.is_file()]


@pytest.mark.slow
def test_a_later_release_replaces_the_earlier_one(built: Path) -> None:
    (built / "out" / "notebooks" / "dropped.ipynb").write_text("{}")

    release.build(built / "course", built / "out")

    assert not (built / "out" / "notebooks" / "dropped.ipynb").exists()


@pytest.mark.slow
def test_release_of_the_whole_course_can_be_built(lectures: Lectures) -> None:
    assignments = lectures.released / "assignments"

    for name in release.assignment_names(ROOT):
        assert (assignments / name / f"{name}.ipynb").is_file()


@pytest.mark.slow
def test_release_that_would_leak_is_not_written(course: Path, tmp_path: Path) -> None:
    leak = "return np.add(np.asarray(x), np.asarray(x))"
    (course / "assignments" / "tiny" / "notes.md").write_text(leak)

    with pytest.raises(release.ReleaseError, match=r"notes\.md: return np\.add"):
        release.build(course, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["course", ".", "course/../course", "link"])
def test_release_never_replaces_the_course_or_what_holds_it(
    course: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "link").symlink_to(course)
    (course / release.MARKER).write_text("")
    before = sorted(course.rglob("*"))

    with pytest.raises(release.ReleaseError, match="holds the course itself"):
        release.build(course, tmp_path / place)
    assert sorted(course.rglob("*")) == before


def test_release_never_replaces_a_repository(course: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / ".git").mkdir(parents=True)
    (tmp_path / "out" / release.MARKER).write_text("")

    with pytest.raises(release.ReleaseError, match="is a git repository"):
        release.build(course, tmp_path / "out")
    assert (tmp_path / "out" / ".git").exists()


@pytest.mark.parametrize("name", ["thesis.tex", "course_utils/__init__.py"])
def test_release_does_not_replace_a_foreign_folder(
    course: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "out" / name
    path.parent.mkdir(parents=True)
    path.write_text("three years of work")

    with pytest.raises(release.ReleaseError, match="not an earlier release"):
        release.build(course, tmp_path / "out")
    assert path.read_text() == "three years of work"


def test_release_does_not_replace_a_file(course: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("notes")

    with pytest.raises(release.ReleaseError, match="is a file"):
        release.build(course, tmp_path / "out")


def test_the_repository_itself_is_refused_by_the_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(release, "write_tree", lambda *_: pytest.fail("it began to build"))

    assert release.main(["--output", "."]) == 1
    assert "holds the course itself" in capsys.readouterr().err


@pytest.mark.slow
def test_failed_build_leaves_the_earlier_one(course: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "out" / release.MARKER
    earlier.parent.mkdir()
    earlier.write_text("the earlier one")
    (course / "LICENSE").unlink()

    with pytest.raises(FileNotFoundError, match="LICENSE"):
        release.build(course, tmp_path / "out")
    assert earlier.read_text() == "the earlier one"
    assert {path.name for path in tmp_path.iterdir()} == {"course", "out"}


def test_swap_that_fails_puts_the_earlier_folder_back(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    with pytest.raises(FileNotFoundError, match="no such tree"):
        release.swap(tmp_path / "no such tree", tmp_path / "out", tmp_path / "aside")
    assert (tmp_path / "out").is_dir()


def test_failing_nbgrader_command_shows_its_words(course: Path) -> None:
    with pytest.raises(release.ReleaseError, match="no_such_assignment"):
        release.nbgrader(course, "generate_assignment", "no_such_assignment")


def test_clean_tree_has_no_leaks(course: Path, tree: Path) -> None:
    assert find_leaks(course, tree) == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("assignments/tiny/tiny.ipynb", "return np.add(np.asarray(x), np.asarray(x))"),
        ("assignments/tiny/tiny.ipynb", 'points_for("tiny", "double", globals())'),
        ("notebooks/one.ipynb", 'points_for("tiny", "double", globals())'),
        ("notebooks/one.ipynb", "doubles a negative number as well"),
    ],
)
def test_each_kind_of_secret_is_found(course: Path, tree: Path, place: str, line: str) -> None:
    write_cell(tree, place, line)

    assert find_leaks(course, tree) == [f"{place}: {line}"]


def test_lecture_may_teach_the_formula(course: Path, tree: Path) -> None:
    write_cell(tree, "notebooks/one.ipynb", "return np.add(np.asarray(x), np.asarray(x))")

    assert find_leaks(course, tree) == []


@pytest.mark.parametrize(
    "place", ["assignments/tiny/private/checks.py", "grading/gradebook.db"]
)
def test_private_files_are_found_whatever_they_hold(
    course: Path, tree: Path, place: str
) -> None:
    (tree / place).parent.mkdir(parents=True)
    (tree / place).write_text("")

    assert find_leaks(course, tree) == [f"{place}: a private file"]


def test_what_the_released_notebook_shows_is_no_secret(course: Path) -> None:
    everywhere, in_assignments = secrets(course / "assignments" / "tiny")

    assert everywhere == {
        'points_for("tiny", "double", globals())',
        "doubles a negative number as well",
    }
    assert "# The grader tries your function here." not in in_assignments


def test_answer_that_does_not_parse_is_searched_all_the_same(course: Path, tree: Path) -> None:
    broken = "def double(x) return x plus x, as it were"
    wrong = course / "assignments" / "tiny" / "private" / "wrong" / "double__syntax.py"
    wrong.parent.mkdir()
    wrong.write_text(broken)
    write_cell(tree, "assignments/tiny/tiny.ipynb", broken)

    assert len(find_leaks(course, tree)) == 1


def test_short_lines_and_imports_are_no_secrets() -> None:
    assert distinct_lines("return a\nimport numpy as np, math, os, sys") == set()
    assert distinct_lines("def f():\n    raise NotImplementedError\n") == set()  # the stub
