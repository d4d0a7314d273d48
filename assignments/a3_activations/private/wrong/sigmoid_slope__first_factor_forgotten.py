"""Only 1 - sigma(z) is returned, and the first factor is missing.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: How steep is the curve at -10,000? What do you return?
hint: The slope is flat on both sides; yours is on one side only.
hint: The formula is a product of two factors.
"""

import numpy as np


def sigmoid_slope(z):
    return 1 - np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
