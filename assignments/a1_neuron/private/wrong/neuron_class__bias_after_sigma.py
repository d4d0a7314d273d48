"""The bias is added after the activation instead of to the weighted sum.

fails: neuron_class
points: 0
section: Modeling one neuron
hint: Between which two numbers must every activation lie?
hint: With a bias of 0.7 some of your answers are larger than 1.
hint: The bias shifts the point where the neuron switches, so it belongs inside sigma.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        z = self.weights @ np.asarray(inputs)
        return np.exp(-np.logaddexp(0, -z)) + self.bias
