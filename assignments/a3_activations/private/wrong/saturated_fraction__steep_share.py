"""The share of the steep slopes comes back instead of that of the flat ones.

fails: saturated_fraction
points: 0
section: Commonly used activation functions
hint: What do you get if all slopes are 0? It should be 1.
hint: Saturated means flat: small slopes.
hint: Check the direction of your comparison.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.mean(np.asarray(slopes) >= threshold)
