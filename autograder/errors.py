"""The exceptions of the grading layer.

::

    Exception
    ├── GraderFault          the grader's own mistake: never costs a student points
    │   ├── Unfit            a worker is not what the run was planned with
    │   └── RunStopped       a run ended before its last submission
    ├── Missing              the student's notebook defines no such name
    ├── StudentError         the student's code raised an exception: an outcome to compare
    └── Stopped              the student's process gave no answer that can be used
        └── (reason: time limit, crashed, unreadable answer)
"""

from __future__ import annotations

import builtins


class GraderFault(Exception):
    """The grading layer, not the student, is at fault."""

    exit_code = 2


class Unfit(GraderFault):
    """A worker can't grade as the run was planned, and neither would the next one."""


class RunStopped(GraderFault):
    """A run ended before its last submission; what it graded is safe."""

    exit_code = 3


class Missing(Exception):
    """The student's notebook defines no such name."""


class StudentError(Exception):
    """The student's code raised; `kinds` names the exception's class and its bases.

    Examples
    --------
    >>> error = StudentError(("LinAlgError", "ValueError", "Exception"), "Singular matrix")
    >>> error.is_a("ValueError"), str(error)
    (True, 'LinAlgError: Singular matrix')
    """

    def __init__(self, kinds: tuple[str, ...], message: str) -> None:
        self.kinds = kinds
        self.message = message
        super().__init__(f"{kinds[0]}: {message}" if message else kinds[0])

    def is_a(self, kind: str) -> bool:
        """Tell whether the exception is of this class or derives from it."""
        return kind in self.kinds

    @property
    def public_name(self) -> str:
        """Return the nearest class that Python itself knows: a student's name may hold data."""
        return next((kind for kind in self.kinds if hasattr(builtins, kind)), "an exception")

    @classmethod
    def from_exception(cls, error: BaseException) -> StudentError:
        """Describe an exception by the names of its classes and its text."""
        kinds = tuple(base.__name__ for base in type(error).__mro__ if base is not object)
        return cls(kinds, describe(error))


LATE = "there was no answer in time"


class Stopped(Exception):
    """The student's process was ended, or said something that is no data."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)


def describe(error: BaseException, limit: int = 500) -> str:
    """Return the text of an exception, cut to `limit` characters; its __str__ may misbehave."""
    try:
        return str(error)[:limit]
    except BaseException:
        return ""
