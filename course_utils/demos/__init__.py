"""Live demos: call one as the last line of a cell, then move its sliders or drag its dots.

Every demo has ``.state()``, ``.set_state(...)`` and ``.static(...)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from matplotlib.figure import Figure

from course_utils.demos import activation as _activation
from course_utils.demos import approximator as _approximator
from course_utils.demos import architecture as _architecture
from course_utils.demos import boundary as _boundary
from course_utils.demos import broadcasting as _broadcasting
from course_utils.demos import collapse as _collapse
from course_utils.demos import dying as _dying
from course_utils.demos import forgetting as _forgetting
from course_utils.demos import histograms as _histograms
from course_utils.demos import maxout as _maxout
from course_utils.demos import microscope as _microscope
from course_utils.demos import neuron as _neuron
from course_utils.demos import overfitting as _overfitting
from course_utils.demos import playground as _playground
from course_utils.demos import preprocessing as _preprocessing
from course_utils.demos import race as _race
from course_utils.demos import seeds as _seeds
from course_utils.demos import signal as _signal
from course_utils.demos import spikes as _spikes
from course_utils.demos import symmetry as _symmetry
from course_utils.demos import tents as _tents
from course_utils.demos import threshold as _threshold
from course_utils.demos import timing as _timing
from course_utils.demos import tower as _tower
from course_utils.demos import xor as _xor
from course_utils.demos import zigzag as _zigzag
from course_utils.demos.activation import ActivationState, activation_demo
from course_utils.demos.approximator import ApproximatorState, approximator_demo
from course_utils.demos.architecture import ArchitectureState, architecture_demo
from course_utils.demos.boundary import BoundaryState, boundary_demo
from course_utils.demos.broadcasting import BroadcastingState, broadcasting_demo
from course_utils.demos.collapse import CollapseState, collapse_demo
from course_utils.demos.demo import Demo
from course_utils.demos.dying import DyingState, dying_demo
from course_utils.demos.forgetting import ForgettingState, forgetting_demo
from course_utils.demos.histograms import HistogramsState, histograms_demo
from course_utils.demos.live import Live, static_twin
from course_utils.demos.maxout import MaxoutState, maxout_demo
from course_utils.demos.microscope import MicroscopeState, microscope_demo
from course_utils.demos.neuron import NeuronState, neuron_demo
from course_utils.demos.overfitting import OverfittingState, overfitting_demo
from course_utils.demos.playground import PlaygroundState, playground_demo
from course_utils.demos.preprocessing import PreprocessingState, preprocessing_demo
from course_utils.demos.race import RaceState, race_demo
from course_utils.demos.seeds import SeedsState, seeds_demo
from course_utils.demos.signal import SignalState, signal_demo
from course_utils.demos.spikes import SpikesState, spikes_demo
from course_utils.demos.symmetry import SymmetryState, symmetry_demo
from course_utils.demos.tents import TentsState, tents_demo
from course_utils.demos.threshold import ThresholdState, threshold_demo
from course_utils.demos.timing import TimingState, timing_demo
from course_utils.demos.tower import TowerState, tower_demo
from course_utils.demos.xor import XorState, xor_demo
from course_utils.demos.zigzag import ZigzagState, zigzag_demo

__all__ = [
    "DEMOS",
    "ActivationState",
    "ApproximatorState",
    "ArchitectureState",
    "BoundaryState",
    "BroadcastingState",
    "CollapseState",
    "DyingState",
    "ForgettingState",
    "HistogramsState",
    "Live",
    "MaxoutState",
    "MicroscopeState",
    "NeuronState",
    "OverfittingState",
    "PlaygroundState",
    "PreprocessingState",
    "RaceState",
    "SeedsState",
    "SignalState",
    "SpikesState",
    "SymmetryState",
    "TentsState",
    "ThresholdState",
    "TimingState",
    "TowerState",
    "XorState",
    "ZigzagState",
    "activation_demo",
    "approximator_demo",
    "architecture_demo",
    "boundary_demo",
    "broadcasting_demo",
    "collapse_demo",
    "dying_demo",
    "forgetting_demo",
    "histograms_demo",
    "maxout_demo",
    "microscope_demo",
    "neuron_demo",
    "overfitting_demo",
    "playground_demo",
    "preprocessing_demo",
    "race_demo",
    "seeds_demo",
    "signal_demo",
    "spikes_demo",
    "static",
    "symmetry_demo",
    "tents_demo",
    "threshold_demo",
    "timing_demo",
    "tower_demo",
    "xor_demo",
    "zigzag_demo",
]

_MODULES = (
    _activation,
    _approximator,
    _architecture,
    _boundary,
    _broadcasting,
    _collapse,
    _dying,
    _forgetting,
    _histograms,
    _maxout,
    _microscope,
    _neuron,
    _overfitting,
    _playground,
    _preprocessing,
    _race,
    _seeds,
    _signal,
    _spikes,
    _symmetry,
    _tents,
    _threshold,
    _timing,
    _tower,
    _xor,
    _zigzag,
)
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
