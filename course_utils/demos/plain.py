"""Demos of plain ipywidgets, for pages on which the canvas of `live` can't load.

The figure stays, and only what moves is drawn again: axes and their numbers are kept as a
picture of their own, over which the marks are painted.
"""

from __future__ import annotations

import asyncio
import html
import io
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic

import ipywidgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imsave

from course_utils._figures import in_course_style
from course_utils.demos.controls import Choice, Control, Entry, Hidden, Ladder, Slider, Toggle
from course_utils.demos.demo import Demo, State
from course_utils.demos.picture import Picture
from course_utils.demos.render import draw_frames, draw_marks

__all__ = ["Plain"]

DPI = 96
FRAME_SECONDS = 0.05  # between two pictures while a demo plays
WIDE = ipywidgets.Layout(width="26em")
STYLE = {"description_width": "12em"}


class Paper:
    """A figure whose axes are drawn once, and whose marks are drawn each time."""

    def __init__(self) -> None:
        self._frames: object = None
        self._axes: list[Axes] = []
        self._canvas = FigureCanvasAgg(Figure())
        self._background: Any = None

    @in_course_style
    def png(self, picture: Picture) -> bytes:
        """Draw a picture and return it as a PNG file."""
        frames = [
            (p.x_label, p.y_label, p.x_range, p.y_range, p.share, p.numbered)
            for p in picture.panels
        ]
        if self._frames != (frames, picture.rows, picture.heights):
            self._frames = (frames, picture.rows, picture.heights)
            figure, self._axes = draw_frames(picture)
            figure.set_dpi(DPI)
            self._canvas = FigureCanvasAgg(figure)
            self._canvas.draw()  # type: ignore[no-untyped-call]
            figure.set_layout_engine("none")
            self._background = self._canvas.copy_from_bbox(figure.bbox)  # type: ignore[no-untyped-call]
        self._canvas.restore_region(self._background)  # type: ignore[no-untyped-call]
        for ax, panel in zip(self._axes, picture.panels, strict=True):
            before = set(ax.get_children())
            draw_marks(ax, panel)
            self._paint([a for a in ax.get_children() if a not in before])
        file = io.BytesIO()
        pixels = np.asarray(self._canvas.buffer_rgba())  # type: ignore[no-untyped-call]
        imsave(file, pixels, format="png", pil_kwargs={"compress_level": 1})
        return file.getvalue()

    def _paint(self, artists: list[Artist]) -> None:
        renderer = self._canvas.get_renderer()  # type: ignore[no-untyped-call]
        for artist in sorted(artists, key=lambda each: each.get_zorder()):
            artist.draw(renderer)
            artist.remove()


class Plain(Generic[State]):
    """A demo of sliders, boxes and one picture; pulling at the picture does nothing.

    Parameters
    ----------
    demo : Demo
        What to show.
    state : State
        Where to start.
    changed : callable, optional
        Is told each new state.

    Attributes
    ----------
    box : ipywidgets.VBox
        What stands on the page.
    """

    def __init__(
        self, demo: Demo[State], state: State, changed: Callable[[State], None] | None = None
    ) -> None:
        self._demo = demo
        self._changed = changed
        self._state = self._first = state
        self._paper = Paper()
        self._moving = False
        self._playing: asyncio.Task[None] | None = None
        self._controls = {
            control.name: _widget(control)
            for control in demo.controls
            if not isinstance(control, Hidden)
        }
        self._picture = ipywidgets.Image(format="png")
        self._status = ipywidgets.HTML()
        for name, widget in self._controls.items():
            widget.observe(partial(self._moved, name), "value")
        controls = ipywidgets.GridBox(
            list(self._controls.values()),
            layout=ipywidgets.Layout(grid_template_columns="repeat(auto-fill, 27em)"),
        )
        buttons = ipywidgets.HBox(self._buttons())
        self.box = ipywidgets.VBox([controls, self._picture, self._status, buttons])
        self._show(state)

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
        self._show(self._demo.checked(self._state, changes))

    def _buttons(self) -> list[ipywidgets.Button]:
        demo = self._demo
        entries: list[tuple[str, Callable[[], None]]] = []
        if demo.tick:
            entries += [("Play or pause", self._play), ("Step", self._step)]
        entries += [(b.label, partial(self._press, b.name)) for b in demo.buttons]
        entries.append(("Reset", self._reset))
        buttons = [ipywidgets.Button(description=label) for label, _ in entries]
        for button, (_, act) in zip(buttons, entries, strict=True):
            button.on_click(partial(_do, act))
        return buttons

    def _moved(self, name: str, change: Mapping[str, object]) -> None:
        if not self._moving:
            self._show(self._demo.settled(self._state, {name: change["new"]}))

    def _press(self, button: str) -> None:
        self._show(self._demo.pressed(self._state, button))

    def _reset(self) -> None:
        if self._playing:
            self._playing.cancel()
        self._show(self._first)

    def _step(self) -> None:
        self._show(self._demo.ticked(self._state) or self._state)

    def _play(self) -> None:
        if self._playing and not self._playing.done():
            self._playing.cancel()
        else:
            self._playing = asyncio.get_event_loop().create_task(self._run())
            self._playing.add_done_callback(_complain)

    async def _run(self) -> None:
        while (state := self._demo.ticked(self._state)) is not None:
            self._show(state)
            await asyncio.sleep(max(FRAME_SECONDS, self._demo.pace / 1000))

    def show(self, state: State) -> None:
        """Draw a state and move the controls to it; nobody is told."""
        self._state, picture = state, self._demo.picture(state)
        self._picture.value = self._paper.png(picture)
        self._status.value = (
            f"<p>{html.escape(picture.status)}</p><details><summary>What the picture shows"
            f"</summary><p>{html.escape(picture.alt)}</p></details>"
        )
        self._moving = True
        try:
            for name, widget in self._controls.items():
                widget.value = getattr(state, name)
        finally:
            self._moving = False

    def _show(self, state: State) -> None:
        self.show(state)
        if self._changed:
            self._changed(state)

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        return self.box._repr_mimebundle_(**options), {}


def _complain(done: asyncio.Task[None]) -> None:
    if not done.cancelled():
        done.result()  # raises what went wrong, which the event loop reports


def _do(act: Callable[[], None], _button: object) -> None:
    act()


def _widget(control: Control) -> Any:
    """Return the ipywidget for a control."""
    unit = f", {control.unit}" if isinstance(control, Slider) and control.unit else ""
    look = {"description": f"{control.label}{unit}", "style": STYLE, "layout": WIDE}  # type: ignore[union-attr]
    match control:
        case Slider():
            span = {"min": control.low, "max": control.high, "step": control.step}
            whole = isinstance(control.settle(control.low), int)
            kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
            return kind(**span, **look)
        case Ladder():
            return ipywidgets.SelectionSlider(options=control.values, **look)
        case Choice():
            return ipywidgets.Dropdown(options=control.options, **look)
        case Toggle():
            return ipywidgets.Checkbox(**look)
        case Entry():
            return ipywidgets.Text(continuous_update=False, **look)
        case _:
            msg = f"{control.name} has no widget"
            raise TypeError(msg)
