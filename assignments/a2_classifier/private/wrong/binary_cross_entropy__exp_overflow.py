"""The exponential of a large wrong score overflows, and the loss becomes infinite.

fails: binary_cross_entropy
points: 3
section: Commonly used activation functions
hint: What does your function give for the score 800 with label 0?
hint: np.exp(800) is inf. The loss is only 800.
hint: Where the exponent is positive, take it out of the logarithm before you add the 1.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.mean(np.log(1 + np.exp(-t * np.asarray(scores))))
