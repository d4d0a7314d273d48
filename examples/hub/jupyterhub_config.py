"""JupyterHub for one class; `python -m tools.hub setup` copies it beside its `hub.toml`.

Users log in with their passwords on this machine, and each server runs as its own user: what
a person may read is what Unix lets that user read.
"""

from __future__ import annotations

import grp
import sys
import tomllib
from pathlib import Path
from typing import Any

from tornado.web import HTTPError

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent
SAID = tomllib.loads((HERE / "hub.toml").read_text(encoding="utf-8"))
INSTRUCTORS, STUDENTS = (f"{SAID['group']}-{role}" for role in ("instructors", "students"))

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # JupyterHub provides it

c.JupyterHub.bind_url = SAID["address"]
c.JupyterHub.hub_port = SAID["hub_port"]
c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = SAID["certificate"], SAID["key"]
c.JupyterHub.db_url = f"sqlite:///{FOLDER}/hub/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = f"{FOLDER}/hub/cookie_secret"
c.ConfigurableHTTPProxy.command = [
    f"{SAID['programs']}/node_modules/.bin/configurable-http-proxy"
]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{SAID['proxy_port']}"
c.ConfigurableHTTPProxy.pid_file = f"{FOLDER}/hub/proxy.pid"

# Without a word the page of the log-in does not say whose it is, nor JupyterLab where to begin.
c.JupyterHub.template_vars = {
    "announcement_login": "Neurons to Networks. Your instructor gave you a name and a "
    "password. Begin in the folder notebooks; your work is under Nbgrader, Assignment List."
}
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {INSTRUCTORS, STUDENTS}
c.PAMAuthenticator.open_sessions = False  # a server needs none, and containers forbid it

c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.default_url = "/lab"


def prepare(spawner: Any) -> None:
    """Give a server the configuration of its user's role, looked up at each start.

    Somebody who has left may still have a browser that is logged in.
    """
    name = spawner.user.name
    teaches = name in grp.getgrnam(INSTRUCTORS).gr_mem
    if not teaches and name not in grp.getgrnam(STUDENTS).gr_mem:
        raise HTTPError(403, f"{name} is no longer in the class")
    spawner.notebook_dir = str(FOLDER / "course") if teaches else "~"
    variables = HERE / ("instructor" if teaches else "student") / "environment"
    lines = variables.read_text(encoding="utf-8").splitlines()
    spawner.environment = dict(line.split("=", 1) for line in lines)


c.Spawner.pre_spawn_hook = prepare
