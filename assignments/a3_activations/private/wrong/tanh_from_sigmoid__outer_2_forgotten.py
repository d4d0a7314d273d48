"""The 2 in front is missing, so the results lie between -1 and 0.

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: What is your result for 0? It should be 0.
hint: Your results never get above 0.
hint: The sigmoid's range is 1 wide, and that of tanh is 2 wide.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh_from_sigmoid(z):
    return sigmoid(2 * np.asarray(z, dtype=float)) - 1
