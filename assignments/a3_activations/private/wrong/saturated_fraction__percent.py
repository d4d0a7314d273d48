"""The result is a percentage, and a share from 0 to 1 is asked for.

fails: saturated_fraction
points: 0
section: Commonly used activation functions
hint: What do you get if all slopes are flat? It should be 1.
hint: A share and a percentage differ by a factor.
hint: Leave the last multiplication out.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return 100 * np.mean(np.asarray(slopes) < threshold)
