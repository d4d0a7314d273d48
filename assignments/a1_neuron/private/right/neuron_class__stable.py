"""Both branches of sigma, chosen by the sign of the sum."""

import math

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.array(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        cell_body_sum = np.sum(np.asarray(inputs) * self.weights) + self.bias
        if cell_body_sum >= 0:
            return 1.0 / (1.0 + math.exp(-cell_body_sum))
        rising = math.exp(cell_body_sum)
        return rising / (1.0 + rising)
