"""``python -m autograder doctor``: what this machine stops, and what it does not."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from autograder import sandbox

if TYPE_CHECKING:
    from autograder.doctor import Finding

WORDS = {True: "stopped", False: "GETS THROUGH"}


def add(commands: Any) -> None:
    """Declare the command."""
    doctor = commands.add_parser("doctor", help="try what this machine's sandbox stops")
    doctor.add_argument(
        "--level",
        action="append",
        choices=[name for name in sandbox.LEVELS if name != "none"],
        help="try this level; by default all that there are",
    )
    doctor.add_argument("--json", action="store_true", help="print data instead of a table")
    doctor.set_defaults(run=run)


def run(wish: argparse.Namespace) -> int:
    """Make the attempts; 0 if the levels asked for keep what they promise.

    Without any that is the level in force; the others are told, and decide nothing.  A weak
    level in force is never all right.
    """
    from autograder.doctor import examine, faults

    levels = wish.level or [name for name in sandbox.available() if name != "none"]
    found = {name: examine(name) for name in levels}
    broken = {name: faults(name, findings) for name, findings in found.items()}
    print(_as_data(found, broken) if wish.json else _as_table(found, broken))
    judged = wish.level or [sandbox.level()]
    return int(any(broken.get(name) for name in judged) or sandbox.level() in ("weak", "none"))


def _as_data(found: Mapping[str, list[Finding]], broken: Mapping[str, list[str]]) -> str:
    data = {
        "in force": sandbox.level(),
        "warm": sandbox.warm_trouble() == "",
        "control groups": sandbox.group.trouble() == "",
        "not to be had": {
            name: why for name in sandbox.LEVELS if (why := sandbox.why_not(name))
        },
        "levels": {name: [vars(f) for f in findings] for name, findings in found.items()},
        "broken promises": broken,
    }
    return json.dumps(data, indent=2)


def _aside(name: str) -> str:
    return "" if name == sandbox.level() else ", which is not in force,"


def _as_table(found: Mapping[str, list[Finding]], broken: Mapping[str, list[str]]) -> str:
    lines = [f"in force      {sandbox.level()}"]
    for name in sandbox.LEVELS:
        if why := sandbox.why_not(name):
            lines.append(f"not here      {name}: {why}")
    trouble = sandbox.warm_trouble()
    told = f"no, each worker starts alone and costs more: {trouble}" if trouble else "yes"
    lines += [f"warm starts   {told}" if "strong" in found else "", ""]
    capped = sandbox.group.trouble()
    told = f"no: {capped}; each submission is looked at every 50 ms" if capped else "yes"
    lines.insert(-1, f"control group {told}")
    rows = [["attempt", *found]]
    for row in zip(*found.values(), strict=True):
        cells = (WORDS[f.stopped] + (f" ({f.how})" if f.how else "") for f in row)
        rows.append([row[0].attempt, *cells])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines += ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    lines += [
        f"\n{name}{_aside(name)} does not keep its promise: {fault}"
        for name, several in broken.items()
        for fault in several
    ]
    return "\n".join(lines)
