"""The figures of a class: difficulty, discrimination, mistakes, suspects and clusters."""

from __future__ import annotations

from pathlib import Path

import pytest
from sklearn.metrics import r2_score

from autograder.after import (
    ClassRecord,
    clusters,
    correlation,
    item_figures,
    misconceptions,
    read_class,
    suspects,
)
from autograder.errors import GraderFault
from tests.graded import NAME, Written

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
RIGHT, WRONG = (2.0, "correct", "def f(): return 1"), (0.0, "incorrect", "def f(): return 2")
HALF = (1.0, "partly correct", "def f(): return 3")


def ladder(folder: Path, *, bad_check: bool = False) -> ClassRecord:
    """Return a class of twelve in which half do well; a bad check fails the good half."""
    room = Written(folder)
    for number in range(12):
        good = number < 6
        other = (not good) if bad_check else good
        room.add(
            f"s{number:02}",
            why=2.0 if good else float(number % 2),
            one=RIGHT if good else WRONG,
            two=RIGHT if other else HALF,
        )
    return room.read()


def test_difficulty_is_the_mean_share_of_the_points(tmp_path: Path) -> None:
    one, two, why = item_figures(ladder(tmp_path))

    assert (one.difficulty, two.difficulty, why.difficulty) == (0.5, 0.75, 15 / 24)
    assert one.outcomes == {"correct": 6, "incorrect": 6}


def test_discrimination_leaves_the_exercise_itself_out(tmp_path: Path) -> None:
    one = item_figures(ladder(tmp_path))[0]

    points = [2] * 6 + [0] * 6
    rest = [4] * 6 + [1, 2] * 3
    line = sum((p - 1) * (r - 2.75) for p, r in zip(points, rest, strict=True)) / 12
    fitted = [2.75 + line * (p - 1) for p in points]
    assert one.discrimination.value == pytest.approx(r2_score(rest, fitted) ** 0.5)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ([1, 2, 3], [1, 2, 3], "fewer than 10 students"),
        ([1] * 12, range(12), "everyone has the same points here"),
        (range(12), [1] * 12, "everyone has the same points elsewhere"),
    ],
)
def test_undefined_discrimination_says_why(
    first: list[float], second: list[float], reason: str
) -> None:
    found = correlation(list(first), list(second))

    assert (found.value, found.reason) == (None, reason)


def test_check_that_good_students_fail_is_suspected(tmp_path: Path) -> None:
    record = ladder(tmp_path, bad_check=True)

    found = {(one.exercise, one.check): one for one in suspects(record, item_figures(record))}

    assert "is negative" in found["Two", ""].reasons[0]
    assert found["Two", "checks two"].students == ("s00", "s01", "s02", "s03")


def test_sound_checks_are_not_suspected(tmp_path: Path) -> None:
    record = ladder(tmp_path)

    assert suspects(record, item_figures(record)) == []


def test_mark_that_a_person_changed_is_suspect(tmp_path: Path) -> None:
    room = Written(tmp_path)
    room.add("ada", one=WRONG, two=RIGHT)
    room.grade("ada", "one").manual_score = 2.0
    room.grade("ada", "two").manual_score = 2.0  # the same as the grader's: confirmed

    record = room.read()
    (found,) = suspects(record, item_figures(record))

    assert (found.exercise, found.students) == ("One", ("ada",))
    assert found.reasons == ("a person changed 1 of the grader's marks",)


def test_misconceptions_are_counted_with_those_who_hold_them(tmp_path: Path) -> None:
    room = Written(tmp_path)
    for student, label in (("ada", "late"), ("bob", "early"), ("cleo", "late")):
        room.add(student, labels={"one": label}, one=WRONG, two=RIGHT)

    found = [(one.label, one.students) for one in misconceptions(room.read())]

    assert found == [("late", ("ada", "cleo")), ("early", ("bob",))]


def test_unexplained_answers_are_gathered_by_what_failed(tmp_path: Path) -> None:
    room = Written(tmp_path)
    room.add("ada", one=WRONG, two=RIGHT)
    room.add("bob", one=(0.0, "incorrect", "def f():  # mine\n    return 2"), two=RIGHT)
    room.add("cleo", one=(0.0, "incorrect", "def f(): return 9"), two=RIGHT)
    room.add("dora", labels={"one": "late"}, one=WRONG, two=RIGHT)
    room.add("emil", one=(0.0, "not attempted", ""), two=RIGHT)

    (cluster,) = clusters(room.read())

    assert cluster.students == ("ada", "bob", "cleo")
    assert [one.students for one in cluster.variants] == [("ada", "bob"), ("cleo",)]
    assert cluster.failed == (("checks one", "Not all of its results are right."),)


def test_marks_that_wait_count_in_no_figure(tmp_path: Path) -> None:
    room = Written(tmp_path)
    room.add("ada", why=None, one=RIGHT, two=RIGHT)

    why = item_figures(room.read())[-1]

    assert (why.n, why.difficulty, why.outcomes) == (0, None, {"waiting": 1})


def test_class_without_submissions_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GraderFault, match="is in the gradebook; grade it first"):
        Written(tmp_path).read()


def test_assignment_that_is_not_in_the_gradebook_is_named(tmp_path: Path) -> None:
    room = Written(tmp_path)

    with pytest.raises(GraderFault, match="no assignment 'a9'; it has tiny"):
        read_class(room.url, tmp_path, "a9")


def test_graded_notebook_that_went_missing_is_told(tmp_path: Path) -> None:
    room = Written(tmp_path)
    room.add("ada", one=RIGHT, two=RIGHT)
    (tmp_path / "autograded" / "ada" / NAME / f"{NAME}.ipynb").unlink()

    (ada,) = room.read().students

    assert ada.problem == "there is no graded notebook"
    assert ada.submission.total == 5.0
