"""An instructor's server: what one makes in the course, the others may change."""

from __future__ import annotations

import os
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # Jupyter provides it

os.chdir(Path(__file__).resolve().parents[2] / "course")  # nbgrader and the grader look there
os.umask(0o002)  # others can't enter the course; the exchange must let students read
c.ServerApp.jpserver_extensions = {"nbgrader.server_extensions.course_list": False}
# JupyterHub forbids frames, and JupyterLab shows the formgrader in one.
c.ServerApp.tornado_settings = {
    "headers": {"Content-Security-Policy": "frame-ancestors 'self'"},
}
