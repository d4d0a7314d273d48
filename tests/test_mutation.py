"""The mutation command, run on a tiny project: mutants that misbehave do no harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.mutants import Mutant
from tools.mutation.__main__ import table
from tools.mutation.bench import (
    OTHER_NAMES,
    MutationError,
    Target,
    Verdict,
    find_target,
    module_name,
)
from tools.mutation.plan import Plan, statement_around
from tools.mutation.testing import Recorder

ROOT = Path(__file__).resolve().parent.parent
CODE = """
def countdown(n: int) -> list[int]:
    numbers = []
    while n > 0:
        numbers.append(n)
        n -= 1
    return numbers
"""
TEST = """
from tiny.code import countdown

def test_countdown_ends_at_one():
    assert countdown(3) == [3, 2, 1]
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Return a project of one function and one test."""
    for name, text in [
        ("tiny/__init__.py", ""),
        ("tiny/code.py", CODE),
        ("tests/test_code.py", TEST),
        ("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = ['.']\n"),
    ]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def run_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def mutate(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run_in(folder, "-m", "tools.mutation", "tiny/code.py", *options)


@pytest.mark.slow  # one of the mutants never ends, so it is waited for
def test_every_mutant_is_tried_and_the_source_stays(tiny: Path) -> None:
    done = mutate(tiny, "--json", "verdicts.json", "--patience", "1")

    verdicts = json.loads((tiny / "verdicts.json").read_text())
    killers = {verdict["description"]: verdict["killed_by"] for verdict in verdicts}
    assert killers["> becomes >="] == "tests/test_code.py::test_countdown_ends_at_one"
    assert killers["AugAssign dropped"] == "the time limit"
    assert (tiny / "tiny" / "code.py").read_text() == CODE
    assert "all             8 of    8 killed, 100 %" in done.stdout
    assert done.returncode == 0


def test_a_survivor_is_shown_and_fails_the_run(tiny: Path) -> None:
    (tiny / "tests" / "test_code.py").write_text(TEST.replace("countdown(3) ==", "True or"))

    done = mutate(tiny, "--sample", "1", "--seed", "3")

    assert "+++ tiny/code.py, " in done.stdout
    assert "0 of    1 killed" in done.stdout
    assert done.returncode == 1


def test_tests_that_fail_without_a_mutant_are_an_error(tiny: Path) -> None:
    (tiny / "tests" / "test_code.py").write_text(TEST.replace("[3,", "[4,"))

    done = mutate(tiny)

    assert "a test fails as it is: tests/test_code.py::test_countdown_ends" in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize(
    "line",
    ["import os; os._exit(0)", "import sys; sys.exit(0)", "bytes(2**40)", "raise RuntimeError"],
)
def test_a_mutant_that_ends_early_is_killed(tiny: Path, line: str) -> None:
    script = f"""
from tools.mutation.bench import *
target = find_target(Path("tiny/code"))
mutant = Mutant(1, "bad", {line!r}, "")
print([v.killed_by for v in Bench(Path.cwd()).verdicts(target, [(target.path, mutant)])])
"""
    done = run_in(tiny, "-c", script)

    assert done.stdout.strip() == str(["its end before the tests' end"])


@pytest.mark.slow
def test_a_value_that_a_fixture_keeps_is_judged_by_all_its_tests(tiny: Path) -> None:
    (tiny / "tests" / "test_code.py").write_text(
        "import pytest\n"
        "from tiny.code import countdown\n"
        "@pytest.fixture(scope='module')\n"
        "def numbers(): return countdown(2)\n"
        "def test_first_sets_up(numbers): pass\n"
        "def test_second_judges(numbers): assert numbers == [2, 1]\n"
    )

    done = mutate(tiny, "--json", "verdicts.json", "--patience", "1")

    verdicts = json.loads((tiny / "verdicts.json").read_text())
    killers = {verdict["killed_by"] for verdict in verdicts}
    assert "tests/test_code.py::test_second_judges" in killers
    assert done.returncode == 0


def test_a_mutant_faces_the_tests_that_reach_its_statement() -> None:
    path, source = Path("net.py").resolve(), "x = 1\ny = f(\n    2,\n)\n"
    lines = {"1": [""], "2": ["a"], "3": ["b"]}
    plan = Plan({"a": 1.0, "b": 2.0, "c": 4.0}, {str(path): lines})

    assert plan.tests_for(path, Mutant(3, "", "", source)) == frozenset({"a", "b"})
    assert plan.tests_for(path, Mutant(1, "", "", source)) is None
    assert (plan.time_for(frozenset({"a", "b"})), plan.time_for(None)) == (3.0, 7.0)


@pytest.mark.parametrize(("line", "lines"), [(1, [1]), (2, [2, 3]), (3, [2, 3]), (4, [4])])
def test_a_block_is_its_head_and_its_statements(line: int, lines: list[int]) -> None:
    source = "if a:\n    b = f(\n        1)\n    c()\n"

    assert list(statement_around(Mutant(line, "", "", source))) == lines


def test_quick_files_come_first_and_in_them_quick_tests() -> None:
    seconds = {"slow::a": 1.0, "slow::b": 5.0, "quick::a": 3.0, "quick::b": 1.0}
    items = [SimpleNamespace(nodeid=name) for name in [*seconds, "quick::c"]]

    Recorder(seconds, only=set(seconds)).pytest_collection_modifyitems(items)

    assert [item.nodeid for item in items] == ["quick::b", "quick::a", "slow::a", "slow::b"]


def test_tests_are_found_by_the_name_of_the_module(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny)
    (tiny / "tests" / "test_code_edges.py").touch()

    target = find_target(Path("tiny/code"))

    assert target.path == Path("tiny/code.py")
    assert [path.name for path in target.tests] == ["test_code.py", "test_code_edges.py"]


@pytest.mark.parametrize("name", sorted(OTHER_NAMES))
def test_other_names_of_tests_are_those_of_files(name: str) -> None:
    assert all([*(ROOT / "tests").glob(f"test_{word}*.py")] for word in OTHER_NAMES[name])


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("tiny/cod", "there is no module tiny/cod"),
        ("tiny", r"no tests/test_tiny\*\.py; name the tests of tiny with --tests"),
    ],
)
def test_what_cannot_be_tried_is_said(
    path: str, message: str, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny)

    with pytest.raises(MutationError, match=message):
        find_target(Path(path))


def test_a_package_has_the_mutants_of_all_its_modules(tiny: Path) -> None:
    (tiny / "tiny" / "more.py").write_text("x = a @ b\n")

    found = Target(tiny / "tiny", ()).mutants()

    assert [path.name for path, _ in found].count("more.py") == 1
    assert {path.name for path, _ in found} == {"code.py", "more.py"}


def test_table_counts_by_module_and_in_all() -> None:
    verdicts = [
        Verdict("b.py", 1, "", "", None, 0.1),
        Verdict("a.py", 1, "", "", "a test", 0.1),
        Verdict("b.py", 2, "", "", "a test", 0.1),
    ]

    assert table(verdicts).splitlines() == [
        "a.py    1 of    1 killed, 100 %",
        "b.py    1 of    2 killed, 50 %",
        "all     2 of    3 killed, 67 %",
    ]


def test_package_is_imported_by_its_folder() -> None:
    assert module_name(Path("a/b/__init__.py")) == "a.b"
