"""Ask five questions at the end of a notebook, and explain each answer.

The questions live in ``course_utils/quizzes/<name>.toml``.  Standard library only.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from types import EllipsisType
from typing import Any

from course_utils.checks import Report, card, rich

__all__ = ["Question", "Result", "Sheet", "answer", "load", "show"]

Choice = str | EllipsisType


@dataclass(frozen=True)
class Question:
    """One question with its options and what to say about each.

    Attributes
    ----------
    name : str
        The keyword under which it is answered: ``"q1"``.
    text : str
        The question.
    options : dict of str to str
        Letter and text of each option.
    answer : str
        The right letter; for a matching question one letter for each item.
    why : str
        Why the right answer is right.
    slips : dict of str to str
        What to say about a wrong letter.
    items : tuple of str
        What is to be matched with the options; empty for a plain question.
    """

    name: str
    text: str
    options: dict[str, str]
    answer: str
    why: str
    slips: dict[str, str]
    items: tuple[str, ...] = ()

    def judge(self, choice: object) -> Report:
        """Say whether a choice is right, and why.

        Parameters
        ----------
        choice : str or ...
            A letter, or one letter for each item; `...` means not answered yet.

        Returns
        -------
        Report
            The verdict with its explanation.
        """
        if choice is ...:
            return Report("open", f"{self.name}: not answered yet.")
        letters = choice.strip().lower() if isinstance(choice, str) else ""
        if len(letters) != len(self.answer) or not set(letters) <= set(self.options):
            return Report("open", f"{self.name}: expected {self._form()}, got {choice!r}.")
        if letters == self.answer:
            return Report("right", f"{self.name}: right.", (self.why,))
        if not self.items:
            return Report("wrong", f"{self.name}: not {letters}.", (self.slips[letters],))
        wrong = [i + 1 for i in range(len(letters)) if letters[i] != self.answer[i]]
        places = " and ".join(map(str, wrong))
        lines = tuple(self.slips[str(i)] for i in wrong)
        return Report("wrong", f"{self.name}: look at item {places} again.", lines)

    def _form(self) -> str:
        letters = ", ".join(self.options)
        if self.items:
            return f"{len(self.items)} letters out of {letters}, one for each item in order"
        return f"one of {letters}"


@dataclass(frozen=True)
class Sheet:
    """The questions of one notebook, to be read.

    Attributes
    ----------
    name : str
        The notebook's number: ``"01"``.
    questions : tuple of Question
        In the order in which they are asked.
    """

    name: str
    questions: tuple[Question, ...]

    def __repr__(self) -> str:
        lines = []
        for question in self.questions:
            lines.append(f"{question.name}. {question.text}")
            lines += [f"    {i}. {item}" for i, item in enumerate(question.items, 1)]
            lines += [f"    {key}) {text}" for key, text in question.options.items()]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return "".join(card("note", _title(q), _lists(q)) for q in self.questions)


@dataclass(frozen=True)
class Result:
    """What came of a quiz.

    Attributes
    ----------
    questions : tuple of Question
        In the order in which they are asked.
    reports : tuple of Report
        One for each question.
    """

    questions: tuple[Question, ...]
    reports: tuple[Report, ...]

    @property
    def score(self) -> int:
        """Return how many answers are right."""
        return sum(report.state == "right" for report in self.reports)

    @property
    def title(self) -> str:
        """Return the score in words."""
        if all(report.state == "open" for report in self.reports):
            return "not answered yet"
        return f"{self.score} of {len(self.reports)} right"

    def __repr__(self) -> str:
        return "\n".join([self.title, *map(repr, self.reports)])

    def _repr_html_(self) -> str:
        all_right = self.score == len(self.reports)
        cards = [card("right" if all_right else "note", self.title)]
        for question, report in zip(self.questions, self.reports, strict=True):
            verdict = report.title.removeprefix(f"{question.name}: ")
            said = [
                f"<b>{rich(verdict[0].upper() + verdict[1:])}</b>",
                *map(rich, report.lines),
            ]
            body = [*_lists(question), *said]
            cards.append(card(report.state, _title(question), body))
        return "".join(cards)


def load(name: str) -> Sheet:
    """Read the questions of one notebook.

    Parameters
    ----------
    name : str
        The notebook's number: ``"01"``.

    Returns
    -------
    Sheet
        The questions.

    Raises
    ------
    ValueError
        If there is no quiz of that name.

    Examples
    --------
    >>> len(load("01").questions)
    5
    """
    folder = resources.files("course_utils") / "quizzes"
    known = sorted(path.name[:-5] for path in folder.iterdir() if path.name.endswith(".toml"))
    if name not in known:
        msg = f"there is no quiz {name!r}; there are {', '.join(known)}"
        raise ValueError(msg)
    data = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return Sheet(
        name, tuple(_question(i, entry) for i, entry in enumerate(data["question"], 1))
    )


def show(name: str) -> Sheet:
    """Show the questions of one notebook.

    Parameters
    ----------
    name : str
        The notebook's number: ``"01"``.

    Returns
    -------
    Sheet
        Displayed by the notebook when it is the last value of a cell.

    Raises
    ------
    ValueError
        If there is no quiz of that name.

    Examples
    --------
    >>> print(str(show("00")).splitlines()[0][:3])
    q1.
    """
    return load(name)


def answer(name: str, **choices: Choice) -> Result:
    """Score all answers of a quiz at once.

    Parameters
    ----------
    name : str
        The notebook's number: ``"01"``.
    **choices : str or ...
        One letter for each question, ``q1="b"``; `...` means not answered yet.

    Returns
    -------
    Result
        A verdict and an explanation for each question.

    Raises
    ------
    ValueError
        If there is no such quiz, or no such question in it.

    Examples
    --------
    >>> answer("00", q1=...).reports[0]
    ○ q1: not answered yet.
    """
    questions = load(name).questions
    names = [question.name for question in questions]
    if unknown := sorted(set(choices) - set(names)):
        msg = f"quiz {name!r} has no question {unknown[0]!r}; it has {', '.join(names)}"
        raise ValueError(msg)
    reports = tuple(question.judge(choices.get(question.name, ...)) for question in questions)
    return Result(questions, reports)


def _question(number: int, entry: dict[str, Any]) -> Question:
    items = tuple(entry.pop("items", ()))
    return Question(name=f"q{number}", items=items, **entry)


def _title(question: Question) -> str:
    return f"{question.name}. {rich(question.text)}"


def _lists(question: Question) -> list[str]:
    items = [f"{i}. {rich(item)}" for i, item in enumerate(question.items, 1)]
    options = [f"<b>{key})</b> {rich(text)}" for key, text in question.options.items()]
    return items + options
