"""The self-test finds what is wrong with checks, and nothing where nothing is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.__main__ import main
from autograder.assignment import load_assignment
from autograder.validity import (
    Validity,
    as_data,
    as_page,
    as_text,
    prove_all,
    survivors,
    validity,
)

CHECKS = """
from autograder.exercise import Exercise

double = Exercise("double", target="double", title="Double")

@double.reference
def reference(x):
    return 2.0 * x

@double.check("doubles", points=1)
def _(rng):
    yield (rng.uniform(1, 2),)
    yield (-rng.uniform(1, 2),)

@double.check("doubles nothing", points=1)
def _(rng):
    yield (0.0,)

EXERCISES = [double]
"""
RIGHT = ["x + x", "2 * x", "x * 2", "x / 0.5", "3 * x - x"]
WRONG = {"triples": "3 * x", "half": "x / 2", "minus": "-2 * x", "same": "x", "ten": "10 * x"}
MANIFEST = 'title = "Double"\n'


def write(root: Path, *, checks: str = CHECKS, manifest: str = MANIFEST, **wrong: str) -> Path:
    """Write a course with one assignment of one exercise, and return its folder."""
    private = root / "assignments" / "tiny" / "private"
    for folder in ("checks", "right", "wrong"):
        (private / folder).mkdir(parents=True)
    (root / "nbgrader_config.py").touch()
    (private / "checks" / "__init__.py").write_text(checks)
    (private / "manifest.toml").write_text(manifest)
    for i, code in enumerate(RIGHT):
        (private / "right" / f"double__{i}.py").write_text(f"def double(x): return {code}\n")
    for label, code in (WRONG | wrong).items():
        words = (
            f'"""It does {label}.\n\nfails: double\npoints: 1\nhint: a\nhint: b\nhint: c\n"""'
        )
        path = private / "wrong" / f"double__{label}.py"
        path.write_text(f"{words}\ndef double(x): return {code}\n")
    return root


def proved(root: Path, n_students: int = 5) -> Validity:
    assignment = load_assignment("tiny", root)
    return validity(assignment, assignment.exercises[0], n_students)


def test_good_checks_have_no_faults(tmp_path: Path) -> None:
    found = proved(write(tmp_path))

    assert found.faults == []
    assert (found.n_right, found.n_wrong, found.over_credit, found.killed) == (5, 5, 0, 1)


def test_a_wrong_answer_that_passes_is_a_false_accept(tmp_path: Path) -> None:
    found = proved(write(tmp_path, large="2 * x if x < 9 else 0.0"))

    assert "large: a wrong answer earned more than it deserves" in found.faults
    assert found.over_credit == pytest.approx(1 / 12)  # one of two points, one of six answers


def test_two_mistakes_that_do_the_same_are_found(tmp_path: Path) -> None:
    found = proved(write(tmp_path, thrice="x + x + x"))

    assert "triples: can't be told from thrice" in found.faults
    assert (
        "thrice: diagnosed as {'triples'}" not in found.faults
    )  # the first by name explains it
    assert "triples: diagnosed as {'thrice'}" in found.faults


def test_a_mutant_that_no_check_notices_is_shown(tmp_path: Path) -> None:
    lax = CHECKS.replace(
        "yield (rng.uniform(1, 2),)\n    yield (-rng.uniform(1, 2),)", "yield (2,)"
    )
    root = write(tmp_path, checks=lax.replace("2.0 * x", "2.0 * abs(x)"))
    assignment = load_assignment("tiny", root)

    n_mutants, left = survivors(assignment, assignment.exercises[0])

    assert 0 < len(left) < n_mutants
    assert "+    return 2.0 * x" in left[0].diff


def test_a_reason_in_the_manifest_explains_a_survivor(tmp_path: Path) -> None:
    reason = (
        '[[equivalent]]\nexercise = "double"\nchange = "CHANGE"\nwhy = "No x is negative."\n'
    )
    lax = CHECKS.replace("yield (-rng.uniform(1, 2),)", "pass").replace(
        "2.0 * x", "2.0 * abs(x)"
    )
    plain = proved(write(tmp_path / "plain", checks=lax))
    change = plain.survivors[0].description
    told = proved(
        write(tmp_path / "told", checks=lax, manifest=reason.replace("CHANGE", change))
    )

    assert len(told.unexplained) == len(plain.unexplained) - 1
    assert told.killed > plain.killed


def test_a_mutant_without_an_end_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.validity._mutants.SECONDS", 0.1)
    endless = CHECKS.replace(
        "return 2.0 * x", "n = 0\n    while n < 2:\n        n = n + 1\n    return n * x"
    )

    assert proved(write(tmp_path, checks=endless), n_students=1).killed > 0.9


def lax(root: Path) -> None:
    """Let the checks ask for nothing but 0."""
    edit(root / "checks" / "__init__.py", "yield (rng.uniform(1, 2),)", "yield (0.0,)")
    edit(root / "checks" / "__init__.py", "yield (-rng.uniform(1, 2),)", "yield (0.0,)")


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))


def another(kind: str, code: str) -> Callable[[Path], None]:
    """Return what adds an answer to the bank."""

    def add(private: Path) -> None:
        text = (private / "wrong" / "double__same.py").read_text().partition("def ")[0]
        (private / kind / "double__new.py").write_text(f"{text}{code}\n")

    return add


MEMORY = "def double(x, seen=[]):\n    seen.append(x)\n    return 2 * x if len(seen) > 4 else 9"
GATES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "a false accept": (
        "new: a wrong answer earned more",
        another("wrong", "def double(x): return 2 * x"),
    ),
    "a false reject": (
        "new: an answer earned less",
        another("right", "def double(x): return -2 * x"),
    ),
    "over-credit": ("over-credit 8.3%", another("wrong", "def double(x): return 2 * x")),
    "a flip": (
        "new: its marks differ",
        another("wrong", "def double(x): return 2 * x if x < 1.5 else 0.0"),
    ),
    "a memory": ("new: its marks depend on the order", another("wrong", MEMORY)),
    "twins": ("can't be told from new", another("wrong", "def double(x): return x + x + x")),
    "a wrong diagnosis": (
        "diagnosed as {'new'}",
        another("wrong", "def double(x): return x + x + x"),
    ),
    "a careless right answer": (
        "new: only 10 tolerances",
        another("right", "def double(x): return 2 * x + 1e-6"),
    ),
    "a wrong answer that is close": (
        "new: only 9.",
        another("wrong", "def double(x): return 2.002 * x"),
    ),
    "lax checks": ("survived without a reason", lax),
    "few mutants noticed": ("of the mutants noticed", lax),
    "few right answers": (
        "only 4 right answers",
        lambda root: (root / "right" / "double__0.py").unlink(),
    ),
    "few wrong answers": (
        "only 4 wrong answers",
        lambda root: (root / "wrong" / "double__ten.py").unlink(),
    ),
}


@pytest.mark.parametrize("gate", GATES)
def test_selftest_fails_at_every_gate(
    gate: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fault, spoil = GATES[gate]
    monkeypatch.chdir(write(tmp_path))
    spoil(tmp_path / "assignments" / "tiny" / "private")

    assert main(["selftest", "--students", "20", "--workers", "1"]) == 1
    assert fault in capsys.readouterr().out


def test_selftest_fails_where_judging_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write(tmp_path))
    monkeypatch.setattr("autograder.validity._validity.LONGEST_JUDGEMENT", 1e-6)

    assert main(["selftest", "--students", "3", "--workers", "1"]) == 1
    assert "judging takes" in capsys.readouterr().out


def test_two_processes_find_what_one_does(tmp_path: Path) -> None:
    root = write(tmp_path, close="2.001 * x")

    one, two = (prove_all(root, n_students=3, n_workers=n) for n in (1, 2))

    assert as_page(one) == as_page(two)


def test_reports_name_the_exercise_and_its_faults(tmp_path: Path) -> None:
    found = [proved(write(tmp_path, close="2.001 * x"))]

    assert "0 of 1 exercises are proved" in as_text(found)
    assert json.loads(as_data(found))[0]["faults"] == found[0].faults
    assert "## tiny" in as_page(found)
    assert "| double | 5 | 6 | 0 | 0 | 0 | 0.0% |" in as_page(found)


def test_command_proves_and_says_with_its_code_what_came_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write(tmp_path))
    options = ["--students", "3", "--workers", "1", "--json", "found.json", "--page", "page.md"]

    assert main(["selftest", "tiny", *options]) == 0
    assert "1 of 1 exercises are proved" in capsys.readouterr().out
    assert json.loads(Path("found.json").read_text())[0]["exercise"] == "double"
    assert Path("page.md").read_text().startswith("# How far")


def test_command_names_an_assignment_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write(tmp_path))

    assert main(["selftest", "gone"]) == 2
    assert "assignment 'gone' can't be read" in capsys.readouterr().err
