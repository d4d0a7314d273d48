"""A new assignment passes the gates before its author has written a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.__main__ import main
from autograder.assignment import load_assignment
from autograder.errors import GraderFault
from autograder.new import new
from autograder.validity import validity
from tools.notebooks import build, find_pairs


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "nbgrader_config.py").touch()
    return tmp_path


def test_its_checks_are_proved(course: Path) -> None:
    new(course, "a10_convolution")
    assignment = load_assignment("a10_convolution", course)

    assert validity(assignment, assignment.exercises[0], n_students=10).faults == []


def test_its_notebook_can_be_generated(course: Path) -> None:
    new(course, "a10_convolution")

    assert build(find_pairs(course)) == []
    text = (course / "assignments/a10_convolution/a10_convolution.ipynb").read_text("utf-8")
    assert "# Convolution" in text
    assert "NAME" not in text


@pytest.mark.parametrize("name", ["A10", "a10-convolution", "../a10", "", "a__b"])
def test_a_name_that_cannot_be_a_folder_of_nbgrader_is_refused(course: Path, name: str) -> None:
    with pytest.raises(GraderFault, match="is named like a10_convolution"):
        new(course, name)


def test_an_assignment_is_never_overwritten(course: Path) -> None:
    new(course, "a10_convolution")

    with pytest.raises(GraderFault, match="assignments/a10_convolution is already there"):
        new(course, "a10_convolution")


def test_the_command_says_where_to_go_on(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(course)

    assert main(["new", "a10_convolution"]) == 0
    assert "assignments/a10_convolution/private; now: make notebooks" in capsys.readouterr().out
