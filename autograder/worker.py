"""The student's side: runs cells and answers questions about what they defined.

This program runs inside the sandbox, and whatever it says may have been said by the
student's code instead.  That is why it never sees a check, an expected value or a verdict:
it hands out values, and the judge outside decides what they are worth.

Requests (see `autograder.wire` for the encoding)::

    {"op": "run", "source": str}                    -> {"outputs": [...], "ok": bool}
    {"op": "get", "name": str}                      -> {"value": ...} or {"missing": true}
    {"op": "call", "target": ..., "arguments": [..]} -> {"value": ..., "after": [..]}
    {"op": "attribute", "target": ..., "name": str} -> {"value": ...}

Any of them may answer ``{"error": {"kinds": [...], "message": str}}`` instead, and a call may
first ask ``{"callback": int, "arguments": [...]}`` when the judge passed a function in.
"""

from __future__ import annotations

import base64
import io
import json
import os
import socket
import sys
from collections.abc import Callable
from typing import Any

from autograder.errors import StudentError
from autograder.wire import Decoder, Encoded, Encoder, pack, unpack

MAX_OUTPUT = 1 << 20  # characters of output kept of one cell
CUT = "\n... output cut here: a cell may print one million characters\n"
TOO_LARGE = "(a value was left out here: it is too large to show)\n"


class Recorder:
    """The outputs of the running cell in the notebook's own form, up to a limit."""

    def __init__(self) -> None:
        self.outputs: list[dict[str, Any]] = []
        self.room = MAX_OUTPUT

    def start(self) -> None:
        """Forget the outputs of the cell before."""
        self.outputs, self.room = [], MAX_OUTPUT

    def stream(self, name: str, text: str) -> None:
        """Append text that was printed, joining it to the stream printed just before."""
        if self.room <= 0 or not text:
            return
        kept = text if len(text) <= self.room else text[: self.room] + CUT
        self.room -= len(text)
        if self.outputs and self.outputs[-1].get("name") == name:
            self.outputs[-1]["text"] += kept
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": kept})

    def bundle(self, output_type: str, data: dict[str, Any]) -> None:
        """Append a displayed value; pictures arrive as bytes and leave as base64."""
        plain = {
            mime: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for mime, value in data.items()
            if isinstance(value, (str, bytes))
        }
        size = sum(map(len, plain.values()))
        if size > self.room:
            self.stream("stdout", TOO_LARGE)
            return
        self.outputs.append({"output_type": output_type, "data": plain})
        self.room -= size

    def error(self, kind: str, message: str, traceback: list[str]) -> None:
        """Append the traceback of the exception that ended the cell."""
        self.outputs.append(
            {
                "output_type": "error",
                "ename": kind,
                "evalue": message[:2000],
                "traceback": [line[:4000] for line in traceback[:100]],
            }
        )


class Printer(io.TextIOBase):
    """Stand in for sys.stdout or sys.stderr."""

    def __init__(self, recorder: Recorder, name: str) -> None:
        self.recorder, self.name = recorder, name

    def writable(self) -> bool:
        """Say that this stream can be written to."""
        return True

    def write(self, text: str) -> int:
        """Record the text."""
        self.recorder.stream(self.name, text)
        return len(text)


def make_shell(recorder: Recorder) -> Any:
    """Return an IPython shell whose outputs go to the recorder.

    A full shell rather than ``exec``: students use magics, ``await``, ``display`` and
    rely on the last line of a cell being shown.
    """
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Hook(DisplayHook):
        def write_output_prompt(self) -> None:
            """Write no prompt: there is no terminal."""

        def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:  # noqa: ARG002
            recorder.bundle("execute_result", format_dict)

    class Publisher(DisplayPublisher):
        def publish(self, data: Any, *_: Any, **__: Any) -> None:
            recorder.bundle("display_data", data)

        def clear_output(self, wait: bool = False) -> None:  # noqa: ARG002
            recorder.start()

    class Shell(InteractiveShell):
        displayhook_class = Hook
        display_pub_class = Publisher

        def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
            error = StudentError.from_exception(evalue)
            recorder.error(etype.__name__, error.message, list(stb))

        def ask_exit(self) -> None:
            """Go on: `exit` in a cell must not end the grading of the others."""

    shell = Shell.instance(colors="nocolor", config=Config(HistoryManager={"enabled": False}))
    sys.stdout, sys.stderr = Printer(recorder, "stdout"), Printer(recorder, "stderr")
    return shell


class Worker:
    """Answer requests from the judge, one after the other.

    Parameters
    ----------
    link : socket.socket
        Connected to the judge.
    """

    def __init__(self, link: socket.socket) -> None:
        self.link = link
        self.handles: list[Any] = []
        self.recorder = Recorder()
        self.shell = make_shell(self.recorder)

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
        self.recorder.start()
        result = self.shell.run_cell(source, store_history=True)
        return {"outputs": self.recorder.outputs, "ok": bool(result.success)}

    def answer(self, body: dict[str, Any], buffers: list[bytes], encoder: Encoder) -> Any:
        """Do what one request asks and return the reply's body."""
        decoder = self.decoder(buffers)
        if body["op"] == "run":
            return self.run(body["source"])
        if body["op"] == "get":
            if body["name"] not in self.shell.user_ns:
                return {"missing": True}
            return {"value": encoder.encode(self.shell.user_ns[body["name"]])}
        target = decoder.decode(body["target"])
        if body["op"] == "attribute":
            return {"value": encoder.encode(getattr(target, body["name"]))}
        arguments = [decoder.decode(argument) for argument in body["arguments"]]
        value = encoder.encode(target(*arguments))
        return {"value": value, "after": [encoder.encode(a) for a in arguments]}

    def serve(self) -> None:
        """Answer until the judge hangs up."""
        while True:
            body, buffers = unpack(self.read)
            encoder = Encoder(self.issue)
            try:
                reply = self.answer(body, buffers, encoder)
            except BaseException as error:
                described = StudentError.from_exception(error)
                reply = {"error": {"kinds": described.kinds, "message": described.message}}
                encoder = Encoder(self.issue)
            self.link.sendall(pack(reply, encoder.buffers))


def as_exception(told: dict[str, Any]) -> Exception:
    """Return an exception of the kind that a function of the judge's raised."""
    known = (TypeError, ValueError, ArithmeticError, LookupError)
    kind = next((k for k in known if k.__name__ in told["kinds"]), RuntimeError)
    return kind(told["message"])


def limit_resources(limits: dict[str, int]) -> None:
    """Lower this process's limits for good; names are those of the resource module."""
    import resource

    for name, value in limits.items():
        number = getattr(resource, f"RLIMIT_{name}")
        _, hard = resource.getrlimit(number)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(number, (value, value))


def main() -> None:
    """Start with ``python worker.py FILE_DESCRIPTOR LIMITS``."""
    link = socket.socket(fileno=int(sys.argv[1]))
    os.set_inheritable(link.fileno(), False)
    limit_resources(json.loads(sys.argv[2]))
    del sys.argv[1:]
    worker = Worker(link)
    link.sendall(pack({"ready": True}, []))
    worker.serve()
