"""The lecture notebooks run from top to bottom in JupyterLab, as a student has it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.classroom import stored
from tests.browser.pages import STDERR, Demo, choose, open_in_lab, run_all
from tests.browser.server import Lab

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
]


@pytest.mark.parametrize("name", ["00_start_here", "01_one_neuron"])
def test_lecture_runs_without_an_error(page: Page, lab: Lab, name: str) -> None:
    path = f"student/notebooks/{name}.ipynb"
    open_in_lab(page, lab.url, path)

    run_all(page)
    expect(page.locator(STDERR)).to_have_count(0)
    choose(page, "File", "Save Notebook")
    expect(page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)

    cells = stored(lab.course / path)
    kinds = [(output.output_type, output.get("name")) for c in cells for output in c.outputs]
    assert all(cell.execution_count for cell in cells)
    assert ("error", None) not in kinds
    assert ("stream", "stderr") not in kinds


def test_demo_of_a_lecture_follows_the_keyboard(page: Page, lab: Lab) -> None:
    open_in_lab(page, lab.url, "student/notebooks/00_start_here.ipynb")
    run_all(page)  # while cells run, JupyterLab takes the focus away again
    demo = Demo(page, "neuron")

    demo.press("weight", "ArrowRight")

    expect(demo.control("weight")).to_have_value("1.1")
