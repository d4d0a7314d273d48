"""Demo: the spikes of a leaky integrate-and-fire cell beside its rate curve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from course_utils.demos.controls import Choice, Demo, Slider
from course_utils.demos.picture import (
    Handle,
    Line,
    Mark,
    Panel,
    Picture,
    Rule,
    Segments,
    numbers,
)
from course_utils.spiking import LeakyIntegrateAndFire, SpikeTrain, matched

__all__ = ["DEMO", "SpikesState"]

MILLISECONDS = 1000.0
DURATION = 0.2
TIME_STEP = 2e-4
MOST_CURRENT = 4.0
CURRENTS = np.linspace(0.0, MOST_CURRENT, 321)


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
    Slider("refractory", "rest after a spike", low=2.0, high=20.0, step=1.0, unit="ms"),
    Choice("compare", "compare with", ("nothing", "sigmoid", "relu")),
)


def picture(state: SpikesState) -> Picture:
    """Show 200 ms of voltage with the spikes, and the rate for each current."""
    cell = LeakyIntegrateAndFire(state.tau / MILLISECONDS, state.refractory / MILLISECONDS)
    train = cell.simulate(state.current, DURATION, dt=TIME_STEP)
    rate = float(cell.rate(state.current))
    status = f"At current {state.current:g} the cell fires at {rate:.1f} Hz."
    compared = (
        "" if state.compare == "nothing" else f", with a scaled {state.compare} beside it"
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
    marks = (
        Line(numbers(train.times * MILLISECONDS), numbers(train.voltage), width=1.6),
        Segments(spikes, low=1.0, high=1.6),
        Rule("y", 1.0, label="threshold"),
    )
    span = (0.0, DURATION * MILLISECONDS)
    title = f"Voltage: {_count(len(spikes))} in {span[1]:g} ms"
    return Panel(title, "t, time in ms", "V, voltage", span, (-0.1, 1.75), marks, 1.2)


def _rate_panel(cell: LeakyIntegrateAndFire, state: SpikesState, rate: float) -> Panel:
    top = 1.1 * cell.maximum_rate
    marks: list[Mark] = [
        Rule("y", cell.maximum_rate, label="highest possible rate"),
        Line(numbers(CURRENTS), numbers(cell.rate(CURRENTS))),
    ]
    if state.compare != "nothing":
        twin = matched(cell, state.compare, CURRENTS)
        marks.append(Line(numbers(CURRENTS), numbers(twin), "second", "dashed", 2.0))
    marks.append(Handle("current", state.current, rate, along="x", label="I"))
    span = (0.0, MOST_CURRENT)
    title = f"Rate: {rate:.1f} Hz at I = {state.current:g}"
    return Panel(
        title, "I, input current", "rate in Hz", span, (-0.05 * top, top), tuple(marks)
    )


def _count(n_spikes: int) -> str:
    return "1 spike" if n_spikes == 1 else f"{n_spikes or 'no'} spikes"


DEMO = Demo("spikes", "A cell that sends spikes", SpikesState(), CONTROLS, picture, drag)
