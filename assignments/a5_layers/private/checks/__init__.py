"""What assignment a5_layers asks for, and the inputs that tell right from wrong.

Each check yields argument tuples; the judge compares the student's function with the
reference on every one of them.  Inputs are drawn fresh for each student, so a case that
must tell two mistakes apart says so by construction and never relies on luck.
"""

from .collapse import collapse
from .counts import n_layers, n_neurons, n_parameters, n_weights
from .forward import forward
from .forward_columns import forward_columns
from .output_layer import output_layer
from .topological_order import topological_order

EXERCISES = [
    n_layers,
    n_neurons,
    n_weights,
    n_parameters,
    forward,
    forward_columns,
    collapse,
    topological_order,
    output_layer,
]
