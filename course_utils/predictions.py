"""Write down a guess before the result, and compare the two afterwards.

Guesses live in a small JSON file beside the notebook, so that they survive a restart of
the kernel.  NumPy and the standard library only.
"""

from __future__ import annotations

import contextlib
import html
import json
import math
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import EllipsisType
from typing import Any

import numpy as np

from course_utils.checks import Report

__all__ = ["Summary", "outcome", "predict", "summary"]

Guess = float | str | EllipsisType
Entry = dict[str, Any]

FILE_NAME = ".predictions.json"
_LATE = "• late, after the result"
_RELATIVE_TOLERANCE = 0.1
_VERDICTS = {
    "right": "and you were right",
    "surprise": "so this is a surprise worth a thought",
    "note": "after the result was known, so it is not counted",
}


def predict(
    name: str,
    question: str,
    guess: Guess = ...,
    *more: object,
    choices: Sequence[str] | None = None,
) -> Report:
    """Record a guess; `...` means that there is none yet.

    Parameters
    ----------
    name : str
        Identifies the prediction, for example ``"01-slope"``.
    question : str
        What is to be guessed.
    guess : float, str or ...
        A number or a word.  `...` leaves an earlier guess as it is.
    *more
        What Python makes of the rest of ``30,720``; answered by a word about commas.
    choices : sequence of str, optional
        The words to choose from.

    Returns
    -------
    Report
        What was noted.

    Raises
    ------
    ValueError
        If `name` or `question` is empty.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    ...     predict("demo", "What is 6 times 7?")
    ○ What is 6 times 7?
      Replace the `...` by a number and run this cell.
    """
    if not name or not question:
        msg = f"a prediction needs a name and a question, got {name!r} and {question!r}"
        raise ValueError(msg)
    wanted = f"one of {', '.join(map(repr, choices))}" if choices else "a number"
    entries = _load()
    entry = entries.setdefault(name, {})
    entry["question"] = question
    entry.pop("refused", None)
    stands = f"Your guess from before stands: {_show(entry.get('guess', '–'))}."
    before = [stands] if "guess" in entry else []
    value = None if guess is ... or more else _read(guess, choices)
    if value is not None:
        return Report("note", question, (_note(entry, value), *_save(entries)))
    if guess is ... and not more:
        lines = before or [f"Replace the `...` by {wanted} and run this cell."]
        return Report("open", question, (*lines, *_save(entries)))
    entry["refused"] = given = ", ".join(map(repr, (guess, *more)))
    fault = _comma(guess, more) if more else f"The guess is {given}, expected {wanted}."
    return Report("open", question, (fault, *before, *_save(entries)))


def outcome(name: str, measured: float | str, tolerance: float | None = None) -> Report:
    """Compare a guess with the result.

    Parameters
    ----------
    name : str
        The name under which the guess was recorded.
    measured : float or str
        The result.
    tolerance : float, optional
        How far a right guess may lie from the result, in the unit of the result; by default
        a tenth of the result.

    Returns
    -------
    Report
        Both numbers and the verdict.

    Raises
    ------
    ValueError
        If `tolerance` is negative.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    ...     noted = predict("demo", "What is 6 times 7?", 40)
    ...     outcome("demo", 42)
    ✓ Measured: 42.
      You guessed 40, and you were right.
    """
    if tolerance is not None and tolerance < 0:
        msg = f"tolerance is a distance, so it must be 0 or more, got {tolerance}"
        raise ValueError(msg)
    entries = _load()
    entry = entries.setdefault(name, {})
    entry["measured"] = value = measured if isinstance(measured, str) else float(measured)
    title = f"Measured: {_show(value)}."
    fault = f"Your last guess was not noted: {entry.get('refused')}."
    refused = [fault] if "refused" in entry else []
    if "guess" not in entry:
        entry.pop("right", None)
        lines = refused or ["There was no guess to compare it with."]
        return Report("open", title, (*lines, *_save(entries)))
    entry["right"] = right = _agree(entry["guess"], value, tolerance)
    state = "note" if entry.get("late") else "right" if right else "surprise"
    line = f"You guessed {_show(entry['guess'])}, {_VERDICTS[state]}."
    return Report(state, title, (*refused, line, *_save(entries)))


@dataclass(frozen=True)
class Summary:
    """Show guesses and results side by side.

    Attributes
    ----------
    rows : tuple of (question, guess, measured, verdict)
        One row for each prediction, as text.

    Examples
    --------
    >>> Summary((("6 times 7?", "42", "42", "✓ right"),))
    1 of 1 guesses right
    ✓ right: 6 times 7? You guessed 42, measured 42.
    """

    rows: tuple[tuple[str, str, str, str], ...]

    @property
    def title(self) -> str:
        """Return how many guesses were right, and how many came too late to count."""
        verdicts = [row[3] for row in self.rows if row[1] != "–"]
        late = verdicts.count(_LATE)
        right = sum(verdict.startswith("✓") for verdict in verdicts)
        counted = f"{right} of {len(verdicts) - late} guesses right"
        return (counted + f"; {late} late" * bool(late)) if verdicts else "no guesses yet"

    def __repr__(self) -> str:
        form = "{3}: {0} You guessed {1}, measured {2}."
        return "\n".join([self.title, *(form.format(*row) for row in self.rows)])

    def _repr_html_(self) -> str:
        titles = ("Question", "Your guess", "Measured", "Verdict")
        head = "".join(f'<th scope="col" style="text-align:left">{t}</th>' for t in titles)
        body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in self.rows)
        return f"<table><caption>{self.title}</caption><tr>{head}</tr>{body}</table>"


def summary(prefix: str = "") -> Summary:
    """Collect the predictions whose names begin with a prefix.

    Parameters
    ----------
    prefix : str
        For example ``"01-"``.

    Returns
    -------
    Summary
        A table of beliefs and results.

    Examples
    --------
    >>> summary("no such notebook")
    no guesses yet
    """
    entries = [entry for name, entry in _load().items() if name.startswith(prefix)]
    return Summary(tuple(_row(entry) for entry in entries))


def _cell(text: str) -> str:
    return f'<td style="text-align:left">{html.escape(text)}</td>'


def _row(entry: Entry) -> tuple[str, str, str, str]:
    verdict = {True: "✓ right", False: "! surprise"}.get(entry.get("right", ""), "○ open")
    if entry.get("late"):
        verdict = _LATE
    guess, measured = (_show(entry.get(key, "–")) for key in ("guess", "measured"))
    return str(entry.get("question", "")), guess, measured, verdict


def _note(entry: Entry, value: float | str) -> str:
    """Keep a guess; one that is new although the result is known is late."""
    if "measured" in entry and entry.get("guess") != value:
        entry["late"] = True
    entry["guess"] = value
    late = " It comes after the result, so it is not counted." if entry.get("late") else ""
    return f"Your guess is noted: {_show(value)}.{late}"


def _comma(guess: object, more: Sequence[object]) -> str:
    """Say how to write what Python took for several numbers."""
    head, *groups = parts = [str(part) for part in (guess, *more)]
    if not all(part.isdecimal() for part in parts):
        return "Write one number, without a comma: a comma makes several guesses of it."
    # Python turns 1,005 down, so a short group other than 0 is a decimal, as in 1,5.
    thousands = head != "0" and all(group == "0" or len(group) == 3 for group in groups)
    groups = [group.zfill(3) for group in groups] if thousands else groups
    better = "".join([head, "" if thousands else ".", *groups])
    how = "without a comma" if thousands else "with a point"
    written = ",".join([head, *groups])
    count = "two" if len(parts) == 2 else len(parts)
    return f"Write {better} {how}; Python reads {written} as {count} numbers."


def _read(guess: object, choices: Sequence[str] | None) -> float | str | None:
    """Turn a guess into what is stored; None where it is no answer to the question."""
    if choices:
        words = {choice.casefold(): choice for choice in choices}
        return words.get(guess.strip().casefold()) if isinstance(guess, str) else None
    if isinstance(guess, str):
        with contextlib.suppress(ValueError):
            guess = float(guess)
    if isinstance(guess, bool) or not isinstance(guess, int | float | np.integer | np.floating):
        return None
    number = float(guess)
    return number if math.isfinite(number) else None


def _agree(guess: float | str, measured: float | str, tolerance: float | None) -> bool:
    if isinstance(guess, str) or isinstance(measured, str):
        return str(guess).casefold() == str(measured).casefold()
    allowed = _RELATIVE_TOLERANCE * abs(measured) if tolerance is None else tolerance
    return math.isclose(guess, measured, rel_tol=1e-12, abs_tol=allowed)


def _show(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.4g}"


def _load() -> dict[str, Entry]:
    """Read the file; one that cannot be understood is set aside, never overwritten."""
    path = Path(FILE_NAME)
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, OSError):
        entries = None
    if isinstance(entries, dict) and all(isinstance(entry, dict) for entry in entries.values()):
        return entries
    copies = (path.with_name(f"{FILE_NAME}.damaged-{i}") for i in range(1, 1000))
    with contextlib.suppress(OSError):
        path.rename(next(copy for copy in copies if not copy.exists()))
    return {}


def _save(entries: dict[str, Entry]) -> tuple[str, ...]:
    """Replace the file in one step; return what the student must know if that fails."""
    try:
        handle, name = tempfile.mkstemp(prefix=FILE_NAME, dir=".")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(entries, file, ensure_ascii=False, indent=1)
        Path(name).replace(FILE_NAME)
    except OSError as error:
        return (f"It could not be saved in this folder ({error.strerror}).",)
    return ()
