"""The count is divided by the number of rows instead of the number of entries.

fails: saturated_fraction
points: 1.5
section: Commonly used activation functions
hint: Try a list of one row with four zeros. Can a share be larger than 1?
hint: len of an array with two axes is the number of its rows.
hint: An array knows how many entries it has altogether.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.sum(np.asarray(slopes) < threshold) / len(slopes)
