"""The set-up command: marks are compared with what the sample class must get."""

from __future__ import annotations

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
