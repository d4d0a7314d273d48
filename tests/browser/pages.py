"""Hands and eyes for the tests: what a reader does in Jupyter, and what they then see."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

STDERR = ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']"
PRINT = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7);
}"""
NEXT_FRAME = "([canvas, before]) => Number(canvas.dataset.frame) > before"
OTHER_PICTURE = f"([canvas, before]) => ({PRINT})(canvas) !== before"
SETTLED = """([root, drawn]) => {
  const canvas = root.querySelector("canvas"), status = root.querySelector(".nn-status");
  return canvas.dataset.frame > drawn && canvas.ariaLabel.endsWith(status.textContent);
}"""
# Cells out of sight are not on the page, so the notebook itself is asked.
ALL_RAN = """() => [...jupyterapp.shell.currentWidget.content.model.cells].every(cell =>
  cell.type !== "code" || (cell.executionCount !== null && cell.executionState === "idle"))"""
LONGEST_RUN = 240_000  # milliseconds, for a notebook on a machine that does other things too
# Where the cursor turns into a hand, there is something to pull at.
GRIPS = """canvas => {
  const box = canvas.getBoundingClientRect(), found = [];
  for (let y = 0; y < box.height; y += 6) for (let x = 0; x < box.width; x += 6) {
    const at = { clientX: box.left + x, clientY: box.top + y };
    canvas.dispatchEvent(new PointerEvent("pointermove", at));
    const far = ([a, b]) => Math.hypot(a - x, b - y) > 60;
    if (canvas.style.cursor === "grab" && found.every(far)) found.push([x, y]);
  }
  return found;
}"""


def open_in_lab(page: Page, url: str, path: str) -> None:
    """Open a notebook in JupyterLab and wait for its kernel."""
    page.goto(f"{url}/lab/tree/{path}?reset")
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible()
    wait_until_idle(page)


def wait_until_idle(page: Page) -> None:
    """Wait until the kernel has nothing left to do."""
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Idle")


def run_all(page: Page) -> None:
    """Run all cells and wait until each of them has its number."""
    choose(page, "Run", "Run All Cells")
    page.wait_for_function(ALL_RAN, timeout=LONGEST_RUN)
    wait_until_idle(page)


def choose(page: Page, menu: str, entry: str) -> None:
    """Choose an entry of JupyterLab's menu bar."""
    page.locator(".lm-MenuBar-itemLabel", has_text=menu).first.click()
    page.locator(".lm-Menu-itemLabel").get_by_text(entry, exact=True).first.click()


def accept(page: Page) -> str:
    """Close the dialog that is open and return what it said."""
    dialog = page.locator(".jp-Dialog")
    said = dialog.inner_text()
    dialog.locator("button.jp-mod-accept").click()
    expect(dialog).to_have_count(0)
    return said


class Demo:
    """A live demo on a page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.root = page.locator(f".nn-demo[data-demo={name}]")
        self.canvas = self.root.locator("canvas.nn-picture")
        self.status = self.root.locator(".nn-status")
        expect(self.canvas).to_have_attribute("data-frame", re.compile(r"\d"))
        expect(self.status).not_to_be_empty()
        self.canvas.scroll_into_view_if_needed()

    def picture(self) -> int:
        """Return a number that stands for the pixels of the picture."""
        return int(self.canvas.evaluate(PRINT))

    def wait_for_other_picture(self, before: int) -> None:
        """Wait until the picture is not the one of `before` any more."""
        handle: Any = self.canvas.element_handle()
        self.page.wait_for_function(OTHER_PICTURE, arg=[handle, before])

    def frame(self) -> int:
        """Return the number of the frame that is drawn."""
        return int(self.canvas.get_attribute("data-frame") or 0)

    def wait_for_next_frame(self, before: int) -> None:
        """Wait until a frame after `before` is drawn."""
        handle: Any = self.canvas.element_handle()
        self.page.wait_for_function(NEXT_FRAME, arg=[handle, before])

    def button(self, name: str) -> Locator:
        """Return a button by the name that the demo gives it."""
        return self.root.locator(f"button[data-name={name}]")

    def control(self, name: str) -> Locator:
        """Return a slider or a list of choices."""
        return self.root.locator(f".nn-control[data-name={name}]")

    def press(self, name: str, key: str) -> None:
        """Press a key on a control and wait until the picture has followed."""
        before = self.picture()
        self.control(name).press(key)
        self.wait_for_other_picture(before)

    def reset(self) -> None:
        """Go back to the first state; wait until the picture and its words have followed."""
        drawn = self.frame()
        self.root.get_by_role("button", name="Reset").click()
        expect(self.root.locator(".nn-code")).to_have_text(f"{self.name}_demo()")
        handle: Any = self.root.element_handle()
        self.page.wait_for_function(SETTLED, arg=[handle, drawn])

    def grips(self) -> list[tuple[int, int]]:
        """Return the places of the picture that can be pulled, in pixels."""
        return [(int(x), int(y)) for x, y in self.canvas.evaluate(GRIPS)]

    def pull(self, grip: tuple[int, int], by: tuple[int, int]) -> None:
        """Drag with the mouse."""
        box = self.canvas.bounding_box()
        assert box is not None
        x, y = box["x"] + grip[0], box["y"] + grip[1]
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + by[0], y + by[1], steps=8)
        self.page.mouse.up()
