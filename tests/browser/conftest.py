"""One graded course, one JupyterLab and one Chromium for all tests of this folder.

A page may speak to this machine alone: a test that made it ask for another fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.classroom import build_classroom
from tests.browser.server import PATIENCE, Lab, Visit, chromium_window, new_page, serve
from tests.lectures import Lectures

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory, lectures: Lectures) -> Path:
    """Return a copy of the course with its release, and a class that has been graded."""
    return build_classroom(tmp_path_factory.mktemp("classroom") / "course", lectures.released)


@pytest.fixture(scope="session")
def lab(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Return a running JupyterLab."""
    with serve(course, tmp_path_factory.mktemp("home")) as lab:
        yield lab


@pytest.fixture(scope="session")
def window(chromium: str) -> Iterator[BrowserContext]:
    """Return a running Chromium."""
    with chromium_window(chromium) as window:
        yield window


@pytest.fixture
def visit(window: BrowserContext) -> Iterator[Visit]:
    """Return an empty page with its record; the record must stay clean."""
    with new_page(window) as visit:
        yield visit
    assert visit.outside == []
    assert visit.broken == []


@pytest.fixture
def page(visit: Visit) -> Page:
    """Return an empty page."""
    return visit.page
