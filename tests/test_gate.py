"""The gates: which runs what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.gate import GATES, main, run


@pytest.mark.parametrize("gate", ["check", "test"])
def test_quick_and_full_gate_need_no_peers(gate: str) -> None:
    _, tests = GATES[gate][-1]

    assert "--ignore=tests/peers" in tests


def test_peers_gate_compares_values_and_then_speed() -> None:
    (_, values), (_, speed) = GATES["peers"]

    assert values[-1] == "tests/peers"
    assert speed[:2] == ("-m", "benchmarks")


def test_every_gate_is_a_target_of_make(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")

    assert set(re.findall(r"tools\.gate (\w+)$", makefile, flags=re.MULTILINE)) == set(GATES)


def test_failed_steps_are_named_and_the_others_still_run(
    capfd: pytest.CaptureFixture[str],
) -> None:
    steps = [("bad", ("-c", "raise SystemExit(1)")), ("good", ("-c", "print('ran')"))]

    assert run(steps) == ["bad"]
    assert "ran" in capfd.readouterr().out


def test_programs_of_a_step_have_one_thread(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    code = "import os; print(os.environ['OPENBLAS_NUM_THREADS'], 'thread')"

    run([("look", ("-c", code))])

    assert "1 thread" in capfd.readouterr().out


def test_unknown_gate_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["everything"])
    assert "invalid choice: 'everything'" in capsys.readouterr().err
