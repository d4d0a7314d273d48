"""What students and instructors do on a class's server, in their browsers."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, expect

from tests.browser.hub import Hub
from tests.browser.pages import accept, choose, open_in_lab
from tests.browser.server import PATIENCE

NAME = "a1_neuron"
STARTING = 60_000  # milliseconds that a server may take


class Person:
    """Somebody who has logged in, with a browser of their own."""

    def __init__(self, browser: Browser, hub: Hub, name: str) -> None:
        self.hub, self.name = hub, name
        window = browser.new_context(viewport={"width": 1280, "height": 1500})
        window.set_default_timeout(PATIENCE)
        self.page = window.new_page()
        self.page.goto(hub.settings.address)
        self.page.get_by_label("Username").fill(name)
        self.page.get_by_label("Password", exact=False).first.fill(hub.passwords[name])
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(f"{self.url}/lab**", timeout=STARTING)
        expect(self.page.locator(".lm-MenuBar-itemLabel").first).to_be_visible()

    @property
    def url(self) -> str:
        """Return the address of this person's server."""
        return f"{self.hub.settings.address}/user/{self.name}"


class Student(Person):
    """A student, who works in JupyterLab and its list of assignments."""

    def open_list(self) -> None:
        """Open the list of assignments."""
        self.page.goto(f"{self.url}/lab?reset")
        choose(self.page, "Nbgrader", "Assignment List")

    def entry(self, state: str) -> Locator:
        """Return the assignment where it stands under `state`."""
        return self.page.locator(f"#{state}_assignments_list .list_item", has_text=NAME).first

    def fetch(self) -> None:
        """Fetch the assignment."""
        self.open_list()
        self.entry("released").get_by_role("button", name="Fetch").click()
        expect(self.entry("fetched")).to_be_visible()

    def write(self, cell: str, text: str) -> None:
        """Write into a cell of the notebook, in the place of what stands there."""
        place = self.page.locator(".jp-Notebook .jp-Cell", has_text=cell).first
        place.scroll_into_view_if_needed()
        place.dblclick(position={"x": 150, "y": 20})
        place.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def open_notebook(self) -> None:
        """Open the fetched notebook."""
        open_in_lab(self.page, self.url, f"{NAME}/{NAME}.ipynb")

    def validate(self) -> str:
        """Press Validate, which also saves; return what it said."""
        self.page.get_by_role("button", name="Validate", exact=True).click()
        expect(self.page.locator(".jp-Dialog")).to_contain_text("Validation Results")
        return accept(self.page)

    def submit(self) -> None:
        """Hand in."""
        self.open_list()
        self.entry("fetched").get_by_role("button", name="Submit").click()
        expect(self.entry("submitted")).to_be_visible()

    def read_feedback(self) -> str:
        """Fetch the feedback, open it and return its text."""
        self.open_list()
        self.entry("submitted").get_by_role("button", name="Fetch Feedback").click()
        self.page.get_by_text("(view feedback)").click()
        entry = self.page.locator(".jp-DirListing-item", has_text=f"{NAME}.html")
        entry.dblclick()
        page = self.page.frame_locator(".jp-HTMLViewer iframe").locator("body")
        expect(page).to_contain_text("points", timeout=PATIENCE)
        return page.inner_text()


class Instructor(Person):
    """An instructor, who works in the formgrader."""

    def open(self, where: str = "manage_assignments") -> None:
        """Open a page of the formgrader, in a tab of its own."""
        self.page.goto(f"{self.url}/formgrader/{where}")

    def press(self, row: str, button: str) -> None:
        """Press a button in a row of a table and wait until it has worked."""
        place = self.page.locator("tbody tr", has_text=row)
        place.locator(f".{button} a").click()
        expect(self.page.locator(".modal-title")).to_be_visible(timeout=STARTING)
        said = self.page.locator(".modal-content").inner_text()
        assert "Success" in said, said
        self.page.locator(".modal button", has_text="OK").click()
        expect(self.page.locator(".modal-title")).to_have_count(0)

    def mark_by_hand(self, student: str, points: int) -> None:
        """Give points to a student's short answer, and a comment."""
        self.open(f"manage_students/{student}/{NAME}")
        self.page.locator("tbody a").first.click()
        score = self.page.locator("input.score.needs_manual_grade")
        expect(score).to_have_count(1)  # the page is there before the marks are
        score.fill(f"{points}")
        with self.page.expect_response("**/formgrader/api/grade/*") as saved:
            self.page.keyboard.press("Tab")
        assert saved.value.ok
