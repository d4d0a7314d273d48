"""The browser edition in Chromium, with all of Python in the page and no other machine."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.lite_parts import RUNTIME, WEIGHTS, fetch_local, write_probe
from tests.browser.pages import STDERR, Demo
from tests.browser.server import Visit, new_page, serve_folder
from tests.lectures import Lectures
from tools.lite import SERVED, build_site
from tools.lite_start import public_runtime
from tools.pyodide_runtime import wheel_name

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.needs("chromium", "npm"),
    pytest.mark.timeout(900),  # what it is built from is downloaded first
]
KERNEL_STARTS = 90_000  # milliseconds, on a machine that does other things as well
SHOWN = ".jp-NotebookPanel:not(.lm-mod-hidden)"  # other notebooks may be open behind it
FOLDERS = [("notebooks", "00_start_here.ipynb"), ("assignments", "a1_neuron")]


@pytest.fixture(scope="module")
def tree(lectures: Lectures, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the students' tree with one notebook more, which tries things out."""
    tree = shutil.copytree(lectures.released, tmp_path_factory.mktemp("lite") / "tree")
    write_probe(tree / "notebooks")
    return tree


@pytest.fixture(scope="module")
def site(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site with a runtime of its own."""
    folder = tmp_path_factory.mktemp("site")
    build_site(ROOT, tree, folder / "site", fetch_local(folder / "local"))
    return folder / "site"


@pytest.fixture(scope="module")
def public(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site that takes its runtime from the CDN."""
    build_site(ROOT, tree, folder := tmp_path_factory.mktemp("public") / "site")
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Return where the site is served."""
    with serve_folder(site) as address:
        yield address


@pytest.fixture(scope="module")
def probe(window: BrowserContext, address: str) -> Iterator[Visit]:
    """Return a page on which all cells of the probe but the first have been run."""
    assert window.browser is not None
    # JupyterLab would bring back what other tests opened, and put it in front.
    own = window.browser.new_context()
    with new_page(own) as visit:
        page = visit.page
        page.goto(f"{address}/lab/index.html?path=notebooks/probe.ipynb")
        cells = page.locator(f"{SHOWN} .jp-CodeCell")
        expect(cells.first).to_be_visible()
        wait_for_kernel(page)
        cells.nth(1).locator(".cm-content").click()
        for _ in range(4):
            page.keyboard.press("Shift+Enter")
        expect(cells.nth(4).locator(".jp-OutputArea-output")).to_be_visible(
            timeout=KERNEL_STARTS
        )
        yield visit
    own.close()
    assert visit.outside == []
    assert visit.broken == []


def wait_for_kernel(page: Page) -> None:
    bar = page.locator("#jp-main-statusbar")
    expect(bar).to_contain_text("Idle", timeout=KERNEL_STARTS)


@pytest.mark.parametrize(("folder", "entry"), FOLDERS)
def test_files_are_listed(page: Page, address: str, folder: str, entry: str) -> None:
    page.goto(f"{address}/lab/index.html?reset")

    page.locator(".jp-DirListing-itemText", has_text=folder).dblclick()

    expect(page.locator(".jp-DirListing-itemText", has_text=entry).first).to_be_visible()


def test_lecture_opens_with_its_formulas(page: Page, address: str) -> None:
    page.goto(f"{address}/lab/index.html?path=notebooks/01_one_neuron.ipynb")

    expect(page.locator(f"{SHOWN} .jp-MarkdownCell mjx-container").first).to_be_visible()
    expect(page.locator(f"{SHOWN} .jp-CodeCell").first).to_contain_text("%pip install")


def test_package_comes_from_the_site_itself(probe: Visit) -> None:
    said = probe.page.locator(".jp-OutputArea-output", has_text="version")

    expect(said).to_have_text(re.compile(r"version \d+\.\d+\.\d+ names \d{2,3}"))
    expect(probe.page.locator(STDERR)).to_have_count(0)


def test_demo_front_end_draws_and_asks_the_kernel_in_the_page(probe: Visit) -> None:
    demo = Demo(probe.page, "neuron")
    expect(demo.canvas).to_have_attribute("data-frame", "0")
    slider = demo.root.locator("input[type=range][data-name=weight]")

    slider.focus()
    probe.page.keyboard.press("ArrowRight")

    expect(demo.canvas).to_have_attribute("data-frame", "1")
    expect(demo.status).to_contain_text(f"z = {2 * WEIGHTS[1]:.2f}")  # at x = 2


def test_narrow_page_shows_the_notebook(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/notebooks/index.html?path=notebooks/00_start_here.ipynb")

    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_start_page_leads_to_the_first_notebook(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/")
    expect(page.locator("main")).to_contain_text("No other machine is asked")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.get_by_role("link", name="Start with notebook 00").click()

    expect(page.locator(".jp-Notebook h1").first).to_contain_text("00 · Start here")


def test_site_with_the_public_runtime_holds_the_wheels_alone(public: Path) -> None:
    settings = (public / "jupyter-lite.json").read_text("utf-8")
    served = {wheel_name(wheel) for wheel in (public / "pypi").glob("*.whl")}

    assert served == {*SERVED, "neurons-to-networks"}
    assert "pyodideUrl" not in json.loads(settings)["jupyter-config-data"]["litePluginSettings"]
    assert not (public / "static" / "pyodide").exists()


@pytest.mark.parametrize(
    "place", ["", "notebooks/index.html?path=notebooks/00_start_here.ipynb"]
)
def test_page_says_when_the_public_runtime_cannot_be_reached(
    window: BrowserContext, public: Path, place: str
) -> None:
    with serve_folder(public) as address, new_page(window) as visit:
        visit.page.goto(f"{address}/{place}")

        expect(visit.page.get_by_role("alert")).to_contain_text("Python cannot be loaded")
        assert f"https://cdn.jsdelivr.net/pyodide/v{RUNTIME}/full/pyodide.mjs" in visit.outside


def test_runtime_that_was_tried_is_the_public_one(public: Path) -> None:
    assert f"/pyodide/v{RUNTIME}/full/" in public_runtime(public)
