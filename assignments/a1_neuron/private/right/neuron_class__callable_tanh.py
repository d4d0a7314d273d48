"""Helper method, tanh identity, `__call__` as well as `forward`; float32 inside."""

import numpy as np


class Neuron:
    def __init__(self, weights, bias=0.0):
        self.weights = np.asarray(weights, dtype=np.float32)
        self.bias = np.float32(bias)

    def cell_body_sum(self, inputs):
        return self.weights.dot(np.asarray(inputs, dtype=np.float32)) + self.bias

    def __call__(self, inputs):
        return (np.tanh(self.cell_body_sum(inputs) / 2) + 1) / 2

    forward = __call__
