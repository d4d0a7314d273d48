"""Only the sizes are logged, so the result depends on the factor C.

fails: error_slope
points: 0
section: Representational power
hint: How many of your axes are logarithmic?
hint: Twice the errors must give the same exponent.
hint: Take the logarithm of the errors as well.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(np.log(n_units), errors, 1)[0]
