"""Spikes per second."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise

from .common import Cases

spike_rate = Exercise("spike_rate", target="spike_rate", title="From spikes to a rate")


@spike_rate.reference
def spike_rate_reference(
    current: ArrayLike, tau: float = 0.01, refractory: float = 0.01, threshold: float = 1.0
) -> Any:
    """Return the firing rate in Hz of a leaky integrate-and-fire neuron."""
    current = np.asarray(current, dtype=np.float64)
    with np.errstate(all="ignore"):  # below the threshold there is no interval
        interval = refractory - tau * np.log1p(-threshold / current)
    return np.where(current > threshold, 1.0 / interval, 0.0)


@spike_rate.check(
    "one current above the threshold gives the rate in Hz",
    points=1,
    hint="By default 1.5 gives 47.65 Hz, and 2 gives 59.06 Hz.",
)
def _(rng: Generator) -> Cases:
    # From just above the threshold to a current that fires nearly all the time.
    for low, high in ((1.05, 1.3), (1.3, 3.0), (20.0, 90.0)):
        yield (rng.uniform(low, high),)


@spike_rate.check(
    "the neuron is silent at and below the threshold",
    points=1,
    hint="Try a current of exactly 1.0, then 0.5, 0 and -2. The rate is the number 0.0.",
)
def _(rng: Generator) -> Cases:
    # One current fires, without refractory time, so that `return 0` does not pass.
    yield (1.0,)
    yield (0,)
    yield (rng.uniform(0.1, 0.95),)
    yield (rng.uniform(-9.0, -0.1),)
    yield rng.uniform(1.3, 3.0), 0.01, 0.0


@spike_rate.check(
    "an array of currents gives an array of rates",
    points=1,
    hint="An if statement decides once, but each entry of an array needs its own decision.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Silent and firing entries mixed, in every shape and kind.
    currents = np.array([-1.0, 0.0, 0.6, 1.0, 1.4, 2.5, 30.0]) * rng.choice([1.0, 1.001])
    currents[3] = 1.0
    yield (currents,)
    yield (currents[::-2],)
    yield (currents[1:].reshape(2, 3),)
    yield (rng.uniform(1.2, 4.0, size=5).tolist(),)
    yield (rng.uniform(1.2, 4.0, size=1).astype(np.float32),)


@spike_rate.check(
    "tau, refractory time and threshold may be others than usual",
    points=1,
    hint="Does every one of the four arguments occur in your formula, and only those?",
)
def _(rng: Generator) -> Cases:
    # Each argument moves alone once, then all of them together.  The whole number at the end
    # catches rates that an array of integers cuts off: they are small, so it shows.
    current = rng.uniform(2.5, 4.0)
    yield current, 0.02
    yield current, 0.01, 0.002
    yield current, 0.01, 0.01, 2.0
    yield current, 0.015, 0.004, rng.uniform(0.4, 0.6)
    yield 2, 0.1
