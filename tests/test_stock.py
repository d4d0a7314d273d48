"""Stock nbgrader gives honest work the points that the judge gives."""

from __future__ import annotations

import pytest

from tests.builders import NAME, SOLUTIONS, Classroom, command
from tests.rooms import database

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]
STOCK = {
    "reference": SOLUTIONS,
    "untouched": {},
    "partly": SOLUTIONS | {"double": "def double(x):\n    return 2.0 * x if x is 3 else x * x"},
    "in_place": SOLUTIONS | {"double": "def double(x):\n    x *= 2\n    return x"},
    "lists": SOLUTIONS | {"mean": SOLUTIONS["mean"].replace("sum(", "np.sum(")},
    "number": SOLUTIONS | {"double": "double = 6"},
}


@pytest.mark.slow
def test_stock_nbgrader_gives_honest_work_the_same_points(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    room = Classroom(tmp_path_factory.mktemp("stock") / "course")
    for student, answers in STOCK.items():
        room.hand_in(student, room.answered(**answers))
    ours = {student: mark.total for student, mark in room.grade().items()}

    done = command(room.root, "nbgrader", "autograde", NAME, "--force", NN_STOCK="1")

    assert done.returncode == 0, done.stderr
    assert totals(room) == ours
    assert ours == {
        "reference": 8.0,
        "untouched": 0.0,
        "partly": 4.0,
        "in_place": 6.0,
        "lists": 8.0,
        "number": 4.0,
    }


def totals(room: Classroom) -> dict[str, float]:
    with database(room) as gradebook:
        return {s.student.id: s.score for s in gradebook.assignment_submissions(NAME)}
