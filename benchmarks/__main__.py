"""The command ``python -m benchmarks``; see the package's docstring."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import __doc__ as description
from benchmarks import machine

if TYPE_CHECKING:
    from benchmarks._report import Row

SUBJECTS = ("imports", "forward", "training", "ensembles", "convnetjs")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--only", nargs="+", choices=SUBJECTS, default=SUBJECTS, help="what to measure")
    add("--slack", type=float, default=1.0, help="a target is missed below target / slack")
    add("--require-all", action="store_true", help="what could not run is a miss")
    add("--json", type=Path, help="where to write the figures")
    return parser.parse_args(arguments)


def measure(subjects: Sequence[str], slack: float) -> Iterator[Row]:
    """Measure the subjects; print the table's rows as they come, and yield them."""
    # Only now: these import NumPy, which must find the machine as it is to be used.
    from benchmarks._report import HEADINGS, line

    print(line(*HEADINGS))
    for name in subjects:
        for row in import_module(f"benchmarks.{name}").rows():
            print(row.line(slack), flush=True)
            yield row


def summary(rows: Sequence[Row], slack: float, require_all: bool) -> tuple[str, bool]:
    """Return how many targets were reached, and whether that is all of them."""
    asked = [row for row in rows if row.target is not None]
    ran = [row for row in asked if row.ratio is not None]
    reached = sum(row.reached() for row in ran)
    with_slack = sum(row.reached(slack) for row in ran)
    text = f"{reached} of {len(asked)} targets reached"
    if slack != 1:
        text += f", {with_slack} with a slack of {slack:g}"
    if len(ran) < len(asked):
        text += f"; {len(asked) - len(ran)} could not run"
    return text, with_slack == len(asked if require_all else ran)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 1 if a target was missed."""
    options = parse(arguments)
    started = time.monotonic()
    machine.keep_to_one_core()
    facts = machine.description()
    print("\n".join(f"{name:13} {value}" for name, value in facts.items()), end="\n\n")
    rows = list(measure(options.only, options.slack))
    text, passed = summary(rows, options.slack, options.require_all)
    print(f"\n{text}; {time.monotonic() - started:.0f} s")
    if options.json:
        figures = {"machine": facts, "rows": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return int(not passed)


if __name__ == "__main__":
    raise SystemExit(main())
