"""Generate the notebooks from their sources, check them, and bring edits back.

::

    python -m tools.notebooks                 write every notebook that is out of date
    python -m tools.notebooks 01_one_neuron   ... only this one
    python -m tools.notebooks --check         write nothing; name what is out of date
    python -m tools.notebooks --sync          bring notebooks edited in Jupyter back to .py
    python -m tools.notebooks --sync FILE     ... only this one

No edit is lost.  A notebook records what its source said when both last agreed, so a run
knows which of the two was edited since, whatever the times of the files are.  A run that
would drop an edit stops and names the files; ``--force`` drops it all the same.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.percent import digest, recorded_digest, to_notebook, to_source
from tools.roles import SourceError

ROOT = Path(__file__).resolve().parent.parent
SHOWN_LINES = 12


@dataclass(frozen=True)
class Pair:
    """A source and the notebook that is generated from it."""

    source: Path
    notebook: Path

    @property
    def name(self) -> str:
        """Return the name that both files share."""
        return self.source.stem

    def generated(self) -> str:
        """Return what the notebook file should hold."""
        return to_notebook(self.source.read_text(encoding="utf-8"), self.name)

    def written_back(self) -> str:
        """Return what the source file should hold if the notebook is right."""
        return to_source(self.notebook.read_text(encoding="utf-8"))

    def fresh(self) -> bool:
        """Return whether the notebook is exactly what its source gives."""
        return self.notebook.exists() and self._old() == self.generated()

    def edited(self) -> frozenset[str]:
        """Return which of "source" and "notebook" were edited since they last agreed.

        Where both say the same, neither was.  A notebook without a record of that time
        counts as edited, and so does its source.
        """
        if not self.notebook.exists():
            return frozenset({"source"})
        saved = self._old()
        now = {"source": digest(self.generated()), "notebook": digest(saved)}
        if now["source"] == now["notebook"]:
            return frozenset()
        then = recorded_digest(saved)
        return frozenset(side for side, value in now.items() if value != then)

    def difference(self) -> str:
        """Return the first lines that differ between the file and what it should hold."""
        lines = difflib.unified_diff(
            self._old().splitlines(),
            self.generated().splitlines(),
            f"{self.notebook.name} as it is",
            f"{self.notebook.name} as generated",
            lineterm="",
            n=1,
        )
        return "\n".join(f"    {line}" for line in list(lines)[:SHOWN_LINES])

    def _old(self) -> str:
        return self.notebook.read_text(encoding="utf-8") if self.notebook.exists() else ""


def find_pairs(root: Path) -> list[Pair]:
    """Return every source under `root` with the place of its notebook, in order of name.

    Examples
    --------
    >>> [pair.name for pair in find_pairs(Path("an empty folder"))]
    []
    """
    lectures = [
        Pair(source, root / "notebooks" / f"{source.stem}.ipynb")
        for source in sorted((root / "notebooks" / "src").glob("*.py"))
    ]
    assignments = [
        Pair(source, source.parent.parent / f"{source.stem}.ipynb")
        for source in sorted((root / "assignments").glob("*/private/*.py"))
        if source.stem == source.parent.parent.name
    ]
    return lectures + assignments


def build(pairs: Iterable[Pair], *, force: bool = False) -> list[str]:
    """Write the notebooks that are out of date; return one line for each that could not be."""
    problems = []
    for pair in pairs:
        if pair.fresh():
            continue
        if not force and "notebook" in (edited := pair.edited()):
            problems.append(
                conflict(pair)
                if "source" in edited
                else f"{pair.notebook.name} was edited in Jupyter: run `make sync` to keep the "
                "edit, or add --force to drop it"
            )
            continue
        pair.notebook.write_text(pair.generated(), encoding="utf-8")
        print(f"wrote {pair.notebook.name}")
    return problems


def conflict(pair: Pair) -> str:
    """Return what to do about a pair of which both files were edited."""
    return (
        f"{pair.source.name} and {pair.notebook.name} were both edited, and differently: copy "
        f"one edit over by hand, or drop one. `python -m tools.notebooks --force {pair.name}` "
        f"keeps the source, `python -m tools.notebooks --sync --force {pair.name}` the notebook"
    )


def check(pairs: Iterable[Pair]) -> list[str]:
    """Return one message for each notebook that differs from its source."""
    return [
        f"{pair.notebook.name} is out of date: run `make notebooks`\n{pair.difference()}"
        for pair in pairs
        if not pair.fresh()
    ]


def sync(pairs: Iterable[Pair], *, force: bool = False) -> list[str]:
    """Bring notebooks edited in Jupyter back to their sources; return what could not be."""
    problems = []
    for pair in pairs:
        if not pair.notebook.exists() or pair.fresh():
            continue
        edited = pair.edited()
        if not force and "source" in edited:
            problems.append(
                conflict(pair)
                if "notebook" in edited
                else f"{pair.source.name} was edited, {pair.notebook.name} was not: run `make "
                "notebooks` to keep the edit, or add --force to drop it"
            )
            continue
        if edited:
            pair.source.write_text(pair.written_back(), encoding="utf-8")
            print(f"synced {pair.source.name}")
        pair.notebook.write_text(pair.generated(), encoding="utf-8")
    return problems


def select(pairs: Sequence[Pair], names: Sequence[str]) -> list[Pair]:
    """Return the pairs that `names` asks for, or all of them if it asks for none.

    Parameters
    ----------
    pairs : sequence of Pair
        What there is.
    names : sequence of str
        Names of notebooks, with or without folder and ending.

    Raises
    ------
    ValueError
        If a name belongs to no notebook.
    """
    by_name = {pair.name: pair for pair in pairs}
    wanted = [Path(name).stem for name in names]
    if unknown := [name for name in wanted if name not in by_name]:
        raise ValueError(
            f"no notebook is called {unknown[0]!r}; there is: {', '.join(by_name)}"
        )
    return [by_name[name] for name in wanted] if wanted else list(pairs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 1 if something is out of date or could not be written."""
    parser = argparse.ArgumentParser(prog="python -m tools.notebooks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("names", nargs="*", help="names or files; all of them by default")
    parser.add_argument("--check", action="store_true", help="write nothing, report")
    parser.add_argument("--sync", action="store_true", help="from .ipynb back to .py")
    parser.add_argument("--force", action="store_true", help="drop the other file's edit")
    parser.add_argument("--root", type=Path, default=ROOT, help="the course's folder")
    options = parser.parse_args(arguments)
    try:
        pairs = select(find_pairs(options.root), options.names)
        if options.check:
            problems = check(pairs)
        elif options.sync:
            problems = sync(pairs, force=options.force)
        else:
            problems = build(pairs, force=options.force)
    except (SourceError, ValueError) as error:
        problems = [str(error)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
