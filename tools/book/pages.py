"""The pages that people wrote, in the order of the book, and what a page needs offline."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

# A page that is not here fails the build, since Sphinx warns of it, and a test.
CONTENTS = {
    "Lectures": ("notebooks/README", "notebooks/[0-9]*", "notebooks/glossary"),
    "The ledger": ("verdicts",),
    "Guides": (
        "docs/guide_student",
        "docs/browser_edition",
        "docs/guide_instructor",
        "docs/guide_grading",
        "docs/guide_report",
        "docs/guide_hub",
        "docs/guide_cluster",
        "docs/guide_author",
        "CONTRIBUTING",
    ),
    "The grader": ("docs/validity", "docs/threat_model", "docs/hostile"),
    "Reference": (
        "docs/api/numbers",
        "docs/api/networks",
        "docs/api/training",
        "docs/api/figures",
        "docs/api/claims",
        "docs/api/grader",
        "commands",
        "docs/release_notes",
        "CHANGELOG",
    ),
}
# The start page is a letter to whoever opens the students' folder.
NOT_IN_THE_BOOK = ("start_page.md", "conf.py", "index.md", "_static", "_templates")
DIFF = re.compile(r"^```diff\n.*?^```\n", re.MULTILINE | re.DOTALL)
LEFT_OUT = "This book shows no answers; the instructor's copy of this page shows the lines.\n"
FORMULAS = "sphinx-mathjax-offline/static/mathjax"
FORMULA_PARTS = ("tex-svg.js", "input/tex/extensions", "a11y", "sre", "ui")


def write_pages(root: Path, sources: Path) -> None:
    """Lay the pages out as in the repository, so that links between them hold in both.

    Parameters
    ----------
    root : Path
        The course's folder.
    sources : Path
        An empty folder that Sphinx will read.
    """
    leave = shutil.ignore_patterns(*NOT_IN_THE_BOOK)
    shutil.copytree(root / "docs", sources / "docs", ignore=leave)
    for page in (sources / "docs").glob("*.md"):
        page.write_text(without_answers(page.read_text("utf-8")), "utf-8")
    (sources / "notebooks").mkdir()
    for page in sorted((root / "notebooks").glob("*.md")):
        shutil.copy(page, sources / "notebooks")
    for name in ("CONTRIBUTING.md", "CHANGELOG.md"):
        shutil.copy(root / name, sources)
    (sources / "commands.md").write_text(commands_page(root), "utf-8")


def without_answers(page: str) -> str:
    r"""Leave out the diffs of a report, because they show lines of reference answers.

    Examples
    --------
    >>> without_answers("No change.\n\n```diff\n- a\n+ b\n```\n") == "No change.\n\n" + LEFT_OUT
    True
    """
    text, found = DIFF.subn("", page)
    return text + LEFT_OUT if found else text


def write_index(root: Path, sources: Path) -> None:
    """Write the first page, with the tables of contents; all other pages are there."""
    parts = [(root / "docs" / "index.md").read_text("utf-8")]
    for caption, patterns in CONTENTS.items():
        # Suffixes are for the look-up alone: a page is Markdown or a notebook.
        pages = "\n".join(page for page in patterns if [*sources.glob(f"{page}.*")])
        parts.append(f"```{{toctree}}\n:hidden:\n:glob:\n:caption: {caption}\n\n{pages}\n```\n")
    (sources / "index.md").write_text("\n".join(parts), "utf-8")


def commands_page(root: Path) -> str:
    """Return a page with what the grader and the ledger answer to ``--help``."""
    grader = ["autograder", *(f"autograder {name}" for name in _subcommands(root))]
    parts = ["# The command line"]
    for command in (*grader, "course_utils.claims"):
        parts.append(f"## python -m {command}\n\n```text\n{_help(root, command)}\n```")
    return "\n\n".join(parts) + "\n"


def _subcommands(root: Path) -> list[str]:
    usage = _help(root, "autograder")
    return usage[usage.index("{") + 1 : usage.index("}")].split(",")


def _help(root: Path, command: str) -> str:
    asked = [sys.executable, "-m", *command.split(), "--help"]
    narrow = {**os.environ, "COLUMNS": "80"}
    run = subprocess.run(
        asked, cwd=root, env=narrow, check=True, capture_output=True, text=True
    )
    return run.stdout.strip()


def copy_formulas(place: Path) -> None:
    """Copy what sets formulas, so that no page asks another machine for it."""
    package = Path(str(distribution("sphinx-mathjax-offline").locate_file(FORMULAS)))
    place.mkdir(parents=True)
    for part in FORMULA_PARTS:
        origin = package / part
        copy = shutil.copytree if origin.is_dir() else shutil.copy
        copy(origin, place / part)
