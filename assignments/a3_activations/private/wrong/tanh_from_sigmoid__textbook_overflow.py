"""The exponentials of the textbook's tanh overflow, and infinity over infinity is nan.

fails: tanh_from_sigmoid
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 1000?
hint: np.exp(1000) is inf, and inf divided by inf is nan.
hint: Take the way through a sigmoid that is safe for large numbers.
"""

import numpy as np


def tanh_from_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
