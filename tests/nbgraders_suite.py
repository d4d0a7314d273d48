"""Run the tests that ship inside nbgrader, unpatched, as it comes or with our configuration.

``python -m tests.nbgraders_suite`` runs all of them as nbgrader comes and writes what passes
to ``tests/nbgraders_suite.json``; do that after a change of nbgrader's version.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import nbgrader

STOCK = Path(__file__).with_suffix(".json")
GRADING = ("apps.test_nbgrader_autograde", "apps.test_nbgrader_generate_feedback")
MODULES = (*GRADING, "apps.test_nbgrader_export", "apps.test_api")  # others read no settings
PACKAGE = "nbgrader.tests."
CONFIGURED = "from autograder.config import configure\nconfigure(get_config())\n"


def outcomes(modules: Sequence[str], *, ours: bool, only: str = "") -> dict[str, str]:
    """Run modules of nbgrader's tests and return "passed", "skipped" or "failed" by test.

    Parameters
    ----------
    modules : sequence of str
        Their names inside nbgrader's package of tests.
    ours : bool
        Whether our configuration is on, in the place where Jupyter looks for one.
    only : str
        An expression that chooses tests by name, as pytest takes it.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        (Path(folder, "config")).mkdir()
        if ours:
            Path(folder, "config", "nbgrader_config.py").write_text(CONFIGURED, "utf-8")
        # Its tests must find no settings but these, and the programs beside this Python.
        mine = ("COV_", "PYTEST_", "JUPYTER_", "NN_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(mine)}
        environment = kept | {
            "JUPYTER_CONFIG_DIR": f"{folder}/config",
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "USER": "instructor",
        }
        packages = str(Path(str(nbgrader.__file__)).parent.parent)
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"]
        command += ["--rootdir", packages, "-c", os.devnull, "--junitxml", str(report)]
        command += ["-k", only, "--pyargs", *(PACKAGE + module for module in modules)]
        subprocess.run(command, cwd=folder, env=environment, check=False)
        return dict(map(_told, ElementTree.parse(report).iter("testcase")))


def _told(case: ElementTree.Element) -> tuple[str, str]:
    kinds = {child.tag for child in case}
    outcome = "failed" if kinds & {"failure", "error"} else "skipped" if kinds else "passed"
    module = case.get("classname", "").removeprefix(PACKAGE)
    return f"{module}.{case.get('name')}", outcome


def main() -> None:
    """Write down what passes as nbgrader comes."""
    told = {"nbgrader": version("nbgrader"), "outcomes": outcomes(MODULES, ours=False)}
    STOCK.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
