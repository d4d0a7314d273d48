"""The house rules that a program can check: sizes, names, one list of packages."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    path
    for folder in ("course_utils", "autograder", "benchmarks", "tools")
    for path in (ROOT / folder).rglob("*.py")
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {  # conda has no part in the peers and the browser edition: both are installed apart
    name: packages
    for name, packages in PROJECT["optional-dependencies"].items()
    if name not in {"peers", "lite"}
}
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines the body has, without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def without_spaces(requirement: str) -> str:
    return requirement.replace(" ", "")


@pytest.mark.parametrize(
    "path", [*MODULES, *TESTS], ids=lambda path: str(path.relative_to(ROOT))
)
def test_module_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_function_bodies_have_at_most_40_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)

    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, functions) and body_lines(node) > 40
    ]

    assert long == []


def test_makefile_has_at_most_twelve_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    targets = re.findall(r"^([\w./%-]+):", makefile, flags=re.MULTILINE)

    typed = [target for target in targets if not target.startswith(".")]
    assert 2 <= len(typed) <= 12  # one screen


def test_makefile_recipes_have_at_most_four_lines() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    recipes = re.findall(r"(?:^\t.*\n)+", makefile, flags=re.MULTILINE)

    assert max(recipe.count("\n") for recipe in recipes) <= 4


def test_conda_and_pip_install_the_same_packages() -> None:
    conda = ENVIRONMENT["dependencies"]
    by_pip = next(entry["pip"] for entry in conda if isinstance(entry, dict))
    listed = [entry for entry in [*conda, *by_pip] if isinstance(entry, str)]

    wanted = [f"python{PROJECT['requires-python']}", "pip", "-e .", *PROJECT["dependencies"]]
    wanted += [package for extra in EXTRAS.values() for package in extra]

    assert sorted(map(without_spaces, listed)) == sorted(map(without_spaces, wanted))


def test_conda_file_says_which_extra_a_package_belongs_to() -> None:
    extra = "course"
    found: dict[str, set[str]] = {}
    for line in (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()[1:]:
        entry = line.strip()
        if entry.startswith("# "):
            extra = entry.removeprefix("# ")
        elif re.match(r"- [\w-]+[><=]", entry) and not entry.startswith("- python>"):
            found.setdefault(extra.removeprefix("the "), set()).add(entry.removeprefix("- "))

    extras = {name: set(packages) for name, packages in EXTRAS.items()}
    assert found == {"course": set(PROJECT["dependencies"]), **extras}


def test_versions_agree() -> None:
    import course_utils

    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert "version" not in PROJECT  # the build takes it from the package
    assert course_utils.__version__ == citation["version"]
    assert f"## [{course_utils.__version__}]" in (ROOT / "CHANGELOG.md").read_text(
        encoding="utf-8"
    )


def test_contributing_is_short() -> None:
    lines = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()

    assert 20 < len(lines) < 200


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/start_page.md"])
def test_links_to_files_lead_somewhere(name: str) -> None:
    page = ROOT / name
    text = page.read_text(encoding="utf-8")

    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    # the start page lies at the top of the students' tree
    missing = [target for target in targets if not (ROOT / target).exists()]

    assert missing == []
