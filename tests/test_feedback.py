"""What a student gets back: a page that tells enough, hides the checks, and runs nothing."""

from __future__ import annotations

import json

import nbformat
import pytest

from tests.builders import FULL, NAME, TASK, Classroom
from tests.rooms import SCRIPT, database

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]
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
