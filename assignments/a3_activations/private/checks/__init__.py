"""What assignment a3_activations asks for, and the inputs that tell right from wrong.

Each check yields argument tuples; the judge compares the student's function with the
reference on every one of them.  Inputs are drawn fresh for each student, so a case that
must tell two mistakes apart says so by construction and never relies on luck.
"""

from .as_maxout import as_maxout
from .leaky_relu import leaky_relu
from .leaky_relu_slope import leaky_relu_slope
from .maxout import maxout
from .prelu import prelu
from .relu import relu
from .relu_slope import relu_slope
from .saturated_fraction import saturated_fraction
from .sigmoid import sigmoid
from .sigmoid_slope import sigmoid_slope
from .tanh_from_sigmoid import tanh_from_sigmoid
from .tanh_slope import tanh_slope

EXERCISES = [
    sigmoid,
    tanh_from_sigmoid,
    relu,
    leaky_relu,
    prelu,
    sigmoid_slope,
    tanh_slope,
    relu_slope,
    leaky_relu_slope,
    saturated_fraction,
    maxout,
    as_maxout,
]
