"""What a function did with its arguments, and whether two functions did the same.

The judge never runs student code.  It asks a *subject* for the student's function and
calls it; the subject is a `autograder.session.Session` (the function lives in the
sandbox) or a `Namespace` (it lives in this process: banks and stock nbgrader).
"""

from __future__ import annotations

import contextlib
import copy
import io
import logging
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np

from autograder.errors import GraderFault, Missing, Stopped, StudentError
from autograder.exercise import Arguments, Check, Exercise
from autograder.layout import arranged, layout_of
from autograder.remote import Remote
from course_utils.comparison import Mismatch, compare, equal

TELLING = ("TypeError", "AttributeError")  # their texts name types and never hidden inputs
_UNCHANGING = frozenset({bool, int, float, str, type(None)})
WRONG_RESULTS = "Not all of its results are right."


class Subject(Protocol):
    """Whoever can hand out what a student defined."""

    def get(self, name: str) -> Any:
        """Return the object of that name or raise `Missing`."""


@runtime_checkable
class Foreseeing(Protocol):
    """A subject that saves time if it knows which calls come next."""

    def foresee(self, cases: Sequence[Arguments]) -> None:
        """Learn the arguments of the next calls, one tuple for each."""


class _Nobody(io.StringIO):
    """Where output goes that nobody reads."""

    def write(self, text: str) -> int:
        """Forget the text."""
        return len(text)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Let a judged function warn, print and log to nobody: none of it makes it wrong."""
    if _is_quiet():  # no need to hush twice, except for NumPy, of which asking costs as much
        with np.errstate(all="ignore"):
            yield
        return
    level = logging.root.manager.disable
    nobody = _Nobody()
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        logging.disable()
        try:
            with contextlib.redirect_stdout(nobody), contextlib.redirect_stderr(nobody):
                yield
        finally:
            logging.disable(level)


def _is_quiet() -> bool:
    """Tell whether nothing can be heard: a judged function may have changed any of it."""
    return (
        type(sys.stdout) is type(sys.stderr) is _Nobody
        and logging.root.manager.disable >= logging.CRITICAL
        and warnings.filters[:1] == [("ignore", None, Warning, None, 0)]
    )


class Local:
    """An object of this process that raises `StudentError` as a remote one would."""

    def __init__(self, target: Any) -> None:
        self._target = target

    def __call__(self, *arguments: Any) -> Any:
        """Call the object."""
        try:
            with quiet():
                return _wrapped(self._target(*arguments))
        except Exception as error:
            raise StudentError.from_exception(error) from error

    def __getattr__(self, name: str) -> Any:
        try:
            return _wrapped(getattr(self._target, name))
        except Exception as error:
            raise StudentError.from_exception(error) from error


def _wrapped(value: Any) -> Any:
    plain = (bool, int, float, str, list, tuple, dict, np.ndarray, np.generic, type(None))
    return value if isinstance(value, plain) else Local(value)


class Namespace:
    """A subject whose names are looked up in a dictionary of this process.

    Examples
    --------
    >>> Namespace({"double": lambda x: 2 * x}).get("double")(4)
    8
    """

    def __init__(self, names: Mapping[str, Any]) -> None:
        self.names = names

    def get(self, name: str) -> Any:
        """Return the object of that name or raise `Missing`."""
        if name not in self.names:
            raise Missing(name)
        return _wrapped(self.names[name])


@dataclass(frozen=True)
class Outcome:
    """What a function did with one tuple of arguments.

    Attributes
    ----------
    value : object
        What it returned.
    error : StudentError or None
        What it raised instead.
    stopped : Stopped or None
        Why there was no answer at all.
    missing : bool
        Whether there is no such function.
    changed : bool
        Whether an argument has another value afterwards.
    unusable : bool
        Whether what the student defined can't even be put to use, such as a number where
        a function is asked for; `error` says why.
    """

    value: Any = None
    error: StudentError | None = None
    stopped: Stopped | None = None
    missing: bool = False
    changed: bool = False
    unusable: bool = False

    @property
    def unattempted(self) -> bool:
        """Tell whether the student left this unwritten."""
        return self.missing or bool(self.error and self.error.is_a("NotImplementedError"))


def observe(subject: Subject, exercise: Exercise, check: Check, case: Arguments) -> Outcome:
    """Call the subject's function with copies of the arguments and say what it did."""
    arguments = copies(case)
    try:
        value = check.call(subject.get(exercise.target), *arguments)
    except Missing:
        return Outcome(missing=True)
    except Stopped as stopped:
        return Outcome(stopped=stopped)
    except StudentError as error:
        return Outcome(error=error, changed=_changed(arguments, case))
    except GraderFault:
        raise
    except Exception as error:  # raised on this side, by what the student's code handed out
        return Outcome(error=StudentError.from_exception(error), unusable=True)
    return Outcome(value, changed=_changed(arguments, case))


def expect(exercise: Exercise, check: Check, case: Arguments) -> Outcome:
    """Return what the reference does with the case.

    Raises
    ------
    GraderFault
        If the reference raises anything but `ValueError` or `TypeError`.
    """
    try:
        with quiet():
            return Outcome(check.call(exercise.answer, *copies(case)))
    except (ValueError, TypeError) as error:
        return Outcome(error=StudentError.from_exception(error))
    except Exception as error:
        msg = f"the reference of {exercise.slug} failed on {check.name!r}: {error!r}"
        raise GraderFault(msg) from error


def copies(case: Iterable[Any]) -> Arguments:
    """Copy arguments; arrays keep their memory layout, functions are passed as they are."""
    return tuple(map(_copied, case))


def _copied(value: Any) -> Any:
    if type(value) in _UNCHANGING or callable(value):
        return value
    if isinstance(value, np.ndarray):
        return arranged(value.copy(), layout_of(value))
    if type(value) is list and all(type(part) in _UNCHANGING for part in value):
        return value.copy()
    return copy.deepcopy(value)


def _changed(arguments: Arguments, case: Arguments) -> bool:
    pairs = zip(arguments, case, strict=True)
    return any(not callable(before) and not equal(after, before) for after, before in pairs)


def disagreement(
    exercise: Exercise, check: Check, seen: Outcome, wanted: Outcome
) -> Mismatch | None:
    """Say how an outcome differs from the reference's, without telling the reference's."""
    if unusable := _no_answer(exercise, seen):
        return unusable
    if wanted.error:
        return _other_error(seen, wanted.error)
    if seen.error:
        return Mismatch("raised", f"It raised {seen.error.public_name}.")
    if check.unchanged and seen.changed:
        return Mismatch("changed", "It changed one of its arguments in place.")
    return _other_value(exercise, seen.value, wanted.value)


def _other_value(exercise: Exercise, given: Any, wanted: Any) -> Mismatch | None:
    wrong = compare(given, wanted, rtol=exercise.rtol, atol=exercise.atol)
    if wrong and wrong.kind == "value":  # the student's own numbers could tell hidden inputs
        return Mismatch("value", WRONG_RESULTS)
    if wrong and (name := foreign_type(given)):
        return Mismatch(
            "type", f"It returned an object of type {name}, which is no plain data."
        )
    return wrong


def foreign_type(value: Any) -> str:
    """Return the type of an object that stayed with its owner, or nothing for plain data."""
    if isinstance(value, Remote):
        return value._type_name
    return type(value._target).__name__ if isinstance(value, Local) else ""


def _no_answer(exercise: Exercise, seen: Outcome) -> Mismatch | None:
    if seen.missing:
        return Mismatch("missing", f"`{exercise.target}` is not defined.")
    if seen.unattempted:
        return Mismatch("missing", f"`{exercise.target}` is still to be written.")
    if seen.unusable and seen.error:
        text = f"`{exercise.target}` can't be used the way the exercise asks"
        told = f" ({seen.error})" if seen.error.kinds[0] in TELLING else ""
        return Mismatch("type", f"{text}{told}.")
    if seen.stopped:
        return Mismatch(seen.stopped.reason, f"Stopped: {seen.stopped}.")
    return None


def _other_error(seen: Outcome, wanted: StudentError) -> Mismatch | None:
    if seen.error and seen.error.is_a(wanted.kinds[0]):
        return None
    what = f"raised {seen.error.public_name}" if seen.error else "returned something"
    return Mismatch("raised", f"It {what}, expected it to raise {wanted.kinds[0]}.")


def alike(exercise: Exercise, one: Outcome, other: Outcome) -> bool:
    """Tell whether two answers did the same thing, right or wrong."""
    if (one.error is None) != (other.error is None) or one.changed != other.changed:
        return False
    if any((o.stopped or o.missing) for o in (one, other)) or one.unusable != other.unusable:
        return False
    if one.error and other.error:
        return one.error.kinds[0] == other.error.kinds[0]
    try:
        mismatch = compare(one.value, other.value, rtol=exercise.rtol, atol=exercise.atol)
    except TypeError:  # the other's value is no data that could be compared
        return False
    return mismatch is None
