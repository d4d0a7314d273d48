"""nbgrader's own tests are an outside judge: what passes as it comes must pass with ours."""

from __future__ import annotations

import json
import os
from importlib.metadata import version

import pytest

from tests.nbgraders_suite import GRADING, MODULES, STOCK, outcomes

# The whole takes some minutes; `.ci/run` asks for it, `make test` for what grades.
WHOLE = os.environ.get("NBGRADERS_SUITE") == "whole"
EXPECTED = {
    "apps.test_nbgrader_autograde.TestNbGraderAutograde.test_grade_empty_timestamp": (
        "a submission whose time can't be read must not be graded by nbgrader; ours puts the "
        "file aside, says so, and grades the work"
    ),
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.sandbox,
    pytest.mark.needs("bwrap"),
    pytest.mark.timeout(1800),
]


def test_what_passes_with_nbgrader_as_it_comes_passes_with_ours() -> None:
    stock = json.loads(STOCK.read_text("utf-8"))
    assert stock["nbgrader"] == version("nbgrader"), "run python -m tests.nbgraders_suite"
    wanted = {name for name, outcome in stock["outcomes"].items() if outcome == "passed"}

    found = outcomes(MODULES if WHOLE else GRADING, ours=True)

    failed = {name for name in wanted & set(found) if found[name] != "passed"}
    assert len(EXPECTED) <= 2
    assert failed == set(EXPECTED)
    assert len(found) >= (len(stock["outcomes"]) if WHOLE else 50)
