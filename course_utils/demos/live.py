"""The wires of a live demo: controls and drags come in, pictures go out.

One request of the browser gives one frame.  A new frame waits until the browser has drawn
the one before, and states that come in between are skipped, so a slow machine shows fewer
frames and never falls behind.  While a demo plays, "drawn" asks for the next frame: a tab
that nobody sees draws nothing, and so the demo rests.
"""

from __future__ import annotations

import base64
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic

import anywidget
import traitlets
from matplotlib.figure import Figure

from course_utils._figures import png
from course_utils.demos.demo import Click, Demo, State
from course_utils.demos.palette import DARK, LIGHT
from course_utils.demos.plain import Plain
from course_utils.demos.render import draw

__all__ = ["Canvas", "Live", "static_twin"]

HERE = Path(__file__).parent
SCRIPTS = ("drawing", "controls", "hands", "canvas")  # the last one uses the others
# After so many seconds without an answer a frame counts as lost: while a cell runs, the
# kernel may not hear the browser, and a loop that calls set_state should still be seen.
PATIENCE = 0.1
# While a demo plays, so many frames may be on their way: the wire takes longer than a frame.
IN_FLIGHT = 2
BUDGET = 0.02  # seconds of ticks for a frame; with its picture and the way back, 20 a second


class Canvas(anywidget.AnyWidget):
    """The browser's end of the wire: gets frames, sends requests."""

    _esm = "".join((HERE / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    _css = (HERE / "canvas.css").read_text("utf-8")
    setup = traitlets.Dict().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)


class Live(Generic[State]):
    """A demo on the page.

    Parameters
    ----------
    demo : Demo
        What to show.
    **changes
        Fields of the first state that differ from the demo's own start.

    Attributes
    ----------
    widget : Canvas
        The widget, for a place inside other widgets.

    Raises
    ------
    TypeError
        If a field does not exist.
    ValueError
        If a value is out of bounds.

    Examples
    --------
    >>> from course_utils.demos.neuron import DEMO
    >>> live = Live(DEMO, weight=2.0)
    >>> live.set_state(bias=-1.0)
    >>> live.state()
    NeuronState(weight=2.0, bias=-1.0, activation='sigmoid', x=2.0)
    """

    def __init__(self, demo: Demo[State], **changes: object) -> None:
        self._demo = demo
        self._state = self._shown = self._first = demo.checked(demo.start, changes)
        self._plain: Plain[State] | None = None
        # JupyterLab may deliver messages on a second thread while a cell calls set_state.
        self._lock = threading.RLock()
        self._sent_at = 0.0
        self._acknowledged = 0
        self._waiting = False
        self._playing = False
        self._heard = ""
        setup = {**demo.as_data(), "palettes": {"light": dict(LIGHT), "dark": dict(DARK)}}
        self.widget = Canvas(setup=setup, frame=self._frame(number=0))
        self.widget.on_msg(self._receive)

    def state(self) -> State:
        """Return the state that is shown now."""
        return self._state

    def set_state(self, **changes: object) -> None:
        """Change the demo from code, as if the controls had been moved.

        Raises
        ------
        TypeError
            If a field does not exist.
        ValueError
            If a value is out of bounds.
        """
        with self._lock, self._or_as_it_was():
            self._show(self._demo.checked(self._state, changes))

    def static(self, *states: Mapping[str, object]) -> Figure:
        """Draw the demo as a figure, for paper and for places without widgets.

        Parameters
        ----------
        *states : mapping of str to value
            What differs from the state now, one picture each; by default the state now.

        Returns
        -------
        matplotlib.figure.Figure
            The pictures, one under the other.
        """
        return static_twin(self._demo, self._state, *states)

    def plain(self) -> Plain[State]:
        """Return the demo as plain ipywidgets, for pages on which its canvas can't load.

        Returns
        -------
        Plain
            The last line of a cell; it shows the same state as the canvas.
            ``NN_DEMOS=plain`` in the environment shows all demos so.
        """
        if self._plain is None:
            self._plain = Plain(self._demo, self._state, self._follow)
        return self._plain

    def _follow(self, state: State) -> None:
        with self._lock:
            self._state = self._shown = state

    @contextmanager
    def _or_as_it_was(self) -> Iterator[None]:
        """Go back to what was shown last if anything fails, and tell the page so."""
        try:
            yield
        except Exception:
            self._state, self._playing = self._shown, False
            self._send()
            raise

    def _receive(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        with self._lock, self._or_as_it_was():
            kind = message.get("kind")
            self._heard = str(message.get("id", self._heard))
            if kind == "drawn":
                self._has_drawn(message.get("number"))
            elif kind == "ready":
                self._acknowledged = self._number
                self._show(self._state)
            elif kind in ("play", "pause", "step"):
                self._play(str(kind))
            else:
                self._playing &= kind != "reset"
                self._show(self._after(str(kind), message))

    def _after(self, kind: str, message: Mapping[str, Any]) -> State:
        demo, state = self._demo, self._state
        if kind == "set":
            return demo.settled(state, dict(message.get("values", {})))
        if kind == "drag":
            where = float(message["x"]), float(message["y"])
            return demo.dragged(state, str(message["handle"]), *where)
        if kind == "click":
            where = float(message["x"]), float(message["y"])
            return demo.clicked(state, Click(str(message["panel"]), *where, message["other"]))
        if kind == "point":
            return demo.pointed(state, str(message["spot"]))
        if kind == "press":
            return demo.pressed(state, str(message["button"]))
        return self._first if kind == "reset" else state

    def _play(self, kind: str) -> None:
        self._playing = kind == "play"
        if kind != "pause":
            self._tick(once=kind == "step")
        self._show(self._state)

    def _tick(self, *, once: bool) -> None:
        until = time.perf_counter() + BUDGET
        while (state := self._demo.ticked(self._state)) is not None:
            self._state = state
            if once or self._demo.pace or time.perf_counter() > until:
                return
        self._playing = False

    @property
    def _number(self) -> int:
        return int(self.widget.frame["number"])

    def _show(self, state: State) -> None:
        self._state = state
        if self._plain is not None:
            self._plain.show(state)
        late = time.monotonic() - self._sent_at >= PATIENCE
        self._waiting = self._acknowledged < self._number and not late
        if not self._waiting:
            self._send()

    def _has_drawn(self, number: object) -> None:
        if not isinstance(number, int) or not self._acknowledged < number <= self._number:
            return
        self._acknowledged = number
        while self._playing and self._number - number < IN_FLIGHT:
            self._tick(once=False)
            self._send()
        if self._waiting and number == self._number:
            self._send()

    def _send(self) -> None:
        self._waiting, self._sent_at = False, time.monotonic()
        self.widget.frame = self._frame(self._number + 1)
        self._shown = self._state

    def _frame(self, number: int) -> dict[str, Any]:
        return {
            "number": number,
            "picture": self._demo.picture(self._state).as_data(),
            "values": self._demo.values(self._state),
            "code": self._demo.code(self._state),
            "playing": self._playing,
            "heard": self._heard,
        }

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        widget = self.plain() if os.environ.get("NN_DEMOS") == "plain" else self.widget
        data, metadata = widget._repr_mimebundle_(**options) or ({}, {})
        picture = self._demo.picture(self.state())
        image = base64.b64encode(png(draw(picture))).decode("ascii")
        alt = {"image/png": {"alt": picture.alt, "needs_background": "light"}}
        return {**data, "image/png": image, "text/plain": picture.alt}, {**metadata, **alt}

    def __repr__(self) -> str:
        return self._demo.code(self._state)


def static_twin(demo: Demo[State], state: State, *changes: Mapping[str, object]) -> Figure:
    """Draw a demo as a figure.

    Parameters
    ----------
    demo : Demo
        Which demo.
    state : State
        The state that `changes` start from.
    *changes : mapping of str to value
        What differs from it, one picture each; by default the state itself.

    Returns
    -------
    matplotlib.figure.Figure
        The pictures, one under the other.

    Raises
    ------
    TypeError
        If a field does not exist.
    ValueError
        If a value is out of bounds.

    Examples
    --------
    >>> from course_utils.demos.spikes import DEMO
    >>> len(static_twin(DEMO, DEMO.start).axes)
    2
    """
    states = [demo.checked(state, each) for each in changes or ({},)]
    return draw(*(demo.picture(state) for state in states))
