"""The book as a reader has it: built once, served by a plain file server."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag

CARRIERS = {"a": "href", "link": "href", "img": "src", "script": "src", "iframe": "src"}
OUTSIDE = re.compile(r"^(https?:)?//")


@dataclass(frozen=True)
class Site:
    """A folder of pages and the address at which it is served."""

    folder: Path
    url: str

    @property
    def pages(self) -> list[str]:
        """Every page, as a path below the folder."""
        return sorted(str(path.relative_to(self.folder)) for path in self._files)

    @property
    def _files(self) -> list[Path]:
        # What lies beside the formulas' code is not ours.
        own = self.folder.rglob("*.html")
        return [path for path in own if "mathjax" not in path.parts]

    def reading(self, page: str) -> Reading:
        """Read a page's links and anchors."""
        reading = Reading()
        reading.feed((self.folder / page).read_text("utf-8"))
        return reading


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a folder on this machine alone."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


class Reading(HTMLParser):
    """The links of a page, what it loads, and the anchors that it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.anchors: set[str] = {""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        found = dict(attrs)
        self.anchors |= {str(found[key]) for key in ("id", "name") if found.get(key)}
        if target := found.get(CARRIERS.get(tag, "")):
            (self.links if tag == "a" else self.loads).add(target)

    @property
    def inside(self) -> list[tuple[str, str]]:
        """Paths and anchors of links into the site, and paths of what the page loads."""
        own = [t for t in self.links | self.loads if not re.match(r"^([a-z]+:|//)", t)]
        return [
            (unquote(path.partition("?")[0]), unquote(a)) for path, a in map(urldefrag, own)
        ]

    @property
    def outside(self) -> list[str]:
        """What the page would load from another machine."""
        return [target for target in self.loads if OUTSIDE.match(target)]
