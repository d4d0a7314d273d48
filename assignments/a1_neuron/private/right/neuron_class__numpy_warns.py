"""The notes' line with `np.exp` for `math.exp`: right numbers, one overflow warning."""

import numpy as np


class Neuron(object):
    def __init__(self, weights, bias):
        self.weights = weights
        self.bias = bias

    def forward(self, inputs):
        """assume inputs and weights are 1-D and bias is a number"""
        cell_body_sum = np.sum(np.multiply(inputs, self.weights)) + self.bias
        firing_rate = 1.0 / (1.0 + np.exp(-cell_body_sum))
        print("firing rate", firing_rate)
        return firing_rate
