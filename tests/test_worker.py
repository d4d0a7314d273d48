"""The parts of the student's side that can be looked at from outside a sandbox."""

from __future__ import annotations

import resource
from typing import Any

import pytest

from autograder import confine
from autograder.shell import CUT, MAX_OUTPUT, TOO_LARGE, Printer, Recorder
from autograder.worker import as_exception


def test_streams_of_one_name_are_joined() -> None:
    recorder = Recorder()
    for name, text in (("stdout", "a"), ("stdout", "b"), ("stderr", "c"), ("stdout", "")):
        Printer(recorder, name).write(text)

    assert [(o["name"], o["text"]) for o in recorder.outputs] == [
        ("stdout", "ab"),
        ("stderr", "c"),
    ]


def test_a_printer_can_be_written_to_and_counts() -> None:
    printer = Printer(Recorder(), "stdout")

    assert printer.writable()
    assert printer.write("four") == 4


def test_a_stream_is_cut_once() -> None:
    recorder = Recorder()
    for text in ("x" * (MAX_OUTPUT - 1), "yy", "z"):
        recorder.stream("stdout", text)

    assert [o["text"] for o in recorder.outputs] == ["x" * (MAX_OUTPUT - 1) + "y" + CUT]


def test_pictures_leave_as_text_and_other_data_not_at_all() -> None:
    recorder = Recorder()

    recorder.bundle("display_data", {"image/png": b"\x89PNG", "application/json": {"a": 1}})

    assert recorder.outputs[0]["data"] == {"image/png": "iVBORw=="}


def test_a_value_that_is_too_large_is_left_out_and_said() -> None:
    recorder = Recorder()

    recorder.bundle("display_data", {"text/plain": "x" * (MAX_OUTPUT + 1)})

    assert [o["text"] for o in recorder.outputs] == [TOO_LARGE]


def test_a_traceback_is_cut() -> None:
    recorder = Recorder()

    recorder.error("E", "m" * 9999, ["line" * 9999] * 999)

    (error,) = recorder.outputs
    assert len(error["evalue"]) == 2000
    assert [len(line) for line in error["traceback"]] == [4000] * 100


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (["UFuncTypeError", "TypeError", "Exception"], TypeError),
        (["LinAlgError", "ValueError", "Exception"], ValueError),
        (["ZeroDivisionError", "ArithmeticError"], ArithmeticError),
        (["KeyError", "LookupError"], LookupError),
        (["SystemExit", "BaseException"], RuntimeError),
    ],
)
def test_an_exception_of_the_judge_is_raised_as_one_of_a_few(
    kinds: list[str], kind: Any
) -> None:
    error = as_exception({"kinds": kinds, "message": "so"})

    assert (type(error), str(error)) == (kind, "so")


def test_limits_are_never_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    wished: dict[int, tuple[int, int]] = {}
    hard = {resource.RLIMIT_NOFILE: 100, resource.RLIMIT_CORE: resource.RLIM_INFINITY}
    monkeypatch.setattr(resource, "getrlimit", lambda number: (0, hard[number]))
    monkeypatch.setattr(resource, "setrlimit", wished.__setitem__)

    confine.limit_resources({"NOFILE": 256, "CORE": 0})

    assert wished == {resource.RLIMIT_NOFILE: (100, 100), resource.RLIMIT_CORE: (0, 0)}
