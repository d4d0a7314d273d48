"""Start what a browser test needs: JupyterLab on a course, and a Chromium kept at home."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import URLError

from playwright.sync_api import BrowserContext, Page, Request, sync_playwright

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No other machine has a name here.  (Playwright's routes would do, but without a cache.)
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
JUPYTER = [
    "--no-browser",
    "--ip=127.0.0.1",
    "--IdentityProvider.token=",
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
]
NO_NEWS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}
HERE = ("http://127.0.0.1:", "blob:", "data:", "file:")
PATIENCE = 30_000  # milliseconds


@dataclass(frozen=True)
class Lab:
    """A running server: its address, and the course that it serves."""

    url: str
    course: Path


@contextmanager
def serve(course: Path, home: Path, **changed: object) -> Iterator[Lab]:
    """Serve a course with JupyterLab; its settings are a new user's, but for the news.

    What is `changed` are settings by the names of their plugins.
    """
    settings = home / "config" / "labconfig" / "default_setting_overrides.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(NO_NEWS | changed))
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [sys.executable, "-m", "jupyterlab", *JUPYTER, f"--port={port}"]
    command += ["--allow-root"] if os.geteuid() == 0 else []
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            [*command, f"--ServerApp.root_dir={course}"],
            cwd=course,
            env=_environment(course, home),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(f"{url}/api", server)
        yield Lab(url, course)
    finally:
        server.terminate()
        server.wait(20)


def _environment(course: Path, home: Path) -> dict[str, str]:
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    folders = {name: str(home / folder) for name, folder in own.items()}
    kept = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    return kept | folders | {"PYTHONPATH": str(course)}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"no server answered at {url}")


@contextmanager
def chromium_window(executable: str, *, pixel_ratio: float = 1) -> Iterator[BrowserContext]:
    """Start Chromium; its pages share one cache, and can reach no other machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM)
        window = browser.new_context(device_scale_factor=pixel_ratio)
        window.set_default_timeout(PATIENCE)
        yield window
        browser.close()


@dataclass
class Visit:
    """A page, and what went wrong behind it: broken scripts, requests to other machines."""

    page: Page
    broken: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def notice(self, request: Request) -> None:
        """Write an address down that lies on another machine."""
        if not request.url.startswith(HERE):
            self.outside.append(request.url)


@contextmanager
def new_page(window: BrowserContext) -> Iterator[Visit]:
    """Open an empty page, and write down from now on what goes wrong behind it."""
    page = window.new_page()
    page.set_viewport_size({"width": 1280, "height": 1500})  # the tallest demo fits in
    visit = Visit(page)
    page.on("request", visit.notice)
    page.on("pageerror", lambda error: visit.broken.append(str(error)))
    yield visit
    page.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the tests look at the page."""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve files as any web server would, and yield the address."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
