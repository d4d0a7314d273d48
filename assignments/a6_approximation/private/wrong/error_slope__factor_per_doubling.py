"""It returns the factor that a doubling of n makes, and not the exponent.

fails: error_slope
points: 0
section: Representational power
hint: What do you return when the error does not change: 0 or 1?
hint: One half is the factor for exponent -1.
hint: Stop one step earlier: return the slope.
"""

import numpy as np


def error_slope(n_units, errors):
    return 2 ** np.polyfit(np.log(n_units), np.log(errors), 1)[0]
