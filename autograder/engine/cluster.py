"""A Dask cluster as the crew: submissions go out as data, and so does the assignment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from distributed import Client, KilledWorker, WorkerPlugin

from autograder.engine import job
from autograder.engine.crew import ATTEMPTS, WorkerDied
from autograder.engine.plan import Plan, files_of
from autograder.errors import GraderFault

T = TypeVar("T")
AHEAD = 2  # jobs that wait at each place, so that it is never without one
SECONDS = 30


class Prepare(WorkerPlugin):  # type: ignore[misc]
    """Bring the assignment to every worker, also to one that joins later."""

    def __init__(self, plan: Plan, files: Mapping[str, bytes]) -> None:
        self.plan = plan
        self.files = dict(files)
        self.name = f"autograder-{plan.digest}"

    def setup(self, worker: Any) -> None:  # noqa: ARG002
        """Install the plan, or refuse where other versions are."""
        job.install(self.plan, None, self.files)
        job.ready()


class Cluster:
    """The workers of a Dask scheduler.

    Parameters
    ----------
    plan : Plan
        What to grade by.
    root : Path
        The course's folder on this machine; the workers do not see it.
    address : str
        The scheduler, such as ``tcp://host:8786``.

    Raises
    ------
    GraderFault
        If there is no scheduler, or no worker, or one with other versions.
    """

    def __init__(self, plan: Plan, root: Path, address: str) -> None:
        try:
            self.client = Client(address, timeout=SECONDS, set_as_default=False)
            self.client.wait_for_workers(1, timeout=SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            msg = f"no workers at {address}: {error}; start `dask scheduler` and `dask worker`"
            raise GraderFault(msg) from error
        files = files_of(root / "assignments" / plan.name / "private")
        try:
            self.client.register_plugin(Prepare(plan, files))
        except Exception as error:
            self.client.close()
            msg = f"the workers at {address} can't be used: {error}"
            raise GraderFault(msg) from error
        threads = self.client.scheduler_info(n_workers=-1)["workers"].values()
        self.places = AHEAD * max(1, sum(worker["nthreads"] for worker in threads))
        self.executor = self.client.get_executor(retries=ATTEMPTS - 1)

    def submit(self, function: Callable[..., T], *arguments: Any) -> Future[T]:
        """Send the function to a worker; Dask sends it again if the worker dies."""
        outer: Future[T] = Future()
        inner = self.executor.submit(function, *arguments)

        def finish(done: Future[T]) -> None:
            error = done.exception()
            if isinstance(error, KilledWorker):
                outer.set_exception(WorkerDied(str(error)))
            elif error:
                outer.set_exception(error)
            else:
                outer.set_result(done.result())

        inner.add_done_callback(finish)
        return outer

    def close(self) -> None:
        """Leave the cluster; it goes on without us."""
        self.executor.shutdown(wait=False)
        self.client.close()
