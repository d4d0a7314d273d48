"""Both demos answer to keys, to the mouse, and after a restart; in Lab and in Notebook 7."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.pages import STDERR, Demo, choose, open_in_lab, run_all
from tests.browser.server import Lab, Visit, new_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
    pytest.mark.xdist_group("browser"),
]
SLIDERS = {"neuron": ("weight", "bias", "x"), "spikes": ("current", "tau", "refractory")}
CHOICES = {"neuron": ("activation", "relu"), "spikes": ("compare", "sigmoid")}
NOTEBOOK = "student/demos.ipynb"
LOSE_ONE = """() => {
  const { prototype } = WebSocket, { send } = prototype, text = new TextDecoder();
  prototype.send = function (data) {
    const words = typeof data === "string" ? data : text.decode(data);
    if (words.includes('"kind":"set"')) prototype.send = send; // and goes nowhere
    else send.call(this, data);
  };
}"""


@pytest.fixture(scope="module")
def running(window: BrowserContext, lab: Lab) -> Iterator[Page]:
    """Return JupyterLab with both demos; in the end nothing may have complained."""
    with new_page(window) as visit:
        open_in_lab(visit.page, lab.url, NOTEBOOK)
        run_all(visit.page)
        yield visit.page
        expect(visit.page.locator(STDERR)).to_have_count(0)
    assert visit.outside == []
    assert visit.broken == []


@pytest.fixture(params=["neuron", "spikes"])
def demo(running: Page, request: pytest.FixtureRequest) -> Demo:
    """Return each of the demos, in its first state."""
    demo = Demo(running, request.param)
    demo.reset()
    return demo


def test_arrow_keys_change_picture_and_status(demo: Demo) -> None:
    slider = demo.control(SLIDERS[demo.name][0])
    value, said = float(slider.input_value()), demo.status.inner_text()

    demo.press(SLIDERS[demo.name][0], "ArrowRight")

    assert float(slider.input_value()) > value
    expect(demo.status).not_to_have_text(said)


def test_each_slider_goes_to_both_ends_and_back(demo: Demo) -> None:
    first = demo.picture()

    for name in SLIDERS[demo.name]:
        slider = demo.control(name)
        for key, end in (("End", "max"), ("Home", "min")):
            demo.press(name, key)
            assert slider.input_value() == slider.get_attribute(end)
        demo.reset()
        assert demo.picture() == first


def test_choice_changes_the_picture(demo: Demo) -> None:
    first = demo.picture()
    control, other = CHOICES[demo.name]

    demo.control(control).select_option(other)

    demo.wait_for_other_picture(first)
    expect(demo.root.locator(".nn-code")).to_contain_text(other)


def test_handles_can_be_pulled_with_the_mouse(demo: Demo) -> None:
    first, said, grips = demo.picture(), demo.status.inner_text(), demo.grips()
    assert len(grips) >= {"neuron": 3, "spikes": 1}[demo.name]

    for grip in grips:
        demo.pull(grip, by=(30, -30))
        demo.wait_for_other_picture(first)
        expect(demo.status).not_to_have_text(said)
        demo.reset()


def test_slider_goes_back_if_its_message_was_lost(running: Page) -> None:
    demo = Demo(running, "neuron")
    demo.reset()
    running.evaluate(LOSE_ONE)

    demo.control("weight").press("ArrowRight")

    expect(demo.control("weight")).to_have_value("1.1")
    expect(demo.control("weight")).to_have_value("1")
    demo.press("weight", "ArrowRight")


def test_picture_and_controls_have_names_for_a_screen_reader(demo: Demo) -> None:
    expect(demo.root.get_by_role("img")).to_have_accessible_name(re.compile(r"Two plots of"))
    expect(demo.root.get_by_role("status")).not_to_be_empty()
    for control in demo.root.locator("input, select, button").all():
        expect(control).to_have_accessible_name(re.compile(r"\w"))


def test_demo_works_again_after_a_restart_of_the_kernel(running: Page) -> None:
    Demo(running, "neuron").press("weight", "End")

    choose(running, "Kernel", "Restart Kernel and Run All Cells…")
    running.locator(".jp-Dialog button.jp-mod-accept").click()

    expect(running.locator("[data-demo=neuron] [data-name=weight]").first).to_have_value("1")
    Demo(running, "neuron").press("weight", "ArrowRight")


def test_arrow_keys_work_in_notebook_7(visit: Visit, lab: Lab) -> None:
    page = visit.page
    page.goto(f"{lab.url}/notebooks/{NOTEBOOK}")
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible()
    visit.broken.clear()  # Notebook 7.6 stumbles over its own settings when it starts
    choose(page, "Run", "Run All Cells")

    for name in SLIDERS:
        demo = Demo(page, name)
        demo.press(SLIDERS[name][0], "ArrowRight")
        demo.press(SLIDERS[name][0], "ArrowUp")
