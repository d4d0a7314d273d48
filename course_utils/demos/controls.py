"""What a demo is made of: controls declared as data, and pure functions of a state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from math import isfinite
from typing import Any, Generic, TypeAlias, TypeVar

from course_utils.demos.picture import Picture

__all__ = ["Choice", "Control", "Demo", "Slider"]


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
        Bounds and grid.
    unit : str, default ""
        What stands behind the number.

    Examples
    --------
    >>> Slider("weight", "weight w", low=-4, high=4, step=0.1).settle(7.26)
    4.0
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    unit: str = ""

    def settle(self, value: object) -> float | None:
        """Return the nearest value that the slider can take; None where there is none."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            return None
        on_grid = self.low + self.step * round((value - self.low) / self.step)
        return float(round(min(max(on_grid, self.low), self.high), 6))

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is a number within the bounds."""
        settled = self.settle(value)
        if settled is None or not self.low <= value <= self.high:  # type: ignore[operator]
            unit = f" {self.unit}" if self.unit else ""
            bounds = f"{self.low:g} to {self.high:g}{unit}"
            msg = f"{self.name} must be a number from {bounds}; got {value!r}"
            raise ValueError(msg)


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

    def settle(self, value: object) -> str | None:
        """Return the word if it is one of the options, else None."""
        return value if isinstance(value, str) and value in self.options else None

    def check(self, value: object) -> None:
        """Raise `ValueError` unless `value` is one of the options."""
        if self.settle(value) is None:
            msg = f"{self.name} must be one of {', '.join(self.options)}; got {value!r}"
            raise ValueError(msg)


Control: TypeAlias = Slider | Choice
State = TypeVar("State")


def _stay(state: State, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    return {}


@dataclass(frozen=True)
class Demo(Generic[State]):
    """A live demo without its wires: everything but the browser.

    Parameters
    ----------
    name : str
        One word; ``<name>_demo`` is what a notebook calls.
    title : str
        Its accessible name.
    start : State
        A frozen dataclass with the fields that the controls set.
    controls : tuple of Slider and Choice
        One for each field of the state.
    picture : callable
        Takes a state, returns its `Picture`.  Pure: it draws nothing and keeps nothing.
    drag : callable, optional
        Takes a state, the name of a handle and where it was pulled to, in the units of its
        panel; returns the fields to change.  Values are brought into bounds afterwards.
    """

    name: str
    title: str
    start: State
    controls: tuple[Control, ...]
    picture: Callable[[State], Picture]
    drag: Callable[[State, str, float, float], Mapping[str, float]] = field(default=_stay)

    def checked(self, state: State, changes: Mapping[str, object]) -> State:
        """Change fields that a person named in code; complain about what does not fit.

        Raises
        ------
        TypeError
            If there is no control of that name.
        ValueError
            If a value is out of bounds.
        """
        known = {control.name: control for control in self.controls}
        for name, value in changes.items():
            if name not in known:
                msg = f"{self.name}_demo has no {name!r}; it has {', '.join(known)}"
                raise TypeError(msg)
            known[name].check(value)
        return self.settled(state, changes)

    def settled(self, state: State, changes: Mapping[str, object]) -> State:
        """Change fields as a slider or a drag asked; bring into bounds what does not fit."""
        new = {}
        for control in self.controls:
            value = control.settle(changes.get(control.name))
            if value is not None:
                new[control.name] = value
        return replace(state, **new)  # type: ignore[type-var]

    def dragged(self, state: State, handle: str, x: float, y: float) -> State:
        """Return the state after a handle was pulled to the point (x, y) of its panel."""
        return self.settled(state, self.drag(state, handle, x, y))

    def values(self, state: State) -> dict[str, Any]:
        """Return the fields of a state by name."""
        return {entry.name: getattr(state, entry.name) for entry in fields(state)}  # type: ignore[arg-type]

    def code(self, state: State) -> str:
        """Return the line of Python that shows the demo in this state."""
        start = self.values(self.start)
        changed = {k: v for k, v in self.values(state).items() if v != start[k]}
        return f"{self.name}_demo({', '.join(f'{k}={v!r}' for k, v in changed.items())})"
