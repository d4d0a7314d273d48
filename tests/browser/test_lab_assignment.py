"""nbgrader's Validate button runs on the assignment that students get."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import accept, open_in_lab
from tests.browser.server import Lab

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
]


def validate(page: Page, lab: Lab, path: str) -> str:
    open_in_lab(page, lab.url, path)
    page.get_by_role("button", name="Validate", exact=True).click()
    expect(page.locator(".jp-Dialog")).to_contain_text("Validation Results")
    return accept(page)


def test_untouched_assignment_fails_and_says_why(page: Page, lab: Lab) -> None:
    said = validate(page, lab, "student/assignments/a1_neuron/a1_neuron.ipynb")

    assert "failed" in said
    assert "neuron: not attempted yet" in said


def test_solved_assignment_passes(page: Page, lab: Lab) -> None:
    said = validate(page, lab, "student/solved.ipynb")

    assert "Success! Your notebook passes all the tests." in said


def test_a_text_answer_alone_does_not_pass(page: Page, lab: Lab) -> None:
    said = validate(page, lab, "student/only_text.ipynb")

    assert "failed" in said
    assert "not attempted yet" in said
