"""A leaky integrate-and-fire neuron: the simplest cell that sends spikes.

Times are in seconds, rates in hertz; a steady current I pulls the voltage to I.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import one_number, positive_number
from course_utils._arrays import Array, as_floats
from course_utils.activations import relu, sigmoid

__all__ = ["LeakyIntegrateAndFire", "SpikeTrain", "coincidences", "firing_rate", "matched"]


@dataclass(frozen=True)
class SpikeTrain:
    """What a simulated neuron did.

    Parameters
    ----------
    times : ndarray of shape (n_steps,)
        The instants of the simulation, in seconds.
    voltage : ndarray of shape (n_steps,)
        The voltage at those instants; 0 from each spike to the end of the rest after it.
    spike_times : ndarray of shape (n_spikes,)
        When the neuron fired, in seconds.

    Examples
    --------
    >>> train = LeakyIntegrateAndFire().simulate(1.5, duration=0.05)
    >>> train.spike_times.round(3)
    array([0.011, 0.032])
    """

    times: Array
    voltage: Array
    spike_times: Array


@dataclass(frozen=True)
class LeakyIntegrateAndFire:
    """A cell that fills with current, leaks, and fires when it is full.

    The voltage V follows ``tau dV/dt = I - V`` from V = 0.  When V reaches the threshold,
    the cell fires and V rests at 0 for the refractory time.

    Parameters
    ----------
    tau : float, default 0.01
        Time constant of the leak, in seconds.
    refractory : float, default 0.01
        Rest after a spike, in seconds.
    threshold : float, default 1.0
        Voltage at which the cell fires.

    Raises
    ------
    TypeError
        If a parameter is not one real number.
    ValueError
        If `tau` or `threshold` is not above 0 or `refractory` is below 0.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Biological motivation and connections".

    Examples
    --------
    >>> LeakyIntegrateAndFire().rate([1.0, 1.5]).round(2)
    array([ 0.  , 47.65])
    """

    tau: float = 0.01
    refractory: float = 0.01
    threshold: float = 1.0

    def __post_init__(self) -> None:
        positive_number(self.tau, name="tau")
        positive_number(self.refractory, name="refractory", zero_allowed=True)
        positive_number(self.threshold, name="threshold")

    @property
    def maximum_rate(self) -> float:
        """Return the rate in Hz that no current exceeds: one spike per refractory time."""
        return 1 / self.refractory if self.refractory else float("inf")

    def rate(self, current: ArrayLike) -> Array:
        """Compute the steady firing rate by the exact formula.

        Parameters
        ----------
        current : array_like, any shape
            Steady input currents.

        Returns
        -------
        ndarray, same shape as `current`
            Spikes per second, ``1 / (refractory + tau * log(I / (I - threshold)))`` and 0
            for currents that never lift the voltage over the threshold.

        Raises
        ------
        TypeError
            If `current` does not hold real numbers.

        Examples
        --------
        >>> LeakyIntegrateAndFire().rate(1.5).round(2)
        np.float64(47.65)
        """
        current = as_floats(current, name="current")
        rate = np.zeros_like(current)
        fires = ~(current <= self.threshold)  # so that NaN stays NaN
        time_to_threshold = -self.tau * np.log1p(-self.threshold / current[fires])
        rate[fires] = 1 / (self.refractory + time_to_threshold)
        return rate[()]

    def simulate(self, current: float, duration: float, dt: float = 1e-5) -> SpikeTrain:
        """Repeat the exact charging curve under a steady current, and count the spikes.

        Parameters
        ----------
        current : float
            The input current.
        duration : float
            How long to simulate, in seconds.
        dt : float, default 1e-5
            Distance of the instants in seconds; a spike comes at most one step late.

        Returns
        -------
        SpikeTrain
            Times, voltage and spike times.

        Raises
        ------
        TypeError
            If a parameter is not one real number.
        ValueError
            If `duration` or `dt` is not positive, or `dt` is longer than `duration`.

        Examples
        --------
        >>> train = LeakyIntegrateAndFire().simulate(current=1.5, duration=1.0)
        >>> train.spike_times.size
        48
        """
        current = one_number(current, name="current")
        duration = positive_number(duration, name="duration")
        if positive_number(dt, name="dt") > duration:
            msg = f"dt is {dt:g} s, longer than the {duration:g} s to simulate; try less"
            raise ValueError(msg)
        n_steps = round(duration / dt) + 1
        times: Array = np.arange(n_steps) * dt
        # Between two spikes the equation has an exact solution, the same after each rest.
        # So one charging curve is searched for the threshold and then repeated.
        charging: Array = -current * np.expm1(-times / self.tau)
        # A current equal to the threshold gets there by rounding only, hence the question.
        reached = np.flatnonzero(charging >= self.threshold)
        if reached.size == 0 or current <= self.threshold:
            return SpikeTrain(times, charging, np.empty(0))
        first = int(reached[0])
        rest = np.zeros(round(self.refractory / dt))
        cycle = np.concatenate([charging[:first], rest])
        spikes = np.arange(first, n_steps, cycle.size)
        return SpikeTrain(times, np.resize(cycle, n_steps), times[spikes])


def firing_rate(spike_times: ArrayLike, duration: float) -> float:
    """Count spikes per second.

    Parameters
    ----------
    spike_times : array_like of shape (n_spikes,)
        When the neuron fired, in seconds.
    duration : float
        How long it was watched, in seconds.

    Returns
    -------
    float
        The rate in Hz.

    Raises
    ------
    TypeError
        If `spike_times` does not hold real numbers or `duration` is not one number.
    ValueError
        If `duration` is not positive or `spike_times` is not one row.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Biological motivation and connections".

    Examples
    --------
    >>> firing_rate([0.1, 0.2, 0.4], duration=0.5)
    6.0
    """
    return _spikes(spike_times, name="spike_times").size / positive_number(
        duration, name="duration"
    )


def coincidences(spikes_a: ArrayLike, spikes_b: ArrayLike, window: float) -> int:
    """Count the spikes of one train that have a partner in the other.

    Parameters
    ----------
    spikes_a : array_like of shape (n_spikes_a,)
        Spike times in seconds; these are counted.
    spikes_b : array_like of shape (n_spikes_b,)
        Spike times in seconds; these are the partners.
    window : float
        Largest distance of a partner, in seconds.

    Returns
    -------
    int
        How many spikes of `spikes_a` lie within `window` of a spike of `spikes_b`.

    Raises
    ------
    TypeError
        If the trains do not hold real numbers or `window` is not one number.
    ValueError
        If `window` is not positive or a train is not one row.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Biological motivation and connections", counts the
    timing of spikes among the things that the model leaves out.

    Examples
    --------
    >>> coincidences([0.010, 0.020, 0.030], [0.011, 0.025], window=0.002)
    1
    """
    a, b = _spikes(spikes_a, name="spikes_a"), _spikes(spikes_b, name="spikes_b")
    close = np.abs(a[:, np.newaxis] - b) <= positive_number(window, name="window")
    return int(close.any(axis=1).sum())


def matched(cell: LeakyIntegrateAndFire, activation: str, current: ArrayLike) -> Array:
    """Scale an activation function until it looks like the rate curve of a cell.

    Both meet it at half the maximum rate.  There sigmoid has the slope of the curve; ReLU
    starts at the threshold as the cell does.

    Parameters
    ----------
    cell : LeakyIntegrateAndFire
        The cell to imitate, with a refractory time above 0.
    activation : {"relu", "sigmoid"}
        Which function to scale.
    current : array_like, any shape
        Input currents.

    Returns
    -------
    ndarray, same shape as `current`
        Rates in Hz.

    Raises
    ------
    TypeError
        If `current` does not hold real numbers.
    ValueError
        If the cell needs no rest, so that its rate has no maximum; or for another name.

    Examples
    --------
    >>> matched(LeakyIntegrateAndFire(), "relu", [0.5, 1.0]).round(1)
    array([0., 0.])
    """
    rest = positive_number(cell.refractory, name="refractory")
    meeting = -cell.threshold / np.expm1(-rest / cell.tau)
    beyond = meeting - cell.threshold
    distance = as_floats(current, name="current") - meeting
    half = cell.maximum_rate / 2
    if activation == "relu":
        return half * relu(distance / beyond + 1)
    if activation == "sigmoid":
        gain = cell.tau * cell.threshold / (rest * meeting * beyond)
        return 2 * half * sigmoid(gain * distance)
    msg = f"activation must be 'relu' or 'sigmoid', got {activation!r}"
    raise ValueError(msg)


def _spikes(spike_times: ArrayLike, *, name: str) -> Array:
    spikes = as_floats(spike_times, name=name)
    if spikes.ndim != 1:
        msg = f"{name} must be one row of times, shape (n_spikes,), got shape {spikes.shape}"
        raise ValueError(msg)
    return spikes
