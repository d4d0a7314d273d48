"""The generator of classes: the same seed, the same class, and marks that are deserved."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.assignment import Assignment, load_assignment
from autograder.grading import Course
from autograder.marks import Mark
from tests.builders import NAME, ROOT, grade_id, make_course
from tools.synthetic_class import SHARES, Habits, Student, make_class, write_class
from tools.synthetic_class.__main__ import main
from tools.synthetic_class._files import submission
from tools.synthetic_class._students import EDITS, quotas
from tools.synthetic_class._tricks import TRICKS

REGION = re.compile(
    r"^( *)### BEGIN (SOLUTION|HIDDEN TESTS)\n.*?### END \2$", re.DOTALL | re.MULTILINE
)
OF_EACH = dict.fromkeys(SHARES, 1.0)
Book = dict[str, Any]


def neuron() -> Assignment:
    return load_assignment("a1_neuron", ROOT)


@cache
def released() -> str:
    """Return the notebook as students get it, without starting nbgrader."""
    book = json.loads((ROOT / "assignments/a1_neuron/a1_neuron.ipynb").read_text("utf-8"))
    for cell in book["cells"]:
        cell["source"] = REGION.sub(r"\1raise NotImplementedError", "".join(cell["source"]))
    return json.dumps(book)


@cache
def group() -> list[Student]:
    """Return a class with twenty of each kind, most of whom do something to their file."""
    return make_class(neuron(), 20 * len(SHARES), 1, OF_EACH, Habits(edited=0.8))


def first(**wanted: Any) -> Student:
    return next(s for s in group() if all(getattr(s, key) == wanted[key] for key in wanted))


def book(student: Student) -> Book:
    found: Book = json.loads(submission(student, released()))
    return found


def answers(student: Student) -> dict[str, str]:
    return {grade_id(cell): cell["source"] for cell in book(student)["cells"]}


def test_the_same_seed_gives_the_same_class() -> None:
    assert make_class(neuron(), 30, seed=3) == make_class(neuron(), 30, seed=3)
    assert make_class(neuron(), 30, seed=3) != make_class(neuron(), 30, seed=4)


def test_kinds_keep_their_shares() -> None:
    counts = Counter(student.kind for student in make_class(neuron(), 1000))

    assert counts == {kind: 10 * share for kind, share in SHARES.items()}
    assert quotas(3, {"right": 1, "blank": 1}) == ["right", "right", "blank"]


def test_the_class_has_every_edit_and_every_trick() -> None:
    assert {student.edit for student in group()} == {"", *EDITS}
    assert {s.trick for s in make_class(neuron(), 200, shares={"hostile": 1})} == set(TRICKS)


def test_marks_come_from_the_bank() -> None:
    bank = {(one.slug, one.label): one.points for one in neuron().bank if not one.right}

    for student in group():
        for slug, deed in student.deeds.items():
            if deed.label:
                assert deed.points == bank[slug, deed.label]
            elif deed.outcomes == ("correct",):
                assert deed.points == neuron().exercise(slug).points
            else:
                assert deed.points == 0


def test_misled_students_hold_several_mistakes() -> None:
    labels = [deed.label for deed in first(kind="misled").deeds.values() if deed.label]

    assert len(labels) >= 3


def test_no_submission_tells_the_mistake_it_holds() -> None:
    told = {one.message for one in neuron().bank if one.message}

    texts = [_text(student) for student in group()[:30]]
    assert not any(line in text for text in texts for line in told)


def test_blank_work_is_the_release() -> None:
    assert book(first(kind="blank")) == json.loads(released())


def test_notebooks_are_valid_unless_they_broke_off() -> None:
    for kind in SHARES:
        text = submission(first(kind=kind), released())
        if kind == "unreadable":
            with pytest.raises(json.JSONDecodeError, match=r"Unterminated|Expecting"):
                json.loads(text)
        else:
            nbformat.validate(nbformat.reads(text, as_version=4))


def test_figures_are_drawn_by_those_who_should() -> None:
    drawn = ["plt.plot" in text or "ax.plot" in text for text in map(_text, group())]

    assert drawn == [student.plots for student in group()]
    assert 0.1 < sum(drawn) / len(drawn) < 0.3
    assert not any(s.plots for s in make_class(neuron(), 99, habits=Habits(plots=0.0)))


def _text(student: Student) -> str:
    return submission(student, released())


@pytest.mark.parametrize(
    ("edit", "count"),
    [("without a graded cell", -1), ("without examples", -1), ("doubled", 1), ("moved", 0)],
)
def test_edits_remove_add_and_move_cells(edit: str, count: int) -> None:
    before = [grade_id(cell) for cell in json.loads(released())["cells"] if grade_id(cell)]
    after = [grade_id(cell) for cell in book(first(edit=edit))["cells"] if grade_id(cell)]

    assert len(after) == len(before) + count
    assert after != before


def test_files_lie_where_nbgrader_looks(tmp_path: Path) -> None:
    expected = write_class(group()[:40], "a1_neuron", released(), tmp_path)

    files = {path.parts[-3]: path.name for path in tmp_path.glob("*/a1_neuron/*.ipynb")}
    assert sorted(files) == sorted(expected) == [f"s{i:04d}" for i in range(1, 41)]
    odd = {name for name, file in files.items() if file != "a1_neuron.ipynb"}
    assert odd == {student.name for student in group()[:40] if student.edit == "renamed"}


def test_late_work_is_later_than_the_rest(tmp_path: Path) -> None:
    expected = write_class(group(), "a1_neuron", released(), tmp_path)

    times = {path.parts[-3]: path.read_text() for path in tmp_path.rglob("timestamp.txt")}
    late = {times[name] for name, told in expected.items() if told["late"]}
    assert late
    assert min(late) > max(set(times.values()) - late)


def test_work_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    write_class(group()[:1], "a1_neuron", released(), tmp_path)

    with pytest.raises(FileExistsError, match="s0001"):
        write_class(group()[:1], "a1_neuron", released(), tmp_path)


@pytest.mark.parametrize(
    ("n_students", "shares", "message"),
    [
        (0, SHARES, "at least one student, got 0"),
        (1, {"lazy": 1.0}, "no students are 'lazy'; they are right, partial"),
        (1, {"right": 0.0}, "shares must be positive"),
    ],
)
def test_impossible_classes_are_refused(
    n_students: int, shares: dict[str, float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        make_class(neuron(), n_students, shares=shares)


def test_an_assignment_without_right_answers_is_named(tmp_path: Path) -> None:
    tiny = load_assignment(NAME, make_course(tmp_path / "course"))

    with pytest.raises(ValueError, match="has no right answer in the bank; write one first"):
        make_class(tiny, 1, shares={"right": 1})


def test_command_writes_the_class_and_its_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    release = tmp_path / "released.ipynb"
    release.write_text(released(), "utf-8")
    options = ["--students", "9", "--output", str(tmp_path / "work"), "--no-plots"]

    assert main(["a1_neuron", *options, "--share", "endless=0", "--release", str(release)]) == 0
    expected = json.loads((tmp_path / "expected.json").read_text())
    assert len(expected) == len(list(tmp_path.glob("work/*/a1_neuron"))) == 9
    assert not any(one["plots"] for one in expected.values())


def test_command_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)

    assert main(["a1_neuron", "--share", "lazy=1", "--output", str(tmp_path)]) == 1
    assert "no students are 'lazy'" in capsys.readouterr().err


# --- through the grader ------------------------------------------------------------------


@pytest.fixture(scope="module")
def graded(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[str, Any], dict[str, Mark]]:
    """Return the folder of a course, what must come out, and what came out."""
    name = "a3_activations"
    root = tmp_path_factory.mktemp("synthetic") / "course"
    shutil.copytree(ROOT / "assignments" / name, root / "assignments" / name)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    with contextlib.chdir(root):
        course = Course(root)
        assert course.api.generate_assignment(name)["success"]
        text = (root / "grading" / "release" / name / f"{name}.ipynb").read_text("utf-8")
        shares = dict.fromkeys(SHARES, 1.0) | {"hostile": 5.0, "partial": 5.0, "broken": 4.0}
        students = make_class(load_assignment(name, root), 25, 7, shares, Habits(edited=0.6))
        expected = write_class(students, name, text, root / "grading" / "submitted")
        return root, expected, {mark.student: mark for mark in course.grade(name)}


slowly = [
    pytest.mark.slow,
    pytest.mark.sandbox,
    pytest.mark.needs("bwrap"),
    pytest.mark.timeout(900),  # a student's endless loop takes its time, check by check
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]


class TestGraded:
    """A class of 25 that went through nbgrader and the sandbox."""

    pytestmark = slowly

    def test_every_mark_is_as_expected(self, graded: Any) -> None:
        _, expected, marks = graded

        found = {name: mark.points for name, mark in marks.items()}
        assert found == {name: told["points"] for name, told in expected.items()}

    def test_every_outcome_is_as_expected(self, graded: Any) -> None:
        _, expected, marks = graded
        odd = {
            (name, slug): marks[name].outcomes[slug]
            for name, told in expected.items()
            for slug, outcomes in told["outcomes"].items()
            if marks[name].outcomes[slug] not in outcomes
        }

        assert odd == {}

    def test_every_mistake_is_named(self, graded: Any) -> None:
        root, expected, _ = graded
        for name, told in expected.items():
            path = root / "grading" / "autograded" / name / "a3_activations"
            cells = nbformat.read(path / "a3_activations.ipynb", as_version=4).cells
            verdicts = [c.metadata.autograder for c in cells if "autograder" in c.metadata]
            labels = {v.exercise: v.diagnosis.label for v in verdicts if v.diagnosis}
            assert {slug: labels.get(slug) for slug in told["labels"]} == told["labels"]

    def test_only_what_can_not_be_read_is_a_problem(self, graded: Any) -> None:
        _, expected, marks = graded

        unread = {name for name, mark in marks.items() if mark.problem}
        assert unread == {name for name, told in expected.items() if not told["readable"]}
