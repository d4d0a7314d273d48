"""The command line: ``python -m tools.hub install | setup | start``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.hub import install, settings
from tools.hub.settings import HubError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 1 if it could not be done."""
    parser = argparse.ArgumentParser(prog="python -m tools.hub", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    programs = commands.add_parser("install", help="install Python, JupyterHub and the proxy")
    programs.add_argument("--programs", type=Path, default=install.PROGRAMS)
    programs.add_argument("--python", default="/usr/bin/python3", help="must be for everyone")
    for name, purpose in (("setup", "make users and folders"), ("start", "start JupyterHub")):
        commands.add_parser(name, help=purpose).add_argument("settings", type=Path)
    wish = parser.parse_args(arguments)
    try:
        _run(wish)
    except HubError as error:
        print(f"hub: {error}", file=sys.stderr)
        return 1
    return 0


def _run(wish: argparse.Namespace) -> None:
    if wish.command == "install":
        install.install(wish.programs.resolve(), wish.python)
        return
    wanted = settings.read(wish.settings)
    if os.geteuid() != 0:
        raise HubError("only root can make users and start servers in their names; use sudo")
    if wish.command == "start":
        start(wanted)
    from tools.hub import setup  # it loads nbgrader, which only the installed Python has

    for user, password in setup.set_up(wanted).items():
        print(f"new user {user}, first password {password}")
    print(f"the class is in {wanted.folder}; next: start {wish.settings}")


def start(wanted: settings.Settings) -> None:
    """Replace this process by JupyterHub; what it writes lies where only root can read."""
    os.chdir(wanted.state)
    config = wanted.config / "jupyterhub_config.py"
    os.execv(sys.executable, [sys.executable, "-m", "jupyterhub", f"--config={config}"])


if __name__ == "__main__":
    sys.exit(main())
