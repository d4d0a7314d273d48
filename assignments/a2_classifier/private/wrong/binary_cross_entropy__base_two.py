"""The logarithm to base 2 is taken where the natural one is asked for.

fails: binary_cross_entropy
points: 0
section: Single neuron as a linear classifier
hint: What does a coin toss cost: 1, or ln 2?
hint: All your losses are 1.44 times too large, and that is one divided by ln 2.
hint: In NumPy and in Python's math the natural logarithm is the one without a number in its name.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.logaddexp2(0, -t * np.asarray(scores) / np.log(2)).mean()
