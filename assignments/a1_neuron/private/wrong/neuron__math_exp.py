"""math.exp is trusted with any number, but it stops with OverflowError above 709.

fails: neuron
points: 3
section: Commonly used activation functions
hint: Try a sum of -800 and read the name of the error.
hint: For a sum of -800 your code asks for exp(800), which no float can hold.
hint: Look at the sign of the sum first; for each sign one form of sigma needs no large exponential.
"""

import math

import numpy as np


def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w) + b
    if z.ndim == 0:
        return 1 / (1 + math.exp(-z))
    return np.array([1 / (1 + math.exp(-one)) for one in z])
