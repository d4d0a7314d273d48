"""The judge's side of a worker: run cells, fetch what they defined, call it.

A `Session` outlives its process.  When student code hangs or kills the worker, the session
ends the process, reports `Stopped`, and at the next request starts a new one in which the
cells that had run to their end are run again.  One bad answer thus costs that answer only.

Graded calls go to a child of the worker (`Session.apart`), which is ended afterwards: what
they do, and that they hang or crash, is of no concern to what comes later.  `Session.hold`
forks such a child where an exercise stands and lets it wait, so that all cells can run before
the first question is put: whatever keeps an input, no cell is left that could print it.  Where
the student's functions keep nothing, the worker remembers the names of the place instead, and
answers itself, as long as it does: after a hang or a crash all goes on in children.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.ahead import Ahead
from autograder.errors import GraderFault, Missing, Stopped, StudentError
from autograder.lines import Lines
from autograder.link import Link
from autograder.remote import Remote, short
from autograder.sandbox import Limits, Time
from autograder.wire import (
    Decoder,
    Encoded,
    Encoder,
    WireError,
    no_meaning,
    pack,
)


class Session(Lines):
    """A student's notebook being run, cell by cell, out of reach of the grader.

    Parameters
    ----------
    limits : Limits
        What the submission may use.
    shared : bool
        Whether one process may answer for all exercises; see `autograder.stateless`.

    Examples
    --------
    >>> with Session(Limits()) as session:
    ...     outputs = session.run("def double(x): return 2 * x")
    ...     session.get("double")(21)
    42
    """

    def __init__(self, limits: Limits, *, shared: bool = False) -> None:
        super().__init__(limits, shared=shared)
        self.foreseen: Sequence[tuple[Any, ...]] = ()
        self.callbacks: dict[int, Callable[..., Any]] = {}
        self.callback_count = 0

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, source: str, *, given: bool = False) -> list[dict[str, Any]]:
        """Run one cell and return its outputs, as the worker tells them.

        Parameters
        ----------
        source : str
            What stands in it.
        given : bool
            Whether it was given, and only tries what was written.

        Raises
        ------
        Stopped
            If the cell took too long or ended the process; it won't be run again.
        """
        line, body = self._started(), {"op": "run", "source": source}
        self.guarded = False
        allowed = self.limits.given_cell if given else self.limits.cell
        reply, _ = self._ask(line, body, Encoder(), allowed)
        if "error" in reply:  # their code broke the worker's own output, for instance
            error = _student_error(reply["error"])
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
        if name in self.known:
            return self.known[name]
        line = self._in_use()
        if self.asked and self.asked.missing and name == self.asked.name:
            raise Missing(name)
        reply, buffers = self._ask(line, {"op": "get", "name": name}, Encoder())
        if reply.get("missing"):
            raise Missing(name)
        value = self._value(reply, buffers)
        if self.aside and type(value) is Remote:
            self.known[name] = value
        return value

    def foresee(self, cases: Sequence[tuple[Any, ...]]) -> None:
        """Learn which calls will come next, each with which arguments; none ends it."""
        if self.ahead:  # answers that nobody asked for would be taken for those to come
            self.drop()
        self.foreseen, self.ahead = cases, None

    def call(self, target: Remote, arguments: tuple[Any, ...]) -> Any:
        """Call something in the worker with copies of the arguments."""
        if self.foreseen and self.aside:
            self._send_ahead(target)
        if self.ahead:
            reply, buffers = self._answer(self.ahead)
        else:
            reply, buffers = self._ask_call(target, arguments)
        return self._called(arguments, reply, buffers)

    def _send_ahead(self, target: Remote) -> None:
        cases, self.foreseen = self.foreseen, ()
        assert self.aside
        with contextlib.suppress(WireError):  # a function among them is called back, one by one
            frames = [self._call_frame(target, case) for case in cases]
            self.ahead = Ahead(self.aside, frames)

    def _call_frame(self, target: Remote, case: tuple[Any, ...]) -> bytes:
        encoder = Encoder()
        sent = [encoder.encode(argument) for argument in case]
        body = {"op": "call", "target": self._issue(target), "arguments": sent}
        return pack(body, encoder.buffers)

    def _answer(self, ahead: Ahead) -> tuple[dict[str, Any], list[bytes]]:
        try:
            reply, buffers = ahead.reply(self.begin_to_wait())
        except Stopped as stopped:
            self.lost(self.aside, stopped.reason)
            raise
        if "callback" in reply:
            raise self._unreadable("it asked for a function that was not passed in")
        return reply, buffers

    def _ask_call(
        self, target: Remote, arguments: tuple[Any, ...]
    ) -> tuple[dict[str, Any], list[bytes]]:
        encoder = Encoder(self._issue)
        sent = [encoder.encode(argument) for argument in arguments]
        body = {"op": "call", "target": self._issue(target), "arguments": sent}
        try:
            return self._ask(self._in_use(), body, encoder)
        finally:
            self.callbacks.clear()  # a function serves the call that it was passed to

    def _called(
        self, arguments: tuple[Any, ...], reply: dict[str, Any], buffers: list[bytes]
    ) -> Any:
        after = reply.get("after")
        if "error" in reply and after is None:  # it did not come to the call
            raise _student_error(reply["error"])
        if after != "same":
            if not isinstance(after, list) or len(after) != len(arguments):
                raise self._unreadable("it did not say what became of the arguments")
            for argument, encoded in zip(arguments, after, strict=True):
                _restore(argument, self._decode(encoded, buffers))
        return self._value(reply, buffers)

    def attribute(self, target: Remote, name: str) -> Any:
        """Read an attribute of something in the worker."""
        asked = {"op": "attribute", "target": self._issue(target), "name": name}
        return self._value(*self._ask(self._in_use(), asked, Encoder()))

    def _ask(
        self, line: Link, body: dict[str, Any], encoder: Encoder, allowed: Time | None = None
    ) -> tuple[dict[str, Any], list[bytes]]:
        """Send a request and return the reply, answering callbacks on the way."""
        deadline = self.begin_to_wait(allowed)
        try:
            line.send(pack(body, encoder.buffers), deadline)
            while True:
                reply, buffers = line.receive(deadline)
                if "callback" not in reply:
                    return reply, buffers
                self._call_back(line, reply, buffers, deadline)
        except Stopped as stopped:
            self.lost(line, stopped.reason)
            raise

    def _call_back(
        self, line: Link, reply: dict[str, Any], buffers: list[bytes], deadline: float
    ) -> None:
        number, sent = reply.get("callback"), reply.get("arguments")
        if type(number) is not int or number not in self.callbacks:
            raise Stopped("unreadable answer", "it asked for a function that was not passed in")
        if type(sent) is not list:
            raise Stopped("unreadable answer", "it called a function without arguments")
        body: dict[str, Any]
        encoder = Encoder(self._issue)
        try:
            arguments = [Decoder(buffers).decode(argument) for argument in sent]
            with np.errstate(all="ignore"):
                body = {"value": encoder.encode(self.callbacks[number](*arguments))}
        except Exception as error:  # the student's code chose the arguments: it gets to know
            encoder, told = Encoder(), StudentError.from_exception(error)
            body = {"error": {"kinds": told.kinds, "message": told.message}}
        line.send(pack(body, encoder.buffers), deadline)

    def _value(self, reply: dict[str, Any], buffers: list[bytes]) -> Any:
        if "error" in reply:
            raise _student_error(reply["error"])
        return self._decode(reply.get("value"), buffers)

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
        self.lost(self.aside or self.worker, "unreadable answer")
        return Stopped("unreadable answer", message)


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
