"""The bias is stored but never added to the sum.

fails: neuron_class
points: 0
section: Modeling one neuron
hint: Which of the stored values does forward never read?
hint: With inputs all zeros the answer must still depend on the bias.
hint: The sum has one more term than there are inputs; find the one that is missing.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        z = self.weights @ np.asarray(inputs)
        return np.exp(-np.logaddexp(0, -z))
