"""Helpers of the course "Neurons to Networks".

The names of the numeric core can be taken from here; each is loaded when it is first used,
so ``import course_utils`` costs next to nothing and never loads a plotting library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_utils.activations import (
        ACTIVATIONS,
        Activation,
        get_activation,
        identity,
        relu,
        sigmoid,
        tanh,
    )
    from course_utils.neuron import Neuron, linear_scores
    from course_utils.spiking import (
        LeakyIntegrateAndFire,
        SpikeTrain,
        coincidences,
        firing_rate,
    )

__version__ = "0.1.0"

__all__ = [
    "ACTIVATIONS",
    "Activation",
    "LeakyIntegrateAndFire",
    "Neuron",
    "SpikeTrain",
    "coincidences",
    "firing_rate",
    "get_activation",
    "identity",
    "linear_scores",
    "relu",
    "sigmoid",
    "tanh",
]

_HOME = {
    "activations": "ACTIVATIONS Activation get_activation identity relu sigmoid tanh",
    "neuron": "Neuron linear_scores",
    "spiking": "LeakyIntegrateAndFire SpikeTrain coincidences firing_rate",
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        msg = f"module 'course_utils' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"course_utils.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
