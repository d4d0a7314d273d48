"""Run the ledger: ``python -m course_utils.claims``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from course_utils.claims._outcome import Outcome, measure_all
from course_utils.claims._report import as_html, as_json, as_markdown, as_text
from course_utils.claims._result import FIRST, SECOND, Seeds, known_experiments

_WRITERS = {".html": as_html, ".md": as_markdown}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run experiments, print their verdicts, and say with 1 that one left its interval.

    Parameters
    ----------
    arguments : sequence of str, optional
        What stands on the command line.

    Returns
    -------
    int
        0 if every row came out as the ledger says, 1 if one did not.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.report and options.report.suffix not in _WRITERS:
        parser.error(f"--report writes .html or .md, got {options.report.name!r}")
    numbers = options.row or [
        n for n, entry in known_experiments().items() if not (options.fast and entry.slow)
    ]
    if unknown := sorted(set(numbers) - set(known_experiments())):
        parser.error(f"row {unknown[0]} has no experiment: it is cited or does not exist")
    run = measure_all(numbers, options.seeds, workers=options.workers)
    outcomes = _with_progress(run, len(numbers))
    sys.stdout.write(as_text(outcomes) + "\n")
    if options.json:
        options.json.write_text(as_json(outcomes), encoding="utf-8")
    if options.report:
        page = _WRITERS[options.report.suffix](outcomes)
        options.report.write_text(page, encoding="utf-8")
    complaints = [line for outcome in outcomes for line in outcome.complaints]
    sys.stderr.writelines(f"{line}\n" for line in complaints)
    return 1 if complaints else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m course_utils.claims",
        description="Measure the claims of the notes; exit with 1 if one leaves its interval.",
    )
    parser.add_argument("--row", type=int, nargs="+", help="only these rows")
    parser.add_argument("--fast", action="store_true", help="leave out what takes long")
    parser.add_argument(
        "--seeds",
        type=_seeds,
        default=FIRST,
        help="first (the default: those that set the intervals), second, or START:STOP",
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the values")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write a page, .html or .md"
    )
    return parser


def _seeds(text: str) -> Seeds:
    named = {"first": FIRST, "second": SECOND}
    if text in named:
        return named[text]
    start, colon, stop = text.partition(":")
    if not (colon and start.isdecimal() and stop.isdecimal() and int(start) < int(stop)):
        msg = f"seeds are first, second or START:STOP such as 40:60, got {text!r}"
        raise argparse.ArgumentTypeError(msg)
    return range(int(start), int(stop))


def _with_progress(run: Iterable[Outcome], total: int) -> list[Outcome]:
    outcomes: list[Outcome] = []
    visible = sys.stderr.isatty()
    for outcome in run:
        outcomes.append(outcome)
        if visible:
            done = 30 * len(outcomes) // total
            bar = "█" * done + "░" * (30 - done)
            sys.stderr.write(f"\r{bar} {len(outcomes)} of {total}, row {outcome.claim.number} ")
    if visible:
        sys.stderr.write("\r\033[K")
    return outcomes


if __name__ == "__main__":
    raise SystemExit(main())
