"""Both numbers of the fitted line come back, and one number is asked for.

fails: error_slope
points: 0
section: Representational power
hint: How many numbers does your function return?
hint: np.polyfit gives the slope and the height of the line.
hint: Pick the one that belongs to log n.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(np.log(n_units), np.log(errors), 1)
