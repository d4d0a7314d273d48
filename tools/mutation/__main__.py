"""The command ``python -m tools.mutation``; see the package's docstring."""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tools.mutation import __doc__ as description
from tools.mutation.bench import GIB, Bench, MutationError, Target, Verdict, find_target


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.mutation",
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("targets", nargs="+", type=Path, help="modules or packages")
    add("--tests", nargs="+", type=Path, default=(), help="their tests, if not by their name")
    add("--sample", type=int, help="how many mutants of each target; default all")
    add("--seed", type=int, default=0, help="which sample")
    add("--workers", type=int, default=os.cpu_count() or 1)
    add("--examples", type=int, default=25, help="of hypothesis, for each of its tests")
    add("--memory", type=float, default=4, help="GiB for each worker")
    add("--patience", type=float, default=5, help="seconds beyond 4 times the tests' own")
    add("--at-least", type=float, default=0.9, help="share to be killed; less is a failure")
    add("--json", type=Path, help="where to write the verdicts")
    return parser.parse_args(arguments)


def try_target(bench: Bench, target: Target, sample: int | None, seed: int) -> list[Verdict]:
    """Try the target's mutants and print each that survives."""
    found = target.mutants()
    if sample is not None and sample < len(found):
        found = random.Random(seed).sample(found, sample)
    tests = " ".join(map(str, target.tests))
    print(f"== {target.path}: {len(found)} mutants, {tests}", flush=True)
    verdicts = []
    for verdict in bench.verdicts(target, found):
        verdicts.append(verdict)
        if verdict.killed_by is None:
            print(verdict.diff, end="\n\n", flush=True)
    return verdicts


def table(verdicts: Sequence[Verdict]) -> str:
    """Return a line for each module: how many were killed, of how many.

    Parameters
    ----------
    verdicts : sequence of Verdict
        At least one.

    Returns
    -------
    str
        The lines, the last of them for all.

    Examples
    --------
    >>> killed = Verdict("a.py", 1, "+ becomes -", "", "tests/test_a.py::test_sum", 0.5)
    >>> print(table([killed, killed]))
    a.py    2 of    2 killed, 100 %
    all     2 of    2 killed, 100 %
    """
    modules = sorted({verdict.module for verdict in verdicts})
    width = max(map(len, modules))
    lines = []
    for name in [*modules, "all"]:
        of_it = [verdict for verdict in verdicts if name in (verdict.module, "all")]
        killed = sum(verdict.killed_by is not None for verdict in of_it)
        share = f"{killed / len(of_it):.0%}".replace("%", " %")
        lines.append(f"{name:{width}} {killed:4} of {len(of_it):4} killed, {share}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants; return 1 if too many survive, 2 if the tests fail without one."""
    options = parse(arguments)
    started = time.monotonic()
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory() as scratch:
        memory = int(options.memory * GIB)
        bench = Bench(
            Path(scratch), options.examples, memory, options.workers, options.patience
        )
        try:
            for target in [find_target(path, options.tests) for path in options.targets]:
                verdicts += try_target(bench, target, options.sample, options.seed)
        except MutationError as error:
            print(error, file=sys.stderr)
            return 2
    if options.json:
        options.json.write_text(json.dumps([*map(asdict, verdicts)], indent=1), "utf-8")
    if not verdicts:
        print("there is nothing in them to mutate")
        return 0
    print(table(verdicts))
    seconds = time.monotonic() - started
    print(f"{seconds:.0f} s, {seconds / len(verdicts):.2f} s a mutant")
    survived = sum(verdict.killed_by is None for verdict in verdicts)
    return int(survived > (1 - options.at_least) * len(verdicts))


if __name__ == "__main__":
    # Before anything loads NumPy: a child is one of many and needs no threads of its own.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, "")
    raise SystemExit(main())
