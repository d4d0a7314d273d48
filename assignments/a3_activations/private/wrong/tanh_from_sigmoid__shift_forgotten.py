"""The curve is stretched but not shifted: it goes from 0 to 2.

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: What is your result for 0? It should be 0.
hint: Your results lie between 0 and 2, those of tanh between -1 and 1.
hint: One term of the formula moves the whole curve down.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh_from_sigmoid(z):
    return 2 * sigmoid(2 * np.asarray(z, dtype=float))
