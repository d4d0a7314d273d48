"""exp(-z) and the square under it overflow, and infinity over infinity is nan.

fails: sigmoid_slope
points: 1.5
section: Commonly used activation functions
hint: What does your function give for -1000?
hint: np.exp(1000) is inf, and inf divided by inf is nan.
hint: The formula by the output needs a safe sigmoid and nothing else.
"""

import numpy as np


def sigmoid_slope(z):
    e = np.exp(-np.asarray(z, dtype=float))
    return e / (1 + e) ** 2
