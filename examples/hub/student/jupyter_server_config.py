"""A student's server: the lectures in the home folder, no formgrader, an end when idle."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # Jupyter provides it

os.umask(0o077)
lectures = Path(__file__).resolve().parents[2] / "lectures" / "notebooks"
if not Path.home().joinpath("notebooks").exists():  # a student's copy is never overwritten
    shutil.copytree(lectures, Path.home() / "notebooks")

c.ServerApp.jpserver_extensions = {
    "nbgrader.server_extensions.course_list": False,
    "nbgrader.server_extensions.formgrader": False,
}
c.ServerApp.shutdown_no_activity_timeout = 3600
c.MappingKernelManager.cull_idle_timeout = 1800
