"""What an instructor asks of a run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from autograder.engine.crew import Alone, Crew, Processes
from autograder.engine.plan import Plan
from autograder.errors import GraderFault


@dataclass(frozen=True)
class Wish:
    """Whom to grade, and how.

    Attributes
    ----------
    students : str
        A pattern of names.
    workers : int or None
        How many processes: none but this one for 0, one a core for None.
    scheduler : str or None
        A Dask scheduler to use instead.
    resume, force : bool
        Whether to go on with the last run, or to grade everyone again.
    feedback : bool
        Whether to write pages.
    """

    students: str = "*"
    workers: int | None = None
    scheduler: str | None = None
    resume: bool = False
    force: bool = False
    feedback: bool = True

    def crew(self, plan: Plan, root: Path, tasks: int) -> Crew:
        """Return who does the work, no more of them than there are tasks."""
        if self.scheduler:
            return self._cluster(plan, root, self.scheduler)
        workers = os.cpu_count() or 1 if self.workers is None else self.workers
        places = min(workers, tasks)
        return Processes(plan, root, places) if places else Alone(plan, root)

    def _cluster(self, plan: Plan, root: Path, address: str) -> Crew:
        try:
            from autograder.engine.cluster import Cluster
        except ImportError as error:
            msg = "--scheduler needs Dask; install it with `pip install distributed`"
            raise GraderFault(msg) from error
        return Cluster(plan, root, address)
