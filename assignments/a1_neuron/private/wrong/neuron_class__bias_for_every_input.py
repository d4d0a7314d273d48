"""The bias is added to every product, so a neuron with seven inputs counts it seven times.

fails: neuron_class
points: 0
section: Modeling one neuron
hint: Compare one input with seven inputs: which answer is right?
hint: The brackets decide whether the bias is added before or after the sum.
hint: A neuron has one bias, added once, after the products have been summed.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        z = np.sum(np.asarray(inputs) * self.weights + self.bias)
        return np.exp(-np.logaddexp(0, -z))
