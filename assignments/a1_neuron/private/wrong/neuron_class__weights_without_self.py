"""The weights are read as a plain variable, as if the object had never stored them.

fails: neuron_class
points: 0
section: Modeling one neuron
hint: Read the NameError: which name does Python not know?
hint: A method sees what the object stored only through the object.
hint: Inside forward, what __init__ stored as self.weights must be read as self.weights too.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        z = np.sum(np.asarray(inputs) * weights) + bias
        return np.exp(-np.logaddexp(0, -z))
