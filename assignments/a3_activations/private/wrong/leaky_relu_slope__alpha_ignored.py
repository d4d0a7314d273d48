"""The slope on the left is always 0.01, whatever alpha is given.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: Try leaky_relu_slope(-1, 0.5). What do you get?
hint: Does alpha occur in your formula?
hint: The default in the first line is enough; no number belongs into the formula.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    return np.where(np.asarray(z) > 0, 1.0, 0.01)
