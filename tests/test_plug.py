"""The way through nbgrader: a class hands in, and gradebook and feedback are right.

A classroom is made once; every test looks at what became of one student's work in it.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder import plug
from autograder.__main__ import main
from autograder.marks import Mark, as_data, as_table
from tests.builders import (
    CHECKS,
    FULL,
    NAME,
    NOTHING,
    ROOT,
    SOLUTIONS,
    TASK,
    Classroom,
    code,
    command,
    grade_id,
)

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]

SQUARE = "def double(x):\n    return x ** 2"
SCRIPT = "<script>alert('gotcha')</script>"
LOUD = """
import logging, sys, warnings
def double(x):
    print("doubling"); print("really", file=sys.stderr)
    warnings.warn("careful"); logging.error("doubling"); np.exp(1e4)
    return np.add(x, x)
"""
TEXT = f"Because {SCRIPT} of <img src=x onerror=alert(1)> and z<threshold, **surely**."


def edited(room: Classroom) -> dict[str, Any]:
    """Return a right notebook whose file was tampered with in every way at once."""
    book = room.answered(**SOLUTIONS)
    cells = {grade_id(cell): cell for cell in book["cells"]}
    cells["check_double"]["metadata"] |= {"tags": ["skip-execution"]}
    cells["check_double"]["metadata"]["nbgrader"] |= {"points": 400, "locked": False}
    cells["check_mean"]["source"] = "99"
    cells["answer_mean"]["metadata"]["nbgrader"]["solution"] = False
    book["cells"].remove(cells["check_twice"])
    book["cells"].append(cells["answer_double"])
    book["cells"].reverse()
    book["metadata"] = {"kernelspec": {"name": "bash", "display_name": "x", "language": "bash"}}
    return book


def answered_why(room: Classroom) -> dict[str, Any]:
    book = room.answered(f"print({SCRIPT!r})", f"# {SCRIPT}", **SOLUTIONS)
    book["cells"][-1]["source"] = TEXT
    book["cells"].append({"cell_type": "raw", "source": SCRIPT, "metadata": {}})
    book["cells"].append(code("import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()"))
    book["cells"].append(code(f"from IPython.display import HTML\nHTML({SCRIPT!r})"))
    return book


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Return a classroom in which everyone has handed in and was graded."""
    room = Classroom(tmp_path_factory.mktemp("plug") / "course")
    room.hand_in("reference", room.answered(**SOLUTIONS))
    room.hand_in("untouched", room.released)
    room.hand_in("square", room.answered(**SOLUTIONS | {"double": SQUARE}))
    room.hand_in("loud", room.answered(**SOLUTIONS | {"double": LOUD}))
    room.hand_in("number", room.answered(**SOLUTIONS | {"double": "double = 6"}))
    room.hand_in("unparsed", room.answered(**SOLUTIONS | {"double": "def double(x:"}))
    room.hand_in("surrogate", room.answered("print('\ud800')", "'\\ud800'", **SOLUTIONS))
    room.hand_in("edited", edited(room))
    room.hand_in("scripts", answered_why(room))
    room.hand_in("empty", b"")
    room.hand_in("broken", b'{"cells": [')
    outside = room.root / "secret.txt"
    outside.write_text("a secret of the course")
    room.submitted("link").symlink_to(outside)
    room.hand_in("linked_data", room.answered(**SOLUTIONS))
    (room.submitted("linked_data").parent / "data.csv").symlink_to(outside)
    os.mkfifo(room.submitted("pipe"))
    room.submitted("folder").mkdir()
    (room.submitted("nothing").parent / "notes.txt").write_text("forgot it")
    renamed = room.submitted("renamed").with_name("tiny (1).ipynb")
    renamed.write_text(json.dumps(room.answered(**SOLUTIONS)))
    (room.root / "grading" / "submitted" / "file").mkdir()
    (room.root / "grading" / "submitted" / "file" / NAME).write_text("no folder")
    room.grade()
    return room


@pytest.mark.parametrize(
    ("student", "points"),
    [
        ("reference", FULL),
        ("untouched", NOTHING),
        ("square", FULL | {"double": 0.0}),
        ("loud", FULL),
        ("number", FULL | {"double": 0.0}),
        ("unparsed", FULL | {"double": 0.0}),
        ("surrogate", FULL),
        ("edited", FULL),
        ("scripts", FULL),
        ("empty", NOTHING),
        ("broken", NOTHING),
        ("link", NOTHING),
        ("linked_data", FULL),
        ("pipe", NOTHING),
        ("folder", NOTHING),
        ("nothing", NOTHING),
        ("renamed", FULL),
    ],
)
def test_each_student_gets_what_the_work_deserves(
    room: Classroom, student: str, points: dict[str, float]
) -> None:
    mark = room.marks[student]

    assert mark.points == points
    assert (mark.total, mark.max_total) == (sum(points.values()), 10.0)


@pytest.mark.parametrize(
    ("student", "outcomes"),
    [
        ("untouched", {"double": "not attempted", "mean": "not attempted"}),
        ("square", {"double": "incorrect", "mean": "correct"}),
        ("number", {"double": "error"}),
        ("unparsed", {"double": "error"}),
    ],
)
def test_each_student_gets_the_fitting_word(
    room: Classroom, student: str, outcomes: dict[str, str]
) -> None:
    assert room.marks[student].outcomes | outcomes == room.marks[student].outcomes


@pytest.mark.parametrize(
    ("student", "problem"),
    [
        ("reference", ""),
        ("empty", "the file is empty"),
        ("broken", "its JSON is broken"),
        ("link", "no notebook of that name was handed in"),
        ("pipe", "no notebook of that name was handed in"),
        ("folder", "it is not a regular file"),
        ("nothing", "no notebook was handed in"),
        ("file", "not graded: a file was handed in, not a folder"),
    ],
)
def test_a_problem_is_said(room: Classroom, student: str, problem: str) -> None:
    assert problem in room.marks[student].problem
    assert bool(problem) == bool(room.marks[student].problem)


def test_flags_tell_what_was_put_right(room: Classroom) -> None:
    flags = "; ".join(room.marks["edited"].flags)

    assert "tags taken off cell 'check_double'" in flags
    assert "the text of check_mean had been edited" in flags
    assert "check_twice was missing and came back as released" in flags
    assert "a second copy of answer_double was made ordinary" in flags
    assert "cells were put back in their order" in flags
    assert room.marks["reference"].flags == ()


def test_only_written_answers_wait_for_a_person(room: Classroom) -> None:
    assert [name for name, mark in room.marks.items() if mark.waiting] == ["scripts"]


def test_points_and_cells_in_the_gradebook_are_the_assignments(room: Classroom) -> None:
    with database(room) as gradebook:
        submission = gradebook.find_submission_notebook(NAME, NAME, "edited")
        found = {grade.name: (grade.auto_score, grade.max_score) for grade in submission.grades}

    expected = {f"check_{slug}": (points, points) for slug, points in FULL.items()}
    assert found == expected | {"manual_why": (0.0, 2.0)}


@contextlib.contextmanager
def database(room: Classroom) -> Any:
    with Gradebook(f"sqlite:///{room.root}/grading/gradebook.db") as gradebook:
        yield gradebook


# --- links --------------------------------------------------------------------------------


@pytest.mark.parametrize("student", ["link", "linked_data"])
def test_what_a_link_leads_to_comes_back_to_nobody(room: Classroom, student: str) -> None:
    folders = [room.root / "grading" / step / student for step in ("autograded", "feedback")]

    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    assert not any("a secret of the course" in path.read_text() for path in files)


@pytest.mark.parametrize(
    "path", ["link/tiny/tiny.ipynb", "linked_data/tiny/data.csv", "pipe/tiny/tiny.ipynb"]
)
def test_links_and_pipes_are_kept_aside(room: Classroom, path: str) -> None:
    aside = room.root / "grading" / "set_aside" / path

    assert aside.is_symlink() or aside.is_fifo()


def test_a_folder_that_is_a_link_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = Path("grading/submitted/eve/tiny")
    folder.parent.mkdir(parents=True)
    folder.symlink_to(outside)

    plug.set_links_aside(NAME, "eve", [str(folder / "tiny.ipynb")])

    assert not folder.exists()
    assert Path("grading/set_aside/eve/tiny/tiny").is_symlink()


# --- what a student gets to see -----------------------------------------------------------

HIDDEN = ["points_for", "HIDDEN TESTS", "autograder.stock", "rng.uniform", "double_reference"]


@pytest.mark.parametrize("student", ["reference", "untouched", "square", "edited", "empty"])
@pytest.mark.parametrize("step", [("autograded", ".ipynb"), ("feedback", ".html")])
def test_hidden_checks_are_in_no_product(
    room: Classroom, student: str, step: tuple[str, str]
) -> None:
    text = room.product(step[0], student, step[1])

    assert [word for word in HIDDEN if word in text] == []


def test_no_markup_of_a_student_is_markup_of_the_page(room: Classroom) -> None:
    page = room.product("feedback", "scripts", ".html")

    assert "<script" not in page.lower()
    assert "onerror" not in page.replace("onerror=alert(1)&gt;", "")
    assert "gotcha" in page


def test_no_markup_of_a_student_is_in_the_graded_notebook(room: Classroom) -> None:
    book = nbformat.reads(room.product("autograded", "scripts", ".ipynb"), as_version=4)

    rendered = [cell.source for cell in book.cells if cell.cell_type == "markdown"]
    data = [
        o.data for c in book.cells if c.cell_type == "code" for o in c.outputs if "data" in o
    ]
    assert not any("<script" in text or "<img" in text for text in rendered)
    assert not any(set(one) - {"text/plain", "image/png"} for one in data)


def test_what_the_author_wrote_stays_as_it_was(room: Classroom) -> None:
    notebook = json.loads(room.product("autograded", "scripts", ".ipynb"))

    assert "".join(notebook["cells"][0]["source"]) == TASK


def test_a_written_answer_is_shown_whole(room: Classroom) -> None:
    page = room.product("feedback", "scripts", ".html")

    assert "threshold, <strong>surely</strong>" in page
    assert "2 more are still to be marked by a person" in page


def test_a_picture_is_shown_on_the_page(room: Classroom) -> None:
    assert 'src="data:image/png;base64,' in room.product("feedback", "scripts", ".html")


def test_a_marked_answer_and_its_comment_are_on_the_page(room: Classroom) -> None:
    with database(room) as gradebook:
        grade = gradebook.find_grade("manual_why", NAME, NAME, "surrogate")
        grade.manual_score, grade.needs_manual_grade = 1.25, False
        comment = gradebook.find_comment("manual_why", NAME, NAME, "surrogate")
        comment.manual_comment = f"Good {SCRIPT}"
        gradebook.db.commit()
    with room.inside() as course:
        assert course.api.generate_feedback(NAME, "surrogate", force=True)["success"]

    page = room.product("feedback", "surrogate", ".html")
    assert "Why" in page
    assert "1.25 of 2" in page
    assert "Your marker writes:</strong> Good &lt;script&gt;" in page


def test_the_page_forbids_scripts_and_connections(room: Classroom) -> None:
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

    assert policy in room.product("feedback", "reference", ".html")


def test_the_diagnosis_and_its_hints_are_on_the_page(room: Classroom) -> None:
    page = room.product("feedback", "square", ".html")

    assert "Squares the number." in page
    assert page.index("What is double(3)?") < page.index("Which operator doubles?")
    assert "Read again in the notes: Modeling one neuron" in page


def test_the_page_says_how_the_work_was_contained(room: Classroom) -> None:
    assert "Containment while grading: strong." in room.product(
        "feedback", "reference", ".html"
    )


def test_the_page_says_what_was_wrong_with_a_file(room: Classroom) -> None:
    assert "Your file could not be read: the file is empty" in room.product(
        "feedback", "empty", ".html"
    )


def test_grading_again_gives_the_same_notebook(room: Classroom) -> None:
    before = room.product("autograded", "square", ".ipynb")

    again = room.grade("square")

    assert again["square"].points == FULL | {"double": 0.0}
    assert room.product("autograded", "square", ".ipynb") == before


# --- what a person has marked -------------------------------------------------------------


def test_a_manual_mark_stays_when_the_work_is_graded_again(room: Classroom) -> None:
    with database(room) as gradebook:
        grade = gradebook.find_grade("manual_why", NAME, NAME, "scripts")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        gradebook.db.commit()

    mark = room.grade("scripts")["scripts"]

    assert mark.total == 9.5


def test_a_persons_better_mark_for_a_checked_exercise_stays(room: Classroom) -> None:
    with database(room) as gradebook:
        gradebook.find_grade("check_double", NAME, NAME, "number").manual_score = 3.0
        gradebook.db.commit()

    assert room.grade("number")["number"].total == 7.0


# --- the grader's own faults --------------------------------------------------------------


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


# --- an assignment that changes after its release -----------------------------------------


def test_cells_that_the_author_moved_later_stay_there(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    room = Classroom(tmp_path_factory.mktemp("later") / "course")
    room.hand_in("early", room.answered(**SOLUTIONS))
    room.grade()
    path = room.root / "assignments" / NAME / f"{NAME}.ipynb"
    book = json.loads(path.read_text())
    book["cells"].insert(1, book["cells"].pop())
    path.write_text(json.dumps(book))
    with room.inside() as course:
        assert course.api.generate_assignment(NAME, force=True)["success"]

    room.hand_in("late", room.answered(**SOLUTIONS))
    marks = room.grade()

    assert (marks["late"].points, marks["late"].flags) == (FULL, ())
    assert marks["early"].flags == ("cells were put back in their order",)


# --- nbgrader's own commands, and ours ----------------------------------------------------


def test_nbgraders_own_command_takes_the_same_road(room: Classroom) -> None:
    done = command(room.root, "nbgrader", "autograde", NAME, "--student", "square", "--force")

    assert done.returncode == 0, done.stderr
    verdicts = nbformat.reads(room.product("autograded", "square", ".ipynb"), as_version=4)
    assert verdicts.metadata.autograder.level == "strong"


def test_from_another_folder_nbgrader_finds_no_course_and_changes_nothing(
    tmp_path: Path,
) -> None:
    done = command(tmp_path, "nbgrader", "autograde", NAME, "--student", "square", "--force")

    assert done.returncode != 0
    assert "No notebooks were matched by" in done.stderr
    assert not (tmp_path / "grading").exists()


def test_our_command_works_in_any_folder_of_the_course(room: Classroom) -> None:
    folder = room.root / "assignments" / NAME

    done = command(folder, "autograder", "grade", NAME, "--students", "s*e", "--json", "m.json")

    assert done.returncode == 0, done.stderr
    assert json.loads((folder / "m.json").read_text())[0]["student"] == "square"
    assert "square" in done.stdout
    assert "containment   strong" in done.stdout


def ours(room: Classroom, *arguments: str) -> int:
    """Run our command inside the course without starting Python again."""
    with contextlib.chdir(room.root):
        return main(["grade", *arguments])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a9"], "autograder: there is no assignment 'a9'; the course has tiny"),
        ([NAME, "--students", "nobody"], "autograder: nobody called 'nobody' handed in tiny"),
    ],
)
def test_our_command_says_why_it_can_not_start(
    room: Classroom, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = ours(room, *arguments)

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.startswith(message)


def test_our_command_needs_a_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["grade", NAME]) == 2
    assert "no nbgrader_config.py in" in capsys.readouterr().err


def test_work_that_is_not_graded_is_told_and_counted(
    room: Classroom, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ours(room, NAME, "--students", "file") == 1
    assert "not graded: a file was handed in" in capsys.readouterr().out


def test_weak_containment_is_said_out_loud(
    room: Classroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("autograder.sandbox.find_bubblewrap", lambda: None)

    assert ours(room, NAME, "--students", "loud") == 0
    told = capsys.readouterr()
    assert "student code is only weakly contained" in told.err
    assert "containment   weak" in told.out
    assert "Containment while grading: weak." in room.product("feedback", "loud", ".html")


def test_progress_is_shown_on_a_terminal(
    room: Classroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    ours(room, NAME, "--students", "reference")

    assert "1 graded" in capsys.readouterr().err


def test_a_step_of_nbgrader_that_fails_leaves_its_log(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> dict[str, Any]:
        return {"success": False, "log": "it broke here", "error": "because"}

    monkeypatch.setattr("nbgrader.apps.NbGraderAPI.generate_feedback", fail)

    mark = room.grade("reference")["reference"]

    assert mark.problem == "no feedback page: see grading/logs/tiny/reference.log"
    assert "it broke here" in (room.root / "grading/logs/tiny/reference.log").read_text()


# --- stock nbgrader -----------------------------------------------------------------------

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


# --- tables and data ----------------------------------------------------------------------


def test_the_table_has_a_line_for_everyone() -> None:
    marks = [
        Mark("ada", {"one": 2.0, "two": 0.5}, total=2.5, max_total=5.0),
        Mark("bo", {"one": 1.0}, total=1.0, max_total=5.0, waiting=True, flags=("a", "b")),
        Mark("cy", problem="not graded: see log", flags=("a",)),
    ]

    assert as_table(marks).splitlines() == [
        "student  one  two  total",
        "-------  ---  ---  -----  ------------------------------------",
        "ada      2    0.5  2.5/5",
        "bo       1    -    1/5    a person must mark the rest; 2 flags",
        "cy       -    -    -      not graded: see log; 1 flag",
        "",
        "Flags, for a person to look at (they change no mark):",
        "  bo: a",
        "  bo: b",
        "  cy: a",
    ]


def test_data_of_marks_can_be_written_as_json() -> None:
    (data,) = as_data([Mark("ada", {"one": 2.0}, flags=("moved",))])

    assert json.loads(json.dumps(data))["flags"] == ["moved"]
    assert data["level"] in {"strong", "weak"}


def test_the_repository_is_no_place_for_products() -> None:
    assert "grading/" in (ROOT / ".gitignore").read_text().split()
