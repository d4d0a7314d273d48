"""The browser edition's start page and warnings, without building the site."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tools.lite import Local, lacking
from tools.lite_start import NoRuntime, public_runtime, write_start_page

CDN = "https://cdn.example.org/v1/full/pyodide.mjs"


@pytest.fixture
def contents(tmp_path: Path) -> Path:
    """Return a folder with one lesson and one assignment."""
    for place, heading in (("notebooks/01_a.ipynb", "A & B"), ("assignments/a1/a1.ipynb", "C")):
        cells = [
            nbformat.v4.new_code_cell("# not a heading"),
            nbformat.v4.new_markdown_cell(f"# {heading}"),
        ]
        (path := tmp_path / "contents" / place).parent.mkdir(parents=True)
        nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return tmp_path / "contents"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site as JupyterLite leaves it, as far as matters here."""
    kernel = tmp_path / "site" / "extensions" / "@jupyterlite" / "kernel"
    kernel.mkdir(parents=True)
    (kernel / "1.js").write_text(f'let a = "{CDN}";')
    (tmp_path / "site" / "lab").mkdir()
    (tmp_path / "site" / "lab" / "index.html").write_text("<head></head>")
    return tmp_path / "site"


def test_notebooks_are_listed_by_their_headings(site: Path, contents: Path) -> None:
    write_start_page(site, contents, alone=True)

    page = (site / "index.html").read_text("utf-8")
    assert 'path=notebooks/01_a.ipynb">A &amp; B</a>' in page
    assert 'path=assignments/a1/a1.ipynb">C</a>' in page


def test_site_with_its_own_runtime_asks_nobody(site: Path, contents: Path) -> None:
    write_start_page(site, contents, alone=True)

    assert "https:" not in (site / "index.html").read_text("utf-8")
    assert (site / "lab" / "index.html").read_text("utf-8") == "<head></head>"


def test_pages_of_notebooks_ask_for_the_public_runtime(site: Path, contents: Path) -> None:
    write_start_page(site, contents, alone=False)

    assert "cdn.example.org</code>" in (site / "index.html").read_text("utf-8")
    script = f'<script defer src="../lite_runtime.js" data-runtime="{CDN}"></script>'
    assert (site / "lab" / "index.html").read_text("utf-8") == f"<head>{script}</head>"
    assert (site / "lite_runtime.js").is_file()


def test_page_for_the_notebooks_settings_is_there(site: Path, contents: Path) -> None:
    write_start_page(site, contents, alone=True)

    settings = 'id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}<'
    assert settings in (site / "index.html").read_text("utf-8")


def test_kernel_without_an_address_is_an_error(site: Path, contents: Path) -> None:
    (site / "extensions" / "@jupyterlite" / "kernel" / "1.js").write_text("let a = 1;")

    with pytest.raises(NoRuntime, match="should name one runtime, it names none"):
        write_start_page(site, contents, alone=False)


def test_two_addresses_are_an_error(site: Path) -> None:
    (site / "extensions" / "@jupyterlite" / "2.js").write_text(f'"{CDN.replace("v1", "v2")}"')

    with pytest.raises(NoRuntime, match=r"names \[.*v1.*v2"):
        public_runtime(site)


def test_folder_without_numpy_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "matplotlib-3.10.8-cp314-cp314-pyemscripten_2026_0_wasm32.whl").touch()

    assert lacking(Local(tmp_path, tmp_path)) == ["numpy"]
    assert lacking(None) == []
