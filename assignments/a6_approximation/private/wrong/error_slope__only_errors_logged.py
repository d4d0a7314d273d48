"""Only the errors are logged, so it reads exponential decay and not a power.

fails: error_slope
points: 0
section: Representational power
hint: How many of your axes are logarithmic?
hint: A power law is a straight line only if both axes are logarithmic.
hint: Take the logarithm of the sizes as well.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(n_units, np.log(errors), 1)[0]
