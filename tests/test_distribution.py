"""The wheel and the sdist: what is in them, and that they work without the repository."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.environments import new_environment, run
from tools.leaks import find_leaks

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("autograder", "course_utils")
# Two lines of the assignments stand in docstrings of the grader, as examples of the form.
QUOTED = {"section: Modeling one neuron", "one sample gives one number"}
# What a reader does first with each part; the data files of all of them are opened.
SMOKE = """
import runpy, sys
from pathlib import Path
import autograder, course_utils
from course_utils import MLP, Recipe, load_digits, make_spirals, train
from course_utils import claims, quiz
from course_utils.claims import measure
from course_utils.demos import DEMOS, neuron_demo

place = Path(course_utils.__file__).resolve()
assert place.is_relative_to(Path(sys.prefix).resolve()), place
assert Path(autograder.__file__).resolve().is_relative_to(Path(sys.prefix).resolve())
X, y = make_spirals()
network = MLP([2, 20, 3], "tanh")
recipe = Recipe(optimizer="adam", learning_rate=0.05, n_steps=500)
assert (train(network, X, y, recipe).network.predict(X) == y).mean() == 1.0
assert len(load_digits()[0]) > 1000
assert measure(1, range(2)).holds
assert "nn-demo" in neuron_demo().widget._css
assert len(DEMOS) == 26
quiz.answer("00", q1="a", q2="a", q3="a", q4="a", q5="a")
print("works")
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def clean(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a new environment in which the wheel is installed.

    What the course needs is taken from this environment, the course itself is not.
    """
    folder = tmp_path_factory.mktemp("clean") / "environment"
    python = new_environment(folder)
    run(python, "-m", "pip", "install", "--no-deps", "--no-index", next(built.glob("*.whl")))
    return python


def in_wheel(built: Path) -> set[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        return {name for name in wheel.namelist() if name.startswith(PACKAGES)}


def in_sdist(built: Path) -> set[str]:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        return {name.split("/", 1)[1] for name in sdist.getnames()}


def tracked(*places: str) -> set[str]:
    return set(run("git", "-C", ROOT, "ls-files", *places).splitlines())


@pytest.mark.slow
def test_wheel_has_every_file_of_both_packages_and_no_other(built: Path) -> None:
    assert in_wheel(built) == tracked(*PACKAGES)


@pytest.mark.slow
def test_sdist_has_the_packages_and_nothing_of_the_assignments(built: Path) -> None:
    folders = {name.split("/")[0] for name in in_sdist(built) if "/" in name}

    assert tracked(*PACKAGES, "CHANGELOG.md", "LICENSE", "LICENSE-CONTENT") <= in_sdist(built)
    assert folders == set(PACKAGES)


@pytest.mark.slow
def test_wheel_holds_no_secret(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        for name in wheel.namelist():
            # Under names of our own: to students' trees the grader is a private folder.
            place = tmp_path / name.replace("/", "--")
            place.write_bytes(wheel.read(name))

    leaks = {leak.split(": ", 1)[1] for leak in find_leaks(ROOT, tmp_path)}

    assert leaks <= QUOTED


@pytest.mark.slow
def test_wheel_works_in_a_new_environment(clean: Path, tmp_path: Path) -> None:
    assert run(clean, "-c", SMOKE, cwd=tmp_path).endswith("works\n")


@pytest.mark.slow
def test_installed_grader_starts_an_assignment_from_its_skeleton(
    clean: Path, tmp_path: Path
) -> None:
    (tmp_path / "nbgrader_config.py").touch()  # by this file it knows a course's folder

    run(clean, "-m", "autograder", "new", "b1_tiny", cwd=tmp_path)

    assert (tmp_path / "assignments/b1_tiny/private/checks/double.py").is_file()


@pytest.mark.slow
def test_installed_ledger_prints_a_measured_claim(clean: Path, tmp_path: Path) -> None:
    words = run(clean, "-m", "course_utils.claims", "--row", "1", cwd=tmp_path)

    assert "✓" in words
