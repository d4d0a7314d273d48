"""The grader's own faults cost nobody a point."""

from __future__ import annotations

import json

import pytest

from tests.builders import CHECKS, FULL, NAME, SOLUTIONS, Classroom, command
from tests.rooms import database

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Return a classroom in which the reference of one exercise breaks."""
    room = Classroom(tmp_path_factory.mktemp("faulty") / "course")
    checks = room.root / "assignments" / NAME / "private" / "checks" / "__init__.py"
    checks.write_text(CHECKS.replace("return 2 * np.asarray(x)", "return 1 // 0"))
    room.hand_in("ada", room.answered(**SOLUTIONS))
    room.grade()
    return room


def test_a_fault_of_the_grader_is_no_zero(faulty: Classroom) -> None:
    mark = faulty.marks["ada"]

    assert mark.outcomes == dict.fromkeys(FULL, "correct") | {"double": "grader fault"}
    assert mark.waiting
    with database(faulty) as gradebook:
        grade = gradebook.find_grade("check_double", NAME, NAME, "ada")
        assert (grade.auto_score, grade.needs_manual_grade) == (None, True)


def test_a_fault_of_the_grader_is_owned_on_the_page(faulty: Classroom) -> None:
    page = faulty.product("feedback", "ada", ".html")

    assert "The grader made a mistake here, not you. A person will mark this exercise." in page
    assert "ZeroDivisionError" not in page


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_mended_fault_is_graded_as_usual(faulty: Classroom) -> None:
    checks = faulty.root / "assignments" / NAME / "private" / "checks" / "__init__.py"
    checks.write_text(CHECKS)

    done = command(faulty.root, "autograder", "grade", NAME, "--json", "marks.json")

    (mark,) = json.loads((faulty.root / "marks.json").read_text())
    assert done.returncode == 0
    assert (mark["total"], mark["waiting"]) == (8.0, False)
