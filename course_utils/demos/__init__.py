"""Live demos: call one as the last line of a cell, then move its sliders or drag its dots.

Every demo has ``.state()``, ``.set_state(...)`` and ``.static(...)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.figure import Figure

from course_utils.demos import neuron as _neuron
from course_utils.demos import spikes as _spikes
from course_utils.demos.controls import Demo
from course_utils.demos.live import Live, static_twin
from course_utils.demos.neuron import NeuronState
from course_utils.demos.spikes import SpikesState

__all__ = ["NeuronState", "SpikesState", "neuron_demo", "spikes_demo", "static"]


def neuron_demo(**state: object) -> Live[NeuronState]:
    """Show one neuron with one input: pull at its weight, its bias and its input.

    Parameters
    ----------
    **state
        Where to start: `weight` (-4 to 4), `bias` (-6 to 6), `activation` (a name), `x`
        (-5 to 5).

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
    CS231n, "Neural Networks Part 1", "Modeling one neuron".

    Examples
    --------
    >>> neuron_demo(weight=3.0).state().weight
    3.0
    """
    return Live(_neuron.DEMO, **state)


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
    return Live(_spikes.DEMO, **state)


DEMOS: Mapping[str, Demo[Any]] = {"neuron": _neuron.DEMO, "spikes": _spikes.DEMO}


def static(name: str, *states: Mapping[str, object]) -> Figure:
    """Draw a demo as a figure, without a widget.

    Parameters
    ----------
    name : {"neuron", "spikes"}
        Which demo.
    *states : mapping of str to value
        What differs from the demo's start, one picture each; by default the start itself.

    Returns
    -------
    matplotlib.figure.Figure
        The pictures, one under the other.

    Raises
    ------
    TypeError
        If a field of a state does not exist.
    ValueError
        If there is no such demo or a value is out of bounds.

    Examples
    --------
    >>> len(static("neuron", {"weight": 1.0}, {"weight": -1.0}).axes)
    4
    """
    if name not in DEMOS:
        msg = f"there is no demo called {name!r}; choose one of {', '.join(DEMOS)}"
        raise ValueError(msg)
    return static_twin(DEMOS[name], DEMOS[name].start, *states)
