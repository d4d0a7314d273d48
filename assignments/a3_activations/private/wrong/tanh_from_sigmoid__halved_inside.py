"""z is halved inside, where it should be doubled.

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: Is tanh steeper or flatter than the sigmoid in the middle?
hint: At 0 your slope is one quarter, and that of tanh is 1.
hint: Read the formula again: what stands in the brackets after sigma?
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh_from_sigmoid(z):
    return 2 * sigmoid(np.asarray(z, dtype=float) / 2) - 1
