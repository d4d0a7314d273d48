"""The judge's side of a worker: run cells, fetch what they defined, call it.

A `Session` outlives its process.  When student code hangs or kills the worker, the session
ends the process, reports `Stopped`, and at the next request starts a new one in which the
cells that had run to their end are run again.  One bad answer thus costs that answer only.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.errors import GraderFault, Missing, Stopped, StudentError
from autograder.remote import Remote, short
from autograder.sandbox import Limits, Process
from autograder.wire import (
    Decoder,
    Encoded,
    Encoder,
    WireError,
    no_meaning,
    pack,
    unpack,
)

START_SECONDS = 60.0


class Session:
    """A student's notebook being run, cell by cell, out of reach of the grader.

    Parameters
    ----------
    limits : Limits
        What the submission may use.

    Examples
    --------
    >>> with Session(Limits()) as session:
    ...     outputs = session.run("def double(x): return 2 * x")
    ...     session.get("double")(21)
    42
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.ends = time.monotonic() + limits.total_seconds
        self.process: Process | None = None
        self.epoch = 0
        self.done: list[str] = []
        self.callbacks: dict[int, Callable[..., Any]] = {}
        self.callback_count = 0

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        if self.process:
            self.process.close()
            self.process = None

    def run(self, source: str) -> list[dict[str, Any]]:
        """Run one cell and return its outputs, as the worker tells them.

        Raises
        ------
        Stopped
            If the cell took too long or ended the process; it won't be run again.
        """
        self._start()
        body = {"op": "run", "source": source}
        try:
            reply, _ = self._ask(body, Encoder(), self.limits.cell_seconds)
        except StudentError as error:  # their code broke the worker's own output, for instance
            about = {"ename": error.kinds[0], "evalue": error.message}
            reply = {"outputs": [{"output_type": "error", "traceback": [str(error)], **about}]}
        self.done.append(source)
        outputs = reply.get("outputs")
        return outputs if isinstance(outputs, list) else []

    def get(self, name: str) -> Any:
        """Return what the student's notebook calls `name`: data, or a `Remote`.

        Raises
        ------
        Missing
            If nothing has that name.
        """
        self._start()
        reply, buffers = self._ask({"op": "get", "name": name}, Encoder())
        if reply.get("missing"):
            raise Missing(name)
        return self._decode(reply.get("value"), buffers)

    def call(self, target: Remote, arguments: tuple[Any, ...]) -> Any:
        """Call something in the worker with copies of the arguments."""
        encoder = Encoder(self._issue)
        sent = [encoder.encode(argument) for argument in arguments]
        body = {"op": "call", "target": self._issue(target), "arguments": sent}
        try:
            reply, buffers = self._ask(body, encoder)
        finally:
            self.callbacks.clear()  # a function serves the call that it was passed to
        after = reply.get("after")
        if not isinstance(after, list) or len(after) != len(arguments):
            raise self._unreadable("it did not say what became of the arguments")
        for argument, encoded in zip(arguments, after, strict=True):
            _restore(argument, self._decode(encoded, buffers))
        return self._decode(reply.get("value"), buffers)

    def attribute(self, target: Remote, name: str) -> Any:
        """Read an attribute of something in the worker."""
        asked = {"op": "attribute", "target": self._issue(target), "name": name}
        reply, buffers = self._ask(asked, Encoder())
        return self._decode(reply.get("value"), buffers)

    def _start(self) -> None:
        if self.process:
            return
        if time.monotonic() > self.ends:
            msg = f"the whole notebook took longer than {self.limits.total_seconds:g} s"
            raise Stopped("time limit", msg)
        self.process = Process(self.limits)
        self.epoch += 1
        try:
            self._receive(time.monotonic() + START_SECONDS)
        except Stopped as error:
            msg = f"the worker did not start: {error}"
            raise GraderFault(msg) from error
        again, self.done = self.done, []
        for count, source in enumerate(again, start=1):
            try:
                self.run(source)
            except Stopped:  # a cell that hangs now and then takes none of the others along
                self.done += again[count:]
                raise

    def _ask(
        self, body: dict[str, Any], encoder: Encoder, seconds: float | None = None
    ) -> tuple[dict[str, Any], list[bytes]]:
        """Send a request and return the reply, answering callbacks on the way."""
        seconds = seconds or self.limits.call_seconds
        deadline = min(time.monotonic() + seconds, self.ends)
        self._send(body, encoder, deadline)
        while True:
            reply, buffers = self._receive(deadline)
            if "callback" not in reply:
                break
            self._call_back(reply, buffers, deadline)
        if "error" in reply:
            raise _student_error(reply["error"])
        return reply, buffers

    def _call_back(self, reply: dict[str, Any], buffers: list[bytes], deadline: float) -> None:
        number, sent = reply.get("callback"), reply.get("arguments")
        if type(number) is not int or number not in self.callbacks:
            raise self._unreadable("it asked for a function that was not passed in")
        if type(sent) is not list:
            raise self._unreadable("it called a function without arguments")
        body: dict[str, Any]
        encoder = Encoder(self._issue)
        try:
            arguments = [Decoder(buffers).decode(argument) for argument in sent]
            with np.errstate(all="ignore"):
                body = {"value": encoder.encode(self.callbacks[number](*arguments))}
        except Exception as error:  # the student's code chose the arguments: it gets to know
            encoder, told = Encoder(), StudentError.from_exception(error)
            body = {"error": {"kinds": told.kinds, "message": told.message}}
        self._send(body, encoder, deadline)

    def _send(self, body: dict[str, Any], encoder: Encoder, deadline: float) -> None:
        assert self.process
        self.process.link.settimeout(max(0.001, deadline - time.monotonic()))
        try:
            self.process.link.sendall(pack(body, encoder.buffers))
        except TimeoutError as error:
            message = "it did not take its arguments in time"
            raise self._stopped("time limit", message) from error
        except OSError as error:
            raise self._stopped("crashed", "the process ended") from error

    def _receive(self, deadline: float) -> tuple[dict[str, Any], list[bytes]]:
        try:
            return unpack(lambda count: self._read(count, deadline))
        except WireError as error:
            raise self._unreadable(str(error)) from error

    def _read(self, count: int, deadline: float) -> bytes:
        assert self.process
        parts = bytearray()
        while len(parts) < count:
            left = deadline - time.monotonic()
            try:
                if left <= 0:  # bytes that trickle in must not keep us waiting for ever
                    raise TimeoutError
                self.process.link.settimeout(left)
                part = self.process.link.recv(min(1 << 20, count - len(parts)))
            except TimeoutError as error:
                raise self._stopped("time limit", "there was no answer in time") from error
            except OSError as error:
                raise self._stopped("crashed", "the process ended") from error
            if not part:
                raise self._stopped("crashed", "the process ended")
            parts += part
        return bytes(parts)

    def _decode(self, encoded: Any, buffers: list[bytes]) -> Any:
        try:
            return Decoder(buffers, self._resolve).decode(encoded)
        except WireError as error:
            raise self._unreadable(str(error)) from error

    def _resolve(self, encoded: Encoded) -> Remote:
        if encoded[0] != "handle" or len(encoded) != 4 or type(encoded[1]) is not int:
            raise WireError(no_meaning(encoded))
        return Remote(self, encoded, self.epoch)

    def _issue(self, value: Any) -> Encoded:
        if isinstance(value, Remote):
            if value._epoch != self.epoch or not self.process:
                raise Stopped("crashed", "the object went away with its process")
            return value._encoded
        if not callable(value):
            msg = f"a check passed a {type(value).__name__}, which can't cross to the worker"
            raise GraderFault(msg)
        self.callback_count += 1
        self.callbacks[self.callback_count] = value
        return ["callback", self.callback_count]

    def _unreadable(self, message: str) -> Stopped:
        return self._stopped("unreadable answer", message)

    def _stopped(self, reason: str, message: str) -> Stopped:
        self.close()
        return Stopped(reason, message)


def _student_error(error: Any) -> StudentError:
    """Read what the worker says about an exception, whatever it says."""
    told = error if isinstance(error, dict) else {}
    kinds = told.get("kinds")
    names = tuple(short(k, 60) for k in kinds[:20]) if isinstance(kinds, list) else ()
    return StudentError(names or ("Exception",), short(told.get("message"), 500))


def _restore(argument: Any, after: Any) -> None:
    """Let a change that the student's code made to an argument be seen on this side."""
    if isinstance(argument, np.ndarray) and isinstance(after, np.ndarray):
        alike = argument.shape == after.shape and argument.dtype == after.dtype
        if argument.flags.writeable and alike:
            argument[...] = after
    elif isinstance(argument, list) and isinstance(after, list):
        argument[:] = after
