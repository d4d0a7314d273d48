"""The doctor: what this machine stops, told as it is."""

from __future__ import annotations

import json

import pytest

from autograder.__main__ import main
from autograder.doctor import ATTEMPTS, Finding, faults
from tests.workers import strong

pytestmark = pytest.mark.sandbox


def test_a_broken_promise_is_a_fault() -> None:
    leak = Finding("read a file of the grader's", stopped=False)

    assert faults("strong", [leak]) == ["read a file of the grader's"]
    assert faults("medium", [leak]) == ["read a file of the grader's"]
    assert faults("weak", [leak]) == []


def test_what_a_level_does_not_promise_is_no_fault() -> None:
    full = Finding("write 12 files of 1 MB with 8 MB allowed", stopped=False)

    assert faults("medium", [full]) == []
    assert faults("strong", [full]) != []


@pytest.mark.slow
@strong
def test_the_strong_level_stops_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["doctor", "--level", "strong", "--json"])

    told = json.loads(capsys.readouterr().out)
    findings = told["levels"]["strong"]
    assert [f["attempt"] for f in findings] == [a.name for a in ATTEMPTS]
    assert [f["attempt"] for f in findings if not f["stopped"]] == []
    assert (code, told["in force"], told["warm"]) == (0, "strong", True)


def test_a_table_names_what_gets_through(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    how = "a reason as long as the name of Python's longest error"
    findings = [Finding(a.name, stopped=a is not ATTEMPTS[0], how=how) for a in ATTEMPTS]
    monkeypatch.setattr("autograder.doctor.examine", lambda _: findings)

    assert main(["doctor", "--level", "strong", "--level", "medium"]) == 1
    told = capsys.readouterr().out
    leak, kept = f"GETS THROUGH ({how})", f"stopped ({how})"
    lines = [line.split("  ") for line in told.splitlines()]
    assert ["read a file of the grader's", leak, leak] in [[*filter(None, x)] for x in lines]
    assert f"{kept}       {kept}\n" in told
    assert (
        "medium, which is not in force, does not keep its promise: read a file of the grader's"
        in told
    )


def test_only_the_level_in_force_decides(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    leak = [Finding("read a file of the grader's", stopped=False)]
    found = {"strong": [Finding(leak[0].attempt, stopped=True)], "medium": leak}
    monkeypatch.setattr("autograder.doctor.examine", found.__getitem__)
    monkeypatch.setattr("autograder.sandbox.available", lambda: [*found])
    monkeypatch.setattr("autograder.sandbox.level", lambda: "strong")

    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "medium, which is not in force, does not keep its promise: read a file" in told
    assert main(["doctor", "--level", "medium"]) == 1
