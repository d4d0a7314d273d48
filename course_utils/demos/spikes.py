"""Demo: the spikes of a leaky integrate-and-fire cell beside its rate curve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from course_utils._arrays import Array
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Handle, Line, Mark, Rule, Segments, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.spiking import LeakyIntegrateAndFire, SpikeTrain, matched

__all__ = ["DEMO", "SpikesState", "spikes_demo"]

MILLISECONDS = 1000.0
DURATION = 0.2
DRAWN = 20  # one instant in so many is drawn
MOST_CURRENT = 4.0
MIN_REST = 5.0
# Both have the unit of the threshold, which a current of 1 just fails to reach.
V_LABEL, I_LABEL = "V, voltage (threshold = 1)", "I, current (fires above 1)"
CURRENTS = np.linspace(0.0, MOST_CURRENT, 321)
# One axis for all cells, so that a faster one looks faster; words stand above all curves.
HIGHEST_RATE = MILLISECONDS / MIN_REST
RATE_RANGE = (-0.08 * HIGHEST_RATE, 1.24 * HIGHEST_RATE)


@dataclass(frozen=True)
class SpikesState:
    """What the controls set: input current, both times in milliseconds, the comparison."""

    current: float = 1.5
    tau: float = 10.0
    refractory: float = 10.0
    compare: str = "nothing"


CONTROLS = (
    Slider("current", "current I", low=0.0, high=MOST_CURRENT, step=0.05),
    Slider("tau", "leak time τ", low=2.0, high=40.0, step=1.0, unit="ms"),
    Slider("refractory", "rest after a spike", low=MIN_REST, high=20.0, step=1.0, unit="ms"),
    Choice("compare", "compare with", ("nothing", "sigmoid", "relu")),
)


def picture(state: SpikesState) -> Picture:
    """Show 200 ms of voltage with the spikes, and the rate for each current."""
    cell = LeakyIntegrateAndFire(state.tau / MILLISECONDS, state.refractory / MILLISECONDS)
    train = cell.simulate(state.current, DURATION)
    rate = float(cell.rate(state.current))
    fires = (
        f"fires at {rate:.2f} Hz, once in {MILLISECONDS / rate:.2f} ms"
        if rate
        else "never fires"
    )
    status = f"At current {state.current:g} the cell {fires}."
    compared = (
        ""
        if state.compare == "nothing"
        else f", with a {state.compare} beside it that meets it at half of that"
    )
    return Picture(
        panels=(_voltage_panel(train), _rate_panel(cell, state, rate)),
        alt=(
            "Two plots of a leaky integrate-and-fire cell. Left, the voltage over 200 "
            f"milliseconds, with {_count(train.spike_times.size)}; right, the firing rate over "
            f"the current, 0 up to current 1, then rising towards {cell.maximum_rate:.0f} Hz"
            f"{compared}. {status}"
        ),
        status=status,
    )


def drag(state: SpikesState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Turn the pulled point of the rate curve into a current."""
    return {"current": x}


def _voltage_panel(train: SpikeTrain) -> Panel:
    spikes = numbers(train.spike_times * MILLISECONDS)
    times, voltage = _drawn(train)
    marks = (
        Line(numbers(times * MILLISECONDS), numbers(voltage), width=1.6),
        Segments(spikes, low=1.0, high=1.6),
        Rule("y", 1.0),
        Text(2.0, 1.85, "– –  threshold"),
    )
    end = DURATION * MILLISECONDS
    title = f"Voltage: {_count(len(spikes))} in {end:g} ms"
    # A spike in the last instant is as wide as the others.
    span = (0.0, end + 3.0)
    return Panel(title, "t, time in ms", V_LABEL, span, (-0.1, 2.0), marks, 1.2)


def _drawn(train: SpikeTrain) -> tuple[Array, Array]:
    """Thin the instants out, but keep every spike: up to the threshold, then down to 0."""
    times, voltage = train.times[::DRAWN], train.voltage[::DRAWN]
    places = np.repeat(np.searchsorted(times, train.spike_times), 2)
    tops = np.tile([1.0, 0.0], train.spike_times.size)
    return np.insert(times, places, np.repeat(train.spike_times, 2)), np.insert(
        voltage, places, tops
    )


def _rate_panel(cell: LeakyIntegrateAndFire, state: SpikesState, rate: float) -> Panel:
    marks: list[Mark] = [
        Rule("y", cell.maximum_rate),
        Text(0.0, 1.17 * HIGHEST_RATE, "– –  highest possible rate"),
        Line(numbers(CURRENTS), numbers(cell.rate(CURRENTS))),
    ]
    if state.compare != "nothing":
        twin = matched(cell, state.compare, CURRENTS)
        # ReLU goes on for ever, as far as there is room below the words.
        x, y = _up_to(1.03 * HIGHEST_RATE, CURRENTS, twin)
        words = f"· · ·  {state.compare} through half of that"
        marks += [
            Line(numbers(x), numbers(y), "second", "dotted", 2.6),
            Text(0.0, 1.08 * HIGHEST_RATE, words, role="second"),
        ]
    marks.append(Handle("current", state.current, rate, along="x", label="I"))
    span = (-0.25, MOST_CURRENT)  # room for the handle beside the numbers of the axis
    title = f"Rate: {rate:.2f} Hz at I = {state.current:g}"
    return Panel(title, I_LABEL, "rate in Hz", span, RATE_RANGE, tuple(marks))


def _up_to(top: float, x: Array, y: Array) -> tuple[Array, Array]:
    """Cut a rising curve off where it passes `top`."""
    if y[-1] <= top:
        return x, y
    seen = y <= top
    return np.append(x[seen], np.interp(top, y, x)), np.append(y[seen], top)


def _count(n_spikes: int) -> str:
    return "1 spike" if n_spikes == 1 else f"{n_spikes or 'no'} spikes"


DEMO = Demo("spikes", "A cell that sends spikes", SpikesState(), CONTROLS, picture, drag)


def spikes_demo(**state: object) -> Live[SpikesState]:
    """Show a leaky integrate-and-fire cell: its spikes, and its rate for each current.

    Parameters
    ----------
    **state
        Where to start: `current` (0 to 4), `tau` and `refractory` (milliseconds),
        `compare` ("nothing", "sigmoid" or "relu").

    Returns
    -------
    Live
        The demo, to be the last line of a cell.

    Raises
    ------
    TypeError
        If a field does not exist.
    ValueError
        If a value is out of bounds.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Biological motivation and connections".

    Examples
    --------
    >>> spikes_demo(current=2.0).state().current
    2.0
    """
    return Live(DEMO, **state)
