"""The student's side: runs cells and answers questions about what they defined.

This program runs inside the sandbox, and whatever it says may have been said by the
student's code instead.  That is why it never sees a check, an expected value or a verdict:
it hands out values, and the judge outside decides what they are worth.

Requests (see `autograder.wire` for the encoding)::

    {"op": "run", "source": str}                    -> {"outputs": [...], "ok": bool}
    {"op": "get", "name": str}                      -> {"value": ...} or {"missing": true}
    {"op": "call", "target": ..., "arguments": [..]} -> {"value": ..., "after": [..] or "same"}
    {"op": "attribute", "target": ..., "name": str} -> {"value": ...}
    {"op": "fork", "name": str}, then one byte with a descriptor
                                -> {"missing": bool}; otherwise a child answers on that line
    {"op": "mark", "name": str}                     -> {"missing": bool}: a place is kept
    {"op": "guard"}                                 -> {}: questions to children begin
    {"op": "drop", "number": int}                   -> {}: that child's are over
    {"op": "turn", "number": int}                   -> {}: questions about that place begin

Any of them may answer ``{"error": {"kinds": [...], "message": str}}`` instead, a call that
raised with ``"after"`` as well, and a call may first ask ``{"callback": int, "arguments":
[...]}`` when the judge passed a function in.
"""

from __future__ import annotations

import json
import os
import random
import socket
import sys
from collections.abc import Callable
from os import fork
from typing import Any

from autograder import confine, landlock
from autograder.aside import Aside
from autograder.errors import StudentError
from autograder.shell import Recorder, make_shell
from autograder.wire import Decoder, Encoded, Encoder, pack, unpack


class Worker:
    """Answer requests from the judge, one after the other.

    Parameters
    ----------
    link : socket.socket
        Connected to the judge.
    recorder : Recorder
        Where the shell's outputs go.
    shell : InteractiveShell
        Runs the cells.
    folders : list of str
        All that student code can write to.
    """

    def __init__(
        self, link: socket.socket, recorder: Recorder, shell: Any, folders: list[str]
    ) -> None:
        self.link = link
        self.folders = folders
        self.recorder = recorder
        self.shell = shell
        self.handles: list[Any] = []
        self.children: list[int] = []
        self.places: list[dict[str, Any]] = []
        self.latest: dict[str, Any] = {}
        self.aside: Aside | None = None

    def read(self, count: int) -> bytes:
        """Read exactly `count` bytes; the judge hanging up ends this process."""
        parts = bytearray()
        while len(parts) < count:
            part = self.link.recv(min(1 << 20, count - len(parts)))
            if not part:
                os._exit(0)
            parts += part
        return bytes(parts)

    def issue(self, value: Any) -> Encoded:
        """Keep an object here and send its number."""
        self.handles.append(value)
        return ["handle", len(self.handles) - 1, callable(value), type(value).__name__[:60]]

    def decoder(self, buffers: list[bytes]) -> Decoder:
        """Return a decoder that knows this side's handles and the judge's functions."""

        def resolve(encoded: Encoded) -> Any:
            kind, number = encoded[:2]
            return self.handles[number] if kind == "handle" else self.callback(number)

        return Decoder(buffers, resolve)

    def callback(self, number: int) -> Callable[..., Any]:
        """Return a function that asks the judge to call one of its own."""

        def ask(*arguments: Any) -> Any:
            encoder = Encoder(self.issue)
            sent = [encoder.encode(argument) for argument in arguments]
            self.link.sendall(pack({"callback": number, "arguments": sent}, encoder.buffers))
            body, buffers = unpack(self.read)
            if "error" in body:
                raise as_exception(body["error"])
            return self.decoder(buffers).decode(body["value"])

        return ask

    def run(self, source: str) -> dict[str, Any]:
        """Run a cell the way a notebook does."""
        if self.aside:
            self.aside.over()
            self.aside = None
        if self.latest:
            self.take(self.latest)
            self.latest = {}
        self.recorder.start()
        result = self.shell.run_cell(source, store_history=True)
        return {"outputs": self.recorder.outputs, "ok": bool(result.success)}

    def answer(self, body: dict[str, Any], buffers: list[bytes], encoder: Encoder) -> Any:
        """Do what one request asks and return the reply's body, or None for no reply."""
        operation = body["op"]
        if operation == "run":
            return self.run(body["source"])
        if operation == "get":
            return self.get(body["name"], encoder)
        if operation in ("fork", "mark"):
            return (self.fork if operation == "fork" else self.mark)(body["name"])
        if operation in ("guard", "turn", "drop"):
            self.prepare(operation, body.get("number", 0))
            return {}
        decoder = self.decoder(buffers.copy())  # it takes each of them away
        target = decoder.decode(body["target"])
        if operation == "attribute":
            return {"value": encoder.encode(getattr(target, body["name"]))}
        arguments = [decoder.decode(sent) for sent in body["arguments"]]
        reply = self.call(target, arguments, encoder)
        now = Encoder(self.issue)
        after: Any = [now.encode(argument) for argument in arguments]
        if after == body["arguments"] and now.buffers == buffers:
            after = "same"
        else:
            after = [encoder.encode(argument) for argument in arguments]
        return reply | {"after": after}

    def get(self, name: str, encoder: Encoder) -> dict[str, Any]:
        """Look a name of the notebook up."""
        if name not in self.shell.user_ns:
            return {"missing": True}
        return {"value": encoder.encode(self.shell.user_ns[name])}

    def call(self, target: Any, arguments: list[Any], encoder: Encoder) -> dict[str, Any]:
        """Call something and return what came of it, an exception too."""
        try:
            return {"value": encoder.encode(target(*arguments))}
        except BaseException as error:
            encoder.buffers.clear()
            return as_reply(error)

    def fork(self, name: str) -> dict[str, Any] | None:
        """Let a child stay here, to answer on a line of its own, if there is such a name."""
        _, descriptors, _, _ = socket.recv_fds(self.link, 1, 1)
        line = socket.socket(fileno=descriptors[0])
        missing = bool(name) and name not in self.shell.user_ns
        self.children.append(0)  # its number stands, though there may be no room for a child
        child = 0 if missing else fork()
        if child == 0 and not missing:
            self.link.close()
            self.link = line
            line.setblocking(True)
            confine.control(confine.DUMPABLE, 1)
            return None
        line.close()
        self.children[-1] = child
        return {"missing": missing}

    def mark(self, name: str) -> dict[str, Any]:
        """Keep the names as they are here."""
        names = self.shell.user_ns
        self.places.append(names.copy())
        return {"missing": bool(name) and name not in names}

    def take(self, names: dict[str, Any]) -> None:
        """Let the notebook's names stand for what they stood for at another place."""
        self.shell.user_ns.clear()
        self.shell.user_ns.update(names)

    def prepare(self, operation: str, number: int) -> None:
        """Do what keeps exercises apart."""
        if operation == "guard":  # remember how things are before anything is asked
            self.aside = Aside(self.folders)
        elif operation == "turn":
            self.latest = self.latest or self.shell.user_ns.copy()
            self.take(self.places[number])
        else:
            self.drop(number)

    def drop(self, number: int) -> None:
        """End a child and wipe out what it left."""
        child, self.children[number] = self.children[number], 0
        if child and self.aside:
            self.aside.end(child)

    def serve(self) -> None:
        """Answer until the judge hangs up."""
        while True:
            body, buffers = unpack(self.read)
            encoder = Encoder(self.issue)
            try:
                reply = self.answer(body, buffers, encoder)
            except BaseException as error:
                reply, encoder = as_reply(error), Encoder(self.issue)
            if reply is not None:
                self.link.sendall(pack(reply, encoder.buffers))


def as_reply(error: BaseException) -> dict[str, Any]:
    """Return the reply that tells of an exception."""
    described = StudentError.from_exception(error)
    return {"error": {"kinds": described.kinds, "message": described.message}}


def as_exception(told: dict[str, Any]) -> Exception:
    """Return an exception of the kind that a function of the judge's raised."""
    known = (TypeError, ValueError, ArithmeticError, LookupError)
    kind = next((k for k in known if k.__name__ in told["kinds"]), RuntimeError)
    return kind(told["message"])


def from_seed() -> None:
    """Let unseeded random numbers be the same in each run, and so after each restart."""
    import numpy as np

    random.seed(0)
    np.random.seed(0)  # noqa: NPY002  # the global generator is what student code uses


def main() -> None:
    """Start with ``python worker.py WISH``, a JSON text."""
    wish = json.loads(sys.argv[1])
    del sys.argv[1:]
    if "address" in wish:  # a container: no descriptor leads into it
        link = socket.socket(socket.AF_UNIX)
        link.connect(wish["address"])
    else:
        link = socket.socket(fileno=wish["link"])
    os.set_inheritable(link.fileno(), False)
    confine.control(confine.REAPER, 1)  # what runs on without a parent is ours to end
    confine.limit_resources(wish["rlimits"])
    recorder = Recorder()
    shell = make_shell(recorder)
    if wish.get("readable"):
        confine.control(confine.NO_NEW_RIGHTS, 1)
        landlock.see_only(wish["readable"], wish["writable"], wish["listed"])
    if wish.get("refuse"):
        confine.give_up_rights()
        confine.refuse_calls()
    from_seed()
    link.sendall(b"!")
    Worker(link, recorder, shell, wish["folders"]).serve()
