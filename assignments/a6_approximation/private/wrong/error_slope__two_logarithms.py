"""Two different logarithms are used, so the slope is off by a factor.

fails: error_slope
points: 0
section: Representational power
hint: Which logarithm do you take of the sizes, and which of the errors?
hint: Your results are all too small by the same factor.
hint: Take the same logarithm of both.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(np.log2(n_units), np.log10(errors), 1)[0]
