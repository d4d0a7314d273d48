"""Install what the server needs: a Python that everyone may use, JupyterHub, its proxy."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

from tools.hub.settings import SOURCE, HubError

PROXY = "configurable-http-proxy@5.1.0"  # later ones want a newer Node.js than Debian's
PROGRAMS = Path("/opt/neurons")
NOBODY = 65534


def requirements() -> list[str]:
    """Return the packages of the course, the grader and the hub, as the project lists them."""
    project = tomllib.loads((SOURCE / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *extras["grading"], *extras["hub"]]


def install(programs: Path, python: str) -> None:
    """Make or renew the environment and the proxy in a folder.

    The course itself is no part of it: a class brings its own.

    Parameters
    ----------
    programs : Path
        The folder.
    python : str
        Which Python the environment is made of; other users must be able to run it.

    Raises
    ------
    HubError
        If a program fails, or other users could not use the result.
    """
    os.umask(0o022)
    own = programs / "env" / "bin" / "python"
    _run([python, "-m", "venv", str(programs / "env")])
    pip = [str(own), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--upgrade", *requirements()])
    _run(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(programs), PROXY])
    if not usable(programs):
        raise HubError(
            f"other users can't run {own}; choose a Python (--python) and a folder "
            "(--programs) that everyone may read, like /usr/bin/python3 and /opt/neurons"
        )


def usable(programs: Path) -> bool:
    """Return whether the programs are there and, if we are root, others can run them."""
    python = programs / "env" / "bin" / "python"
    proxy = programs / "node_modules" / ".bin" / "configurable-http-proxy"
    other = NOBODY if os.geteuid() == 0 else None
    try:
        runs = subprocess.run(
            [python, "-c", "import jupyterhub"], user=other, cwd="/", capture_output=True
        )
    except OSError:
        return False
    return runs.returncode == 0 and proxy.exists()


def _run(command: list[str]) -> None:
    try:
        status = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise HubError(f"{command[0]} can't be run: {error}") from error
    if status != 0:
        raise HubError(f"`{' '.join(command[:4])} ...` failed")
