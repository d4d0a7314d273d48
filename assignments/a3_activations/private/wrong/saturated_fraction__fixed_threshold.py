"""The threshold is always 0.01, whatever threshold is given.

fails: saturated_fraction
points: 1.5
section: Commonly used activation functions
hint: Try a slope of 0.2 with a threshold of 0.5.
hint: Does the second argument occur in your formula?
hint: The default in the first line is enough; no number belongs into the formula.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.mean(np.asarray(slopes) < 0.01)
