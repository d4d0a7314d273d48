"""Build the book: ``python -m tools.book`` writes a site that needs no network.

What takes long, the runs of lectures and ledger, is kept in a folder under a digest of what
it came from, so that a second build is quick.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.book.lectures import Runs, write_lectures
from tools.book.pages import copy_formulas, write_index, write_pages
from tools.book.verdicts import write_verdicts
from tools.leaks import find_leaks

ROOT = Path(__file__).resolve().parent.parent.parent
MARKER = ".neurons_book"  # only a folder with this file is replaced


class BookError(RuntimeError):
    """The book could not be built, or would show what students must not see."""


def build(output: Path, runs: Runs) -> int:
    """Write the site to `output` and return Sphinx's exit code; a warning is an error.

    Parameters
    ----------
    output : Path
        A folder that is missing, empty, or an earlier build.
    runs : Runs
        Where executed lectures and the ledger's values come from.

    Raises
    ------
    BookError
        If `output` holds anything else, or a page has text of a solution or a hidden check.
    """
    if output.exists() and not (output / MARKER).exists() and not _is_empty(output):
        raise BookError(
            f"{output} is not an earlier book (it has no {MARKER}); choose an empty folder"
        )
    with tempfile.TemporaryDirectory() as scratch:
        sources = Path(scratch) / "sources"
        _gather(sources, runs)
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir(parents=True)
        (output / MARKER).touch()
        return _run_sphinx(sources, output)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _gather(sources: Path, runs: Runs) -> None:
    """Write all that Sphinx reads; nothing in it may give an answer away."""
    sources.mkdir()
    write_pages(ROOT, sources)
    write_lectures(ROOT, sources, runs)
    write_verdicts(sources / "verdicts.md", runs.ledger())
    write_index(ROOT, sources)
    if leaks := find_leaks(ROOT, sources):
        raise BookError("the book would show:\n" + "\n".join(leaks))
    copy_formulas(sources / "extra" / "mathjax")


def _run_sphinx(sources: Path, output: Path) -> int:
    options = ["-q", "-W", "--keep-going", "-c", str(ROOT / "docs"), "-b", "html"]
    options += ["-d", str(sources.with_name("doctrees"))]
    options += ["-D", f"html_extra_path={sources / 'extra'}"]
    command = [sys.executable, "-m", "sphinx", *options, str(sources), str(output)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0 if the book is complete and Sphinx had no complaint."""
    parser = argparse.ArgumentParser(prog="python -m tools.book", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "book")
    parser.add_argument(
        "--executed", type=Path, metavar="FOLDER", help="take executed notebooks from here"
    )
    parser.add_argument(
        "--cache", type=Path, metavar="FOLDER", default=ROOT / "build" / "book-runs"
    )
    wish = parser.parse_args(arguments)
    try:
        code = build(wish.output.resolve(), Runs(ROOT, wish.cache, wish.executed))
    except BookError as error:
        parser.error(str(error))
    if code == 0:
        print(f"the book is in {wish.output}: open index.html")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
