"""Work in a forked child, which shares what its parent has imported, on a mutant.

A mutant may loop, exit, or ask for all the memory there is.  So the child has limits, and it
counts as survived only if it says so itself at its end.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any


@dataclass(frozen=True)
class Limits:
    """What a child may use: seconds on the clock, bytes of memory."""

    seconds: float
    memory: int


class MutantImporter(MetaPathFinder, Loader):
    """Gives one module another source; the file stays as it is."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self.name, self.path, self.source = name, path, source

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Return where to load the module from, if it is the one."""
        if fullname != self.name:
            return None
        folders = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return spec_from_file_location(
            fullname, self.path, loader=self, submodule_search_locations=folders
        )

    def exec_module(self, module: ModuleType) -> None:
        """Run the other source as the module."""
        exec(compile(self.source, str(self.path), "exec"), module.__dict__)

    def load(self) -> None:
        """Import the module now, before pytest puts an importer of its own first."""
        sys.meta_path.insert(0, self)
        import_module(self.name)


class Child:
    """A forked process that does one thing and leaves the result in a file.

    Parameters
    ----------
    work : callable
        What to do; returns what JSON can hold.
    report : Path
        Where the result goes.  What the work prints goes beside it, into ``*.out``.
    limits : Limits
        What it may use.
    """

    def __init__(self, work: Callable[[], object], report: Path, limits: Limits) -> None:
        self.report, self.limits = report, limits
        self.started = time.monotonic()
        self.pid = os.fork()
        if self.pid == 0:
            self._work(work)

    def _work(self, work: Callable[[], object]) -> None:
        """Do the work in the child and end it; nothing of the parent's goes on here."""
        try:
            os.setsid()  # a group of its own, so that its children can be ended with it
            resource.setrlimit(resource.RLIMIT_AS, (self.limits.memory, self.limits.memory))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            output = os.open(self.report.with_suffix(".out"), os.O_WRONLY | os.O_CREAT)
            for stream in (1, 2):
                os.dup2(output, stream)
            self.report.write_text(json.dumps(work()), encoding="utf-8")
        except BaseException:  # a mutant may exit, too
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)

    def result(self) -> dict[str, Any] | None:
        """Return what came of it, or None while it goes on."""
        late = time.monotonic() - self.started > self.limits.seconds
        if late:
            os.killpg(self.pid, signal.SIGKILL)
        if os.waitpid(self.pid, 0 if late else os.WNOHANG)[0] == 0:
            return None
        seconds = round(time.monotonic() - self.started, 3)
        try:
            return {**json.loads(self.report.read_text("utf-8")), "seconds": seconds}
        except (OSError, ValueError):
            killed_by = "the time limit" if late else "its end before the tests' end"
            return {"killed_by": killed_by, "seconds": seconds}

    def wait(self) -> dict[str, Any]:
        """Return what came of it, however long it takes."""
        while (result := self.result()) is None:
            time.sleep(0.005)
        return result
