"""Figures of the course: drawn from arrays and from objects of the numeric core.

Nothing here trains or simulates, and nothing shows a figure behind your back: a function
returns the axes it drew on, and `show` displays a figure once, with a description for those
who do not see it.
"""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils._arrays import Array
from course_utils._figures import in_course_style, png, show, use_course_style
from course_utils.activations import get_activation
from course_utils.neuron import Neuron
from course_utils.spiking import LeakyIntegrateAndFire, SpikeTrain

__all__ = [
    "COLOURS",
    "plot_activation",
    "plot_neuron",
    "plot_rate_curve",
    "plot_spikes",
    "png",
    "show",
    "use_course_style",
]

COLOURS = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "purple": "#CC79A7",
    "sky": "#56B4E9",
    "vermilion": "#D55E00",
    "grey": "#767676",
}


@in_course_style
def plot_activation(name: str, with_derivative: bool = False, ax: Axes | None = None) -> Axes:
    """Draw an activation function from z = -6 to 6.

    Parameters
    ----------
    name : str
        Which one: a key of `ACTIVATIONS`, such as ``"tanh"``.
    with_derivative : bool, default False
        Whether to draw its slope as well.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new figure.

    Returns
    -------
    matplotlib.axes.Axes
        The axes that were drawn on.

    Raises
    ------
    ValueError
        If there is no activation of that name.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions".

    Examples
    --------
    >>> plot_activation("tanh", with_derivative=True).get_title("left")
    'tanh and its slope'
    """
    activation = get_activation(name)
    ax = ax or Figure().add_subplot()
    z = np.linspace(-6, 6, 401)
    _zero_lines(ax)
    ax.plot(z, activation(z), color=COLOURS["blue"], linestyle="-", label=f"{name}(z)")
    if with_derivative:
        slope = activation.derivative(z)
        ax.plot(z, slope, color=COLOURS["vermilion"], linestyle="--", label="slope")
        ax.legend(loc="upper left")
    title = f"{name} and its slope" if with_derivative else name
    ax.set(title=title, xlabel="$z$, pre-activation", ylabel="$a$, activation")
    return ax


@in_course_style
def plot_neuron(neuron: Neuron, ax: Axes | None = None) -> Axes:
    """Draw the output of a neuron with one input, from x = -5 to 5.

    Parameters
    ----------
    neuron : Neuron
        A neuron with one weight.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new figure.

    Returns
    -------
    matplotlib.axes.Axes
        The axes that were drawn on.

    Raises
    ------
    ValueError
        If the neuron has more than one weight.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Modeling one neuron".

    Examples
    --------
    >>> plot_neuron(Neuron([2.0], bias=-1.0)).get_title("left")
    'w = 2, b = -1, sigmoid'
    """
    if neuron.weights.size != 1:
        msg = f"plot_neuron draws neurons with one weight, got {neuron.weights.size} weights"
        raise ValueError(msg)
    ax = ax or Figure().add_subplot()
    x = np.linspace(-5, 5, 401)
    _zero_lines(ax)
    ax.plot(x, neuron.forward(x[:, np.newaxis]), color=COLOURS["blue"], linestyle="-")
    title = f"w = {neuron.weights[0]:g}, b = {neuron.bias:g}, {neuron.activation.name}"
    ax.set(title=title, xlabel="$x$, input", ylabel="$a$, activation")
    return ax


@in_course_style
def plot_spikes(train: SpikeTrain, threshold: float = 1.0, ax: Axes | None = None) -> Axes:
    """Draw the voltage of a spiking neuron, with a stroke for each spike.

    Parameters
    ----------
    train : SpikeTrain
        What `LeakyIntegrateAndFire.simulate` returned.
    threshold : float, default 1.0
        Voltage at which the neuron fires.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new figure.

    Returns
    -------
    matplotlib.axes.Axes
        The axes that were drawn on.

    Examples
    --------
    >>> train = LeakyIntegrateAndFire().simulate(1.5, duration=0.2)
    >>> plot_spikes(train).get_title("left")
    '10 spikes in 200 ms'
    """
    ax = ax or Figure().add_subplot()
    milliseconds: Array = 1000 * train.times
    ax.axhline(threshold, color=COLOURS["grey"], linestyle="--", linewidth=1)
    ax.plot(milliseconds, train.voltage, color=COLOURS["blue"], linestyle="-", linewidth=1.6)
    spikes = 1000 * train.spike_times
    ax.vlines(spikes, threshold, 1.6 * threshold, COLOURS["vermilion"], linewidth=1.8)
    count = "1 spike" if spikes.size == 1 else f"{spikes.size} spikes"
    title = f"{count} in {milliseconds[-1]:g} ms"
    ax.set(title=title, xlabel="$t$, time in ms", ylabel="$V$, voltage")
    ax.set(xlim=(0, milliseconds[-1]), ylim=(-0.1 * threshold, 1.75 * threshold))
    return ax


@in_course_style
def plot_rate_curve(cell: LeakyIntegrateAndFire, ax: Axes | None = None) -> Axes:
    """Draw the firing rate of a spiking neuron over its input current.

    Parameters
    ----------
    cell : LeakyIntegrateAndFire
        The neuron.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new figure.

    Returns
    -------
    matplotlib.axes.Axes
        The axes that were drawn on, from current 0 to four times the threshold.

    Examples
    --------
    >>> plot_rate_curve(LeakyIntegrateAndFire()).get_ylabel()
    'rate in Hz'
    """
    ax = ax or Figure().add_subplot()
    current = np.linspace(0, 4 * cell.threshold, 801)
    ax.plot(current, cell.rate(current), color=COLOURS["blue"], linestyle="-")
    if np.isfinite(cell.maximum_rate):
        ax.axhline(cell.maximum_rate, color=COLOURS["grey"], linestyle="--", linewidth=1)
        ax.set_ylim(-0.05 * cell.maximum_rate, 1.1 * cell.maximum_rate)
    title = f"No spikes up to I = {cell.threshold:g}, then fast, then a ceiling"
    ax.set(title=title, xlabel="$I$, input current", ylabel="rate in Hz")
    ax.set_xlim(0, current[-1])
    return ax


def _zero_lines(ax: Axes) -> None:
    ax.axhline(0, color=COLOURS["grey"], linewidth=0.8, linestyle="-")
    ax.axvline(0, color=COLOURS["grey"], linewidth=0.8, linestyle="-")
