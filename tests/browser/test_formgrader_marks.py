"""A person marks a written answer in formgrader: question, answer, rubric, mark, comment."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from autograder.rubric import NOT_SHOWN
from tests.browser.classroom import RIGHT, feedback_page, hand_in, released
from tests.browser.server import Lab
from tests.builders import command

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
]
WRITER = replace(RIGHT, name="greta_writer")
SUBMISSIONS = "formgrader/manage_submissions/a1_neuron"
RUBRIC = "a second difference from another of these four groups"
COMMENT = "Two good points. Does it matter for pictures?"


@pytest.fixture(scope="module")
def graded(lab: Lab) -> Lab:
    """Return the course after one more student handed in and was graded."""
    hand_in(lab.course, WRITER)
    done = command(lab.course, "autograder", "grade", "a1_neuron", "--students", WRITER.name)
    assert done.returncode == 0, done.stderr
    return lab


@pytest.fixture
def marking(page: Page, graded: Lab) -> Page:
    """Return the page on which the student's work is marked."""
    page.goto(f"{graded.url}/formgrader/manage_students/{WRITER.name}/a1_neuron")
    page.locator("tbody a").first.click()
    return page


def write(page: Page, field: str, text: str, *, saved: str) -> None:
    """Fill in a field, and wait until nbgrader has saved it."""
    with page.expect_response(lambda answer: saved in answer.url and answer.ok):
        page.locator(f"#{field}").fill(text)
        page.locator(f"#{field}").press("Tab")


def test_marker_sees_question_answer_and_rubric(marking: Page) -> None:
    answer = marking.locator(".nbgrader_cell", has=marking.locator("#manual_limits"))
    expect(answer).to_contain_text("Spike timing.")

    for told in (
        NOT_SHOWN,
        "Question. Two ways in which a real neuron differs",
        RUBRIC,
        "says that real neurons compute a sigmoid",
    ):
        expect(marking.get_by_text(told)).to_be_visible()


def test_formulas_are_set_without_another_machine(marking: Page) -> None:
    expect(marking.locator(".MathJax").first).to_be_visible()


def test_rubric_is_neither_in_the_release_nor_in_the_feedback(graded: Lab, page: Page) -> None:
    page.goto(feedback_page(graded.course, WRITER))

    expect(page.get_by_role("region", name="Limits")).to_contain_text("waiting")
    assert RUBRIC not in page.content()
    assert RUBRIC not in released(graded.course)


def test_mark_by_hand_counts_and_its_comment_reaches_the_student(
    marking: Page, graded: Lab
) -> None:
    for field in ("manual_limits_extra_credit", "manual_limits-comment"):  # it has read both
        expect(marking.locator(f"#{field}")).to_have_attribute("placeholder", re.compile("."))
    write(marking, "manual_limits", "1.5", saved="/api/grade/")
    write(marking, "manual_limits-comment", COMMENT, saved="/api/comment/")

    marking.goto(f"{graded.url}/{SUBMISSIONS}")
    row = marking.locator("tbody tr", has_text=WRITER.name)
    expect(row.locator(".score")).to_have_text("19.5 / 20")
    row.locator(".generate-feedback a").click()
    expect(marking.locator(".modal-title")).to_have_text("Success")

    marking.goto(feedback_page(graded.course, WRITER))
    expect(marking.get_by_text("19.5 of 20 points")).to_be_visible()
    expect(marking.get_by_role("region", name="Limits")).to_contain_text(COMMENT)
    expect(marking.get_by_role("region", name="Limits")).to_contain_text("1.5 of 2")
