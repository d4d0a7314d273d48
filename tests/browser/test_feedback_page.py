"""The page that students get back: it helps, fits a phone, and runs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from examples.sample_class.build import Student
from tests.browser.classroom import ACTIVE, EMPTY, RIGHT, WRONG, feedback_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
]


def test_wrong_answer_gets_its_misconception_and_hints(page: Page, course: Path) -> None:
    page.goto(feedback_page(course, WRONG))
    exercise = page.get_by_role("region").first

    expect(exercise).to_contain_text("What may be behind it.")
    hint = exercise.locator(".behind details").first
    expect(hint.locator("p")).to_be_hidden()
    hint.locator("summary").click()
    expect(hint.locator("p")).to_be_visible()


def test_row_of_the_table_leads_to_its_exercise(page: Page, course: Path) -> None:
    page.goto(feedback_page(course, WRONG))

    page.locator("table a").last.click()

    expect(page.locator("section:target")).to_be_in_viewport()


def test_nothing_that_a_student_wrote_runs(page: Page, course: Path) -> None:
    page.goto(feedback_page(course, ACTIVE))

    assert page.evaluate("document.body.dataset.hacked") is None
    assert page.locator("script, [onerror], a[href^='javascript:']").count() == 0
    expect(page.get_by_text("My two limits.")).to_be_visible()


@pytest.mark.parametrize(
    "student", [RIGHT, WRONG, EMPTY, ACTIVE], ids=lambda student: student.name
)
def test_page_fits_a_phone(page: Page, course: Path, student: Student) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(feedback_page(course, student))

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
