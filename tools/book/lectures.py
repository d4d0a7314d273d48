"""Lectures for the book: run once for each version, their pictures as files of their own."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

WIDGET = "application/vnd.jupyter.widget-view+json"
PATIENCE = 600  # seconds for a cell, on a machine that does other things as well
DEMO = (
    "A live demo, as it looks before you touch it. It answers your hands in the notebook, "
    "in Jupyter or in the browser edition."
)


@dataclass(frozen=True)
class Runs:
    """What takes long, kept in a folder under a digest of what it came from.

    Attributes
    ----------
    root : Path
        The course's folder.
    cache : Path
        Where results are kept.
    given : Path or None
        A folder with lectures that somebody has executed; with it, none is run.
    """

    root: Path
    cache: Path
    given: Path | None = None

    def lecture(self, name: str) -> Any:
        """Return a lecture with its outputs."""
        if self.given is not None:
            return nbformat.read(self.given / f"{name}.ipynb", as_version=4)
        source = self.root / "notebooks" / f"{name}.ipynb"
        kept = self._place(name, source.read_bytes(), ".ipynb")
        if not kept.exists():
            print(f"running {name}", flush=True)
            _keep(kept, nbformat.writes(_execute(source, self.root)))
        return nbformat.read(kept, as_version=4)

    def ledger(self) -> list[dict[str, Any]]:
        """Return what the experiments of all rows gave."""
        kept = self._place("ledger", b"", ".json")
        if not kept.exists():
            print("running the ledger", flush=True)
            kept.parent.mkdir(parents=True, exist_ok=True)
            fresh = kept.with_suffix(".new")
            command = [sys.executable, "-m", "course_utils.claims", "--json", str(fresh)]
            # 1 says that a row left its interval; the book shows which.
            status = subprocess.run(command, cwd=self.root, stdout=subprocess.DEVNULL)
            if status.returncode not in (0, 1):
                status.check_returncode()
            fresh.rename(kept)
        rows: list[dict[str, Any]] = json.loads(kept.read_text("utf-8"))
        return rows

    def _place(self, name: str, source: bytes, suffix: str) -> Path:
        digest = hashlib.blake2b(source, digest_size=8)
        for path in sorted((self.root / "course_utils").rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.read_bytes())
        return self.cache / f"{name}-{digest.hexdigest()}{suffix}"


def _keep(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_suffix(".new")
    fresh.write_text(text, "utf-8")
    fresh.rename(place)


def _execute(source: Path, root: Path) -> Any:
    notebook = nbformat.read(source, as_version=4)
    with tempfile.TemporaryDirectory() as place:
        client = NotebookClient(
            notebook, timeout=PATIENCE, resources={"metadata": {"path": place}}
        )
        client.execute(env={**os.environ, "PYTHONPATH": str(root)})
    return notebook


def write_lectures(root: Path, sources: Path, runs: Runs) -> None:
    """Write every lecture with its outputs where Sphinx reads, and its pictures beside it.

    Parameters
    ----------
    root : Path
        The course's folder.
    sources : Path
        The folder that Sphinx reads; pictures go to its folder ``extra/figures``.
    runs : Runs
        Where outputs come from.
    """
    figures = sources / "extra" / "figures"
    figures.mkdir(parents=True)
    for source in sorted((root / "notebooks").glob("*.ipynb")):
        notebook = nbformat.read(source, as_version=4)
        # A run may have cells of its own, such as a guard; the cells here decide.
        ran = {cell.id: cell for cell in runs.lecture(source.stem).cells}
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.execution_count = ran[cell.id].execution_count
                cell.outputs = [
                    _shown(output, figures, f"{source.stem[:2]}-{cell.id}-{position}")
                    for position, output in enumerate(ran[cell.id].outputs)
                ]
        nbformat.write(notebook, sources / "notebooks" / source.name)


def _shown(output: Any, figures: Path, name: str) -> Any:
    """Return an output as a book can show it: no widgets, pictures as files with their text."""
    data = output.get("data", {})
    is_demo = data.pop(WIDGET, None) is not None
    if "image/png" in data:
        (figures / f"{name}.png").write_bytes(base64.b64decode(data["image/png"]))
        about = output.metadata["image/png"]
        page = _image(f"../figures/{name}.png", about["alt"], about.get("width"))
        data = {"text/html": page}
    if is_demo:
        data = {"text/html": f'<div class="demo">{data["text/html"]}<p>{DEMO}</p></div>'}
    if "text/html" in data:
        output.data = data
    return output


def _image(source: str, alt: str, width: int | None) -> str:
    """Return a picture that opens in its full size, since a phone shows it small."""
    size = f' width="{width}"' if width else ""
    words = html.escape(alt)
    image = f'<img class="figure" src="{source}" alt="{words}"{size} loading="lazy">'
    return f'<a href="{source}">{image}</a>'
