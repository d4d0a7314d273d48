"""Live demos: call one as the last line of a cell, then move its sliders or drag its dots.

Every demo has ``.state()``, ``.set_state(...)`` and ``.static(...)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from matplotlib.figure import Figure

from course_utils.demos import neuron as _neuron
from course_utils.demos import spikes as _spikes
from course_utils.demos import zigzag as _zigzag
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live, static_twin
from course_utils.demos.neuron import NeuronState, neuron_demo
from course_utils.demos.spikes import SpikesState, spikes_demo
from course_utils.demos.zigzag import ZigzagState, zigzag_demo

__all__ = [
    "DEMOS",
    "Live",
    "NeuronState",
    "SpikesState",
    "ZigzagState",
    "neuron_demo",
    "spikes_demo",
    "static",
    "zigzag_demo",
]

_MODULES = (_neuron, _spikes, _zigzag)
_KNOWN: tuple[Demo[Any], ...] = tuple(module.DEMO for module in _MODULES)

DEMOS: Mapping[str, Demo[Any]] = MappingProxyType({demo.name: demo for demo in _KNOWN})
"""Every demo under its name."""


def static(name: str, *states: Mapping[str, object]) -> Figure:
    """Draw a demo as a figure, without a widget.

    Parameters
    ----------
    name : str
        Which demo: a key of `DEMOS`, such as ``"neuron"``.
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
