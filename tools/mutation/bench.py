"""Try mutants: find a module's tests, start children, collect what becomes of each."""

from __future__ import annotations

import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from autograder.mutants import Mutant, mutants
from tools.mutation.child import Child, Limits, MutantImporter
from tools.mutation.plan import Plan
from tools.mutation.testing import Recorder, run_tests, run_traced

GIB = 2**30
# What the tests of a package are called besides test_<package>*.py.
OTHER_NAMES = {
    "activations": ("activation",),
    "datasets": ("digits",),
    "losses": ("loss",),
    "network": ("mlp",),
    "neuron": ("classifiers",),
    "training": ("ensemble", "fast_step", "gradient", "optimizers", "stacked", "trainer"),
}


class MutationError(RuntimeError):
    """Nothing can be said about the tests, because there are none or they fail."""


@dataclass(frozen=True)
class Target:
    """A module or package and the tests that answer for it."""

    path: Path
    tests: tuple[Path, ...]

    @property
    def files(self) -> list[Path]:
        """Return the files of the module or package."""
        return sorted(self.path.rglob("*.py")) if self.path.is_dir() else [self.path]

    def mutants(self) -> list[tuple[Path, Mutant]]:
        """Return every mutant with its file."""
        return [
            (file, mutant) for file in self.files for mutant in mutants(file.read_text("utf-8"))
        ]


class Case(NamedTuple):
    """A mutant and the tests that it has to face; None for all."""

    path: Path
    mutant: Mutant
    tests: frozenset[str] | None


@dataclass(frozen=True)
class Verdict:
    """What became of one mutant; `killed_by` is None if it survived."""

    module: str
    line: int
    description: str
    diff: str
    killed_by: str | None
    seconds: float


def find_target(path: Path, tests: Sequence[Path] = ()) -> Target:
    """Find the tests of a module by its name: ``tests/test_losses*.py`` for ``losses``.

    `OTHER_NAMES` lists what else they are called.

    Parameters
    ----------
    path : Path
        A module or a package, with or without its ``.py``.
    tests : sequence of Path, optional
        The tests, where they have other names.

    Returns
    -------
    Target
        Both together.

    Raises
    ------
    MutationError
        If there is no such module, or no test of its name.
    """
    home = path if path.is_dir() else path.with_suffix(".py")
    if not home.exists():
        raise MutationError(f"there is no module {path}")
    name = path.stem.strip("_")
    patterns = [f"test_{word}*.py" for word in (name, *OTHER_NAMES.get(name, ()))]
    found = list(tests) or sorted({t for p in patterns for t in Path("tests").glob(p)})
    if not found:
        raise MutationError(f"no tests/{patterns[0]}; name the tests of {path} with --tests")
    return Target(home, tuple(found))


def module_name(path: Path) -> str:
    """Return how a file is imported.

    Examples
    --------
    >>> module_name(Path("course_utils/losses/__init__.py"))
    'course_utils.losses'
    """
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@dataclass
class Bench:
    """Where mutants are tried.

    Parameters
    ----------
    scratch : Path
        A folder for the children's results.
    n_examples : int
        How many examples hypothesis tries.
    memory : int
        Bytes that a child may use.
    n_workers : int
        How many children run at the same time.
    patience : float
        Seconds that a child has beyond four times what the tests take without a mutant.
    """

    scratch: Path
    n_examples: int = 25
    memory: int = 4 * GIB
    n_workers: int = 1
    patience: float = 5.0
    n_started: int = field(default=0, init=False)

    def child(self, work: Callable[[Path], dict[str, Any]], seconds: float) -> Child:
        """Start some work in a child; it is given a folder of its own."""
        self.n_started += 1
        report = self.scratch / f"{self.n_started}.json"

        def prepared() -> dict[str, Any]:
            sys.dont_write_bytecode = True
            os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(self.scratch / "hypothesis")
            return work(report.with_suffix(".tmp"))

        return Child(prepared, report, Limits(seconds, self.memory))

    def plan(self, target: Target) -> Plan:
        """Run the tests on the code as it is, and import here what they imported.

        Returns
        -------
        Plan
            What they take and what they reach.

        Raises
        ------
        MutationError
            If they do not pass.
        """
        sources = [path.resolve() for path in target.files]

        def work(scratch: Path) -> dict[str, Any]:
            paths = [target.path, *target.tests]
            return run_traced(paths, scratch, self.n_examples, sources)

        child = self.child(work, seconds=1200)
        result = child.wait()
        if result["killed_by"] is not None:
            output = child.report.with_suffix(".out").read_text("utf-8")
            msg = f"{target.path}: a test fails as it is: {result['killed_by']}"
            raise MutationError(f"{output}\n{msg}")
        _preload(result["shared"])
        return Plan(result["times"], result["lines"])

    def trial(self, target: Target, plan: Plan, case: Case) -> Child:
        """Start the tests of a mutant."""
        importer = MutantImporter(
            module_name(case.path), case.path.resolve(), case.mutant.source
        )
        files = {Path(test.partition("::")[0]) for test in case.tests or ()}
        paths = sorted(files) or [target.path, *target.tests]

        def work(scratch: Path) -> dict[str, Any]:
            importer.load()
            recorder = Recorder(plan.seconds, case.tests)
            return run_tests(paths, scratch, self.n_examples, recorder)

        return self.child(work, self.patience + 4 * plan.time_for(case.tests))

    def verdicts(
        self, target: Target, found: Iterable[tuple[Path, Mutant]]
    ) -> Iterator[Verdict]:
        """Yield what becomes of each mutant, as it becomes known."""
        plan = self.plan(target)
        waiting = [Case(path, mutant, plan.tests_for(path, mutant)) for path, mutant in found]
        running: dict[Child, Case] = {}
        while waiting or running:
            while waiting and len(running) < self.n_workers:
                case = waiting.pop(0)
                running[self.trial(target, plan, case)] = case
            time.sleep(0.005)
            for child in list(running):
                if (result := child.result()) is None:
                    continue
                case = running.pop(child)
                if result["killed_by"] is None and case.tests is not None:
                    waiting.append(Case(case.path, case.mutant, None))
                else:
                    yield _verdict(case, result)


def _verdict(case: Case, result: dict[str, Any]) -> Verdict:
    name, mutant = str(case.path), case.mutant
    killed_by, seconds = result["killed_by"], result["seconds"]
    diff = mutant.diff(name)
    return Verdict(name, mutant.line, mutant.description, diff, killed_by, seconds)


def _preload(names: Iterable[str]) -> None:
    """Import what the tests need and no mutant changes, so that every child has it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            try:
                import_module(name)
            except Exception:  # what cannot be imported alone is left to the children
                continue
