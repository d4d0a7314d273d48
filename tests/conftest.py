"""What all tests share: programs that some need, a fixed hypothesis profile, the environment.

A test that needs a program says so with ``@pytest.mark.needs("chromium")``.  Where it is
missing the test is skipped, the end of the run says how to enable it, and with CI=true the
run fails.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from xdist.scheduler import LoadFileScheduling

from autograder.sandbox import Limits, find_bubblewrap
from autograder.session import Session
from tests.workers import QUICK
from tools.hub.install import PROGRAMS, usable

if TYPE_CHECKING:
    from tests.builders import Classroom
    from tests.lectures import Lectures

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() == "true"
REMEDIES = {
    "chromium": "apt install chromium",
    "bwrap": "apt install bubblewrap, and allow user namespaces or run as root",
    "postgres": "apt install postgresql, and pip install '.[postgres]'",
    "hub": "as root, on a machine where tests may make users: python3 -m tools.hub install",
    "npm": "apt install npm",
}
# What these files of tests/browser start is no use to its other files.
OF_ITS_OWN = ("test_book.py", "test_hub.py", "test_lite.py")

hypothesis.settings.register_profile(
    "course", derandomize=True, max_examples=100, deadline=None, database=None
)
hypothesis.settings.load_profile("course")
os.environ.setdefault("USER", "instructor")
os.environ.setdefault("MPLBACKEND", "agg")
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def find_chromium() -> str | None:
    """Return the browser that the tests drive, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


def find_postgres() -> Path | None:
    """Return the folder of the server's programs, which is on no path in Debian, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = str(found[-1]) if found else shutil.which("initdb")
    return Path(initdb).parent if initdb and importlib.util.find_spec("psycopg") else None


@cache
def available(program: str) -> bool:
    """Return whether `program` is installed and, for the sandbox, allowed to work."""
    if program == "chromium":
        return find_chromium() is not None
    if program == "bwrap":
        return find_bubblewrap() is not None
    if program == "postgres":
        return find_postgres() is not None
    if program == "hub":
        return os.name == "posix" and os.geteuid() == 0 and usable(PROGRAMS)
    if program == "npm":
        return shutil.which("npm") is not None
    raise ValueError(f"no test knows how to look for {program!r}; add it to tests/conftest.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start files with slow tests first, so that in the end no worker is alone with one.

    Measure coverage in quick tests of layers 1-3 alone: it doubles the time of training.
    """
    long = set()
    for item in items:
        above = item.path.stem.startswith(("test_claims", "test_demo"))
        slow = any(map(item.get_closest_marker, ("slow", "browser", "hostile")))
        if slow:
            long.add(item.path)
        if above or slow:
            item.add_marker("no_cover")
    items.sort(key=lambda item: item.path not in long)


class _FilesOrGroups(LoadFileScheduling):  # type: ignore[misc]  # it comes without types
    """Give a file to one worker, and to one worker all files that share a JupyterLab."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        folder, _, name = file.rpartition("/")
        return folder if folder == "tests/browser" and name not in OF_ITS_OWN else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Choose how tests are given to workers."""
    return _FilesOrGroups(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is missing, or fail it in CI."""
    for marker in item.iter_markers("needs"):
        for program in marker.args:
            if not available(program):
                pytest.skip(f"needs {program} ({REMEDIES[program]})")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what could not run and how to enable it."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped)
    terminalreporter.section("could not run")
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} x {reason}")
    if not reasons:
        terminalreporter.write_line("nothing: every test that was asked for ran")
    elif IN_CI:
        terminalreporter.write_line("CI=true: a test that could not run is a failure", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a run with skipped tests into a failed one where CI=true."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if (
        IN_CI
        and reporter is not None
        and reporter.stats.get("skipped")
        and not session.exitstatus
    ):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the course's folder."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser; ask for it with ``needs("chromium")`` as well."""
    path = find_chromium()
    assert path is not None, "mark the test with @pytest.mark.needs('chromium')"
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which one file's tests hand something in."""
    return tmp_path_factory.mktemp("handed_in")


@pytest.fixture(scope="module")
def shared() -> Iterator[Session]:
    """Return a session for tests that leave no trace but names of their own."""
    with Session(Limits()) as session:
        yield session


@pytest.fixture
def session() -> Iterator[Session]:
    """Return a session of its own that is soon at its limits."""
    with Session(QUICK) as session:
        yield session


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Return a classroom in which everyone was graded; it takes long, so nobody changes it."""
    from tests.rooms import graded_class  # it loads nbgrader, which few tests need

    return graded_class(tmp_path_factory.mktemp("graded") / "course")


@pytest.fixture(scope="session")
def lectures(tmp_path_factory: pytest.TempPathFactory) -> Lectures:
    """Return what runs a lecture once and shows the result to every test, in all workers."""
    from tests.lectures import Lectures  # it loads nbclient, which few tests need

    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "lectures"
    folder.mkdir(exist_ok=True)
    return Lectures(folder)


@pytest.fixture(scope="module")
def room(graded: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Return a copy of the graded classroom that one file's tests may change."""
    return graded.copied(tmp_path_factory.mktemp("room") / "course")
