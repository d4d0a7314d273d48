"""This is leaky ReLU itself and not its slope.

fails: leaky_relu_slope
points: 0
section: Commonly used activation functions
hint: How steep is the curve at 5? What do you return?
hint: Both sides are straight lines: is one steeper at 5 than at 1?
hint: Only two different numbers can come out.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    z = np.asarray(z)
    return np.where(z > 0, z, alpha * z)
