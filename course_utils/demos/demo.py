"""A live demo without its wires: a state, controls, and pure functions of the state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeAlias, TypeVar

from course_utils.demos.controls import Button, Control, Hidden
from course_utils.demos.picture import Picture

__all__ = ["Changes", "Click", "Demo"]

State = TypeVar("State")
Changes: TypeAlias = Mapping[str, object]


@dataclass(frozen=True)
class Click:
    """Where on which panel somebody clicked.

    Attributes
    ----------
    panel : str
        The panel's name.
    x, y : float
        In units of its axes.
    other : bool
        Whether the shift key was held: the other class, or away with it.
    """

    panel: str
    x: float
    y: float
    other: bool = False


def _stay(state: State, *_how: object) -> Changes:  # noqa: ARG001
    return {}


def _as_it_is(before: State, after: State) -> State:  # noqa: ARG001
    return after


@dataclass(frozen=True)
class Demo(Generic[State]):
    """Everything of a demo but the browser.

    Parameters
    ----------
    name : str
        One word; ``<name>_demo`` is what a notebook calls.
    title : str
        Its accessible name.
    start : State
        A frozen dataclass with the fields that the controls set.
    controls : tuple of Control
        One for each field of the state, in the same order.
    picture : callable
        Takes a state, returns its `Picture`.  Pure: it draws nothing and keeps nothing.
    drag : callable, optional
        Takes a state, the name of a handle and where it was pulled to, in the units of its
        panel; returns the fields to change.  Values are brought into bounds afterwards.
    click : callable, optional
        Takes a state and a `Click` on a panel that has a name; returns the fields to change.
    point : callable, optional
        Takes a state and the name of the spot under the mouse; returns the fields to change.
    buttons : tuple of Button, optional
        What can be pressed, beside "Reset".
    press : callable, optional
        Takes a state and the name of a button; returns the fields to change.
    tick : callable, optional
        Takes a state, returns the fields that change as time goes on, nothing at the end.
        A demo that has it can be played, paused and stepped through.
    pace : int, default 0
        Milliseconds from tick to tick; 0 for as many ticks as a frame has time for.
    settle : callable, optional
        Takes the state before and the state after a change; returns a state in which all
        fields fit together.

    Examples
    --------
    >>> from course_utils.demos.neuron import DEMO
    >>> DEMO.code(DEMO.settled(DEMO.start, {"bias": 99.0}))
    'neuron_demo(bias=6.0)'
    """

    name: str
    title: str
    start: State
    controls: tuple[Control, ...]
    picture: Callable[[State], Picture]
    drag: Callable[[State, str, float, float], Changes] = _stay
    click: Callable[[State, Click], Changes] = _stay
    point: Callable[[State, str], Changes] = _stay
    buttons: tuple[Button, ...] = ()
    press: Callable[[State, str], Changes] = _stay
    tick: Callable[[State], Changes] | None = None
    pace: int = 0
    settle: Callable[[State, State], State] = _as_it_is

    def checked(self, state: State, changes: Changes) -> State:
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

    def settled(self, state: State, changes: Changes) -> State:
        """Change fields as a control asked; bring into bounds what does not fit."""
        new = {}
        for control in self.controls:
            value = control.settle(changes[control.name]) if control.name in changes else None
            if value is not None:
                new[control.name] = value
        return self.settle(state, replace(state, **new))  # type: ignore[type-var]

    def dragged(self, state: State, handle: str, x: float, y: float) -> State:
        """Return the state after a handle was pulled to the point (x, y) of its panel."""
        return self.settled(state, self.drag(state, handle, x, y))

    def clicked(self, state: State, click: Click) -> State:
        """Return the state after a click."""
        return self.settled(state, self.click(state, click))

    def pointed(self, state: State, spot: str) -> State:
        """Return the state with the mouse on a spot."""
        return self.settled(state, self.point(state, spot))

    def pressed(self, state: State, button: str) -> State:
        """Return the state after a button was pressed."""
        return self.settled(state, self.press(state, button))

    def ticked(self, state: State) -> State | None:
        """Return the next state as time goes on; None at the end."""
        changes = self.tick(state) if self.tick else {}
        return self.settled(state, changes) if changes else None

    def values(self, state: State) -> dict[str, Any]:
        """Return the fields of a state by name."""
        return {entry.name: getattr(state, entry.name) for entry in fields(state)}  # type: ignore[arg-type]

    def code(self, state: State) -> str:
        """Return the line of Python that shows the demo in this state."""
        start = self.values(self.start)
        changed = {k: v for k, v in self.values(state).items() if v != start[k]}
        return f"{self.name}_demo({', '.join(f'{k}={v!r}' for k, v in changed.items())})"

    def as_data(self) -> dict[str, Any]:
        """Return what the browser needs to know before the first picture."""
        shown = [c.as_data() for c in self.controls if not isinstance(c, Hidden)]
        return {
            "name": self.name,
            "title": self.title,
            "controls": shown,
            "buttons": [{"name": b.name, "label": b.label} for b in self.buttons],
            "plays": self.tick is not None,
            "pace": self.pace,
        }
