"""New environments, in which nothing of the repository is installed."""

from __future__ import annotations

import os
import subprocess
import sysconfig
import venv
from pathlib import Path


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Return what a program prints; it must not fail."""
    words = [str(word) for word in command]
    clean = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        words, cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def new_environment(folder: Path) -> Path:
    """Make a new environment that sees the packages of this one, but not the course."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    # A .pth of our own, since --system-site-packages would mean the system's, not those here;
    # Python does not look for further .pth files there, so the editable course stays out.
    (Path(own) / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python
