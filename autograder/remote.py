"""Something of the student's that the judge can use without having it."""

from __future__ import annotations

from typing import Any, Protocol

from autograder.wire import Encoded, writable


class Host(Protocol):
    """Whoever keeps the object: a `autograder.session.Session`."""

    def call(self, target: Remote, arguments: tuple[Any, ...]) -> Any:
        """Call it."""

    def attribute(self, target: Remote, name: str) -> Any:
        """Read one of its attributes."""


class Remote:
    """Something that lives in the worker: it can be called and its attributes read.

    Parameters
    ----------
    host : Host
        Where it lives.
    encoded : list
        Its handle, as issued by the worker.
    epoch : int
        Number of the process that issued the handle; a later process doesn't know it.
    """

    def __init__(self, host: Host, encoded: Encoded, epoch: int) -> None:
        self._host = host
        self._encoded = encoded
        self._epoch = epoch

    def __call__(self, *arguments: Any) -> Any:
        """Call it in the worker; arguments that it changed are changed here as well."""
        return self._host.call(self, arguments)

    def __getattr__(self, name: str) -> Any:
        """Read an attribute in the worker."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self._host.attribute(self, name)

    def __repr__(self) -> str:
        return f"<{self._type_name} in the worker>"

    @property
    def _type_name(self) -> str:
        name = short(self._encoded[3], 40)
        return name if name.isidentifier() else "object"


def short(text: Any, limit: int) -> str:
    """Return the beginning of what may be a text, in a form that any file can hold."""
    return writable(text[:limit]) if isinstance(text, str) else ""
