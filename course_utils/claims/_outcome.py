"""Run experiments, here or on several cores, and compare with the ledger."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from course_utils.checks import card, rich
from course_utils.claims._ledger import MARKS, Claim, Figure, load
from course_utils.claims._result import FIRST, Result, Seeds, Table, known_experiments

# A matrix product rounds differently when it is cut for more threads, and a long training
# run makes a large difference of a small one.  One thread each: the same on every machine.
_ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"),
    "1",
)


@dataclass(frozen=True, repr=False)
class Outcome:
    """What came out for one row.

    Attributes
    ----------
    claim : Claim
        The row.
    values : mapping of str to float
        What was measured, under the names of the claim's figures.
    table : Table
        The numbers behind it.
    seconds : float
        How long it took.
    error : str
        Why nothing was measured; empty where something was.

    Examples
    --------
    >>> measure(6)  # doctest: +ELLIPSIS
    6. 86 billion neurons, 10¹⁴ to 10¹⁵ synapses (○ cited)
       ✓ ...
    """

    claim: Claim
    values: Mapping[str, float]
    table: Table
    seconds: float
    error: str = ""

    @property
    def missed(self) -> list[Figure]:
        """The figures whose value lies outside the interval."""
        return [f for f in self.claim.figures if f.name in self.values and not self._holds(f)]

    @property
    def holds(self) -> bool:
        """Whether everything was measured and lies where it must."""
        return not self.error and not self.missed

    @property
    def complaints(self) -> list[str]:
        """A sentence for everything that is not as the ledger says."""
        row = f"row {self.claim.number} ({self.claim.says})"
        if self.error:
            return [f"{row}: {self.error}"]
        return [
            f"{row}: {figure.name} is {figure.number(self.values[figure.name], 6)} "
            f"{figure.unit}".rstrip()
            + f", the ledger says {figure.interval}"
            for figure in self.missed
        ]

    def line(self, figure: Figure) -> str:
        """Say what was measured for one figure, and where it must lie."""
        if figure.name not in self.values:
            return f"{figure.name}: not measured (must be {figure.interval})"
        value = self.values[figure.name]
        mark = "✓" if figure.holds(value) else "✗"
        amount = f"{figure.number(value)} {figure.unit}".rstrip()
        return f"{mark} {figure.name}: {amount} (must be {figure.interval})"

    def __repr__(self) -> str:
        title = f"{self.claim.number}. {self.claim.says} ({MARKS[self.claim.verdict]})"
        return "\n".join([title, *(f"   {line}" for line in self._lines())])

    def _repr_html_(self) -> str:
        title = f"{self.claim.number}. {rich(self.claim.says)} ({MARKS[self.claim.verdict]})"
        return card("note", title, [rich(line) for line in self._lines()])

    def _lines(self) -> list[str]:
        return [self.error] if self.error else [self.line(f) for f in self.claim.figures]

    def _holds(self, figure: Figure) -> bool:
        return figure.holds(self.values[figure.name])


def measure(number: int, seeds: Seeds = FIRST) -> Outcome:
    """Run the experiment of one row in this process.

    Parameters
    ----------
    number : int
        The row of the ledger.
    seeds : sequence of int, default ``range(20)``
        One repetition for each.

    Returns
    -------
    Outcome
        What was measured; an experiment that fails is an outcome too.

    Raises
    ------
    ValueError
        If the row has no experiment, or there is no seed.

    Examples
    --------
    >>> measure(1).values["weights"]
    30720
    """
    if number not in known_experiments():
        msg = f"row {number} of the ledger has no experiment; it is cited or does not exist"
        raise ValueError(msg)
    if not len(seeds):
        msg = f"seeds must hold at least one seed, got {seeds!r}; try range(5)"
        raise ValueError(msg)
    claim = load()[number]
    start = time.perf_counter()
    try:
        result = known_experiments()[number](seeds)
        error = _names_differ(claim, result)
    except Exception as fault:
        result, error = Result({}), f"{type(fault).__name__}: {fault}"
    return Outcome(claim, result.figures, result.table, time.perf_counter() - start, error)


def measure_all(
    numbers: Iterable[int], seeds: Seeds = FIRST, *, workers: int = 1
) -> Iterator[Outcome]:
    """Run the experiments of many rows, and hand each outcome out as it comes.

    Parameters
    ----------
    numbers : iterable of int
        Rows of the ledger that have an experiment.
    seeds : sequence of int, default ``range(20)``
        One repetition for each.
    workers : int, default 1
        How many processes; 0 runs everything in this one.  The outcomes are the same.

    Yields
    ------
    Outcome
        In the order in which they are done.
    """
    if workers == 0:
        yield from (measure(number, seeds) for number in numbers)
        return
    with _one_thread(), ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs: list[Future[list[Outcome]]] = [
            pool.submit(_measure_each, rows, seeds) for rows in _long_first(numbers)
        ]
        for job in as_completed(jobs):
            yield from job.result()


def _measure_each(numbers: Iterable[int], seeds: Seeds) -> list[Outcome]:
    return [measure(number, seeds) for number in numbers]


def _long_first(numbers: Iterable[int]) -> list[list[int]]:
    """Return the rows that one process must run, in a list for each job."""
    experiments, jobs = known_experiments(), dict[str | int, list[int]]()
    for number in numbers:
        jobs.setdefault(experiments[number].shares or number, []).append(number)
    return sorted(jobs.values(), key=lambda rows: (-len(rows), not experiments[rows[0]].slow))


def _names_differ(claim: Claim, result: Result) -> str:
    wanted, given = {figure.name for figure in claim.figures}, set(result.figures)
    if wanted == given:
        return ""
    return f"the experiment gives {sorted(given)}, the ledger has {sorted(wanted)}"


@contextmanager
def _one_thread() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
