"""The exponential of a large sum is expected to cancel, but it overflows and leaves nan.

fails: neuron
points: 3
section: Commonly used activation functions
hint: What does your function give for a sum of 800?
hint: np.exp(800) is inf, and inf divided by inf is nan.
hint: Write sigma so that exp is only ever taken of a number that is not positive.
"""

import numpy as np


def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w) + b
    return np.exp(z) / (1 + np.exp(z))
