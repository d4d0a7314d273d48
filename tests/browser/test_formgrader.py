"""The instructor's formgrader shows the class, and its button grades with our judge."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.classroom import ACTIVE, EMPTY, LATE, RIGHT, WRONG
from tests.browser.pages import choose
from tests.browser.server import Lab, Visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
]
SUBMISSIONS = "formgrader/manage_submissions/a1_neuron"


def test_formgrader_opens_from_the_menu_and_shows_the_assignment(page: Page, lab: Lab) -> None:
    page.goto(f"{lab.url}/lab?reset")

    choose(page, "Nbgrader", "Formgrader")

    table = page.frame_locator("iframe[src*='formgrader']").locator("table")
    expect(table.locator("tbody tr", has_text="a1_neuron")).to_be_visible()


def test_students_are_listed_with_their_scores(page: Page, lab: Lab) -> None:
    page.goto(f"{lab.url}/{SUBMISSIONS}")

    for student in (RIGHT, WRONG, EMPTY):
        points = sum(mark for mark, _ in student.marks.values())
        row = page.locator("tbody tr", has_text=student.name)
        expect(row.locator(".score")).to_have_text(f"{points:g} / 20")


def test_autograde_button_goes_through_our_judge(page: Page, lab: Lab) -> None:
    page.goto(f"{lab.url}/{SUBMISSIONS}")
    row = page.locator("tbody tr", has_text=LATE.name)

    row.locator(".autograde a").click()

    expect(page.locator(".modal-title")).to_have_text("Success")
    expect(row.locator(".score")).to_have_text("18 / 20")
    graded = lab.course / f"grading/autograded/{LATE.name}/a1_neuron/a1_neuron.ipynb"
    assert '"outcome": "correct"' in graded.read_text(encoding="utf-8")


def test_nothing_that_a_student_wrote_runs_before_the_grader(visit: Visit, lab: Lab) -> None:
    page = visit.page
    page.goto(f"{lab.url}/formgrader/manage_students/{ACTIVE.name}/a1_neuron")

    page.locator("tbody a").first.click()

    expect(page.get_by_text("My two limits.")).to_be_visible()
    assert page.evaluate("document.body.dataset.hacked") is None
