"""The set-up command: marks are compared with what the sample class must get."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from tools import course


def test_equal_marks_have_no_differences() -> None:
    assert course.differences({"ada": {"neuron": 4.0}}, {"ada": {"neuron": 4.0}}) == []


def test_students_beyond_the_sample_class_do_not_matter() -> None:
    recorded = {"ada": {"neuron": 4.0}, "a real student": {"neuron": 1.0}}

    assert course.differences({"ada": {"neuron": 4.0}}, recorded) == []


@pytest.mark.parametrize(
    ("recorded", "got"),
    [({}, "nothing"), ({"ada": {}}, "nothing"), ({"ada": {"neuron": 4.5}}, "4.5")],
)
def test_a_different_or_missing_mark_is_named(recorded: course.ByExercise, got: str) -> None:
    found = course.differences({"ada": {"neuron": 4.0}}, recorded)

    assert found == [f"ada, neuron: expected 4.0, got {got}"]


def test_exercise_that_the_class_leaves_out_was_not_attempted(tmp_path: Path) -> None:
    from examples.sample_class.build import load_class

    (tmp_path / "ada.py").write_text('"""Ada."""\n')
    (tmp_path / "class.toml").write_text('[ada.marks]\nspike_rate = [4, "correct"]\n')

    marks = load_class(tmp_path)[0].marks

    assert list(marks)[:2] == ["neuron", "neuron_class"]
    assert [marks[slug] for slug in ("neuron", "spike_rate")] == [
        (0.0, "not attempted"),
        (4.0, "correct"),
    ]


@pytest.mark.filterwarnings("ignore:Object of type")  # SQLAlchemy's word on nbgrader's models
def test_marks_come_from_the_gradebook(tmp_path: Path) -> None:
    from nbgrader.api import Gradebook

    url = f"sqlite:///{tmp_path}/gradebook.db"
    with Gradebook(url) as book:
        book.add_assignment("a1")
        book.add_notebook("a1", "a1")
        for name in ("check_neuron", "manual_limits"):
            book.add_grade_cell(name, "a1", "a1", max_score=4, cell_type="code")
        book.add_student("ada")
        book.add_submission("a1", "ada")
        book.find_grade("check_neuron", "a1", "a1", "ada").auto_score = 3
        book.db.commit()

    assert course.recorded_marks(url, "a1") == {"ada": {"neuron": 3.0}}


def test_the_sample_class_is_enrolled_by_name(tmp_path: Path) -> None:
    from nbgrader.api import Gradebook

    url = f"sqlite:///{tmp_path}/gradebook.db"
    course.enrol(url)

    with Gradebook(url) as book:
        student = book.find_student("amira_haddad")
        assert (student.first_name, student.last_name) == ("Amira", "Haddad")


def test_a_class_of_ones_own_is_seen(tmp_path: Path) -> None:
    for student in ("amira_haddad", "grace"):
        (tmp_path / student / course.ASSIGNMENT).mkdir(parents=True)

    assert course.own_class(tmp_path) == ["grace"]


def test_failing_step_is_named() -> None:
    with pytest.raises(course.CourseError, match="`python -m no_such_module` failed"):
        course.python("no_such_module")


def test_gradebook_is_the_one_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NN_GRADEBOOK", "postgresql://host/marks")

    assert course.gradebook_url() == "postgresql://host/marks"


def test_gradebook_lies_in_the_folder_for_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NN_GRADEBOOK", raising=False)

    assert course.gradebook_url() == f"sqlite:///{course.GRADING}/gradebook.db"


def test_jupyterlab_is_rooted_at_the_course_and_opens_the_first_notebook() -> None:
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]

    command = course.jupyterlab()
    app = LabApp()
    app.parse_command_line(command[4:])

    assert command[:4] == [sys.executable, "-m", "jupyter", "lab"]
    assert app.config.ServerApp.root_dir == str(course.ROOT)
    assert app.default_url == "/lab/tree/notebooks/00_start_here.ipynb"
    assert (course.ROOT / course.FIRST_NOTEBOOK).exists()


@pytest.mark.parametrize(("user", "allowed"), [(0, True), (1000, False)])
def test_jupyterlab_runs_as_root_only_where_it_must(
    monkeypatch: pytest.MonkeyPatch, user: int, allowed: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)

    assert ("--allow-root" in course.jupyterlab()) is allowed


def test_the_printed_line_is_the_command_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(course, "own_class", lambda _: [])
    monkeypatch.setattr(course, "grade_sample_class", lambda: None)

    course.main(["--open", "0"])

    line = capsys.readouterr().out.splitlines()[-1]
    assert shlex.split(line.removeprefix("Next: ")) == course.jupyterlab()


def test_failed_set_up_exits_with_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> None:
        raise course.CourseError("ada, neuron: expected 4, got 3")

    monkeypatch.setattr(course, "grade_sample_class", fails)

    assert course.main(["--open", "0"]) == 1
    assert "expected 4, got 3" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wish", "terminal", "opens"), [("1", True, 1), ("0", True, 0), ("1", False, 0)]
)
def test_jupyterlab_opens_only_at_a_terminal_and_if_wanted(
    monkeypatch: pytest.MonkeyPatch, wish: str, terminal: bool, opens: int
) -> None:
    opened: list[int] = []
    monkeypatch.setattr(course, "grade_sample_class", lambda: None)
    monkeypatch.setattr(course, "open_jupyterlab", lambda: opened.append(1))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)

    assert course.main(["--open", wish]) == 0
    assert len(opened) == opens
