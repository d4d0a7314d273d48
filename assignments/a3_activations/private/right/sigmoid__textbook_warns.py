"""The textbook formula: NumPy warns of an overflow, yet 1/(1 + inf) is 0. It also prints."""

import numpy as np


def sigmoid(z):
    print("sigmoid of", z)
    return 1 / (1 + np.exp(-np.array(z, dtype=float)))
