"""Run the gates: ``check`` is quick, ``test`` is everything, ``peers`` compares with others.

``peers`` needs PyTorch and JAX, so the other two leave out what it runs.
Every step runs, also after one has failed, so that one run shows all there is to mend.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("course_utils", "autograder", "benchmarks", "tools")
MODULES = sorted(str(path) for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
# Which files start first, and which share a worker, is said in tests/conftest.py.
PYTEST = ("-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
WITHOUT_PEERS = (*PYTEST, "--ignore=tests/peers")
LINT = (
    ("lint", ("-m", "ruff", "check", "--quiet")),
    ("format", ("-m", "ruff", "format", "--check", "--quiet")),
    ("types", ("-m", "mypy")),
    ("docstrings", ("-m", "numpydoc", "lint", *MODULES)),
    ("layers", ("-c", "from importlinter.cli import lint_imports_command as run; run()")),
    ("generated files", ("-m", "tools.notebooks", "--check")),
    ("prose", ("-m", "tools.prose")),
    ("spelling", ("-m", "codespell_lib")),
)
QUICK = ("unit tests", (*WITHOUT_PEERS, "-m", "not slow and not browser and not hostile"))
FULL = ("all tests", (*WITHOUT_PEERS, "--cov", "--cov-report=term", "--durations=10"))
# A worker of the tests is one of several, and so is each program that it starts: threads of the
# BLAS would wait for one another, and round differently on every machine.
SPARING = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
# Somebody else's machine, perhaps a busy one: far behind a target is a fault, a bit is not.
SLACK = ("--slack", "1.5", "--require-all") if os.environ.get("CI") == "true" else ()
PEERS = (
    ("values", (*PYTEST, "tests/peers")),
    ("speed", ("-m", "benchmarks", *SLACK)),
)
GATES = {"check": (*LINT, QUICK), "test": (*LINT, FULL), "peers": PEERS}


def run(steps: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Run each step with this Python and return the names of those that failed."""
    failed = []
    for name, arguments in steps:
        started = time.monotonic()
        print(f"== {name}", flush=True)
        command = [sys.executable, *arguments]
        environment = os.environ | SPARING
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        verdict = "ok" if status == 0 else "FAILED"
        print(f"== {name}: {verdict} in {time.monotonic() - started:.1f} s", flush=True)
        if status != 0:
            failed.append(name)
    return failed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one gate; return 1 if any of its steps failed."""
    parser = argparse.ArgumentParser(prog="python -m tools.gate", description=__doc__)
    parser.add_argument("gate", choices=sorted(GATES))
    gate = parser.parse_args(arguments).gate
    started = time.monotonic()
    failed = run(GATES[gate])
    outcome = f"failed: {', '.join(failed)}" if failed else "all passed"
    print(f"make {gate}: {outcome}, {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
