"""The slope on the left is always 0.01, whatever alpha is given.

fails: leaky_relu
points: 1
section: Commonly used activation functions
hint: Try leaky_relu(-1, 0.5). What do you get?
hint: Does alpha occur in your formula?
hint: The default in the first line is enough; no number belongs into the formula.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.asarray(z)
    return np.where(z > 0, z, 0.01 * z)
