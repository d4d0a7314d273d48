"""The book: complete, at rest on one machine, legible for everybody and on a phone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import course_utils
from course_utils.claims import known_experiments, load
from tests.browser.server import Visit
from tests.browser.site import Reading, Site, served
from tests.lectures import NAMES, Lectures
from tools.book.__main__ import build
from tools.book.lectures import Runs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.needs("chromium"),
    pytest.mark.timeout(1800),  # the first test may have to wait for all lectures
]
LECTURE = "notebooks/01_one_neuron.html"
KINDS = [
    "index.html",
    LECTURE,
    "notebooks/glossary.html",
    "verdicts.html",
    "docs/guide_student.html",
    "docs/api/networks.html",
    "commands.html",
    "search.html",
]
ELSEWHERE = re.compile(r"(url\(|@import)[\s\"']*(https?:)?//")
SMALL = """() => [...document.querySelectorAll("body *")].filter(element =>
  element.checkVisibility() && !element.closest("mjx-container, svg") &&
  [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) &&
  parseFloat(getComputedStyle(element).fontSize) < 16).map(element => element.outerHTML)"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOADED = """async all => {
  all.forEach(one => { one.loading = "eager"; });
  await Promise.all(all.map(one => one.decode()));
  return all.length;
}"""
SET = "() => !window.MathJax || MathJax.startup.promise.then(() => true)"


@pytest.fixture(scope="module")
def site(
    lectures: Lectures, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """Return the book, made from the lectures that other tests look at as well."""
    for name in NAMES:
        lectures(name)
    folder = tmp_path_factory.mktemp("site") / "book"
    assert build(folder, Runs(root, root / "build" / "book-runs", lectures.folder)) == 0
    with served(folder) as site:
        yield site


def open_page(page: Page, site: Site, name: str) -> None:
    """Open a page and wait until its formulas are set."""
    page.goto(f"{site.url}/{name}", wait_until="load")
    page.wait_for_function(SET)


def test_every_page_comes_from_one_machine(visit: Visit, site: Site) -> None:
    for name in site.pages:
        open_page(visit.page, site, name)

    assert visit.outside == []


def test_no_page_names_a_script_or_picture_elsewhere(site: Site) -> None:
    sheets = [*site.folder.rglob("*.css")]

    assert [load for name in site.pages for load in site.reading(name).outside] == []
    assert [path.name for path in sheets if ELSEWHERE.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_no_serious_fault(page: Page, site: Site, name: str, colours: str) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    open_page(page, site, name)

    found = Axe().run(page).response["violations"]

    faults = [
        (fault["id"], node["html"])
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]
    assert faults == []


def test_no_page_is_wider_than_a_phone(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    too_wide = {}
    for name in site.pages:
        open_page(page, site, name)
        too_wide[name] = page.evaluate(TOO_WIDE)

    assert {name: by for name, by in too_wide.items() if by > 0} == {}


@pytest.mark.parametrize("name", KINDS)
def test_no_text_is_smaller_than_16_pixels(page: Page, site: Site, name: str) -> None:
    open_page(page, site, name)

    assert page.evaluate(SMALL) == []


def test_links_inside_the_book_lead_somewhere(site: Site) -> None:
    readings = {name: site.reading(name) for name in site.pages}

    broken = [
        (name, path, anchor)
        for name, reading in readings.items()
        for path, anchor in reading.inside
        if not _leads_somewhere(site, readings, name, path, anchor)
    ]
    assert broken == []


def _leads_somewhere(
    site: Site, readings: dict[str, Reading], name: str, path: str, anchor: str
) -> bool:
    target = (site.folder / name).parent / path if path else site.folder / name
    known = target.resolve()
    if not known.is_file():
        return False
    page = readings.get(str(known.relative_to(site.folder.resolve())))
    return page is None or anchor in page.anchors


def test_links_to_other_sites_are_safe_and_few(
    site: Site, record_property: Callable[[str, object], None]
) -> None:
    links = {link for name in site.pages for link in site.reading(name).links if ":" in link}

    record_property("links to other sites", sorted(links))  # listed, not fetched
    assert [link for link in links if not re.match(r"https://[\w.-]+\.\w+/", link)] == []
    assert len(links) < 40


def test_search_finds_a_lecture_by_a_word_of_it(page: Page, site: Site) -> None:
    open_page(page, site, "search.html?q=maxout")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")

    hits = page.locator("#search-results li a")
    expect(hits.filter(has_text="Activation zoo").first).to_be_visible()


def test_formulas_are_set(page: Page, site: Site) -> None:
    open_page(page, site, LECTURE)

    assert page.locator("mjx-container svg").count() > 10
    expect(page.locator("article")).not_to_contain_text(r"\(")


def test_pictures_of_lectures_have_their_words_and_demos_say_where_they_live(
    page: Page, site: Site
) -> None:
    open_page(page, site, LECTURE)
    pictures, demos = page.locator("img.figure"), page.locator(".demo")

    assert all(picture.get_attribute("alt") for picture in pictures.all())
    assert pictures.evaluate_all(LOADED) > 3
    assert demos.count() > 0
    expect(demos.first).to_contain_text("It answers your hands in the notebook")


def test_every_claim_has_its_row_and_every_figure_its_plot(page: Page, site: Site) -> None:
    open_page(page, site, "verdicts.html")
    figures = [f for n in known_experiments() for f in load()[n].figures]

    assert page.locator(".nn-ledger tbody tr").count() == len(load())
    assert page.locator("svg.nn-interval[aria-label]").count() == len(figures)


def test_reference_has_every_name_of_the_package(site: Site) -> None:
    inventory = (site.folder / "objects.inv").read_bytes().split(b"\n", 4)[4]
    names = {line.split(" ")[0] for line in zlib.decompress(inventory).decode().splitlines()}

    homes = course_utils._MODULE_OF.items()
    assert {f"course_utils.{home}.{name}" for name, home in homes} - names == set()
