"""math.exp is trusted with any number, as in the notes, but it overflows for a sum of -710.

fails: neuron_class
points: 2
section: Modeling one neuron
hint: Ask a neuron whose weighted sum is -800, and read the error.
hint: math.exp(800) is larger than the largest float, so it raises OverflowError.
hint: Look at the sign of the sum first; for each sign one form of sigma needs no large exponential.
"""

import math

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        cell_body_sum = np.sum(np.asarray(inputs) * self.weights) + self.bias
        return 1.0 / (1.0 + math.exp(-cell_body_sum))
