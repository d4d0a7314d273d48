"""Decide whether a student's value agrees with a reference value.

The judge uses this on a student process's values, a notebook on its own.  Only objects of
exactly known types are looked into, so that no method of an unknown one is ever called.
"""

from __future__ import annotations

import math
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_TRUTH_TYPES: frozenset[type] = frozenset({bool, np.bool_})
_SCALARS = tuple(np.dtype(code).type for code in "bhilqBHILQefdg")
_NUMBER_TYPES: frozenset[type] = frozenset({int, float, *_SCALARS})
_KEY_TYPES: frozenset[type] = frozenset({str, int, float, bool, type(None)})
_MAX_DEPTH = 8


@dataclass(frozen=True)
class Mismatch:
    """Say how an answer differs from its reference.

    Attributes
    ----------
    kind : {"type", "shape", "nan", "value", "missing", "raised", "changed"}
        What sort of difference it is.
    message : str
        One sentence for the student.
    """

    kind: str
    message: str


def compare(
    answer: object,
    expected: Any,
    *,
    rtol: float = 1e-4,
    atol: float = 1e-5,
    reveal: bool = False,
    subject: str = "Your answer",
) -> Mismatch | None:
    """Decide whether a student's value agrees with a reference value.

    Parameters
    ----------
    answer : object
        The student's value, whatever it is.  Lists, tuples, arrays and scalars of any real
        type count as numbers; an array of shape ``()`` counts as one number.
    expected : bool, str, None, number, array_like, dict, or a list or tuple of these
        The reference value.
    rtol, atol : float
        Numbers agree where ``|answer - expected| <= atol + rtol * |expected|``.  Where the
        reference holds integers `rtol` is 0, for a count is right or wrong.
    reveal : bool, default False
        Whether the message may tell expected values.
    subject : str
        How the message calls the answer.

    Returns
    -------
    Mismatch or None
        None where the two agree.

    Raises
    ------
    TypeError
        If `expected` is of another type: the author's mistake, never the student's.

    Examples
    --------
    >>> compare([0.5, 1], np.array([0.5, 1.0])) is None
    True
    >>> compare([[1], [2]], np.array([1, 2])).message
    'Your answer has shape (2, 1), expected shape (2,).'
    >>> compare(2.0, 3.0, reveal=True, subject="f(1)").message
    'f(1) is 2, expected 3.'
    """
    return _Comparison(rtol, atol, reveal).check(answer, expected, subject)


@dataclass(frozen=True)
class _Comparison:
    rtol: float
    atol: float
    reveal: bool

    def check(self, answer: object, expected: Any, subject: str) -> Mismatch | None:
        if answer is Ellipsis or (answer is None and expected is not None):
            text = (
                f"{subject} is {answer}: is it still to be written, or has a case no `return`? "
                "(`print` shows a value, `return` hands it over.)"
            )
            return Mismatch("missing", text)
        if expected is None or type(expected) is str:
            return self._same(answer, expected, subject)
        if type(expected) is dict:
            return self._mapping(answer, expected, subject)
        if (wanted := read_array(expected)) is not None:
            return self._arrays(answer, wanted, subject)
        if type(expected) in {list, tuple}:
            return self._parts(answer, expected, subject)
        msg = f"a reference must be plain data, got one {describe(expected)}"
        raise TypeError(msg)

    def _same(self, answer: object, expected: str | None, subject: str) -> Mismatch | None:
        if not _is(answer, {type(expected), *({np.str_} if expected is not None else ())}):
            return _wrong_type(answer, describe(expected), subject)
        if answer == expected:
            return None
        return self._value(subject, repr(answer), repr(expected))

    def _mapping(self, answer: object, expected: Any, subject: str) -> Mismatch | None:
        if type(answer) is not dict or not all(_is(key, _KEY_TYPES) for key in answer):
            return _wrong_type(answer, "a dict", subject)
        for key, value in expected.items():
            if key not in answer:
                return Mismatch("missing", f"{subject} has no entry {key!r}.")
            if found := self.check(answer[key], value, f"{subject}[{key!r}]"):
                return found
        if len(answer) > len(expected):
            extra = next(key for key in answer if key not in expected)
            return Mismatch("value", f"{subject} has one entry too many: {extra!r}.")
        return None

    def _parts(self, answer: object, expected: Any, subject: str) -> Mismatch | None:
        """Compare a tuple such as (weights, bias) part by part."""
        if type(answer) is not list and type(answer) is not tuple:
            kind = f"a {type(expected).__name__} of {len(expected)} parts"
            return _wrong_type(answer, kind, subject)
        if (n := len(answer)) != len(expected):
            return Mismatch("shape", f"{subject} has {n} parts, expected {len(expected)}.")
        pairs = enumerate(zip(answer, expected, strict=True))
        return next(filter(None, (self.check(*p, f"{subject}[{i}]") for i, p in pairs)), None)

    def _arrays(self, answer: object, wanted: Array, subject: str) -> Mismatch | None:
        given = read_array(answer)
        if given is None or (given.size and _truth(given) != _truth(wanted)):
            return _wrong_type(answer, describe(wanted), subject)
        if given.shape != wanted.shape:
            came = f"has shape {given.shape}" if given.shape else "is one number"
            due = f"shape {wanted.shape}" if wanted.shape else "one number"
            return Mismatch("shape", f"{subject} {came}, expected {due}.")
        if _truth(wanted):
            return self._first(given != wanted, given, wanted, subject)
        rtol = 0.0 if wanted.dtype.kind in "iu" else self.rtol
        given, wanted = given.astype(np.float64), wanted.astype(np.float64)
        with np.errstate(over="ignore", invalid="ignore"):  # near the largest float
            near = (abs(given - wanted) <= self.atol + rtol * abs(wanted)) & np.isfinite(wanted)
        if near.all():
            return None
        if (nan := np.isnan(given) & ~np.isnan(wanted)).any():
            text = f"{_entry(subject, nan)[0]} is NaN (not a number), expected a number."
            return Mismatch("nan", text)
        right = near | (given == wanted) | np.isnan(given)
        return self._first(~right, given, wanted, subject)

    def _first(
        self, wrong: Array, given: Array, wanted: Array, subject: str
    ) -> Mismatch | None:
        """Report the first wrong entry, and how many there are."""
        if not wrong.any():
            return None
        where, index = _entry(subject, wrong)
        count = f" ({wrong.sum()} of {wrong.size} entries differ)" if wrong.size > 1 else ""
        return self._value(where, _show(given[index]), _show(wanted[index]), count)

    def _value(self, where: str, given: str, wanted: str, count: str = "") -> Mismatch:
        verdict = f"expected {wanted}" if self.reveal else "which is not right"
        return Mismatch("value", f"{where} is {given}, {verdict}{count}.")


def equal(one: object, other: object) -> bool:
    """Decide whether two pieces of plain data are the same to the last bit.

    Parameters
    ----------
    one, other : object
        Numbers, strings, arrays of any shape, and lists, tuples and dicts of these.

    Returns
    -------
    bool
        Whether types, shapes and values are the same; NaN counts as the same as NaN, and
        objects that are no plain data count as the same where their types are.

    Examples
    --------
    >>> equal([np.array([np.nan])], [np.array([np.nan])]), equal(1, 1.0)
    (True, False)
    """
    if type(one) is not type(other):
        return False
    if type(one) is np.ndarray and type(other) is np.ndarray:
        same = one.shape == other.shape and one.tobytes() == other.tobytes()  # the usual case
        nan = one.dtype.kind in "fc"
        return one.dtype == other.dtype and (same or np.array_equal(one, other, equal_nan=nan))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(equal, one, other))
    if type(one) is dict and type(other) is dict:
        return equal(list(one.items()), list(other.items()))
    if _is(one, _KEY_TYPES | _NUMBER_TYPES | _TRUTH_TYPES):
        return bool(one == other) or (one != one and other != other)
    return True


def read_array(value: object, depth: int = 0) -> Array | None:
    """Read plain numbers or truth values into an array.

    Parameters
    ----------
    value : object
        Anything at all.
    depth : int
        How many lists `value` lies in.

    Returns
    -------
    ndarray or None
        Array of booleans, integers or floats; None where `value` is anything else, such as
        an array of objects, complex numbers, a string or a list with uneven rows.

    Examples
    --------
    >>> read_array([[1, 2], [3, 4.5]]).shape, read_array([[1, 2], [3]])
    ((2, 2), None)
    """
    if type(value) is np.ndarray:
        return value if value.dtype.kind in "biuf" else None
    if _is(value, _NUMBER_TYPES | _TRUTH_TYPES):
        return np.asarray(_bounded(value))
    if (type(value) is not list and type(value) is not tuple) or depth == _MAX_DEPTH:
        return None
    if all(_is(part, _NUMBER_TYPES) for part in value):
        return np.asarray([_bounded(part) for part in value], dtype=None if value else float)
    parts = [read_array(part, depth + 1) for part in value]
    arrays = [part for part in parts if part is not None]
    alike = len({(part.shape, _truth(part)) for part in arrays}) == 1
    return np.stack(arrays) if alike and len(arrays) == len(parts) else None


def describe(value: object) -> str:
    """Name what a value is, in a student's words.

    Examples
    --------
    >>> describe("0.5"), describe(2.5), describe(np.zeros((2, 3)))
    ('a string', 'a number', 'an array of numbers')
    """
    if (array := read_array(value)) is not None:
        many = "True or False" if _truth(array) else "numbers"
        one = "True or False" if _truth(array) else "a number"
        return f"an array of {many}" if array.shape else one
    # Reading `__name__` the usual way could run code of an unknown metaclass.
    name = type.__dict__["__name__"].__get__(type(value))
    if type(value) is list or type(value) is tuple:
        return f"a {name} of mixed or uneven parts"
    known = {"str": "a string", "NoneType": "None", "dict": "a dict"}
    return known.get(name, f"of type {name}")


def _is(value: object, types: Set[type]) -> bool:
    """Ask for the exact type; a class with a metaclass of its own is never asked anything."""
    return type(type(value)) is type and type(value) in types


def _bounded(number: Any) -> Any:
    """Replace an integer that no array can hold by infinity."""
    if type(number) is int and abs(number) >= 2**63:
        return math.inf if number > 0 else -math.inf
    return number


def _truth(array: Array) -> bool:
    return array.dtype.kind == "b"


def _entry(subject: str, mask: Array) -> tuple[str, tuple[int, ...]]:
    """Name the first entry at which `mask` is true, as ``f(x)[0, 1]``."""
    index = tuple(int(i) for i in np.argwhere(mask)[0])
    return (f"{subject}[{', '.join(map(str, index))}]" if index else subject), index


def _show(number: Any) -> str:
    if isinstance(number, np.bool_):
        return str(bool(number))
    value = float(number)
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.6g}"


def _wrong_type(answer: object, wanted: str, subject: str) -> Mismatch:
    return Mismatch("type", f"{subject} is {describe(answer)}, expected {wanted}.")
