"""Where student code runs: a process that sees Python, our small helpers and nothing else.

The level in force is stored with every grade, best first:

``strong``
    bubblewrap: own user, process, network and mount namespaces; a read-only system; an
    empty, size-capped scratch folder; no home, no course folder, no gradebook; system calls
    that no homework needs are refused.  Workers are forked from a warm process where the
    kernel lets it (`autograder.zygote`).
``container``
    docker or podman: a container for each submission, without network, on a read-only image.
``medium``
    Landlock, refused system calls and resource limits: for places without user namespaces.
    It can see that other processes exist.
``weak``
    a child process with a clean environment and resource limits.  It can read whatever the
    grader can read.  Said out loud.
``none``
    a child process.  Never chosen, and only to be had with ``NN_UNSAFE=1``.

``NN_SANDBOX=<level>`` demands a level.  One that is not to be had is a fault of the grader's,
never a reason to take another.
"""

from autograder.sandbox import group
from autograder.sandbox.levels import (
    LEVELS,
    available,
    borrow,
    find_bubblewrap,
    lend,
    level,
    start,
    warm_trouble,
    why_not,
)
from autograder.sandbox.limits import Limits, Time
from autograder.sandbox.processes import Process

__all__ = [
    "LEVELS",
    "Limits",
    "Process",
    "Time",
    "available",
    "borrow",
    "find_bubblewrap",
    "group",
    "lend",
    "level",
    "start",
    "warm_trouble",
    "why_not",
]
