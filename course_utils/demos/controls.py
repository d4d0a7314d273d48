"""The controls of a demo, declared as data: what stands on the page, and what it can set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from course_utils.demos._numbers import as_number

__all__ = ["Button", "Choice", "Control", "Entry", "Hidden", "Ladder", "Slider", "Toggle"]


@dataclass(frozen=True)
class Slider:
    """A number that you can move between two bounds.

    Parameters
    ----------
    name : str
        The field of the state that it sets.
    label : str
        What stands before it.
    low, high, step : float
        Bounds and grid; where all three are of type int, so are the values.
    unit : str, default ""
        What stands behind the number.

    Examples
    --------
    >>> Slider("weight", "weight w", low=-4.0, high=4.0, step=0.1).settle(7.26)
    4.0
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    unit: str = ""

    @property
    def ends(self) -> tuple[float, float]:
        """The two values furthest apart."""
        return self.low, self.high

    def settle(self, value: object) -> float | None:
        """Return the nearest value that the slider can take; None where there is none."""
        number = as_number(value)
        if number is None:
            return None
        n_steps = round((min(max(number, self.low), self.high) - self.low) / self.step)
        inside = round(min(self.low + self.step * n_steps, self.high), 6)
        return inside if isinstance(inside, int) else float(inside)

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is a number within the bounds."""
        settled = self.settle(value)
        if settled is None or not self.low <= value <= self.high:  # type: ignore[operator]
            unit = f" {self.unit}" if self.unit else ""
            bounds = f"{self.low:g} to {self.high:g}{unit}"
            msg = f"{self.name} must be a number from {bounds}; got {value!r}"
            raise ValueError(msg)

    def as_data(self) -> dict[str, Any]:
        """Return what the browser needs to know."""
        span = {"low": self.low, "high": self.high, "step": self.step, "unit": self.unit}
        return {"kind": "slider", "name": self.name, "label": self.label, **span}


@dataclass(frozen=True)
class Ladder:
    """One number out of a few, such as learning rates that grow by factors.

    Parameters
    ----------
    name : str
        The field of the state that it sets.
    label : str
        What stands before it.
    values : tuple of float
        The rungs, from the lowest up.

    Examples
    --------
    >>> Ladder("rate", "learning rate", (0.01, 0.1, 1.0)).settle(0.3)
    0.1
    """

    name: str
    label: str
    values: tuple[float, ...]

    @property
    def ends(self) -> tuple[float, float]:
        """The two values furthest apart."""
        return self.values[0], self.values[-1]

    def settle(self, value: object) -> float | None:
        """Return the nearest rung; None where there is none."""
        number = as_number(value)
        if number is None:
            return None
        return min(self.values, key=lambda rung: abs(rung - number))

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is one of the rungs."""
        if self.settle(value) is None or value not in self.values:
            rungs = ", ".join(f"{rung:g}" for rung in self.values)
            msg = f"{self.name} must be one of {rungs}; got {value!r}"
            raise ValueError(msg)

    def as_data(self) -> dict[str, Any]:
        """Return what the browser needs to know."""
        rungs = list(self.values)
        return {"kind": "ladder", "name": self.name, "label": self.label, "values": rungs}


@dataclass(frozen=True)
class Choice:
    """One word out of a few.

    Parameters
    ----------
    name : str
        The field of the state that it sets.
    label : str
        What stands before it.
    options : tuple of str
        The words.

    Examples
    --------
    >>> Choice("activation", "activation f", ("relu", "tanh")).settle("relu")
    'relu'
    """

    name: str
    label: str
    options: tuple[str, ...]

    @property
    def ends(self) -> tuple[str, ...]:
        """Every word."""
        return self.options

    def settle(self, value: object) -> str | None:
        """Return the word if it is one of the options, else None."""
        return value if isinstance(value, str) and value in self.options else None

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is one of the options."""
        if self.settle(value) is None:
            msg = f"{self.name} must be one of {', '.join(self.options)}; got {value!r}"
            raise ValueError(msg)

    def as_data(self) -> dict[str, Any]:
        """Return what the browser needs to know."""
        options = list(self.options)
        return {"kind": "choice", "name": self.name, "label": self.label, "options": options}


@dataclass(frozen=True)
class Toggle:
    """A box to tick.

    Parameters
    ----------
    name : str
        The field of the state that it sets.
    label : str
        What stands beside it.

    Examples
    --------
    >>> Toggle("noisy", "add noise").settle(1) is None
    True
    """

    name: str
    label: str

    @property
    def ends(self) -> tuple[bool, bool]:
        """Both values."""
        return False, True

    def settle(self, value: object) -> bool | None:
        """Return the value if it is True or False, else None."""
        return value if isinstance(value, bool) else None

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is True or False."""
        if self.settle(value) is None:
            msg = f"{self.name} must be True or False; got {value!r}"
            raise ValueError(msg)

    def as_data(self) -> dict[str, Any]:
        """Return what the browser needs to know."""
        return {"kind": "toggle", "name": self.name, "label": self.label}


@dataclass(frozen=True)
class Entry:
    """A line of text that means something, such as the sizes of layers.

    Parameters
    ----------
    name : str
        The field of the state that it sets.
    label : str
        What stands before it.
    parse : callable
        Takes the text and returns it tidied up; raises `ValueError` where it means nothing:
        code is told so, a text box goes back to what it said.
    ends : tuple of str
        Texts far apart, for the tests.

    Examples
    --------
    >>> Entry("name", "your name", str.strip, ("a", "b")).settle(" Ada ")
    'Ada'
    """

    name: str
    label: str
    parse: Callable[[str], str]
    ends: tuple[str, ...]

    def settle(self, value: object) -> str | None:
        """Return the text tidied up; None where it means nothing."""
        try:
            return self.parse(value) if isinstance(value, str) else None
        except ValueError:
            return None

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is a text that means something."""
        if not isinstance(value, str):
            msg = f"{self.name} must be a text such as {self.ends[0]!r}; got {value!r}"
            raise ValueError(msg)
        self.parse(value)

    def as_data(self) -> dict[str, Any]:
        """Return what the browser needs to know."""
        return {"kind": "entry", "name": self.name, "label": self.label}


@dataclass(frozen=True)
class Hidden:
    """A field of the state without a control: drags, clicks, buttons and code change it.

    Parameters
    ----------
    name : str
        The field of the state.
    settle : callable
        Takes any object, returns the value that it stands for; None where there is none.
    ends : tuple
        Values far apart, for the tests.

    Examples
    --------
    >>> Hidden("n", lambda n: n if n in range(9) else None, (0, 8)).settle(9) is None
    True
    """

    name: str
    settle: Callable[[object], Any]
    ends: tuple[Any, ...]

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is something that the field can hold."""
        if self.settle(value) is None:
            msg = f"{self.name} can't be {value!r}; try {self.ends[0]!r}"
            raise ValueError(msg)


Control: TypeAlias = Slider | Ladder | Choice | Toggle | Entry | Hidden


@dataclass(frozen=True)
class Button:
    """Something to press.

    Parameters
    ----------
    name : str
        What the demo is told.
    label : str
        What stands on it.

    Examples
    --------
    >>> Button("again", "New points").label
    'New points'
    """

    name: str
    label: str
