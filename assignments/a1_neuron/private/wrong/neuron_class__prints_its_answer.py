"""forward prints the activation instead of returning it.

fails: neuron_class
points: 0
section: Modeling one neuron
hint: What is the value of Neuron([1], 0).forward([1]) + 1?
hint: What you see below the cell was printed; the call itself gives None.
hint: A method hands its result back with return.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        z = self.weights @ np.asarray(inputs) + self.bias
        print(np.exp(-np.logaddexp(0, -z)))
