"""The share is given in per cent, from 0 to 100.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: What is the largest result that your function can give?
hint: If all units are dead, the share is 1.
hint: Leave the factor of one hundred out.
"""

import numpy as np


def dead_fraction(activations):
    return 100 * np.mean(np.max(activations, axis=0) <= 0)
