"""Networks of neurons: layers, multi-layer perceptrons, and graphs of any shape.

A network is a value that never changes. Its formulas stand in `Dense` and `Maxout`, in three
methods of a few lines each; `MLP` lines layers up. `MLP.forward` takes a faster way to the
same scores, which stands apart in private modules.
"""

from __future__ import annotations

from course_utils.network._collapse import collapse
from course_utils.network._counts import Counts, count
from course_utils.network._dense import Dense
from course_utils.network._graph import topological_order, unroll
from course_utils.network._layer import Layer
from course_utils.network._maxout import Maxout
from course_utils.network._mlp import MLP
from course_utils.network._neuron_graph import NeuronGraph
from course_utils.network._saving import load, save
from course_utils.network._trace import ShapeRow, ShapeTrace, Trace

__all__ = [
    "MLP",
    "Counts",
    "Dense",
    "Layer",
    "Maxout",
    "NeuronGraph",
    "ShapeRow",
    "ShapeTrace",
    "Trace",
    "collapse",
    "count",
    "load",
    "save",
    "topological_order",
    "unroll",
]
