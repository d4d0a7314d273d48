"""Run pytest in this process, and tell the first failure, the time of each test, its lines."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PLUGINS = ("_hypothesis_pytestplugin", "pytest_timeout")
PROFILE = "mutation"
OPTIONS = (
    *("-x", "-q", "--tb=short", "--doctest-modules", "--import-mode=importlib"),
    *("-p", "no:cacheprovider", "-p", "no:faulthandler", "-o", "timeout=0"),
    *(f"-p{name}" for name in PLUGINS),
    f"--hypothesis-profile={PROFILE}",
)
NO_TESTS = 5  # pytest's status where it has found none


@dataclass(eq=False)
class Recorder:
    """A pytest plugin that chooses, orders and watches tests.

    Parameters
    ----------
    seconds : mapping of str to float
        What each test is known to take; the files with little to do come first.
    only : collection of str, optional
        The tests to run, by their ids.
    coverage : coverage.Coverage, optional
        What traces the lines.
    """

    seconds: Mapping[str, float] = field(default_factory=dict)
    only: Collection[str] | None = None
    coverage: Any = None
    killer: str = ""
    taken: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Leave the chosen tests, the quick ones first, those of a file together."""
        if self.only is not None:
            items[:] = [item for item in items if item.nodeid in self.only]
        of_file: defaultdict[str, float] = defaultdict(float)
        for item in items:
            of_file[_file(item)] += self.seconds.get(item.nodeid, 0)
        items.sort(
            key=lambda item: (
                of_file[_file(item)], _file(item), self.seconds.get(item.nodeid, 0),
            )
        )  # fmt: skip

    def pytest_runtest_setup(self, item: Any) -> None:
        """Note that the next lines are this test's."""
        if self.coverage is not None:
            self.coverage.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note the time, and the first test that failed."""
        self.taken[report.nodeid] += report.duration
        if report.failed and not self.killer:
            self.killer = report.nodeid

    def pytest_collectreport(self, report: Any) -> None:
        """Note a file that could not be read, such as one whose module fails at import."""
        if report.failed and not self.killer:
            self.killer = f"{report.nodeid}, at import"


def run_tests(
    paths: Sequence[Path], scratch: Path, n_examples: int, recorder: Recorder
) -> dict[str, Any]:
    """Run the tests in this process.

    Parameters
    ----------
    paths : sequence of Path
        Files of tests, and modules or packages whose doctests count too.
    scratch : Path
        Where the tests may write.
    n_examples : int
        How many examples hypothesis tries.
    recorder : Recorder
        Chooses and watches.

    Returns
    -------
    dict
        ``killed_by``: the first test that failed, or None.
    """
    import hypothesis
    import pytest

    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)  # no time for shrinking
    hypothesis.settings.register_profile(
        PROFILE, max_examples=n_examples, derandomize=True, database=None, deadline=None,
        phases=phases,
    )  # fmt: skip
    arguments = [*OPTIONS, f"--basetemp={scratch}", *map(str, paths)]
    status = pytest.main(arguments, plugins=[recorder])
    passed = status == 0 or (status == NO_TESTS and recorder.only is not None)
    return {"killed_by": None if passed else recorder.killer or f"status {int(status)}"}


def run_traced(
    paths: Sequence[Path], scratch: Path, n_examples: int, sources: Sequence[Path]
) -> dict[str, Any]:
    """Run the tests and note which lines of the sources each of them reaches.

    Parameters
    ----------
    paths : sequence of Path
        Files of tests, and modules or packages whose doctests count too.
    scratch : Path
        Where the tests may write.
    n_examples : int
        How many examples hypothesis tries.
    sources : sequence of Path
        The files to watch.

    Returns
    -------
    dict
        Also ``times``: the seconds of each test; ``lines``: by file and line, the tests that
        reach it, or "" for what is reached without a test; and ``shared``: the modules loaded
        now that are not of the project, so that no mutant can change them.
    """
    from coverage import Coverage

    coverage = Coverage(data_file=None, config_file=False, include=[*map(str, sources)])
    recorder = Recorder(coverage=coverage)
    coverage.start()
    result = run_tests(paths, scratch, n_examples, recorder)
    coverage.stop()
    data = coverage.get_data()
    lines = {str(path): data.contexts_by_lineno(str(path)) for path in sources}
    return {**result, "times": recorder.taken, "lines": lines, "shared": foreign_modules()}


def foreign_modules() -> list[str]:
    """Return the modules loaded here from outside of the working folder."""
    files = {name: getattr(module, "__file__", None) for name, module in sys.modules.items()}
    here = Path.cwd()
    return sorted(
        name
        for name, file in files.items()
        if file
        and ("site-packages" in file or not Path(file).is_relative_to(here))
        and name not in (*PLUGINS, "__main__")
    )


def _file(item: Any) -> str:
    return str(item.nodeid).partition("::")[0]
