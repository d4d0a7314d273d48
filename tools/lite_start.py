"""The browser edition's start page, and the word that Python's runtime cannot be reached."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from string import Template
from urllib.parse import quote, urlsplit

import nbformat

HERE = Path(__file__).parent
SCRIPT = "lite_runtime.js"
PUBLIC = re.compile(r'https://[^"\s]+/pyodide\.mjs')
OWN_SOURCE = "Python, NumPy and Matplotlib: from this site as well. No other machine is asked."
PUBLIC_SOURCE = "Python, NumPy and Matplotlib: from <code>{host}</code>, a public server."


class NoRuntime(RuntimeError):
    """The built site does not say where its runtime comes from."""


def public_runtime(site: Path) -> str:
    """Return the address at which a built site asks for its Python runtime.

    Raises
    ------
    NoRuntime
        If the kernel's scripts name no such address, or more than one.
    """
    scripts = (site / "extensions" / "@jupyterlite").rglob("*.js")
    found: set[str] = {
        address for path in scripts for address in PUBLIC.findall(path.read_text("utf-8"))
    }
    if len(found) != 1:
        raise NoRuntime(
            f"{site} should name one runtime, it names {sorted(found) or 'none'}; "
            "has a new version of jupyterlite-pyodide-kernel changed its scripts?"
        )
    return found.pop()


def title(notebook: Path) -> str:
    """Return a notebook's first heading."""
    cells = nbformat.read(notebook, as_version=4).cells
    text = "\n".join(str(cell.source) for cell in cells if cell.cell_type == "markdown")
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return str(found[1]) if found else notebook.stem


def entries(contents: Path, pattern: str) -> str:
    """Return a list of links to notebooks, which open on narrow screens as well."""
    lines = []
    for path in sorted(contents.glob(pattern)):
        place = quote(path.relative_to(contents).as_posix())
        link = f"notebooks/index.html?path={place}"
        lines.append(f'        <li><a href="{link}">{html.escape(title(path))}</a></li>')
    return "\n".join(lines)


def write_start_page(site: Path, contents: Path, *, alone: bool) -> None:
    """Write the site's first page; without a runtime of its own, say when there is none.

    Parameters
    ----------
    site : Path
        The site that JupyterLite has built.
    contents : Path
        The notebooks that it was built from.
    alone : bool
        Whether the runtime lies on the site itself.

    Raises
    ------
    NoRuntime
        If the runtime should come from elsewhere, but the site does not say from where.
    """
    address = "" if alone else public_runtime(site)
    tag = f'<script defer src="{{}}{SCRIPT}" data-runtime="{address}"></script>'
    page = Template((HERE / "lite_start.html").read_text("utf-8")).substitute(
        check=tag.format("") if address else "",
        source=PUBLIC_SOURCE.format(host=urlsplit(address).netloc) if address else OWN_SOURCE,
        first="notebooks/index.html?path=notebooks/00_start_here.ipynb",
        lessons=entries(contents, "notebooks/*.ipynb"),
        assignments=entries(contents, "assignments/*/*.ipynb"),
    )
    (site / "index.html").write_text(page, "utf-8")
    if address:
        shutil.copy(HERE / SCRIPT, site)
        for app in site.glob("*/index.html"):
            whole = app.read_text("utf-8").replace("</head>", f"{tag.format('../')}</head>", 1)
            app.write_text(whole, "utf-8")
