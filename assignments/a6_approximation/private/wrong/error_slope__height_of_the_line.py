"""The height of the line is returned, which is log C and not the slope.

fails: error_slope
points: 0
section: Representational power
hint: What do your two fitted numbers mean?
hint: np.polyfit returns the highest power first.
hint: Take the coefficient that belongs to log n.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(np.log(n_units), np.log(errors), 1)[1]
