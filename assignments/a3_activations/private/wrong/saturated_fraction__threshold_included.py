"""A slope that equals the threshold is counted, but it is not below it.

fails: saturated_fraction
points: 1.5
section: Commonly used activation functions
hint: Try a single slope of 0.01. Is it below 0.01?
hint: Below and at most are two different things.
hint: Check the sign of your comparison.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.mean(np.asarray(slopes) <= threshold)
