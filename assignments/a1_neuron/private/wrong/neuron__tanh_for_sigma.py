"""tanh is used as the activation: it has sigma's shape but runs from -1 to 1.

fails: neuron
points: 0
section: Commonly used activation functions
hint: What does a neuron answer when its sum is exactly 0?
hint: Your answer for a sum of 0 is 0, and some answers are negative.
hint: The assignment asks for sigma, whose values lie between 0 and 1.
"""

import numpy as np


def neuron(x, w, b):
    return np.tanh(np.asarray(x) @ np.asarray(w) + b)
