"""Demo: two spike trains of one rate, told apart by their timing alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array
from course_utils.demos.controls import Choice, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Handle, Line, Mark, Segments, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.neuron import Neuron
from course_utils.spiking import coincidences, firing_rate

__all__ = ["DEMO", "TimingState", "timing_demo"]

MILLISECONDS = 1000.0
DURATION = 0.5
FURTHEST = 20.0
EDGE = 45.0  # milliseconds of room for spikes of B that are moved past the ends of A
SHIFTS = np.linspace(-FURTHEST, FURTHEST, 81)
WEIGHT, BIAS = 0.05, -4.0
RATE_NEURON = Neuron([WEIGHT, WEIGHT], BIAS)


@dataclass(frozen=True)
class TimingState:
    """What the controls set: how B differs from A, the detector's patience, and the trains."""

    shift: float = 4.0
    jitter: float = 0.0
    window: float = 2.0
    rate: float = 40.0
    spacing: str = "irregular"


CONTROLS = (
    Slider("shift", "B comes later by", low=-FURTHEST, high=FURTHEST, step=0.5, unit="ms"),
    Slider("jitter", "jitter of B", low=0.0, high=10.0, step=0.5, unit="ms"),
    Slider("window", "detector's window", low=0.5, high=10.0, step=0.5, unit="ms"),
    Slider("rate", "rate of A and B", low=20.0, high=80.0, step=2.0, unit="Hz"),
    Choice("spacing", "spikes", ("irregular", "regular")),
)


def picture(state: TimingState) -> Picture:
    """Show both trains, and what two kinds of neurons answer to them."""
    a, b = _trains(state.rate, state.spacing, state.shift, state.jitter)
    rates = [firing_rate(train, DURATION) for train in (a, b)]
    found = coincidences(b, a, _seconds(state.window))
    status = (
        f"{found} of {b.size} spikes of B meet one of A; both trains have {rates[1]:g} Hz, and "
        f"the rate neuron answers {float(RATE_NEURON.forward(rates)):.3f}."
    )
    return Picture(
        panels=(_train_panel(state, a, b, found), _answer_panel(state, rates, found)),
        alt=(
            f"Two plots. Left, the spikes of two trains as strokes, A above B; {found} "
            "strokes of B stand out because one of A is near. Right, over the shift of B, the "
            "share of such spikes as a curve with a peak, and the answer of a neuron that is "
            f"told the two rates as a flat line. {status}"
        ),
        status=status,
    )


def drag(state: TimingState, handle: str, x: float, y: float) -> Mapping[str, float]:  # noqa: ARG001
    """Shift train B by as much as the handle was pulled to."""
    return {"shift": x}


def _train_panel(state: TimingState, a: Array, b: Array, found: int) -> Panel:
    window = _seconds(state.window)
    marks: tuple[Mark, ...] = (
        *_strokes(a, b, window, 1.2),
        *_strokes(b, a, window, 0.0),
        Text(0.0, 2.4, f"A: {a.size} spikes", "curve"),
        Text(0.0, -0.2, f"B: {b.size} spikes", "curve"),
        Text(DURATION * MILLISECONDS, -0.2, "thick: with a partner", "accent", "right"),
    )
    span = (-EDGE, DURATION * MILLISECONDS + EDGE)
    title = f"{found} of {b.size} spikes of B meet one of A"
    return Panel(
        title,
        "t, time in ms",
        "B below, A above",
        span,
        (-0.45, 2.65),
        marks,
        1.2,
        numbered="x",
    )


def _strokes(spikes: Array, others: Array, window: float, low: float) -> list[Segments]:
    near: list[float] = []
    far: list[float] = []
    for spike in spikes.tolist():
        (near if coincidences([spike], others, window) else far).append(MILLISECONDS * spike)
    return [
        Segments(numbers(far), low, low + 1.0, "curve", 1.6),
        Segments(numbers(near), low, low + 1.0, "accent", 3.2),
    ]


def _answer_panel(state: TimingState, rates: list[float], found: int) -> Panel:
    shares, answers = _answers(state.rate, state.spacing, state.jitter, state.window)
    share, answer = found / _count(state.rate), float(RATE_NEURON.forward(rates))
    total = f"{WEIGHT:g}·({rates[0]:g}+{rates[1]:g})−{-BIAS:g}"
    marks = (
        Line(numbers(SHIFTS), answers, "second", "dashed"),
        Line(numbers(SHIFTS), shares, "accent"),
        Text(-FURTHEST, 1.29, "—  detector: share of B that meets A", "accent"),
        Text(-FURTHEST, 1.17, f"– –  rate neuron: σ({total})", "second"),
        Handle("shift", state.shift, share, "x", "B"),
    )
    span = (-FURTHEST - 1.5, FURTHEST + 1.5)
    title = f"Coincidence {share:.2f}, rate neuron {answer:.2f}"
    return Panel(title, "shift of B in ms", "share, or activation", span, (-0.08, 1.4), marks)


def _seconds(window: float) -> float:
    # A shift as long as the window still counts; rounding must not decide about it.
    return window / MILLISECONDS + 1e-9


def _count(rate: float) -> int:
    return round(rate * DURATION)


@lru_cache(maxsize=64)
def _answers(
    rate: float, spacing: str, jitter: float, window: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    shares, answers = [], []
    for shift in SHIFTS:
        a, b = _trains(rate, spacing, float(shift), jitter)
        shares.append(coincidences(b, a, _seconds(window)) / b.size)
        rates = [firing_rate(train, DURATION) for train in (a, b)]
        answers.append(float(RATE_NEURON.forward(rates)))
    return numbers(shares), numbers(answers)


def _trains(rate: float, spacing: str, shift: float, jitter: float) -> tuple[Array, Array]:
    a, noise = _basis(rate, spacing)
    return a, np.sort(a + (shift + jitter * noise) / MILLISECONDS)


@lru_cache(maxsize=64)
def _basis(rate: float, spacing: str) -> tuple[Array, Array]:
    rng, n_spikes = np.random.default_rng(9), _count(rate)
    places = (np.arange(n_spikes) + 0.5) / n_spikes  # one period apart
    if spacing == "irregular":
        gaps = 0.5 + rng.exponential(size=n_spikes + 1)  # a rest, and chance
        places = np.cumsum(gaps)[:-1] / gaps.sum()
    noise = np.clip(np.random.default_rng(10).standard_normal(n_spikes), -2.0, 2.0)
    return DURATION * places, noise


DEMO = Demo("timing", "Timing beside rate", TimingState(), CONTROLS, picture, drag)


def timing_demo(**state: object) -> Live[TimingState]:
    """Show that timing can tell apart two spike trains that have the same rate.

    Parameters
    ----------
    **state
        Where to start: `shift` (-20 to 20), `jitter` (0 to 10) and `window` (.5 to 10), in
        milliseconds, `rate` (20 to 80 Hz), `spacing` ("irregular" or "regular").

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
    CS231n, "Neural Networks Part 1", "Biological motivation and connections", counts the
    timing of spikes among the things that the model leaves out.

    Examples
    --------
    >>> timing_demo(shift=5.0).state().shift
    5.0
    """
    return Live(DEMO, **state)
