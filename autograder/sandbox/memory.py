"""How much memory, time and how many processes a sandbox uses, all of them together.

A limit for each process is no limit for the sum, and a control group is not to be had on most
machines.  So the judge looks from outside while it waits for an answer: the pages that are
resident, as a cheap upper bound, and where those are too many the true share of each process,
which counts a page that is shared by a fork once.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Container, Iterator
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
SHARE = re.compile(rb"^(?:Pss|SwapPss):\s+(\d+) kB", re.MULTILINE)


def tree(root: int) -> list[int]:
    """Return the numbers of a process and of all that descend from it.

    Examples
    --------
    >>> os.getpid() in tree(os.getpid())
    True
    """
    return [root, *descendants(root)]


def descendants(root: int, dead: Container[int] = ()) -> Iterator[int]:
    """Yield the numbers of all that descend from a process, of each one's the newest first.

    Parameters
    ----------
    root : int
        Of the process.
    dead : set of int
        Who is left out.
    """
    waiting = [*_children(root)]
    while waiting:
        process = waiting.pop()
        if process not in dead:
            yield process
            waiting += _children(process)


def _children(process: int) -> Iterator[int]:
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):  # noqa: PTH208  # asked often
            with contextlib.suppress(OSError):
                told = Path(f"/proc/{process}/task/{thread}/children").read_bytes()
                yield from map(int, told.split())


def resident(process: int) -> int:
    """Return the bytes that a process holds in memory, shared pages included; 0 if it is dead.

    Where its first thread has ended, only the others tell.
    """
    return _pages(f"/proc/{process}") or max(map(_pages, _threads(process)), default=0)


def _threads(process: int) -> list[str]:
    with contextlib.suppress(OSError):
        return [str(folder) for folder in Path(f"/proc/{process}/task").iterdir()]
    return []


def _pages(folder: str) -> int:
    with contextlib.suppress(OSError):
        return int(Path(folder, "statm").read_bytes().split()[1]) * PAGE
    return 0


def processor_seconds(processes: list[int]) -> float:
    """Return the time that processes have computed, and their ended children whom they met."""
    return sum(map(_ticks, processes)) / TICKS


def _ticks(process: int) -> int:
    with contextlib.suppress(OSError):
        told = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
        return sum(map(int, told[11:15]))
    return 0


def share(process: int) -> int:
    """Return the bytes that a process holds, of shared pages only its part."""
    for folder in (f"/proc/{process}", *_threads(process)):
        with contextlib.suppress(OSError):
            told = SHARE.findall(Path(folder, "smaps_rollup").read_bytes())
            if found := sum(int(number) << 10 for number in told):
                return found
    return resident(process)  # it is gone, or the kernel doesn't tell


def exceeds(processes: list[int], limit: int) -> bool:
    """Tell whether processes hold more than `limit` bytes together."""
    return sum(map(resident, processes)) > limit and sum(map(share, processes)) > limit
