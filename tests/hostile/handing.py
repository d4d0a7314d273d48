"""Hand an attack in, on a course with low limits, beside a server that no student may see."""

from __future__ import annotations

import contextlib
import http.server
import os
import threading
from collections.abc import Iterator

from tests.builders import NAME, Classroom
from tests.hostile.catalogue import ATTACKS

CANARY = "a-secret-of-the-environment"
NAP = str(259_200 + os.getpid())  # seconds by which the tests know their own processes
SECRETS = [CANARY, "np.asarray(x)", "points_for", "double_reference", "served-to-nobody"]
SECRETS += ["LEAKED", "SQLite format 3", "root:x:0"]


class Server(http.server.BaseHTTPRequestHandler):
    """Answers on this machine with a text that no student may see."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"served-to-nobody")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serving() -> Iterator[int]:
    """Run a server on this machine and give its port."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def hurry(room: Classroom) -> None:
    """Lower the limits: attacks that wait for them take most of the time."""
    path = room.root / "assignments" / NAME / "private" / "manifest.toml"
    text = path.read_text()
    for slow, quick in (("cell_seconds = 2.0", "cell_seconds = 1.0"), ("= 30.0", "= 8.0")):
        assert slow in text
        text = text.replace(slow, quick)
    path.write_text(text + "memory_mb = 1024\n")


def hand_in(room: Classroom, name: str, port: int) -> None:
    """Hand an attack in, under its own name."""
    attack = ATTACKS[name]
    cells = [text.format(root=room.root, nap=NAP, port=port) for text in attack.cells]
    book = room.answered("import numpy as np", *cells, **attack.answers())
    edited = attack.edit(book) if attack.edit else None
    room.hand_in(name, edited if isinstance(edited, bytes) else book)
    if attack.place:
        attack.place(room.submitted(name))


def learned(name: str, told: str) -> list[str]:
    """Return the secrets in a text that the attack's own source does not hold."""
    attack = ATTACKS[name]
    own = "\n".join([*attack.cells, *attack.answers().values()])
    return [word for word in SECRETS if word in told and word not in own]
