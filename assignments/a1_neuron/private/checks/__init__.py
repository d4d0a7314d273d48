"""What assignment a1_neuron asks for, and the inputs that tell right from wrong.

Each check yields argument tuples; the judge compares the student's function with the
reference on every one of them.  Inputs are drawn fresh for each student, so a case that
must tell two mistakes apart says so by construction and never relies on luck.
"""

from .linear_scores import linear_scores
from .neuron import neuron
from .neuron_class import neuron_class
from .spike_rate import spike_rate
from .two_layer_scores import two_layer_scores

EXERCISES = [neuron, neuron_class, spike_rate, linear_scores, two_layer_scores]
