"""Take the pictures of the README: ``python -m tests.browser.pictures``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser.classroom import ROOT, WRONG, build_classroom, feedback_page
from tests.browser.pages import Demo, open_in_lab, run_all
from tests.browser.server import PATIENCE, Lab, chromium_window, new_page, serve
from tests.conftest import find_chromium
from tests.lectures import Lectures

IMAGES = ROOT / "docs" / "images"
EDGE = 12  # pixels of paper around a picture


def take_demo(window: BrowserContext, lab: Lab, file: Path) -> None:
    """Show the neuron demo below its cell, at a state in which no two handles touch."""
    with new_page(window) as visit:
        page = visit.page
        open_in_lab(page, lab.url, "student/demos.ipynb")
        run_all(page)
        demo = Demo(page, "neuron")
        for name, value in (("weight", "2"), ("bias", "-2"), ("x", "2.5")):
            before = demo.picture()
            number = demo.root.locator(f".nn-number[data-name={name}]")
            number.fill(value)
            number.press("Enter")
            demo.wait_for_other_picture(before)
        expect(demo.status).to_contain_text("x = 2.5")
        page.locator(".jp-CodeCell .cm-content").last.click()  # no ring around a control
        page.mouse.move(5, 5)
        page.locator(".jp-CodeCell", has=demo.root).screenshot(path=file, animations="disabled")


def take_feedback(window: BrowserContext, course: Path, file: Path) -> None:
    """Show an exercise that is partly right, with the misconception and one hint open."""
    with new_page(window) as visit:
        page = visit.page
        page.set_viewport_size({"width": 800, "height": 6000})  # no need to scroll
        page.goto(feedback_page(course, WRONG))
        exercise = page.get_by_role("region", name="From spikes to a rate")
        exercise.locator(".behind summary").first.click()
        page.mouse.move(5, 5)
        box = exercise.bounding_box()
        assert box is not None
        clip = {
            "x": box["x"] - EDGE,
            "y": box["y"] - EDGE,
            "width": box["width"] + 2 * EDGE,
            "height": box["height"] + 2 * EDGE,
        }
        page.screenshot(path=file, clip=clip)  # type: ignore[arg-type]


def main() -> None:
    """Build a classroom and take both pictures."""
    executable = find_chromium()
    if executable is None:
        sys.exit("no Chromium found: apt install chromium")
    expect.set_options(timeout=PATIENCE)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        course = build_classroom(Path(scratch) / "course", Lectures(Path(scratch)).released)
        home = Path(scratch) / "home"
        with (
            serve(course, home) as lab,
            chromium_window(executable, pixel_ratio=1.25) as window,
        ):
            take_demo(window, lab, IMAGES / "demo.png")
            take_feedback(window, course, IMAGES / "feedback.png")


if __name__ == "__main__":
    main()
