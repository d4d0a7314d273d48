"""Run worked examples in a student's notebook and say what to look at next.

This module holds no answer to any exercise; it needs NumPy and the standard library only.
"""

from __future__ import annotations

import contextlib
import html
import io
import re
import traceback
import warnings
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.comparison import Mismatch, compare, equal

__all__ = ["CheckFailed", "Report", "card", "compare", "examples", "rich", "try_examples"]

Function = Callable[..., Any]
Table = Sequence[tuple[tuple[Any, ...], Any]]

_EMPTY = len((lambda: None).__code__.co_code)
_LISTS = " An argument is a list: `np.asarray(x)` makes it an array."
_MARKS = {
    "right": ("✓", "#0072B2"),
    "wrong": ("✗", "#D55E00"),
    "surprise": ("!", "#E69F00"),
    "note": ("•", "#0072B2"),
    "open": ("○", "#8A8A8A"),
}


class CheckFailed(AssertionError):
    """Tell a student which example failed, and what to look at.

    Parameters
    ----------
    rationale : str
        What came and what was expected, in one sentence.
    hint : str
        What to look at next.
    attempted : bool
        False where there is no answer yet.

    Examples
    --------
    >>> print(CheckFailed("double(2) is 2, expected 4.", "What does 'double' mean?"))
    ✗ double(2) is 2, expected 4.
      Hint: What does 'double' mean?
    """

    def __init__(self, rationale: str, hint: str = "", *, attempted: bool = True) -> None:
        super().__init__(rationale, hint)
        self.rationale = rationale
        self.hint = hint
        self.attempted = attempted

    def __str__(self) -> str:
        mark = _MARKS["wrong" if self.attempted else "open"][0]
        return f"{mark} {self.rationale}" + (f"\n  Hint: {self.hint}" if self.hint else "")

    def _render_traceback_(self) -> list[str]:
        """Give IPython the message alone: a stack of calls would not help a student."""
        return str(self).splitlines()


@dataclass(frozen=True)
class Report:
    """Show the outcome of a check as text and as HTML.

    Attributes
    ----------
    state : {"right", "wrong", "surprise", "note", "open"}
        A pass, a failure, a guess that missed, something noted, or nothing done yet.
    title : str
        The verdict, in one sentence.
    lines : tuple of str
        What else there is to say.

    Examples
    --------
    >>> Report("right", "double: 2 of 2 examples right.")
    ✓ double: 2 of 2 examples right.
    """

    state: str
    title: str
    lines: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "\n  ".join([f"{_MARKS[self.state][0]} {self.title}", *self.lines])

    def _repr_html_(self) -> str:
        return card(self.state, rich(self.title), [*map(rich, self.lines)])


def rich(text: str) -> str:
    """Turn plain text into HTML, with what stands in backticks as code.

    Examples
    --------
    >>> rich("`x` < 3")
    '<code>x</code> &lt; 3'
    """
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))


def card(state: str, title: str, lines: Sequence[str] = ()) -> str:
    """Lay out a verdict as HTML that is legible in light and dark themes.

    Parameters
    ----------
    state : {"right", "wrong", "surprise", "note", "open"}
        Sets the mark and the colour of the edge; the mark alone says enough.
    title, lines : str and sequence of str
        HTML; escape what a student wrote.

    Examples
    --------
    >>> "✓" in card("right", "2 of 2 right")
    True
    """
    mark, hue = _MARKS[state]
    # The text's own colour darkens the hue on white and lightens it on black.
    colour = f"color-mix(in srgb, {hue} 60%, currentColor)"
    body = "".join(f'<p style="margin:.3em 0 0">{line}</p>' for line in lines)
    style = f"border-left:4px solid {colour};padding:.3em .9em;margin:.3em 0;max-width:46em"
    head = f'<strong><span style="color:{colour}">{mark}</span> {title}</strong>'
    return f'<div class="course-card" style="{style}">{head}{body}</div>'


def examples(
    function: Function,
    table: Table,
    *,
    name: str | None = None,
    hints: str | Sequence[str] = (),
    rtol: float = 1e-4,
    atol: float = 1e-5,
) -> Report:
    """Compare a function with worked examples, and stop at the first that fails.

    Parameters
    ----------
    function : callable
        The student's function.
    table : list of (arguments, expected)
        Each example: a tuple of arguments and the right result, or the class of the
        exception that the call must raise.
    name : str, optional
        What the messages call the function; its own name by default.
    hints : str or sequence of str
        One hint for all examples, or one each; the last serves all that follow.
    rtol, atol : float
        Tolerance, as in `compare`.

    Returns
    -------
    Report
        Displayed by the notebook when it is the last value of a cell.

    Raises
    ------
    CheckFailed
        If an example fails, or if `function` was imported from ``course_utils``.

    Examples
    --------
    >>> examples(abs, [((-2,), 2), ((0.5,), 0.5)])
    ✓ abs: 2 of 2 examples right.
    >>> examples(abs, [((-2,), -2)])
    Traceback (most recent call last):
        ...
    course_utils.checks.CheckFailed: ✗ abs(-2) is 2, expected -2.
    """
    name = name or str(getattr(function, "__name__", "your answer"))
    _refuse_library(function, name)
    per_example = [hints] if isinstance(hints, str) else [*hints] or [""]
    notes: list[str] = []
    for i, (arguments, expected) in enumerate(table):
        hint = per_example[min(i, len(per_example) - 1)]
        subject = f"{name}({', '.join(_short(value) for value in arguments)})"
        call = _call(function, arguments)
        notes += [note for note in call.warned if note not in notes]
        if i == 0 and expected is not None and call.is_unwritten(function):
            msg = f"{name}: not attempted yet. Write your answer, then check again."
            raise CheckFailed(msg, hint, attempted=False)
        if found := call.mismatch(expected, subject, rtol=rtol, atol=atol):
            raise CheckFailed(found.message, "" if found.kind == "changed" else hint)
    lines = tuple(f"Python warned on the way, which costs no points: {note}" for note in notes)
    return Report("right", f"{name}: {len(table)} of {len(table)} examples right.", lines)


def try_examples(function: Function, table: Table, **options: Any) -> Report:
    """Compare a function with worked examples, without raising: a lecture runs to its end.

    Parameters
    ----------
    function, table, **options : as in `examples`
        The student's function, what it must return, and how to compare.

    Examples
    --------
    >>> def half(x): ...
    >>> try_examples(half, [((4,), 2)])
    ○ half: not attempted yet. Write your answer, then check again.
    """
    try:
        return examples(function, table, **options)
    except CheckFailed as failed:
        state = "wrong" if failed.attempted else "open"
        hint = (f"Hint: {failed.hint}",) if failed.hint and failed.attempted else ()
        return Report(state, failed.rationale, hint)


@dataclass(frozen=True)
class _Call:
    """What one call did: its value or its error, its arguments before and after."""

    before: tuple[Any, ...]
    after: tuple[Any, ...]
    value: object
    error: Exception | None
    warned: tuple[str, ...]

    def is_unwritten(self, function: Function) -> bool:
        if self.error or self.value is not None:
            return isinstance(self.error, NotImplementedError) or self.value is Ellipsis
        code = getattr(function, "__code__", None)
        return code is not None and len(code.co_code) <= _EMPTY

    def mismatch(self, expected: Any, subject: str, **tolerance: float) -> Mismatch | None:
        if isinstance(expected, type) and issubclass(expected, Exception):
            if isinstance(self.error, expected):
                return None
            came = f"raised {self._explain()}" if self.error else f"gave {_short(self.value)}"
            return Mismatch("raised", f"{subject} {came}, expected {expected.__name__}.")
        if self.error:
            lists = isinstance(self.error, TypeError) and list in map(type, self.before)
            advice = _LISTS if lists else ""
            return Mismatch("raised", f"{subject} stopped with {self._explain()}.{advice}")
        found = compare(self.value, expected, reveal=True, subject=subject, **tolerance)
        if found is None and not equal(self.before, self.after):
            text = f"{subject} changed its own argument: make a copy first, np.array(x)."
            return Mismatch("changed", text)
        return found

    def _explain(self) -> str:
        """Name the error and the line of the student's code that it came from."""
        frames = traceback.extract_tb(self.error.__traceback__ if self.error else None)
        # A check may wrap its call in a lambda, which no student wrote.
        start = 2 if [frame.name for frame in frames[1:2]] == ["<lambda>"] else 1
        lines = [f.line for f in frames[start:] if "site-packages" not in f.filename]
        where = f", at the line `{lines[-1]}`" if lines and lines[-1] else ""
        return f"{type(self.error).__name__} ({self.error}){where}"


def _call(function: Function, arguments: tuple[Any, ...]) -> _Call:
    """Call a student's function; keep warnings and stray error output off the page."""
    given, value, error = deepcopy(arguments), None, None
    quiet = contextlib.redirect_stderr(io.StringIO())
    with warnings.catch_warnings(record=True) as caught, quiet:
        warnings.simplefilter("always")
        try:
            value = function(*given)
        except Exception as exception:
            error = exception
    warned = tuple(dict.fromkeys(str(warning.message) for warning in caught))
    return _Call(arguments, given, value, error, warned)


def _refuse_library(function: Function, name: str) -> None:
    """Turn down the course's own functions: the judge does not have them."""
    module = str(getattr(function, "__module__", ""))
    if module.startswith("course_utils.") and module != __name__:
        msg = f"{name} is course_utils' own function, and grading runs without course_utils."
        raise CheckFailed(msg, "Write the function yourself, with NumPy alone.")


def _short(value: object, limit: int = 60) -> str:
    text = " ".join(_show_all(value).split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _show_all(value: object) -> str:
    """Write a value out in full; NumPy's numbers look like Python's."""
    if isinstance(value, np.ndarray):
        return f"array({value.tolist()!r})"
    value = value.item() if isinstance(value, np.generic) else value
    parts = ", ".join(map(_show_all, value)) if isinstance(value, tuple | list) else ""
    if isinstance(value, tuple):
        return f"({parts},)" if len(value) == 1 else f"({parts})"
    return f"[{parts}]" if isinstance(value, list) else repr(value)
