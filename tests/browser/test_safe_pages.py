"""Feedback and class report in a real browser: nothing runs, everyone can read them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from autograder import after, feedback
from autograder.flags import Flag, Pair
from tests.browser.classroom import EMPTY, RIGHT, WRONG, feedback_page
from tests.browser.payloads import ABOUT, ALL, hostile_notebook
from tests.graded import Written

pytestmark = [
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),
]
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a feedback page that is made of attacks."""
    file = tmp_path_factory.mktemp("hostile") / "feedback.html"
    file.write_text(feedback.as_page(hostile_notebook(), dict(ABOUT)), "utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a class report in which every text is an attack."""
    folder = tmp_path_factory.mktemp("report")
    room = Written(folder)
    for number in range(12):
        work = ((number % 3) / 1.0, ALL if number == 5 else "incorrect", ALL)
        room.add(f"s{number}", labels={"one": ALL}, one=work, two=(0.0, "error", ALL))
    flags = {f"s{n}": [Flag("edited", ALL, ALL)] for n in range(3)}
    pairs = [Pair("one", ("s1", "s2"), 0.95, 7, (ALL, ALL))]
    file = folder / "report.html"
    file.write_text(after.as_page(after.make_report(room.read(), flags, pairs)), "utf-8")
    return file.as_uri()


@pytest.fixture
def watched(page: Page) -> dict[str, list[str]]:
    """Write down every dialog and every request of the page."""
    seen: dict[str, list[str]] = {"dialogs": [], "requests": []}

    def dismiss(dialog: Any) -> None:
        seen["dialogs"].append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("request", lambda request: seen["requests"].append(request.url))
    return seen


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def press_everything(page: Page) -> None:
    """Move over, focus and press all that a reader could."""
    open_all(page)
    page.evaluate(
        """() => document.querySelectorAll("main *").forEach(one => {
          for (const kind of ["mouseover", "focus", "toggle", "load", "error"])
            one.dispatchEvent(new Event(kind));
          if (one.tagName === "A" && !(one.getAttribute("href") || "").startsWith("http"))
            one.click();
        })"""
    )
    page.wait_for_timeout(300)


@pytest.mark.parametrize("which", ["hostile", "report"])
def test_nothing_runs_and_nothing_is_fetched(
    page: Page, watched: dict[str, list[str]], which: str, request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue(which)
    page.goto(address)

    press_everything(page)

    assert watched["dialogs"] == []
    left = [u for u in watched["requests"] if not u.startswith((address, "data:image/png"))]
    assert left == []
    assert page.evaluate("document.body.dataset.hacked") is None
    assert page.url.partition("#")[0] == address
    active = "script, iframe, object, embed, form, input, base, link, body style, animate"
    assert page.locator(active).count() == 0


@pytest.mark.parametrize("which", ["hostile", "report"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_of_attacks_keeps_its_shape(
    page: Page, which: str, scheme: Any, request: pytest.FixtureRequest
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(request.getfixturevalue(which))
    open_all(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("main").count() == page.locator("h1").count() == 1
    assert grave(page) == []


@pytest.mark.parametrize("student", [RIGHT, WRONG, EMPTY], ids=lambda student: student.name)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_feedback_has_no_grave_fault_for_readers_with_a_handicap(
    page: Page, course: Path, student: Any, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(feedback_page(course, student))
    open_all(page)

    assert grave(page) == []


def grave(page: Page) -> list[tuple[str, str]]:
    """Return axe's serious and critical findings, each with the first element."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in GRAVE]


def test_screen_reader_meets_landmarks_and_headings_in_order(page: Page, course: Path) -> None:
    page.goto(feedback_page(course, WRONG))

    tree = page.locator("body").aria_snapshot()

    lines = [line.strip() for line in tree.splitlines()]
    heads = [line for line in lines if line.startswith("- heading")]
    levels = [int(line.partition("level=")[2][0]) for line in heads]
    assert levels[0] == 1
    assert all(now <= before + 1 for before, now in pairwise(levels))
    places = [lines.index(line) for line in ("- banner:", "- main:", "- contentinfo:")]
    assert places == sorted(places)
    expect(page.get_by_role("table", name="Your exercises")).to_be_visible()


def test_no_text_is_hidden_but_what_a_reader_can_unfold(page: Page, course: Path) -> None:
    page.goto(feedback_page(course, WRONG))
    open_all(page)

    hidden = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter(one => {
          const style = getComputedStyle(one), box = one.getBoundingClientRect();
          return one.textContent.trim() && (style.display === "none" ||
            style.visibility === "hidden" || style.opacity < 0.5 || !box.width || !box.height);
        }).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert hidden == []


def test_hints_go_from_gentle_to_plain_and_lead_back_to_the_notes(
    page: Page, course: Path
) -> None:
    page.goto(feedback_page(course, WRONG))

    hints = page.locator("section").first.locator(".behind summary").all_inner_texts()
    assert hints[0].endswith("the gentlest")
    assert hints[-1].endswith("the plainest")
    expect(page.get_by_role("heading", name="What to read again")).to_be_visible()
