"""Flags tell facts with their evidence, and leave ordinary work alone."""

from __future__ import annotations

import time
from typing import Any

import pytest

from autograder.assignment import load_assignment
from autograder.flags import HARMLESS, MEANING, Flag, flags_of
from tests.builders import ROOT, code

ASSIGNMENTS = sorted(path.parent for path in ROOT.glob("assignments/*/private"))


def book(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": list(cells)}


def locked(text: str) -> dict[str, Any]:
    return code(text, nbgrader={"grade_id": "check_f", "locked": True})


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ipython", "get_ipython().events.register('post_run_cell', f)"),
        ("ipython", "shell.ast_transformers.append(t)"),
        ("ipython", "from IPython.core.interactiveshell import InteractiveShell"),
        ("ipython", "().__class__.__base__.__subclasses__()"),
        ("ipython", "sys.modules['numpy'] = fake"),
        ("grader", "import autograder.stock"),
        ("grader", "from nbgrader.api import Gradebook"),
        ("grader", "text = 'autograder.stock'"),
        ("import", "import socket"),
        ("import", "from os import environ"),
        ("import", "__import__('o' + 's')"),
        ("files", "open(name).read()"),
        ("files", "np.loadtxt('data.csv')"),
        ("files", "path = '/proc/self/environ'"),
        ("files", "path = '../other/a1.ipynb'"),
        ("text as code", "exec(hidden)"),
        ("text as code", f"exec('{'x = 1;' * 20}')"),
        ("shell", "!cat notes.txt"),
        ("shell", "%%bash\nls"),
    ],
)
def test_sign_is_flagged_with_its_line(kind: str, text: str) -> None:
    flags = flags_of(book(code("x = 1\n" + text if "%%" not in text else text)), {})

    assert {flag.kind for flag in flags} == {kind}
    assert flags[0].evidence in text


@pytest.mark.parametrize(
    "text",
    [
        "import numpy as np\nimport matplotlib.pyplot as plt",
        "from IPython.display import Image, display",
        "%matplotlib inline\n%timeit f(2)",
        "assert eval('2 + 2') == 4",
        "model.compile(loss); model.eval()",
        "ratio = a / b  # see /etc for more",
        '"""Paths like ../x in a docstring\nof several lines are prose."""',
        "def broken(:",
    ],
)
def test_ordinary_work_is_not_flagged(text: str) -> None:
    assert flags_of(book(code(text)), {}) == []


def test_edited_locked_cell_shows_what_changed() -> None:
    (flag,) = flags_of(book(locked("f(3)\nprint(1)")), book(locked("f(2)\nprint(1)")))

    assert flag.kind == "edited"
    assert flag.where == "check_f"
    assert "-f(2)" in flag.evidence
    assert "+f(3)" in flag.evidence


def test_hidden_part_of_a_locked_cell_is_in_no_evidence() -> None:
    hidden = "f(2)\n### BEGIN HIDDEN TESTS\nsecret()\n### END HIDDEN TESTS"

    (flag,) = flags_of(book(locked("f(3)")), book(locked(hidden)))

    assert "secret" not in flag.evidence


def test_tags_are_named() -> None:
    (flag,) = flags_of(book(code("1", tags=["skip-execution"])), {})

    assert (flag.kind, flag.evidence) == ("tags", "skip-execution")


def test_released_cells_are_not_flagged() -> None:
    start = book(code("import sys\nsys.version"))

    assert flags_of(start, start) == []


def test_cells_without_text_or_metadata_do_no_harm() -> None:
    broken = [{}, {"cell_type": "code"}, {"metadata": 3, "source": 4}, "no cell"]

    assert flags_of({"cells": broken}, {"cells": None}) == []


def test_intake_and_file_lead_to_the_same_flags() -> None:
    text = "import socket"
    from_intake = code(text, given={"grade_id": None, "tags": False})

    assert flags_of(book(from_intake), {}) == flags_of(book(code(text)), {})


def test_flag_in_one_line_tells_what_where_and_the_evidence() -> None:
    flag = Flag("import", "cell 3, line 1", "import socket\nmore")

    expected = "it imports a module that no exercise needs (cell 3, line 1): import socket"
    assert str(flag) == expected


def test_each_kind_has_a_meaning_and_a_harmless_reading() -> None:
    assert MEANING.keys() == HARMLESS.keys()


@pytest.mark.parametrize("folder", ASSIGNMENTS, ids=lambda folder: folder.name)
def test_right_answers_of_the_banks_raise_no_flag(folder: Any) -> None:
    right = [answer for answer in load_assignment(folder.name, ROOT).bank if answer.right]

    cells = [code(answer.path.read_text("utf-8")) for answer in right]

    assert flags_of(book(*cells), {}) == []


def test_evidence_holds_no_sign_that_a_terminal_obeys() -> None:
    (flag,) = flags_of(book(code("import socket  # \x1b[2J\u202e")), {})

    assert flag.evidence == "import socket  # ?[2J?"


def test_there_are_no_more_flags_than_a_person_reads() -> None:
    assert len(flags_of(book(code("import socket\n" * 999)), {})) == 40


def test_cell_of_any_length_is_dealt_with_at_once() -> None:
    started = time.process_time()

    (flag,) = flags_of(book(code("\n" * 60_000), code("\n" * 1_000_000)), {})

    assert (flag.kind, flag.evidence) == ("long", "1000000 characters")
    assert time.process_time() - started < 1
