"""The weights are stored in the class, so all neurons share those of the newest one.

fails: neuron_class
points: 2
section: Modeling one neuron
hint: Make two neurons with different weights, then ask the first one.
hint: Neuron.weights is one value for the whole class; each new neuron overwrites it.
hint: In __init__ the weights belong to the new object, which is called self.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        Neuron.weights = np.asarray(weights, dtype=float)
        Neuron.bias = bias

    def forward(self, inputs):
        z = self.weights @ np.asarray(inputs) + self.bias
        return np.exp(-np.logaddexp(0, -z))
