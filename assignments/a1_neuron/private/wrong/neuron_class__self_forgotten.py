"""The method does not list self, so Python has nowhere to put the object it is called on.

fails: neuron_class
points: 0
section: Modeling one neuron
hint: Read the TypeError: how many arguments did forward get, and how many did it expect?
hint: neuron.forward(inputs) hands over two things: the object itself and the inputs.
hint: The first parameter of every method receives the object; the lecture's code left it out as well.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = bias

    def forward(inputs):
        return inputs
